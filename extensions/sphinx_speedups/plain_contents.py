"""A page's table of contents in HTML, where its headings are plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.writers import _html_base, html5_polyglot
from sphinx import addnodes
from sphinx.builders import dirhtml, html
from sphinx.writers import html5

from . import html_builder
from .patches import Patch, defined_in

if TYPE_CHECKING:
    from .patches import Build


_FRAGMENT = re.compile(r"#[\w.:-]*", re.ASCII)
_STEPS = ("visit", "depart")
_KINDS = (
    "document", "bullet_list", "list_item", "compact_paragraph", "reference", "Text", "toctree"
)  # fmt: skip


def contents(build: Build | None, original: Any) -> Any:
    """Return what a builder renders, plain tables of contents without a translator."""

    def render_partial(node: nodes.Node | None) -> Any:
        parts: list[str] = []
        if add_list(node, parts):
            return {"fragment": "".join(parts), "title": ""}
        return original(node)

    return render_partial


def add_list(node: Any, parts: list[str]) -> bool:
    """Add a list of links in HTML as Sphinx writes it; return whether it has nothing else."""
    if not is_bare(node, nodes.bullet_list):
        return False
    if len(node) == 1 and isinstance(node[0], addnodes.toctree):
        return True  # Sphinx leaves it out
    parts.append("<ul>\n")
    has_links = all(add_item(item, parts) for item in node.children)
    parts.append("</ul>\n")
    return has_links


def add_item(item: Any, parts: list[str]) -> bool:
    """Add an item of such a list, with the lists in it."""
    link = link_of(item)
    if link is None:
        return False
    text = link.astext().translate(html5.HTML5Translator.special_characters)
    parts.append(f'<li><a class="reference internal" href="{link["refuri"]}">{text}</a>')
    has_lists = all(add_list(each, parts) for each in item.children[1:])
    parts.append("</li>\n")
    return has_lists


def link_of(item: Any) -> nodes.reference | None:
    """Return the link that an item begins with; ``None`` if it is not a plain one alone."""
    paragraph: Any = item[0] if is_bare(item, nodes.list_item) else None
    if not is_bare(paragraph, addnodes.compact_paragraph) or len(paragraph) > 1:
        return None
    link = paragraph[0]
    return link if type(link) is nodes.reference and is_plain(link) else None


def is_bare(node: Any, kind: type[nodes.Element]) -> bool:
    """Return whether a node is of a kind, has children, and no attributes such as classes."""
    return type(node) is kind and bool(node.children) and not any(node.attributes.values())


def is_plain(link: nodes.reference) -> bool:
    """Return whether a link leads to a place on the page, and has text alone."""
    given = {name: value for name, value in link.attributes.items() if value}
    uri = given.pop("refuri", "")
    return (
        given.pop("internal", False) is True
        and given.keys() <= {"anchorname"}
        and bool(_FRAGMENT.fullmatch(uri))
        and all(type(child) is nodes.Text for child in link.children)
    )


def with_sphinxs_lists(build: Build) -> Any:
    """Return the builder, if lists of links in HTML are as Sphinx has them."""
    builder = html_builder.without_translator(build)
    if builder is None or html_builder.handled(build) & {*_KINDS}:
        return None
    is_own = defined_in(html5, _html_base, html5_polyglot)
    visitor = html5.HTML5Translator
    methods = [getattr(visitor, f"{step}_{kind}", None) for kind in _KINDS for step in _STEPS]
    return builder if all(map(is_own, filter(None, methods))) else None


SPEEDUPS = (
    Patch(
        "plain_contents", with_sphinxs_lists, "render_partial", contents,
        defined_in(html, dirhtml, html_builder),
        "a document, twenty transforms and a translator are made for the contents of each page",
    ),
)  # fmt: skip
