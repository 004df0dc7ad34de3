"""``llms.txt`` and ``llms-full.txt``: the list of guides, and their full text, for language models.

The format is that of https://llmstxt.org/: a title, a quote that says what the site is, and
lists of links.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from career_guides.build import NOT_FOUND
from career_guides.domain import guides
from career_guides.output.record import record
from career_guides.output.urls import absolute_or_path

from .careers_json import PATH
from .markdown import text_path, text_uri

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx

    from career_guides.output.record import OutputRecord


FULL = "llms-full.txt"


def overview(app: Sphinx) -> str:
    """Return ``llms.txt``: the guides by career, in reading order, with their descriptions."""
    domain, config = guides(app.env), app.config
    lines = [f"# {_plain(config.project)}", ""]
    if description := domain.description(config.root_doc):
        lines += [f"> {description}", ""]
    whole, data = (f"[{name}]({absolute_or_path(app.config, name)})" for name in (FULL, PATH))
    lines += [f"Each link leads to a guide in Markdown. In one file: {whole}. As data: {data}.", ""]
    for career, names in _careers(app):
        lines += [f"## {_plain(career)}", ""]
        for name in names:
            about = " ".join(domain.description(name).split())
            address = absolute_or_path(app.config, text_uri(app, name))
            address = address.replace("(", "%28").replace(")", "%29")
            link = f"- [{_plain(domain.title(name))}]({address})"
            lines.append(f"{link}: {about}" if about else link)
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def full(app: Sphinx) -> str:
    """Return ``llms-full.txt``: the text of every guide, below its address."""
    output = record(app.env)
    known = {} if output.affected is None else _parts(app, output)
    parts = [f"# {_plain(app.config.project)}\n"]
    top = f"{app.outdir}{os.sep}"  # a Path takes twice as long
    for _career, names in _careers(app):
        for name in names:
            part = known.get(name, "") if output.stays(name) else ""
            # A file that was deleted by hand is written again when its page is.
            with suppress(FileNotFoundError):
                part = part or _part(app, name, top + text_path(app, name))
                output.texts[name] = len(part)
                parts.append(part)
    return "\n".join(parts)


def _part(app: Sphinx, docname: str, path: str) -> str:
    address = absolute_or_path(app.config, app.builder.get_target_uri(docname))
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return f"---\n\nSource: {address}\n\n{file.read()}"


def _parts(app: Sphinx, output: OutputRecord) -> dict[str, str]:
    """Return the parts of the file from the previous build; none if it has been changed since."""
    lengths = output.before.texts
    try:
        text = Path(app.outdir, FULL).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    start = len(text) - sum(lengths.values()) - max(0, len(lengths) - 1)
    parts = {}
    for name, length in lengths.items():
        parts[name] = text[start : start + length]
        start += length + 1
    return parts if all(part.startswith("---\n\nSource: ") for part in parts.values()) else {}


def _careers(app: Sphinx) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each career's title and guides; last the guides of no career, which are optional."""
    catalogue = guides(app.env).build.catalogue
    others = []
    for folder, career in catalogue.listed_careers():
        names = career.all_guides(catalogue.entries)
        if folder and folder not in app.config.guides_not_careers:
            yield career.title, names
        else:
            others += [name for name in names if name != NOT_FOUND]
    if others:
        yield "Optional", others


def _plain(text: str) -> str:
    """Return *text* as the parser of llmstxt.org reads it: on one line, without brackets.

    It takes backslashes as part of the text, and ends a title at the first closing bracket.
    """
    return " ".join(text.translate(_BRACKETS).split())


_BRACKETS = str.maketrans("[]", "()")
