"""Check that a guide says the words that readers of the old page saw, in their order.

This shares no code with the reading and writing that it checks: the page is rendered anew, with
plain markdown-it and the visible arguments of shortcodes in their places; the guide is read back
by the rules of MyST.
"""

from __future__ import annotations

import html
import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import emoji
import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.tasklists import tasklists_plugin
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode


_WORD = re.compile(r"[^\W_]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u2060]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNSEEN = {"script", "style", "template", "title", "head", "noframes", "iframe"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "acronym",
}  # fmt: skip
_TITLED = {
    "admonition", "dropdown", "tab-item", "card", "list-table", "table", "grid-item-card", "rubric",
}  # fmt: skip
_FRONT = re.compile(r"\A---\n(.*?)^---\n", re.S | re.M)
_CALL = r"""\{\{(?P<k>[<%%])\s*%s(?P<a>(?:"(?:\\.|[^"\\])*"|`[^`]*`|[^"`])*?)[>%%]\}\}"""
_ANY = re.compile(_CALL % r"(?P<c>/?)\s*(?P<n>[^\s\"`=<>%]+)", re.S)
_ESCAPED = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", re.S)
_IDS = re.compile(r"(?<=\S)[ \t]*\{#[^{}\n]*\}[ \t]*$", re.M)
_ALERT = re.compile(r"^(\s*>\s*)\[!\w+\][+-]?", re.M)


def _source_parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for plugin in (deflist_plugin, tasklists_plugin):
        plugin(md)
    return _with_notes(md)


def _with_notes(md: MarkdownIt) -> MarkdownIt:
    footnote_plugin(md, inline=False)
    for name in ("footnote_ref", "footnote_anchor"):
        md.add_render_rule(name, lambda *_: "")
    return md


def _guide_parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for plugin in (deflist_plugin, tasklists_plugin, colon_fence_plugin, myst_block_plugin,
                   myst_role_plugin, attrs_block_plugin):  # fmt: skip
        plugin(md)
    attrs_plugin(md, spans=True)
    for name in ("fence", "colon_fence"):
        md.add_render_rule(name, _fence)
    md.add_render_rule("myst_role", _role)
    for name in ("myst_line_comment", "myst_target", "myst_block_break"):
        md.add_render_rule(name, lambda *_: "")
    return _with_notes(md)


def _role(_self: Any, tokens: Sequence[Any], at: int, *_: Any) -> str:
    text = tokens[at].content
    if tokens[at].meta["name"] == "abbr":
        text = re.sub(r"\s*\([^()]*\)$", "", text)
    return html.escape(text)


def _fence(_self: Any, tokens: Sequence[Any], at: int, *_: Any) -> str:
    """Render a fence of the guide as what MyST makes of it."""
    info, text = tokens[at].info.strip(), tokens[at].content
    name, _, arg = info.partition(" ")
    if not (name.startswith("{") and name.endswith("}")):
        return f"<pre>{html.escape(text)}</pre>"
    name = name[1:-1]
    lines = text.split("\n")
    while lines and re.match(r":[\w-]+:", lines[0]):
        lines.pop(0)
    body = "\n".join(lines)
    if name == "raw":
        return body
    if name in ("code-block", "math"):
        return f"<pre>{html.escape(body)}</pre>"
    title = _GUIDE.renderInline(arg) if name in _TITLED else ""
    return f"<p>{title}</p>{_GUIDE.render(body)}"


_SOURCE = _source_parser()
_GUIDE = _guide_parser()


