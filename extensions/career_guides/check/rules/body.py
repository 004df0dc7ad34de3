"""What the rules look at in the body of a page, read without Sphinx. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser
from sphinx.util.nodes import explicit_title_re

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Heading(NamedTuple):
    """A heading of the page itself, not one inside a directive."""

    line: int
    level: int
    text: str


class Picture(NamedTuple):
    """An image in the text.

    :param path: as written
    :param alt: its alternative text; ``''`` where it has none
    :param directive: the directive that shows it; ``''`` for ``![alt](path)``
    :param is_decorative: whether it says that it needs no text
    """

    line: int
    path: str
    alt: str
    directive: str = ""
    is_decorative: bool = False


class Reference(NamedTuple):
    """A link to a page.

    :param by: the role or directive, or ``''`` for ``[text](page.md)``
    """

    line: int
    target: str
    by: str


class Prose(NamedTuple):
    """A line of text that people read: without code, roles and addresses."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a page below its front matter."""

    headings: list[Heading] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)


def read_body(text: str, fence: int, extensions: Iterable[str] = ()) -> Body:
    """Return what is in the body of a page.

    :param text: the whole source
    :param fence: number of lines that its front matter takes
    :param extensions: what ``myst_enable_extensions`` switches on
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    body = Body()
    _read(body, "\n".join(lines[fence:]), fence, _parser(frozenset(extensions)), 0)
    return body


@cache
def _parser(extensions: frozenset[str]) -> MarkdownIt:
    known = extensions & _EXTENSIONS
    return create_md_parser(MdParserConfig(enable_extensions=set(known)), RendererHTML)


#: Of MyST 5.2: those that change where things are in a text.
_EXTENSIONS = {
    "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath",
    "fieldlist", "strikethrough", "tasklist",
}  # fmt: skip

_DIRECTIVE = re.compile(r"\{([\w:+-]+)\}[ \t]*(.*)")
_OPTION = re.compile(r":([\w-]+):[ \t]*(.*)")
_YAML_OPTION = re.compile(r"[ \t]*([\w-]+):(?:[ \t]+(.*))?$")
# Directives whose content is no Markdown.
_VERBATIM = {
    "code", "code-block", "sourcecode", "code-cell", "parsed-literal", "literalinclude",
    "highlight", "math", "raw", "mermaid", "graphviz", "digraph", "graph", "csv-table", "toctree",
    "testcode", "testoutput", "doctest", "eval-rst", "rst-class", "index",
}  # fmt: skip
_PICTURES = {"figure-card", "figure", "image"}
_DEEPEST = 8


def _read(body: Body, text: str, before: int, parser: MarkdownIt, depth: int) -> None:
    """Add what is in *text* to *body*.

    :param before: number of lines of the file before it
    :param depth: number of directives around it
    """
    try:
        tokens = parser.parse(text, {})
    except RecursionError:  # quotes in quotes, a thousand deep
        return
    for number, token in enumerate(tokens):
        line = before + 1 + (token.map[0] if token.map else 0)
        if token.type == "heading_open" and not depth:
            title = "".join(child.content for child in tokens[number + 1].children or ())
            body.headings.append(Heading(line, int(token.tag[1]), title))
        elif token.type == "inline":
            _inline(body, token.children or (), line)
        elif token.type in {"fence", "colon_fence"} and (
            match := _DIRECTIVE.match(token.info.strip())
        ):
            _directive(body, match[1], match[2], token.content, line, parser, depth)


def _inline(body: Body, children: Sequence[Token], line: int) -> None:
    words: list[str] = []
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            body.prose.append(Prose(line, "".join(words)))
            words, line = [], line + 1
        elif child.type == "image":
            path = unquote(str(child.attrs.get("src", "")))
            body.pictures.append(Picture(line, path, child.content))
            words.append(f" {child.content} ")
        elif child.type == "link_open":
            target = unquote(str(child.attrs.get("href", "")))
            body.references.append(Reference(line, target, ""))
        elif child.type == "myst_role":
            if child.meta.get("name") in {"guide", "guide:guide"}:
                _guide_role(body, child.content, line)
            words.append(" ; ")
        elif child.type == "text" and "://" not in child.content:
            words.append(child.content)
        else:
            words.append(" ; ")  # what stands beside it are no neighbours
    body.prose.append(Prose(line, "".join(words)))


def _guide_role(body: Body, content: str, line: int) -> None:
    if content.startswith("!"):
        return  # Sphinx makes no link of it
    match = explicit_title_re.match(content)
    body.references.append(Reference(line, match[2] if match else content, "guide"))


def _directive(
    body: Body, name: str, argument: str, content: str, line: int, parser: MarkdownIt, depth: int
) -> None:
    options, rest, skipped = _options(content)
    if name in _PICTURES:
        alt, decorative = options.get("alt", ""), "decorative" in options
        body.pictures.append(Picture(line, argument, alt, name, decorative))
        texts = filter(None, (options.get("alt"), options.get("caption")))
        body.prose.extend(Prose(line, text) for text in texts)
    elif name == "next":
        body.references.extend(Reference(line, target, name) for target in argument.split())
    elif name == "guides" and options.get("career"):
        body.references.append(Reference(line, options["career"], name))
    if name not in _VERBATIM and depth < _DEEPEST:
        _read(body, rest, line + skipped, parser, depth + 1)
        if argument and name not in _PICTURES | {"next"}:
            _read(body, argument, line - 1, parser, depth + 1)


def _options(content: str) -> tuple[dict[str, str], str, int]:
    """Return a directive's options, its content after them, and how many lines they take."""
    lines = content.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if fences[:1] == [0] and len(fences) > 1:  # a block of YAML
        found, pattern, end = lines[1 : fences[1]], _YAML_OPTION, fences[1] + 1
    else:
        found, pattern = list(takewhile(_OPTION.match, lines)), _OPTION
        end = len(found)
    matches = filter(None, map(pattern.match, found))
    options = {match[1]: (match[2] or "").strip().strip("'\"") for match in matches}
    return options, "\n".join(lines[end:]), end


def is_elsewhere(path: str) -> bool:
    """Return whether *path* has a scheme or a host: it is no file of the site."""
    return bool(re.match(r"[\w+.-]+:|//", path))


def local_pages(body: Body) -> Iterator[Reference]:
    """Yield the Markdown links that name a file of the site: ``[text](page.md#part)``."""
    for reference in body.references:
        path = reference.target.partition("#")[0]
        if not reference.by and path.endswith(".md") and not is_elsewhere(path):
            yield reference._replace(target=path)
