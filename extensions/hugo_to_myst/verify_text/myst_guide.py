"""The words that readers of a guide see."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from .html_words import WORD, words

if TYPE_CHECKING:
    from collections.abc import Sequence


_SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: Directives whose argument is a title.
_TITLED = {
    "admonition", "dropdown", "tab-item", "card", "list-table", "table", "grid-item-card", "rubric",
}  # fmt: skip
_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.S | re.M)


def words_of_guide(text: str, heading: str = "") -> list[str]:
    """Return the words that readers of a guide see, except its title.

    :param heading: the heading of the page that became the title.
    """
    front = _FRONT_MATTER.match(text)
    values: dict[str, Any] = yaml.load(front[1], _SAFE_LOADER) if front else {}  # noqa: S506 - safe
    body = text[front.end() :] if front else text
    figure, next_key = values.get("figure"), values.get("next")
    caption = figure.get("caption", "") if isinstance(figure, dict) else ""
    found = WORD.findall(heading.casefold())
    found += words(_PARSER.renderInline(caption)) if caption else []
    found += words(_PARSER.render(body))
    if isinstance(next_key, dict):
        label = WORD.findall(next_key.get("label", "").casefold())
        found += label if label[:1] == ["next"] else ["next", *label]
    return found


def _role(_self: Any, tokens: Sequence[Any], at: int, *_: Any) -> str:
    text = tokens[at].content
    if tokens[at].meta["name"] == "abbr":
        text = re.sub(r"\s*\([^()]*\)$", "", text)
    return html.escape(text)


def _fence(_self: Any, tokens: Sequence[Any], at: int, *_: Any) -> str:
    """Render a fence as MyST does: code, raw HTML or a directive."""
    info, text = tokens[at].info.strip(), tokens[at].content
    name, _, argument = info.partition(" ")
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
    title = _PARSER.renderInline(argument) if name in _TITLED else ""
    return f"<p>{title}</p>{_PARSER.render(body)}"


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for plugin in (deflist_plugin, tasklists_plugin, colon_fence_plugin, myst_block_plugin,
                   myst_role_plugin, attrs_block_plugin):  # fmt: skip
        plugin(md)
    attrs_plugin(md, spans=True)
    footnote_plugin(md, inline=False)
    for name in ("fence", "colon_fence"):
        md.add_render_rule(name, _fence)
    md.add_render_rule("myst_role", _role)
    for name in ("myst_line_comment", "myst_target", "myst_block_break", "footnote_ref",
                 "footnote_anchor"):  # fmt: skip
        md.add_render_rule(name, lambda *_: "")
    return md


_PARSER = _parser()
