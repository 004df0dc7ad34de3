"""Write the page of each industry and each tag. No source file stands behind them.

Where an author has written a page of that name (``docs/industry/health.md``), that one is
shown instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from markupsafe import Markup
from sphinx.util.osutil import relative_uri

from .cards import card
from .domain import guides
from .nodes import card_image
from .outputs import image_name, is_site
from .resolve import Link, all_terms, grid
from .terms import PLURALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from .terms import Term


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of industries and tags, in every build: they are few and have no source."""
    if not is_site(app.builder):
        return
    for name, term in guides(app.env).made_pages().items():
        yield (
            name,
            {
                "title": Markup.escape(term.title),
                "body": _body(app, term),
                "guide_description": _description(app, term),
                "display_toc": False,
                "toc": "",
            },
            "page.html",
        )


_LONGEST = 200


def _description(app: Sphinx, term: Term) -> str:
    titles = ", ".join(guides(app.env).title(name) for name in term.guides)
    text = f"Career guides under {term.title}: {titles}."
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _body(app: Sphinx, term: Term) -> str:
    """Return a heading, the cards of the guides, and the way to the others of its kind."""
    domain, builder = guides(app.env), app.builder
    link = Link(builder, term.docname)
    found = [card(domain, name, with_image=True) for name in term.guides]
    title = nodes.title("", term.title)
    section = nodes.section("", title, ids=["guides"])
    section += grid(found, link, {})
    for image in section.findall(card_image):
        # As it stands in the output: pages of this kind have no images of their own.
        path = f"_images/{quote(image_name(image['uri']))}"
        image["uri"] = relative_uri(builder.get_target_uri(term.docname), path)
    others = [
        [other.name, other.docname, len(other.guides)]
        for other in domain.terms().values()
        if other.kind == term.kind
    ]
    if len(others) > 1:
        section += nodes.rubric("", f"All {PLURALS[term.kind]}")
        section += all_terms(others, link, {})
    return fragment(builder, section)


def fragment(builder: Any, node: nodes.Node) -> str:
    """Return the HTML of a part of a page without a source."""
    # Sphinx sets them before it writes the first page, and a build may write none.
    for table in ("secnumbers", "fignumbers"):
        if not hasattr(builder, table):
            setattr(builder, table, {})
    return str(builder.render_partial(node)["fragment"])
