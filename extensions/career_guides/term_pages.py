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
from .resolve import Link, grid

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
    """Return a heading and the cards of the guides.

    Not the others of its kind: that would be all terms on the pages of all terms.
    """
    builder: Any = app.builder
    found = [card(guides(app.env), name, with_image=True) for name in term.guides]
    cards = nodes.container("", *grid(found, Link(builder, term.docname), {}))
    for image in cards.findall(card_image):
        # As it stands in the output: pages of this kind have no images of their own.
        path = f"_images/{quote(image_name(image['uri']))}"
        image["uri"] = relative_uri(builder.get_target_uri(term.docname), path)
    # No title among the nodes: its number would be looked for in the page that was written last.
    html = Markup(builder.render_partial(cards)["fragment"])
    return Markup('<section id="guides">\n<h1>{}</h1>\n{}</section>\n').format(term.title, html)
