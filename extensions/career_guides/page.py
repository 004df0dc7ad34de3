"""What a page's template needs from its guide: head, logo, footer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup

from . import repository
from .domain import guides
from .navigation import Item, links, set_neighbours
from .outputs import image_name, is_site
from .pages import title_from_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx

    from .catalogue import Entry
    from .files import Image, Logo


#: Listings that are tables.
TABLES = {"compare", "occupations"}


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Set what our templates show. Pages without a source have no guide, but have a logo."""
    domain = guides(app.env)
    entry = domain.catalogue.entries.get(pagename) if doctree is not None else None
    logo = entry.logo if entry else domain.logo(app.config.guides_logo)
    context["guide_logo"] = logo_images(app, logo, context["pathto"]) if logo else []
    context["guide_footer"] = None
    context["guide_improve"] = {}
    # Anything printable may stand in a title: Sphinx takes the meta tags as they are.
    context["metatags"] = Markup(context.get("metatags", ""))
    shows = domain.shows.get(pagename, ())
    if entry is None or doctree is None or app.builder.name == "epub":
        return  # a book has neither a head that anybody searches nor a footer
    if any(kind == "listing" and name in TABLES for kind, name, _request in shows):
        for script in ("sortable.min.js", "tables.js"):
            app.add_js_file(script, loading_method="defer")
    set_neighbours(app, pagename, context)
    if is_site(app.builder):  # a page of its own has a file of its own
        context["guide_improve"] = repository.links(app, pagename, entry.title)
    context["metatags"] += head(app, entry, context)
    if entry.guide.include_footer:
        context["guide_footer"] = footer(app, context["pathto"])


def logo_images(
    app: Sphinx, logo: Logo, pathto: Callable[..., str]
) -> list[dict[str, str | int | None]]:
    """Return the attributes of the logo's images: light, then dark where there is one."""
    is_sites = logo.name == app.config.guides_logo
    alt = app.config.project if is_sites else title_from_name(logo.name)

    def attributes(image: Image, variant: str) -> dict[str, str | int | None]:
        src = pathto("_images/" + quote(image_name(image.path)), resource=True)
        classes = f"sidebar-logo {variant}".rstrip()
        return {
            "src": src,
            "class": classes,
            "alt": alt,
            "width": image.width,
            "height": image.height,
        }

    if logo.dark is None:
        return [attributes(logo.light, "")]
    return [attributes(logo.light, "only-light"), attributes(logo.dark, "only-dark")]


def head(app: Sphinx, entry: Entry, context: dict[str, Any]) -> Markup:
    """Return the guide's meta tags and its JSON-LD.

    Open Graph: https://ogp.me/; ``Article`` and ``WebSite``: https://schema.org/.
    """
    config = app.config
    description = entry.guide.description or ""
    address = context.get("pageurl") or ""
    is_home = entry.docname == config.root_doc
    image = ""
    # Social networks show no SVG.
    if address and entry.image and not entry.image.path.endswith(".svg"):
        image = f"{config.html_baseurl.rstrip('/')}/_images/{quote(image_name(entry.image.path))}"
    tags = Markup()
    if description and 'name="description"' not in context["metatags"]:
        tags += Markup('<meta name="description" content="{}" />\n').format(description)
    properties = {
        "og:type": "website" if is_home else "article",
        "og:title": entry.title,
        "og:description": description,
        "og:url": address,
        "og:image": image,
        "og:image:alt": (entry.guide.figure.alt or "") if image and entry.guide.figure else "",
        "og:site_name": config.project,
    }
    for name, value in properties.items():
        if value and f'property="{name}"' not in context["metatags"]:
            tags += Markup('<meta property="{}" content="{}" />\n').format(name, value)
    site = {"@type": "WebSite", "name": config.project, "url": config.html_baseurl}
    article = {
        "@type": "Article",
        "headline": entry.title,
        "description": description,
        "inLanguage": context["language"],
        "url": address,
        "image": image,
        "isPartOf": _present(site),
    }
    data = {**site, "description": description} if is_home else article
    return tags + json_ld(_present({"@context": "https://schema.org", **data}))


def _present(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}


def json_ld(data: dict[str, Any]) -> Markup:
    """Return *data* as a script element that no value in it can close."""
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup('<script type="application/ld+json">{}</script>\n').format(Markup(text))


def footer(app: Sphinx, pathto: Callable[..., str]) -> dict[str, Any]:
    """Return what the site footer shows, from ``guides_footer`` in ``conf.py``."""
    domain = guides(app.env)
    wanted = app.config.guides_footer
    logo = domain.logo(wanted.get("logo") or app.config.guides_logo)

    def anchors(items: tuple[Item, ...]) -> list[dict[str, str]]:
        return [{"href": item.url or pathto(item.docname), "title": item.title} for item in items]

    return {
        "logo": logo_images(app, logo, pathto) if logo else [],
        "text": wanted.get("text", ""),
        "columns": [
            {
                "title": column.get("title", ""),
                "links": anchors(links(domain, column.get("links", ()))),
            }
            for column in wanted.get("columns", ())
        ],
        "social": anchors(links(domain, wanted.get("social", ()))),
    }
