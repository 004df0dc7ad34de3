"""``python -m tests.bench.texts FOLDER …``: what the pages of folders of Markdown are made of.

It counts what costs a build: words and how many are different, headings, links, list items, code,
tables and pictures. The generator writes pages of this kind: ``--table`` prints what it draws from.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

import yaml
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from .measured import SHARES
from .report import as_markdown, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: What is counted of a page besides words: kind -> the tokens of the Markdown parser.
TOKENS = {
    "headings": {"heading_open"},
    "links": {"link_open"},
    "items": {"list_item_open"},
    "tables": {"table_open"},
    "pictures": {"image"},
}
KINDS = ("words", *TOKENS, "code")
COLUMNS = (
    "source", "pages", "words, median", "90 %", "different in 10,000", "in 50,000",
    "most frequent, %", *KINDS[1:], "lines of code",
)  # fmt: skip
_EXTENSIONS = {
    "attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist", "strikethrough",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OPTIONS = re.compile(r"\A(?:---\n(?:.*\n)*?---\n|(?::[\w-]+:.*\n?)+)")
_CODE = {"code", "code-block", "literalinclude"}
_PICTURES = {"image", "figure", "figure-card"}
#: Roles that make links.
_LINKS = {"guide", "doc", "ref", "term", "download"}
#: Directives whose content is not read as text.
_OTHER = {"raw", "math", "guides", "toctree", "anchor"}


@dataclass
class Page:
    """What one page is made of.

    :ivar words: the words that are read, in lower case, without those of code blocks
    :ivar counts: kind, one of :data:`KINDS` -> its number
    :ivar lines: language of a code block -> the lines of each
    """

    words: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    lines: dict[str, list[int]] = field(default_factory=dict)

    def read(self, tokens: Iterable[Token]) -> None:
        """Count what the Markdown parser has found."""
        for token in tokens:
            for kind, names in TOKENS.items():
                self.counts[kind] += token.type in names
            if token.type in {"fence", "colon_fence", "code_block"}:
                self.block(token.info.strip(), token.content)
            elif token.type in {"html_block", "html_inline"}:
                self.counts["pictures"] += token.content.count("<img")
            elif token.type == "front_matter":
                keys = yaml.safe_load(token.content) or {}
                self.counts["pictures"] += "image" in (keys.get("figure") or {})
            elif token.type == "myst_role":
                self.counts["links"] += token.meta["name"] in _LINKS
                self.words.update(_WORD.findall(token.content.lower()))
            elif token.type in {"text", "code_inline"}:
                self.words.update(_WORD.findall(token.content.lower()))
            self.read(token.children or ())

    def block(self, info: str, content: str) -> None:
        """Count a code block or a directive."""
        name = info.partition("}")[0][1:] if info.startswith("{") else ""
        if not name or name in _CODE:
            language = info.partition("}")[2] if name else info
            lines = self.lines.setdefault((language.split() or ["text"])[0], [])
            lines.append(content.count("\n"))
            self.counts["code"] += 1
        elif name in _PICTURES:
            self.counts["pictures"] += 1
        elif name == "list-table":
            self.counts["tables"] += 1
            inner = Page()
            inner.read(parser().parse(_OPTIONS.sub("", content, count=1)))
            self.words += inner.words
        elif name not in _OTHER:
            self.read(parser().parse(_OPTIONS.sub("", content, count=1)))


@cache
def parser() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=_EXTENSIONS), RendererHTML)


def pages_of(folder: Path) -> list[Page]:
    """Return what the Markdown files in *folder* are made of, without its README."""
    found = []
    for file in sorted(folder.rglob("*.md")):
        if file.name != "README.md":
            page = Page()
            page.read(parser().parse(file.read_text("utf-8")))
            page.counts["words"] = page.words.total()
            found.append(page)
    return found


def different(words: Counter[str], number: int) -> float:
    """Return how many different words *number* words have that are drawn from *words*.

    It is the expected number, and so does not depend on the order of the pages.
    """
    total = words.total()
    return sum(1 - (1 - times / total) ** number for times in words.values())


def quantile(values: Sequence[float], share: float) -> float:
    """Return the least of *values* that at least *share* percent of them do not exceed."""
    ascending = sorted(values)
    return ascending[min(len(ascending) - 1, int(len(ascending) * share / 100))]


def lines_of(pages: Iterable[Page]) -> list[int]:
    """Return the number of lines of each code block."""
    return [number for page in pages for found in page.lines.values() for number in found]


def figures(pages: Sequence[Page]) -> list[float]:
    """Return the figures of the :data:`COLUMNS` after the first."""
    words = sum((page.words for page in pages), Counter[str]())
    lengths = [page.counts["words"] for page in pages]
    frequent = sum(times for _word, times in words.most_common(100))
    return [
        len(pages), quantile(lengths, 50), quantile(lengths, 90),
        different(words, 10_000), different(words, 50_000), 100 * frequent / words.total(),
        *(mean(page.counts[kind] for page in pages) for kind in KINDS[1:]),
        sum(lines_of(pages)) / len(pages),
    ]  # fmt: skip


def rows(sources: Mapping[str, Sequence[float]]) -> list[list[str]]:
    """Return the table of the :func:`figures` of each source, header first."""
    table = [list(COLUMNS)]
    for name, found in sources.items():
        cells = [f"{value:,.0f}" for value in found[:6]]
        table.append([name, *cells, *(f"{value:.1f}" for value in found[6:])])
    return table


def table(sources: Iterable[Sequence[Page]]) -> list[str]:
    """Return what the generator draws from, as Python: means of the sources, of equal weight."""
    each = list(sources)
    with_code = [pages for pages in each if lines_of(pages)]

    def shares(lists: Iterable[Sequence[int]]) -> str:
        found = list(lists)
        means = (mean(quantile(values, share) for values in found) for share in SHARES)
        return f"({', '.join(f'{round(value, 1):g}' for value in means)})"

    found = {
        kind: shares([page.counts[kind] for page in pages] for pages in each) for kind in KINDS
    }
    found["lines"] = shares(lines_of(pages) for pages in with_code)
    languages: dict[str, float] = defaultdict(float)
    for pages in with_code:
        total = len(lines_of(pages))
        for page in pages:
            for language, lines in page.lines.items():
                languages[language] += 100 * len(lines) / total / len(with_code)
    return [
        *(f'"{kind}": {numbers},' for kind, numbers in found.items()),
        *(f'"{language}": {share:.0f},' for language, share in languages.items() if share > 1),
    ]


def main() -> None:
    parser_ = argparse.ArgumentParser(prog="python -m tests.bench.texts", description=__doc__)
    parser_.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser_.add_argument("--markdown", action="store_true", help="print Markdown")
    parser_.add_argument("--table", action="store_true", help="print what the generator draws from")
    options = parser_.parse_args()
    sources = {folder.resolve().name: pages_of(folder) for folder in options.folders}
    found = {name: figures(pages) for name, pages in sources.items()}
    if len(found) > 1:
        found["mean"] = [mean(values) for values in zip(*found.values(), strict=True)]
    print("\n".join((as_markdown if options.markdown else as_text)(rows(found))))
    if options.table:
        print("\n".join(table(sources.values())))


if __name__ == "__main__":
    main()
