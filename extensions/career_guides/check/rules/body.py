"""Parse the body of a page into the parts that the rules check."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from career_guides.body.directive_lines import missing_colon
from career_guides.body.lines import VERBATIM
from career_guides.content.block import split_lines
from career_guides.content.headings import Heading

from .markdown_parser import markdown_parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Picture(NamedTuple):
    """An image in the text.

    :param path: its path as written
    :param alt: its alternative text; '' if it has none
    :param directive: the directive that shows it; '' for ``![alt](path)``
    :param is_decorative: whether it is marked as decorative, and so needs no text
    :param is_broken: whether an option of the directive cannot be read
    """

    line: int
    path: str
    alt: str
    directive: str = ""
    is_decorative: bool = False
    is_broken: bool = False


class Reference(NamedTuple):
    """A link to a page.

    :param by: the role or directive; '' for ``[text](page.md)``
    """

    line: int
    target: str
    by: str


class Name(NamedTuple):
    """The name of a directive or role.

    :param kind: ``directive`` or ``role``
    """

    line: int
    name: str
    kind: str


class Markup(NamedTuple):
    """A directive, a role, a piece of HTML, a formula or a substitution.

    :param name: that of the directive or role; ``HTML``, ``math`` or ``{{ }}``
    :param parts: ``argument``, ``content`` or the name of an option -> its text
    """

    line: int
    name: str
    parts: dict[str, str]
    is_role: bool = False


class Prose(NamedTuple):
    """A line of prose, without code, roles and addresses."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a page below its front matter."""

    #: Those of the page itself, not inside a directive.
    headings: list[Heading] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    figures: list[Reference] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)


def read_body(text: str, fence: int, extensions: Iterable[str] = ()) -> Body:
    """Return the parts of the body of a page.

    :param text: the whole source
    :param fence: number of lines of its front matter
    :param extensions: the values of ``myst_enable_extensions``
    """
    lines = split_lines(text.removeprefix("\ufeff"))
    body = Body()
    _read(body, "\n".join(lines[fence:]), fence, markdown_parser(frozenset(extensions)), 0)
    return body


# "text <target>", as Sphinx's roles take it.
_TITLE_AND_TARGET = re.compile(r"^(.+?)\s*(?<!\x00)<([^<]*?)>$", re.DOTALL)
_DIRECTIVE = re.compile(r"\{([\w:+-]+)\}[ \t]*(.*)")
_OPTION = re.compile(r":([\w-]+):[ \t]*(.*)")
_YAML_OPTION = re.compile(r"[ \t]*([\w-]+):(?:[ \t]+(.*))?$")
_PICTURES = {"figure-card", "figure", "image"}
_DEEPEST = 8


def _read(body: Body, text: str, before: int, parser: MarkdownIt, depth: int) -> None:
    """Add the parts of *text* to *body*.

    :param before: number of lines before it in the file
    :param depth: number of directives that contain it
    """
    try:
        tokens = parser.parse(text, {})
    except RecursionError:  # block quotes nested a thousand deep
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
        elif name := _name(token):
            body.markup.append(Markup(line, name, {"content": token.content}))


def _name(token: Token) -> str:
    """Return the name of HTML, a formula or a substitution; '' for anything else."""
    kind = token.type.partition("_")[0]
    return {"html": "HTML", "math": "math", "amsmath": "math", "substitution": "{{ }}"}.get(
        kind, ""
    )


def _inline(body: Body, children: Sequence[Token], line: int) -> None:
    parts: list[str] = []
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            body.prose.append(Prose(line, "".join(parts)))
            parts, line = [], line + 1
        elif child.type == "image":
            path = unquote(str(child.attrs.get("src", "")))
            body.pictures.append(Picture(line, path, child.content))
            parts.append(f" {child.content} ")
        elif child.type == "link_open":
            target = unquote(str(child.attrs.get("href", "")))
            body.references.append(Reference(line, target, ""))
        elif child.type == "myst_role":
            name = str(child.meta.get("name"))
            body.names.append(Name(line, name, "role"))
            body.markup.append(Markup(line, name, {"content": child.content}, is_role=True))
            if name in {"guide", "guide:guide"}:
                _guide_role(body, child.content, line)
            elif name == "fact":
                body.figures.append(Reference(line, child.content, name))
            parts.append(" ; ")
        elif child.type == "text" and "://" not in child.content:
            parts.append(child.content)
        else:
            if name := _name(child):
                body.markup.append(Markup(line, name, {"content": child.content}))
            parts.append(" ; ")  # keeps the parts on either side apart
    body.prose.append(Prose(line, "".join(parts)))


def _guide_role(body: Body, content: str, line: int) -> None:
    if content.startswith("!"):
        return  # Sphinx does not make it a link
    match = _TITLE_AND_TARGET.match(content)
    body.references.append(Reference(line, match[2] if match else content, "guide"))


def _directive(
    body: Body, name: str, argument: str, content: str, line: int, parser: MarkdownIt, depth: int
) -> None:
    options, rest, skipped = _options(content)
    body.names.append(Name(line, name, "directive"))
    body.markup.append(Markup(line, name, {**options, "argument": argument, "content": rest}))
    if name in _PICTURES:
        alt, decorative = options.get("alt", ""), "decorative" in options
        is_broken = any(map(missing_colon, content.split("\n")))
        body.pictures.append(Picture(line, argument, alt, name, decorative, is_broken))
        texts = filter(None, (options.get("alt"), options.get("caption")))
        body.prose.extend(Prose(line, text) for text in texts)
        for number, option in enumerate(content.split("\n")):
            if match := re.match(r"\s*:?(?:caption|credit):(.*)", option):
                caption = Body()
                _read(caption, match[1].strip(), line + number, parser, depth + 1)
                body.markup.extend(caption.markup)
    elif name == "next":
        body.references.extend(Reference(line, target, name) for target in argument.split())
    elif name == "at-a-glance":
        body.figures.append(Reference(line, argument, name))
    elif name == "guides" and options.get("career"):
        body.references.append(Reference(line, options["career"], name))
    if name not in VERBATIM and depth < _DEEPEST:
        _read(body, rest, line + skipped, parser, depth + 1)
        if argument and name not in _PICTURES | {"next"}:
            _read(body, argument, line - 1, parser, depth + 1)


def _options(content: str) -> tuple[dict[str, str], str, int]:
    """Return a directive's options, the content after them, and the number of their lines."""
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
