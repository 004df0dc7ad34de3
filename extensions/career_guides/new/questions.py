"""Decide which guide ``career-guides new`` starts, and ask where the request is unclear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from career_guides.catalogue.assets import LOGO_FOLDER
from career_guides.catalogue.load import FACTS, load
from career_guides.catalogue.targets import SPHINX_PAGES
from career_guides.cli.arguments import UsageError, today
from career_guides.cli.documents import find_documents, load_arguments
from career_guides.content.page import title_from_name
from career_guides.diagnostics.place import shown
from career_guides.diagnostics.suggestions import nearest

from .place import CHAPTERS, Place
from .templates import Asked, Templates

if TYPE_CHECKING:
    from pathlib import Path

    from career_guides.catalogue.model import Catalogue
    from career_guides.cli.settings import Settings


_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NO_CAREERS = {"images", FACTS, LOGO_FOLDER}


class RefusedError(Exception):
    """The request would do harm; the message says what to do instead."""


@dataclass
class Site:
    """The existing pages, settings and templates of a site."""

    source: Path
    settings: Settings

    def __post_init__(self) -> None:
        self.files = find_documents(self.source, self.settings)
        self.catalogue: Catalogue = load(
            self.source, self.files, drafts=True, **load_arguments(self.settings)
        )[0]
        conf = (self.settings.path or self.source / "conf.py").parent
        folders = self.settings.get("templates_path", ["_templates"])
        self.templates = Templates(
            (conf / folder / "new" for folder in folders),
            self.settings.texts("guides_not_careers"),
        )


def read_name(written: str, source: Path) -> str:
    """Return the docname for a name such as ``nurse/overview`` or ``docs/nurse/overview.md``.

    :raises UsageError: if the name is not valid for a guide
    """
    name = written.strip().removeprefix("./").strip("/").removesuffix(".md")
    name = name.removeprefix(f"{source.as_posix().strip('/')}/")
    parts = name.split("/")
    if not all(_PART.fullmatch(part) for part in parts):
        tidy = "/".join(re.sub(r"[^a-z0-9]+", "-", p.casefold()).strip("-") for p in parts)
        tip = f"; did you mean '{tidy}'?" if all(map(_PART.fullmatch, tidy.split("/"))) else ""
        raise UsageError(f"a name has small letters, digits and hyphens, not '{written}'{tip}")
    if len(parts) == 1:
        parts.append("index")
    if parts[0] in _NO_CAREERS or (len(parts) == 2 and "/".join(parts) in SPHINX_PAGES):
        raise UsageError(f"'{parts[0]}' cannot be a career: the folder has another use")
    return "/".join(parts)


def near_miss(docname: str, catalogue: Catalogue, *, asks: bool) -> str:
    """Return the guide to start, in an existing career if the name looks like a misspelling of it.

    :param asks: whether there is a terminal to ask on
    :raises RefusedError: if the name is similar, and there is no terminal
    """
    folder, _, chapter = docname.rpartition("/")
    near = nearest(folder, (name for name in catalogue.careers if name))
    if not near:
        return docname
    if not asks:
        meant = f"{near}/{chapter}".removesuffix("/index")
        raise RefusedError(
            f"no career '{folder}'; did you mean '{meant}'? To start a career"
            f" '{folder}', add --new-career"
        )
    answer = input(f"There is no career '{folder}'. Do you mean '{near}'? [Y/n] ")
    return docname if answer.strip().casefold().startswith("n") else f"{near}/{chapter}"


def choose_chapter(docname: str, site: Site, *, asks: bool) -> str:
    """Return the guide to write: if only an existing career was named, one of its chapters.

    :raises RefusedError: if no chapter is named, here or on the terminal
    """
    folder, _, chapter = docname.rpartition("/")
    if chapter != "index" or docname not in site.files:
        return docname
    known = dict.fromkeys((*CHAPTERS, *site.templates.chapters()))
    free = [name for name in known if f"{folder}/{name}" not in site.files]
    listed = ", ".join(free)
    if asks and (name := input(f"'{folder}' is there. Which chapter? ({listed}) ").strip()):
        return read_name(f"{folder}/{name}", site.source)
    raise RefusedError(
        f"the career '{folder}' is there already; name a chapter, such as '{folder}/{free[0]}'"
        f" (not there yet: {listed})"
    )


def refuse_to_overwrite(docname: str, site: Site) -> None:
    """Refuse to start a guide that exists.

    :raises RefusedError: if it does
    """
    file = site.files.get(docname, site.source / f"{docname}.md")
    if docname in site.files or file.exists():
        raise RefusedError(f"{shown(file)} is there already")


def find_after(written: str, docname: str, catalogue: Catalogue) -> str:
    """Return the docname of the guide in ``--after``; '' without it.

    :raises UsageError: if the career has no such guide
    """
    if not written:
        return ""
    folder = docname.rpartition("/")[0]
    career = catalogue.careers.get(folder)
    name = f"{folder}/{written.rpartition('/')[2].removesuffix('.md')}"
    known = career.guides if career else ()
    if name not in known:
        names = ", ".join(guide.rpartition("/")[2] for guide in known) or "none"
        raise UsageError(f"--after: no guide '{written}' in '{folder}' (guides: {names})")
    return name


def career_title(folder: str, site: Site) -> str:
    """Return the title of a career; for a new career, one made from its folder name."""
    career = site.catalogue.careers.get(folder)
    return career.title if career else title_from_name(f"{folder}/index")


def ask(docname: str, site: Site, asked: Asked) -> Asked:
    """Ask for a missing title and description; Enter accepts the template's."""
    folder = docname.rpartition("/")[0]
    _text, default = site.templates.start(
        docname, career_title(folder, site), Place(), today(), asked
    )
    answers = []
    for name, given, text in zip(("Title", "Description"), asked, default, strict=True):
        answers.append(given or input(f"{name} [{text}]: ").strip() or text)
    return Asked(*answers)
