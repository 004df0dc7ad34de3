"""The words that readers of a guide see."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from .commonmark import is_plain, plain_html
from .html_words import WORD, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_core import StateCore


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
    values, body = front_matter(text)
    html = _around(values, plain_html(body)) if is_plain(body) else guide_html(text)
    return [*WORD.findall(heading.casefold()), *words(html)]


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Split a guide into its keys and its body."""
    front = _FRONT_MATTER.match(text)
    values: dict[str, Any] = yaml.load(front[1], _SAFE_LOADER) if front else {}  # noqa: S506 - safe
    return values, text[front.end() :] if front else text


def guide_html(text: str) -> str:
    """Return what a guide shows below its title, as HTML: figure, body and next link."""
    values, body = front_matter(text)
    # MyST gives every heading an id of its own on the page, that of the title first.
    slugs = [github_slug(str(values.get("title", "")))]
    return _around(values, str(_PARSER.render(body, {"slugs": slugs})))


def _around(values: dict[str, Any], body: str) -> str:
    """Return the HTML of a body between the figure and the next link of its guide."""
    figure, next_key = values.get("figure"), values.get("next")
    out = []
    if isinstance(figure, dict):
        text = figure.get("caption", "")
        caption = plain_html(text) if is_plain(text) else _PARSER.renderInline(text)
        source = html.escape(quote(str(figure.get("image", "")), safe="/@+~:%?=&#"))
        out.append(f'<figure><img src="{source}"><figcaption>{caption}</figcaption></figure>')
    out.append(body)
    if isinstance(next_key, dict):
        label, to = str(next_key.get("label", "")), str(next_key.get("to", ""))
        label = label if WORD.findall(label.casefold())[:1] == ["next"] else f"next {label}"
        out.append(f'<p><a href="{html.escape(_address(to))}">{html.escape(label)}</a></p>')
    return "".join(out)


def github_slug(title: str) -> str:
    """Return the id that MyST gives to a heading.

    https://github.com/executablebooks/MyST-Parser/blob/master/myst_parser/slugs.py
    """
    return re.sub(r"[^\w\u4e00-\u9fff\- ]", "", title.lower().replace(" ", "-"))


def _address(to: str) -> str:
    """Return the address of the guide that the key `next` names."""
    if re.match(r"[a-z][a-z0-9+.-]*:", to):
        return to
    path, mark, fragment = to.partition("#")
    start = "/" if "/" in path and not path.startswith("/") else ""
    return f"{start}{quote(path)}.md{mark}{fragment}"


def _role(_self: Any, tokens: Sequence[Any], at: int, *_: Any) -> str:
    text = tokens[at].content
    if tokens[at].meta["name"] == "abbr":
        text = re.sub(r"\s*\([^()]*\)$", "", text)
    return html.escape(text)


def _fence(_self: Any, tokens: Sequence[Any], at: int, _options: Any, env: Any) -> str:
    """Render a fence as MyST does: code, raw HTML or a directive."""
    info, text = tokens[at].info.strip(), tokens[at].content
    name, _, argument = info.partition(" ")
    if not (name.startswith("{") and name.endswith("}")):
        return f"<pre>{html.escape(text)}</pre>"
    name = name[1:-1]
    lines = text.split("\n")
    options: dict[str, str] = {}
    while lines and (option := re.match(r":([\w-]+):\s*(.*)", lines[0])):
        options[option[1]] = option[2]
        lines.pop(0)
    body = "\n".join(lines)
    if name == "raw":
        return body
    if name in ("code-block", "math"):
        return f"<pre>{html.escape(body)}</pre>"
    if name == "anchor":
        return f'<span id="{html.escape(argument)}"></span>'
    # The definitions of links and notes are those of the whole page.
    inner = _PARSER.render(body, {"references": env.get("references", {}), "slugs": None})
    if name in ("figure", "image"):
        image = f'<img src="{html.escape(argument)}">'
        if target := options.get("target"):
            image = f'<a href="{html.escape(target)}">{image}</a>'
        return f"<figure>{image}<figcaption>{inner}</figcaption></figure>"
    title = _PARSER.renderInline(argument) if name in _TITLED else ""
    return f"<p>{title}</p>{inner}"


def _target(_self: Any, tokens: Sequence[Any], at: int, *_: Any) -> str:
    return f'<span id="{html.escape(tokens[at].content)}"></span>'


def _heading_ids(state: StateCore) -> None:
    """Give headings the ids that MyST gives them."""
    slugs = state.env.get("slugs")
    if slugs is None:
        return
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open":
            shown = [c for c in inline.children or () if c.type in ("text", "code_inline")]
            slug = first = github_slug("".join(c.content for c in shown))
            for n in range(1, 10_000):
                if slug not in slugs:
                    break
                slug = f"{first}-{n}"
            slugs.append(slug)
            opening.attrSet("id", slug)


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
    md.add_render_rule("myst_target", _target)
    md.core.ruler.push("heading_ids", _heading_ids)
    for name in ("myst_line_comment", "myst_block_break", "footnote_ref",
                 "footnote_anchor"):  # fmt: skip
        md.add_render_rule(name, lambda *_: "")
    return md


_PARSER = _parser()
