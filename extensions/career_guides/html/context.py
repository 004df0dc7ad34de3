"""Set what a page's template needs: its head, and the logo and footer of its guide."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx.locale import _

from career_guides.build import NOT_FOUND
from career_guides.content.page import title_from_name
from career_guides.domain import guides
from career_guides.events import Priority
from career_guides.listings.comparable import MARK, Marks
from career_guides.listings.registry import LISTINGS
from career_guides.output.names import image_uri, is_site
from career_guides.output.urls import pathto

from . import edit_links, furo_words
from .breadcrumbs import set_where
from .head import set_head
from .pager import set_neighbours
from .sidebar import Item, links

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx

    from career_guides.catalogue.assets import Image, Logo
    from career_guides.domain import GuideDomain


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Set what our templates show. Pages without a source file have a logo, but no guide."""
    domain = guides(app.env)
    entry = domain.build.catalogue.entries.get(pagename) if doctree is not None else None
    logo = entry.logo if entry else domain.build.logo(app.config.guides_logo)
    to = pathto(app, pagename, context)
    context["guide_logo"] = logo_images(app, logo, to) if logo else []
    context["guide_footer"] = None
    context["guide_improve"] = {}
    if app.builder.name == "epub":
        return  # an EPUB has no footer, and search engines do not read its head
    if "furo_version" in context and domain.build.of(furo_words.is_needed):
        context["guide_furo_words"] = furo_words.translate
    set_where(app, pagename, context, doctree)
    listings = domain.listings.get(pagename, ())
    kinds = [LISTINGS[kind] for kind, _request in listings]
    context["guide_is_wide"] = any(kind.is_wide for kind in kinds)
    scripts = dict.fromkeys(name for kind in kinds for name in kind.scripts)
    styles = dict.fromkeys(name for kind in kinds for name in kind.styles)
    for script in scripts:
        app.add_js_file(script, loading_method="defer")
    if is_site(app.builder) and has_marks(domain, context.get("body") or ""):
        # After the scripts that make places for marks.
        app.add_js_file("choose.js", loading_method="defer", **marking(domain, to))
        styles["choose.css"] = None
    for style in styles:
        app.add_css_file(style, priority=Priority.STYLE_SHEET)
    if entry is not None:
        set_neighbours(app, pagename, context)
        if is_site(app.builder):  # each page is a file with an address
            context["guide_improve"] = edit_links.links(app, pagename, entry.title)
        if entry.guide.include_footer:
            context["guide_footer"] = footer(app, to)
    is_ours = pagename in {NOT_FOUND, "search"} or domain.build.is_generated(pagename)
    if doctree is None and is_ours and app.config.guides_footer:
        context["guide_footer"] = footer(app, to)
    set_head(app, pagename, context)


def has_marks(domain: GuideDomain, body: str) -> bool:
    """Return whether readers can mark careers on a page."""
    has_places = f'class="{MARK}"' in body or f'data-{MARK}="' in body
    return has_places and bool(domain.build.of(Marks).page)


def marking(domain: GuideDomain, to: Callable[..., str]) -> dict[str, Any]:
    """Return the attributes of the script with which readers mark careers to compare them."""
    words = {
        "compare": _("Compare"), "careers": _("Careers to compare"),
        "marked": _("{0} of {1} careers marked"), "more": _("Mark one more to compare them."),
        "most": _("These are {0} careers, the most that can be compared. Remove one first."),
        "remove": _("Remove"), "clear": _("Remove all"), "beside": _("Side by side"),
    }  # fmt: skip
    page = to(domain.build.of(Marks).page)
    return {"data-page": page, "data-words": json.dumps(words, ensure_ascii=False)}


def logo_images(
    app: Sphinx, logo: Logo, to: Callable[..., str]
) -> list[dict[str, str | int | None]]:
    """Return the attributes of the logo's images: light, then dark if there is one."""
    is_site_logo = logo.name == app.config.guides_logo
    alt = app.config.project if is_site_logo else title_from_name(logo.name)

    def attributes(image: Image, variant: str) -> dict[str, str | int | None]:
        src = to(image_uri(image.path), resource=True)
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


def footer(app: Sphinx, to: Callable[..., str]) -> dict[str, Any]:
    """Return what the site footer shows, from ``guides_footer`` in ``conf.py``."""
    domain = guides(app.env)
    wanted = app.config.guides_footer
    logo = domain.build.logo(wanted.get("logo") or app.config.guides_logo)

    def anchors(items: tuple[Item, ...]) -> list[dict[str, str]]:
        return [{"href": item.url or to(item.docname), "title": item.title} for item in items]

    return {
        "logo": logo_images(app, logo, to) if logo else [],
        # Not an empty footer where conf.py says nothing.
        "text": domain.build.translations.of_site(wanted.get("text", ""))
        or ("" if wanted else app.config.project),
        "columns": [
            {
                "title": domain.build.translations.of_site(column.get("title", "")),
                "links": anchors(links(domain, column.get("links", ()))),
            }
            for column in wanted.get("columns", ())
        ],
        "social": anchors(links(domain, wanted.get("social", ()))),
    }
