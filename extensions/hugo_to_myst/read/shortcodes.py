"""Find Hugo's shortcodes in a page and replace them by placeholders while Markdown is read.

Hugo does the same: it takes shortcodes out before it renders Markdown and puts them back after.
The grammar is that of Hugo's `parser/pageparser/pagelexer_shortcode.go`.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


#: Quotes may hold only a few openings of other tags, so that tags without an end take no time.
_TAG = re.compile(
    r"""\{\{(?P<kind>[<%])(?P<escape>/\*)?
        (?P<body>(?:
            "(?:(?:\\.|(?!\{\{[<%])[^"\\])*+\{\{[<%]){0,8}(?:\\.|(?!\{\{[<%])[^"\\])*+"
            |`[^`]*`|(?!\{\{[<%])[^"`])*?)
        (?P<unescape>\*/)?(?(escape)(?<=\*/))(?P<end>[>%])\}\}""",
    re.X | re.S,
)
_NAME = re.compile(r"\s*(?P<close>/?)\s*(?P<name>[^\s\"`=<>%]+)")
_ARGUMENT = re.compile(r"""(?:([\w-]+)\s*=\s*)?("(?:\\.|[^"\\])*"|`[^`]*`|[^\s"`]+)""", re.S)


#: Pairs of delimiters: those of formulas that are blocks, those of formulas in a line.
Delimiters: TypeAlias = "tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]"
#: The names of formulas among the shortcodes; no shortcode can have such a name.
MATH, MATH_BLOCK = "$", "$$"


@dataclass(frozen=True, slots=True)
class Shortcode:
    """A call of a shortcode.

    :param name: empty for one that was escaped and so is shown as it is.
    :param source: the whole call as it was written.
    :param line: its line in the file.
    :param inner: the text between the opening and the closing tag; None for a single tag.
    :param inner_line: the line of that text.
    """

    name: str
    source: str
    line: int
    positional: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    inner: str | None = None
    inner_line: int = 0

    def get(self, key: str) -> str:
        """Return an argument by name or position; empty if it is not given."""
        if key.isdigit():
            return self.positional[int(key)] if int(key) < len(self.positional) else ""
        return self.named.get(key, "")


@dataclass(frozen=True, slots=True)
class _Tag:
    start: int
    end: int
    name: str
    body: str
    closing: bool
    self_closing: bool
    escaped: bool
    source: str


@dataclass(frozen=True, slots=True)
class WithoutShortcodes:
    """A text whose shortcodes are replaced by placeholders.

    :param word: the word that every placeholder begins with.
    :param lines: for each line of the text its line in the file.
    :param in_code: the shortcodes inside code, which stay, with their lines in the file.
    """

    text: str
    calls: tuple[Shortcode, ...]
    word: str
    lines: Sequence[int]
    in_code: tuple[tuple[int, str], ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern that finds the placeholders; its group is the call's number."""
        return re.compile(rf"{self.word}(\d+)x")


def replace_shortcodes(
    text: str,
    line: int,
    find_code: Callable[[str, re.Pattern[str]], set[int]],
    math: Delimiters = ((), ()),
    value_in_code: Callable[[Shortcode], str | None] = lambda _call: None,
) -> WithoutShortcodes:
    """Replace the shortcodes and formulas of a text by placeholders.

    :param line: the line in the file of the text's first line.
    :param find_code: returns the numbers of those placeholders of a text that are inside code.
    :param math: the delimiters of formulas.
    :param value_in_code: returns the text of a shortcode inside code; None if it stays.
    """
    word = "hugoshortcode"
    while word in text.lower():
        word += "z"
    tags = [t for t in map(_tag, _TAG.finditer(text)) if t] if "{{" in text else []
    tags = _with_formulas(text, tags, math)
    if not tags:
        return WithoutShortcodes(text, (), word, range(line, line + text.count("\n") + 1))
    probe = _replace(text, [(t.start, t.end, f"{word}{n}x") for n, t in enumerate(tags)])
    literal = find_code(probe, re.compile(rf"{word}(\d+)x"))
    pairs = _pairs(tags, literal)
    calls: list[Shortcode] = []
    parts: list[tuple[int, int, str]] = []
    in_code: list[tuple[int, str]] = []
    done = 0
    for n, tag in enumerate(tags):
        if tag.start < done:
            continue
        if n in literal:
            shown = None if tag.escaped else value_in_code(_call(text, tag, None, line))
            parts.append((tag.start, tag.end, tag.source if shown is None else shown))
            if shown is None and not (tag.escaped or tag.closing or tag.name in (MATH, MATH_BLOCK)):
                in_code.append((line + text.count("\n", 0, tag.start), tag.source))
            continue
        last = tags[pairs[n]] if n in pairs else None
        done = last.end if last else tag.end
        parts.append((tag.start, done, f"{word}{len(calls)}x"))
        calls.append(_call(text, tag, last, line))
    lines = _lines(text, parts, line)
    return WithoutShortcodes(_replace(text, parts), tuple(calls), word, lines, tuple(in_code))


def _with_formulas(text: str, tags: list[_Tag], math: Delimiters) -> list[_Tag]:
    """Add formulas, which Hugo passes through untouched if the site says so."""
    for name, pairs in zip((MATH_BLOCK, MATH), math, strict=True):
        for left, right in pairs:
            pattern = re.compile(re.escape(left) + r"(.+?)" + re.escape(right), re.S)
            for found in pattern.finditer(text):
                start, end = found.span()
                if all(end <= t.start or start >= t.end for t in tags):
                    tags.append(_Tag(start, end, name, found[1], False, True, False, found[0]))
    return sorted(tags, key=lambda tag: tag.start)


def _tag(match: re.Match[str]) -> _Tag | None:
    if {"<": ">", "%": "%"}[match["kind"]] != match["end"]:
        return None
    body = match["body"]
    name = _NAME.match(body)
    if not name:
        return None
    escaped = match["escape"] is not None
    source = f"{{{{{match['kind']}{body}{match['end']}}}}}" if escaped else match[0]
    rest = body[name.end() :].rstrip()
    self_closing = rest.endswith("/") and not rest.endswith("=/")
    plain = name["name"].rstrip("/") or name["name"]
    rest = rest.removesuffix("/") if self_closing else rest
    return _Tag(
        match.start(), match.end(), plain, rest, bool(name["close"]), self_closing, escaped, source
    )


def _pairs(tags: list[_Tag], literal: set[int]) -> dict[int, int]:
    """Match each closing tag with the last opening one of its name."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for n, tag in enumerate(tags):
        if n in literal or tag.escaped:
            continue
        if not tag.closing:
            if not tag.self_closing:
                opened.append(n)
            continue
        for place in range(len(opened) - 1, -1, -1):
            if tags[opened[place]].name == tag.name:
                pairs[opened[place]] = n
                del opened[place:]
                break
    return pairs


def _call(text: str, tag: _Tag, last: _Tag | None, line: int) -> Shortcode:
    at = line + text.count("\n", 0, tag.start)
    if tag.escaped or tag.closing:  # a closing tag that closes nothing is shown and reported
        return Shortcode("" if tag.escaped else "/" + tag.name, tag.source, at)
    if tag.name in (MATH, MATH_BLOCK):
        return Shortcode(tag.name, tag.source, at, (tag.body.strip(),))
    positional, named = arguments(tag.body)
    inner = text[tag.end : last.start] if last else None
    source = text[tag.start : last.end] if last else tag.source
    skipped = 1 if inner and inner.startswith("\n") else 0
    return Shortcode(
        tag.name, source, at, positional, named,
        None if inner is None else textwrap.dedent(inner[skipped:]),
        line + text.count("\n", 0, tag.end) + skipped,
    )  # fmt: skip


def arguments(body: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """Read the arguments of a shortcode: positional ones and named ones."""
    positional: list[str] = []
    named: dict[str, str] = {}
    for key, value in _ARGUMENT.findall(body):
        if value[:1] == '"':
            plain = re.sub(r'\\(["\\])', r"\1", value[1:-1])
        else:
            plain = value[1:-1] if value[:1] == "`" else value
        if key:
            named[key] = plain
        else:
            positional.append(plain)
    return tuple(positional), named


def _replace(text: str, parts: list[tuple[int, int, str]]) -> str:
    out: list[str] = []
    at = 0
    for start, end, new in parts:
        out += (text[at:start], new)
        at = end
    return "".join([*out, text[at:]])


def _lines(text: str, parts: list[tuple[int, int, str]], line: int) -> list[int]:
    """Return the old line of each new line, after parts of several lines became shorter."""
    lines = [line]
    at = 0
    for start, end, new in [*parts, (len(text), len(text), "")]:
        for _ in range(text.count("\n", at, start)):
            line += 1
            lines.append(line)
        kept = new.count("\n")
        lines += [line + k for k in range(1, kept + 1)]
        line += text.count("\n", start, end)
        at = end
    return lines
