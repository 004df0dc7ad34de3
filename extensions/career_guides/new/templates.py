"""Render the first version of a guide from the Jinja template of its chapter.

Our templates are in ``templates/new/``. A site's own, in the folder ``new/`` of each folder in
its ``templates_path``, take precedence.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from career_guides.content.page import title_from_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from jinja2 import Template

    from .place import Place


BUILT_IN = Path(__file__).parents[1] / "templates" / "new"
SUFFIX = ".md.jinja"
#: Name of the template for chapters that have none of their own.
OTHER = "chapter"
#: Partial templates, which are included in others.
_PARTS = {"front"}


class Asked(NamedTuple):
    """The requested title and description; '' leaves them to the template."""

    title: str = ""
    description: str = ""


class Templates:
    """The templates of chapters.

    :param folders: folders of a site's own templates, in order of precedence
    :param not_careers: folders of guides that are not careers
    """

    def __init__(self, folders: Iterable[Path] = (), not_careers: Iterable[str] = ()) -> None:
        self.not_careers = {*not_careers}
        self.folders = [*(folder for folder in folders if folder.is_dir()), BUILT_IN]
        self.jinja = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in self.folders]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,  # noqa: S701 - Markdown, not HTML
        )
        self.jinja.filters["yaml"] = as_yaml

    def chapters(self) -> list[str]:
        """Return the chapters that have a template of their own."""
        names = {
            file.name.removesuffix(SUFFIX)
            for folder in self.folders
            for file in folder.glob(f"*{SUFFIX}")
        }
        return sorted(names - _PARTS - {OTHER, "index"})

    def start(
        self, docname: str, career: str, place: Place, today: dt.date, asked: Asked
    ) -> tuple[str, Asked]:
        """Return the source of a new guide, with its title and description.

        :param docname: the guide
        :param career: title of its career
        :param place: its place in the career
        :raises jinja2.TemplateError: if a site's own template has errors
        """
        folder, _, chapter = docname.rpartition("/")
        target = place.next.rpartition("/")[2]
        values = {
            "asked": asked,
            "folder": folder,
            "chapter": chapter,
            "career": career,
            "a_career": with_article(career),
            "name": title_from_name(docname),
            "next": _link(target, place.label),
            "weight": place.weight,
            "today": today.isoformat(),
        }
        template = self._template(folder, chapter)
        module = template.make_module(values)
        suggested = Asked(str(module.title), str(module.description))  # type: ignore[attr-defined]
        text = template.render(values).lstrip("\n")
        return text, Asked(*(own or default for own, default in zip(asked, suggested, strict=True)))

    def _template(self, folder: str, chapter: str) -> Template:
        # The chapters of a career would ask what a recipe does, and how people become one.
        is_other = folder in self.not_careers and chapter != "index"
        name = OTHER if is_other or chapter in _PARTS else chapter
        return self.jinja.select_template([f"{name}{SUFFIX}", f"{OTHER}{SUFFIX}"])


def _link(target: str, label: str) -> str:
    return f"{{to: {target}, label: {json.dumps(label, ensure_ascii=False)}}}" if label else target


def as_yaml(text: str) -> str:
    """Return *text* as a YAML value, quoted if necessary."""
    try:
        if yaml.safe_load(f"key: {text}") == {"key": text}:
            return text
    except yaml.YAMLError:
        pass
    return json.dumps(text, ensure_ascii=False)


def with_article(career: str) -> str:
    """Return ``a nurse`` or ``an engineer`` for a career's title, judging by its first letter."""
    word = career if career[1:2].isupper() else career[:1].lower() + career[1:]
    return f"{'an' if word[:1].casefold() in 'aeio' else 'a'} {word}"
