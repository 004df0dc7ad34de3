"""``llms.txt`` and ``llms-full.txt``: what is here, and all of it, for language models.

https://llmstxt.org/: a title, a quote that says what the site is, and lists of links.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from .addresses import absolute_or_path
from .domain import guides
from .export import PATH
from .social import NOT_FOUND
from .texts import text_path, text_uri

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx


def overview(app: Sphinx) -> str:
    """Return ``llms.txt``: the guides by career, in reading order, with their descriptions."""
    domain, config = guides(app.env), app.config
    lines = [f"# {_plain(config.project)}", ""]
    if description := domain.description(config.root_doc):
        lines += [f"> {description}", ""]
    whole, data = (
        f"[{name}]({absolute_or_path(app.config, name)})" for name in ("llms-full.txt", PATH)
    )
    lines += [f"Each link leads to a guide in Markdown. In one file: {whole}. As data: {data}.", ""]
    for career, names in _careers(app):
        lines += [f"## {_plain(career)}", ""]
        for name in names:
            about = domain.description(name)
            address = absolute_or_path(app.config, text_uri(app, name))
            link = f"- [{_plain(domain.title(name))}]({address})"
            lines.append(f"{link}: {about}" if about else link)
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def full(app: Sphinx) -> str:
    """Return ``llms-full.txt``: the text of every guide, each with its address above it."""
    parts = [f"# {_plain(app.config.project)}\n"]
    top = f"{app.outdir}{os.sep}"  # a Path takes twice as long
    for _career, names in _careers(app):
        for name in names:
            # Deleted by hand, it comes back with its page.
            with (
                suppress(FileNotFoundError),
                open(top + text_path(app, name), encoding="utf-8") as file,  # noqa: PTH123
            ):
                address = absolute_or_path(app.config, app.builder.get_target_uri(name))
                parts.append(f"---\n\nSource: {address}\n\n{file.read()}")
    return "\n".join(parts)


def _careers(app: Sphinx) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each career's title and guides; last what is no career, which can be skipped."""
    catalogue = guides(app.env).catalogue
    others = []
    for folder, career in catalogue.careers.items():
        names = career.all_guides(catalogue.entries)
        if folder and folder not in app.config.guides_not_careers:
            yield career.title, names
        else:
            others += [name for name in names if name != NOT_FOUND]
    if others:
        yield "Optional", others


def _plain(text: str) -> str:
    """Return *text* as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