def of_page(
    body: str,
    shows: Any,
    *,
    is_html: bool = False,
    emojis: bool = False,
    math: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """Give the words that readers of a page saw.

    :param shows: gives the texts that a shortcode shows, by its name and arguments; a blank first
        where it is a block; None where it is kept as it is written.
    :param math: the delimiters of formulas.
    """
    sign = "sh0rtc0de"
    while sign in body:
        sign += "z"
    calls: list[tuple[str, list[str]]] = []

    def put(call: re.Match[str]) -> str:
        texts = shows(call["n"].rstrip("/"), call["a"].strip().removesuffix("/"))
        if texts is None:
            shown = [call[0]]
        else:
            apart = list(texts[:1]) == [" "]  # a block: its tags part words
            shown = [] if call["c"] else [_bare(text) for text in texts]
            shown = ["", *shown, ""] if apart else shown
        calls.append((call[0], shown))
        return f"{sign}{len(calls) - 1}x"

    def put_escaped(call: re.Match[str]) -> str:
        text = f"{{{{{call[1]}{call[2]}{call[3]}}}}}"
        calls.append((text, [text]))
        return f"{sign}{len(calls) - 1}x"

    def put_whole(call: re.Match[str]) -> str:
        calls.append((call[0], [call[0]]))
        return f"{sign}{len(calls) - 1}x"

    text = _ESCAPED.sub(put_escaped, body) if "{{" in body else body
    for left, right in math:  # formulas are no Markdown
        text = re.sub(f"{re.escape(left)}.+?{re.escape(right)}", put_whole, text, flags=re.S)
    for name in {m["n"] for m in _ANY.finditer(text) if m["c"]}:
        if shows(name, "") is None:
            opening = _CALL % (re.escape(name) + r"(?![\w/-])")
            closing = r"\{\{[<%]\s*/\s*" + re.escape(name) + r"\s*[>%]\}\}"
            text = re.sub(f"{opening}.*?{closing}", put_whole, text, flags=re.S)
    text = _ANY.sub(put, text)
    rendered = text if is_html else _SOURCE.render(_IDS.sub("", _ALERT.sub(r"\1", text)))
    pattern = re.compile(rf"{sign}(\d+)x")

    def restored(text: str, *, code: bool) -> str:
        def one(found: re.Match[str]) -> str:
            whole, shown = calls[int(found[1])]
            again = pattern.sub(lambda m: calls[int(m[1])][0], whole)
            return again if code else " ".join(shown)

        text = pattern.sub(one, pattern.sub(one, text))
        return emoji.emojize(text, language="alias") if emojis and not code else text

    return _words(rendered, restored)


def _bare(text: str) -> str:
    """Give the text of a value that may have Markdown or HTML in it."""
    return " ".join(_texts(_SOURCE.renderInline(text), lambda t, **_: t))


def of_guide(text: str, heading: str = "") -> list[str]:
    """Give the words that readers of a guide see, its title excepted.

    :param heading: what the title was before it was one, if it was in the text of the page.
    """
    front = _FRONT.match(text)
    values = _front(front[1]) if front else {}
    body = text[front.end() :] if front else text
    figure, following = values.get("figure"), values.get("next")
    caption = figure.get("caption", "") if isinstance(figure, dict) else ""
    words = _WORD.findall(heading.casefold())
    words += _words(_GUIDE.renderInline(caption)) if caption else []
    words += _words(_GUIDE.render(body))
    if isinstance(following, dict):
        label = _WORD.findall(following.get("label", "").casefold())
        words += label if label[:1] == ["next"] else ["next", *label]
    return words


def _front(text: str) -> dict[str, Any]:
    values: dict[str, Any] = yaml.load(text, _LOADER)  # noqa: S506 - it is the safe one
    return values


def difference(page: list[str], guide: list[str]) -> str:
    """Say where two lists of words differ; nothing where they do not."""
    if page == guide:
        return ""
    matcher = SequenceMatcher(None, page[:4000], guide[:4000], autojunk=False)
    parts = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            before = " ".join(page[max(0, a - 3) : a])
            parts.append(f"after '{before}': '{' '.join(page[a:b][:12])}' is now "
                         f"'{' '.join(guide[c:d][:12])}'")  # fmt: skip
    return "; ".join(parts[:5]) or f"{len(page)} words are now {len(guide)}"


def _words(source: str, change: Any = None) -> list[str]:
    text = _CONTROL.sub("", "".join(_texts(source, change)))
    return _WORD.findall(text.casefold())


def _texts(source: str, change: Any = None) -> list[str]:
    """Give the texts of HTML as a browser shows them, blocks apart from each other."""
    body = LexborHTMLParser(f"<!doctype html><body>{source}").body
    out: list[str] = []
    if body is not None:
        _collect(body, out, change, code=False, depth=0)
    return out


def _collect(node: LexborNode, out: list[str], change: Any, *, code: bool, depth: int) -> None:
    child = node.child
    while child is not None:
        tag = child.tag or ""
        if child.is_text_node:
            text = child.text_content or ""
            out.append(change(text, code=code) if change else text)
        elif child.is_element_node and tag not in _UNSEEN:
            inline = tag in _INLINE
            if not inline:
                out.append(" ")
            if tag == "details" and not child.css("summary"):
                out.append(" Details ")
            if depth > 200:
                out.append(child.text(separator=" "))
            else:
                inside = code or tag in ("code", "pre", "textarea")
                _collect(child, out, change, code=inside, depth=depth + 1)
            if not inline:
                out.append(" ")
        child = child.next
