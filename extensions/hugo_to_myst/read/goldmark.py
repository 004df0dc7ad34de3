"""Render Markdown as Hugo's Goldmark does, to HTML with the line that each element came from."""

from __future__ import annotations

import html
import re
from functools import partial
from typing import TYPE_CHECKING, Any

import emoji
from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from .heading_ids import add_ids
from .html_tree import LINE, PREFIX
from .start_tags import fix_start_tags
from .struck import single_tildes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from hugo_to_myst.findings import PageLog

    from .config import Config


#: One of them is in every text that has code in it.
_MARKS_OF_CODE = ("`", "~~~", "    ", "\t")
#: The characters that the rules below act on. By default, others stop the parser, too, and all
#: rules are tried at each of them.
_TERMINATORS = re.compile(r"[\n!&*:<\[\\\]_`~]")


class _Markdown(MarkdownIt):
    """Accepts every address; those that run code are dropped and reported later."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        """Accept any address."""
        del url
        return True

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        """Show an address as it was typed."""
        return link


class _LinkifyIt(LinkifyIt):  # type: ignore[misc] # it has no types
    """Looks for addresses only where there may be one, which halves the time of the parser."""

    def pretest(self, text: str) -> bool:
        """Return whether a text may have an address in it."""
        may = "//" in text or "@" in text or "www." in text
        return may and bool(super().pretest(text))


def parser(config: Config) -> MarkdownIt:
    """Return a parser with Hugo's defaults and the site's own settings.

    https://gohugo.io/configuration/markup/#goldmark
    """
    options = {"html": True, "breaks": config.hard_wraps, "linkify": True}
    md = _Markdown("commonmark", options)
    md.inline.terminator_re = _TERMINATORS
    on = config.extensions
    md.enable([n for n in ("table", "strikethrough") if on.get(n, True)])
    if on.get("linkify", True):
        md.enable("linkify")
        md.linkify = _LinkifyIt()
        md.linkify.set({"fuzzy_link": False, "fuzzy_email": True})
        md.linkify.add("www.", {"validate": _www, "normalize": _with(config.linkify_protocol)})
    if on.get("footnote", True):
        footnote_plugin(md, inline=False)
        for name, rule in _FOOTNOTES.items():
            md.add_render_rule(name, rule)
    if on.get("definitionlist", True):
        deflist_plugin(md)
    if on.get("tasklist", True):
        tasklists_plugin(md)
    if on.get("strikethrough", True):
        single_tildes(md)
    md.core.ruler.push("hugo_ids", partial(add_ids, config))
    md.core.ruler.push("hugo_lines", _lines)
    if config.emoji:
        md.core.ruler.push("hugo_emoji", _emoji)
    for name, rule in _HTML_AND_CODE.items():
        md.add_render_rule(name, rule)
    return md


def render(
    md: MarkdownIt, text: str, lines: Sequence[int], log: PageLog, shared: dict[str, Any]
) -> str:
    """Render Markdown to HTML.

    :param lines: the line in the file of each line of the text.
    :param shared: the link definitions and the ids of the whole page, shared with the text inside
        shortcodes.
    """
    env: dict[str, Any] = {"lines": lines, "log": log, **shared}
    rendered = str(md.render(text, env))
    for label, uses in env.get("footnotes", {}).get("refs", {}).items():
        if uses == -1:
            log("footnote", lines[0], f"[^{label[1:]}]", "dropped: nothing refers to it")
    return rendered


def numbers_in_code(md: MarkdownIt, text: str, pattern: re.Pattern[str]) -> set[int]:
    """Return the numbers that a pattern finds inside code."""
    found: set[int] = set()
    if not any(mark in text for mark in _MARKS_OF_CODE):
        return found
    for token in md.parse(text):
        for part in (token, *(token.children or ())):
            if part.type in ("fence", "code_block", "code_inline"):
                found.update(map(int, pattern.findall(part.content + part.info)))
    return found


def _www(_linkify: Any, text: str, at: int) -> int:
    found = re.compile(r"[\w-]+(\.[\w-]+)+(/[^\s<>]*[^\s<>.,;:!?)\]\"'])?").match(text, at)
    return len(found[0]) if found else 0


def _with(scheme: str) -> Callable[[Any, Any], None]:
    """Return a function that puts a scheme before an address."""

    def normalize(_linkify: Any, match: Any) -> None:
        match.url = f"{scheme}://{match.url}"

    return normalize


def _lines(state: StateCore) -> None:
    """Add to every token the line in the file that it begins on."""
    lines = state.env.get("lines") or [0]

    def line(number: int) -> int:
        return int(lines[min(number, len(lines) - 1)])

    for token in state.tokens:
        if not token.map:
            continue
        at = token.map[0]
        token.meta["line"] = line(at)
        if token.nesting == 1 or token.type in ("hr", "fence", "code_block"):
            token.attrSet(LINE, str(token.meta["line"]))
        for child in token.children or ():
            if child.type == "text":
                continue
            child.meta["line"] = line(at)
            if child.type in ("link_open", "image"):
                child.attrSet(LINE, str(line(at)))
            if child.type == "image" and not child.content:
                child.attrSet(f"{PREFIX}bare", "")  # unlike alt="", it says nothing on purpose
            if child.type in ("softbreak", "hardbreak"):
                at += 1
            at += child.content.count("\n") if child.type in ("html_inline", "code_inline") else 0


def _emoji(state: StateCore) -> None:
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text" and child.content.count(":") > 1:
                child.content = emoji.emojize(child.content, language="alias")


def _html(_self: RendererHTML, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    return fix_start_tags(tokens[at].content, tokens[at].meta.get("line", 0), env["log"])


def _fence(_self: RendererHTML, tokens: Sequence[Token], at: int, _options: Any, _env: Any) -> str:
    token = tokens[at]
    info = html.escape(html.unescape(token.info.strip()))
    line = token.meta.get("line", 0)
    code = html.escape(token.content)
    return f'<pre {LINE}="{line}" {PREFIX}info="{info}"><code>{code}</code></pre>\n'


def _label(note: Token) -> str:
    return f'{PREFIX}label="{html.escape(str(note.meta.get("label") or note.meta.get("id")))}"'


def _footnote_ref(
    _self: RendererHTML, tokens: Sequence[Token], at: int, _options: Any, _env: Any
) -> str:
    return f"<hugo-note-ref {_label(tokens[at])}></hugo-note-ref>"


def _footnote_open(
    _self: RendererHTML, tokens: Sequence[Token], at: int, _options: Any, _env: Any
) -> str:
    return f"<hugo-note {_label(tokens[at])}>"


#: The functions that render footnotes, by the type of token.
_FOOTNOTES: dict[str, Callable[..., str]] = {
    "footnote_ref": _footnote_ref,
    "footnote_block_open": lambda *_: "<hugo-notes>\n",
    "footnote_block_close": lambda *_: "</hugo-notes>\n",
    "footnote_open": _footnote_open,
    "footnote_close": lambda *_: "</hugo-note>\n",
    "footnote_anchor": lambda *_: "",
}
_HTML_AND_CODE: dict[str, Callable[..., str]] = {
    "html_block": _html,
    "html_inline": _html,
    "fence": _fence,
    "code_block": _fence,
}
