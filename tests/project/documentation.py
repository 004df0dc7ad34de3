"""The pages of ``docs/contribute/``, their fenced blocks and the commands in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CONTRIBUTE = ROOT / "docs" / "contribute"
PAGES = {path.name: path.read_text("utf-8") for path in sorted(CONTRIBUTE.glob("*.md"))}
#: Pages that the tests of this folder are about; others in the folder are checked as guides only.
MANUAL = (
    "index.md", "fix-a-typo.md", "add-a-guide.md", "add-a-career.md", "add-a-picture.md",
    "write-well.md", "use-the-figures.md", "check.md", "editors.md", "configuration.md",
    "templates.md", "search.md", "metadata.md", "front-matter.md", "targets-and-order.md",
    "directives.md", "messages.md", "check-messages.md", "hosting.md", "trust.md", "speed.md",
    "split-a-site.md", "translate.md",
    "use-in-your-project.md", "themes.md",
)  # fmt: skip


class Block(NamedTuple):
    """A fenced block: its language, its caption if it has one, its text."""

    language: str
    caption: str
    text: str


def blocks(name: str) -> list[Block]:
    """Return the fenced blocks of a page."""
    fence = re.compile(
        r"^(`{3,})(?:(\w+)|\{code-block\} (\w+))\n(.*?)^\1$", re.DOTALL | re.MULTILINE
    )
    found = []
    for match in fence.finditer(PAGES[name]):
        text = match[4]
        caption = re.match(r":caption: (.+)\n\n", text)
        if caption:
            text = text[caption.end() :]
        found.append(Block(match[2] or match[3], caption[1] if caption else "", text))
    return found


def of_language(language: str, *names: str) -> list[str]:
    return [block.text for name in names for block in blocks(name) if block.language == language]


def headings(name: str) -> set[str]:
    return set(re.findall(r"^#{2,} `(.+)`$", PAGES[name], re.MULTILINE))


def captioned(*names: str) -> dict[str, str]:
    """Return path -> text of the files that the pages show."""
    return {block.caption: block.text for name in names for block in blocks(name) if block.caption}


def write_captioned(folder: Path, *names: str) -> dict[str, str]:
    """Write the files that the pages show below *folder*; return them."""
    files = captioned(*names)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return files


def targets() -> set[str]:
    """Return the targets of the Makefile."""
    text = (ROOT / "Makefile").read_text("utf-8")
    builders = re.search(r"^BUILDERS := (.+)$", text, re.MULTILINE)
    assert builders
    return {*re.findall(r"^([a-z]+):", text, re.MULTILINE), *builders[1].split()}


def make_commands(text: str) -> set[str]:
    found = re.findall(r"^ *(?:\$ )?make ([a-z]+)|`make ([a-z]+)", text, re.MULTILINE)
    return {first or second for first, second in found}
