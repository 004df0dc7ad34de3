"""Metadata in a page's head: description, Open Graph, X, JSON-LD, alternate formats.

Open Graph: https://ogp.me/; cards of X (Twitter): https://developer.x.com/en/docs/x-for-websites/cards.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from sphinx.locale import _

from career_guides.build import NOT_FOUND
from career_guides.domain import guides
from career_guides.exports import feed
from career_guides.exports.markdown import text_uri
from career_guides.images.social_cards import card_of
from career_guides.images.social_drawing import HEIGHT, WIDTH
from career_guides.output.names import image_uri, is_site
from career_guides.output.scripts import for_script
from career_guides.output.urls import absolute, of_page, pathto

from .breadcrumbs import trail
from .json_ld import structured

if TYPE_CHECKING:
    from sphinx.application import Sphinx


#: Pages that search engines should not list; Furo marks the search page itself.
UNLISTED = {"genindex", NOT_FOUND}


def shown(app: Sphinx, docname: str) -> list[Any]:
    """Return what the head of *docname* takes from elsewhere: its breadcrumbs, its social card."""
    card = card_of(app, docname)
    return [trail(guides(app.env), docname), card and card.path]


def set_head(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Add our tags to the head of any page, without those that another extension has written.

    The description is the exception: readers find that of the guide, and no other, in each tag.

    :param context: the context of its template; ``metatags`` is HTML, without being ``Markup``,
        which would escape what another handler adds
    """
    domain, config = guides(app.env), app.config
    is_content = pagename in app.env.all_docs or domain.build.is_generated(pagename)
    if pagename == NOT_FOUND:
        context["pageurl"] = None  # it has no address of its own
    elif pagename == config.root_doc and is_site(app.builder) and context.get("pageurl"):
        context["pageurl"] = of_page(app, pagename)
    written = str(context.get("metatags", ""))
    # Sphinx's own pages set their titles in templates; the titles in the context are HTML.
    titles = {"genindex": _("Index"), "search": _("Search")}
    heading = Markup(context.get("title", "")).striptags() or titles.get(pagename, "")
    title = domain.title(pagename) if is_content else heading or config.project
    description = domain.description(pagename) or context.get("guide_description", "")
    if description:
        written = without_descriptions(written)
    else:
        description = description_in(written)
    is_home = pagename == config.root_doc
    image = picture(app, pagename if is_content else config.root_doc)
    has_image = image or 'property="og:image"' in written
    shown_image = {} if 'property="og:image"' in written else image
    entry = domain.build.catalogue.entries.get(pagename)
    reviewed = entry.guide.last_reviewed if entry else None
    names = {
        "robots": "noindex" if pagename in UNLISTED else "",
        "description": description,
        "twitter:card": "summary_large_image" if has_image else "summary",
        "twitter:title": title,
        "twitter:description": description,
        "twitter:image": shown_image.get("og:image", ""),
        "twitter:image:alt": shown_image.get("og:image:alt", ""),
    }
    properties = {
        "og:type": "article" if entry and not is_home else "website",
        "og:title": title,
        "og:description": description,
        "og:url": context.get("pageurl") or "",
        "og:site_name": config.project,
        **shown_image,
        "article:modified_time": reviewed.isoformat() if reviewed and not is_home else "",
    }
    # A tag in another language does not count.
    known = re.sub(r"<meta [^>]*\blang=[^>]*>", "", written)
    tags = "".join(
        f'<meta {attribute}="{name}" content="{escape(value)}" />\n'
        for attribute, found in (("name", names), ("property", properties))
        for name, value in found.items()
        if value and f'{attribute}="{name}"' not in known
    )
    tags += alternates(app, pagename, context)
    if is_content and pagename != NOT_FOUND:
        tags += json_ld(structured(app, pagename, description, image.get("og:image", "")))
    context["metatags"] = written + tags


# As docutils and sphinxext-opengraph write them. One in another language is not that of the page.
_DESCRIPTION = re.compile(
    r'<meta (?=[^>]*(?:name|property)="(?:og:|twitter:)?description")(?![^>]*\blang=)[^>]*>\n?'
)


def without_descriptions(tags: str) -> str:
    """Return HTML of a head without the descriptions of the page."""
    return _DESCRIPTION.sub("", tags)


def description_in(tags: str) -> str:
    """Return the description of the page in HTML of a head, as ``.. meta::`` writes it."""
    found = (tag[0] for tag in _DESCRIPTION.finditer(tags))
    tag = next((tag for tag in found if 'name="description"' in tag), "")
    content = re.search(r'\bcontent="([^"]*)"', tag)
    return html.unescape(content[1]) if content else ""


def picture(app: Sphinx, docname: str) -> dict[str, str]:
    """Return the properties of a page's image: its social card, or else its figure."""
    domain, config = guides(app.env), app.config
    if card := card_of(app, docname):
        alt = (
            f"{card.content.line}: {card.content.title}"
            if card.content.line
            else card.content.title
        )
        return {
            "og:image": absolute(config, card.path),
            "og:image:type": "image/png",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": alt,
        }
    entry = domain.build.catalogue.entries.get(docname)
    # Social networks do not show SVG.
    if not entry or not entry.image or entry.image.path.endswith(".svg"):
        return {}
    address = absolute(config, image_uri(entry.image.path))
    alt = (entry.guide.figure.alt if entry.guide.figure else "") or ""
    return {"og:image": address, "og:image:alt": alt} if address else {}


def alternates(app: Sphinx, pagename: str, context: dict[str, Any]) -> str:
    """Return links to the feed and to the Markdown of a guide."""
    found = []
    if not is_site(app.builder):
        return ""
    if feed.has_feed(app):
        found.append(("application/atom+xml", feed.PATH, app.config.project))
    if path := text_uri(app, pagename):
        found.append(("text/markdown", path, ""))
    to = pathto(app, pagename, context)
    tags = ""
    for kind, path, title in found:
        titled = f' title="{escape(title)}"' if title else ""
        link = escape(to(path, resource=True))
        tags += f'<link rel="alternate" type="{kind}"{titled} href="{link}" />\n'
    return tags


def json_ld(data: dict[str, Any]) -> str:
    """Return *data* as a script element."""
    return f'<script type="application/ld+json">{for_script(data)}</script>\n'
