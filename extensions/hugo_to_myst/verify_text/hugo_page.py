"""The words that readers of the old page saw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import emoji
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from .commonmark import is_plain, plain_html
from .html_words import texts, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_CALL = r"""\{\{(?P<k>[<%%])\s*%s(?P<a>(?:"(?:\\.|[^"\\])*"|`[^`]*`|[^"`])*?)[>%%]\}\}"""
#: A tag of any shortcode: its name `n`, its arguments `a`, and `c` if it closes one.
ANY_TAG = re.compile(_CALL % r"(?P<c>/?)\s*(?P<n>[^\s\"`=<>%]+)", re.S)
_ESCAPED = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", re.S)
_HEADING_ID = re.compile(r"(?<=\S)[ \t]*\{#[^{}\n]*\}[ \t]*$", re.M)
_ALERT = re.compile(r"^(\s*>\s*)\[!\w+\][+-]?", re.M)


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    deflist_plugin(md)
    tasklists_plugin(md)
    footnote_plugin(md, inline=False)
    for name in ("footnote_ref", "footnote_anchor"):
        md.add_render_rule(name, lambda *_: "")
    return md


_PARSER = _parser()


class _Placeholders:
    """Words in place of shortcodes and formulas, which Markdown must not see."""

    def __init__(self, body: str, shown_by: Callable[[str, str], Sequence[str] | None]) -> None:
        self.shown_by = shown_by
        self.word = "sh0rtc0de"
        while self.word in body:
            self.word += "z"
        self.pattern = re.compile(rf"{self.word}(\d+)x")
        #: Each replaced source, with the texts that it shows.
        self.replaced: list[tuple[str, list[str]]] = []

    def add(self, source: str, shown: list[str]) -> str:
        """Return the placeholder for a source."""
        self.replaced.append((source, shown))
        return f"{self.word}{len(self.replaced) - 1}x"

    def whole(self, found: re.Match[str]) -> str:
        """Replace what is shown as it is written."""
        return self.add(found[0], [found[0]])

    def escaped(self, found: re.Match[str]) -> str:
        """Replace an escaped shortcode, which is shown without its escape."""
        text = f"{{{{{found[1]}{found[2]}{found[3]}}}}}"
        return self.add(text, [text])

    def tag(self, found: re.Match[str]) -> str:
        """Replace one tag of a shortcode."""
        shown = self.shown_by(found["n"].rstrip("/"), found["a"].strip().removesuffix("/"))
        if shown is None:
            return self.whole(found)
        is_block = list(shown[:1]) == [" "]  # its tags separate words
        parts = [] if found["c"] else [_without_markup(text) for text in shown]
        return self.add(found[0], ["", *parts, ""] if is_block else parts)

    def restore(self, text: str, *, code: bool) -> str:
        """Put what is shown in the place of the placeholders."""

        def one(found: re.Match[str]) -> str:
            source, shown = self.replaced[int(found[1])]
            again = self.pattern.sub(lambda m: self.replaced[int(m[1])][0], source)
            return again if code else " ".join(shown)

        return self.pattern.sub(one, self.pattern.sub(one, text))


def words_of_page(
    body: str,
    shown_by: Callable[[str, str], Sequence[str] | None],
    *,
    is_html: bool = False,
    emojis: bool = False,
    math: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """Return the words that readers of a page saw.

    :param shown_by: returns the texts that a shortcode shows, by its name and arguments; a blank
        first if it is a block; None if it is kept as it is written.
    :param is_html: whether all of the body is HTML.
    :param emojis: whether codes such as `:smile:` are emoji.
    :param math: the delimiters of formulas.
    """
    placeholders = _Placeholders(body, shown_by)
    text = _ESCAPED.sub(placeholders.escaped, body) if "{{" in body else body
    for left, right in math:  # formulas are not Markdown
        formula = f"{re.escape(left)}.+?{re.escape(right)}"
        text = re.sub(formula, placeholders.whole, text, flags=re.S)
    for name in {m["n"] for m in ANY_TAG.finditer(text) if m["c"]}:
        if shown_by(name, "") is None:
            opening = _CALL % (re.escape(name) + r"(?![\w/-])")
            closing = r"\{\{[<%]\s*/\s*" + re.escape(name) + r"\s*[>%]\}\}"
            text = re.sub(f"{opening}.*?{closing}", placeholders.whole, text, flags=re.S)
    text = ANY_TAG.sub(placeholders.tag, text)
    if not is_html and "[!" in text:
        text = _ALERT.sub(r"\1", text)
    if not is_html and "{#" in text:
        text = _HEADING_ID.sub("", text)
    html = text if is_html else plain_html(text) if is_plain(text) else _PARSER.render(text)

    def as_shown(text: str, *, code: bool) -> str:
        text = placeholders.restore(text, code=code)
        return emoji.emojize(text, language="alias") if emojis and not code else text

    return words(html, as_shown if emojis or placeholders.replaced else None)


def _without_markup(text: str) -> str:
    """Return the text of a value that may have Markdown or HTML in it."""
    return " ".join(texts(_PARSER.renderInline(text)))
