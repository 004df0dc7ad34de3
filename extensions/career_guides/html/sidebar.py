"""The navigation in the sidebar: the career's drawer, in O(career) rather than O(site)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape
from sphinx.locale import _

from career_guides.catalogue.targets import TargetError, find_target
from career_guides.domain import guides
from career_guides.output.urls import pathto

from . import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from career_guides.domain import GuideDomain


class Item(NamedTuple):
    """A link in the navigation, to a page of the site or to an address."""

    docname: str
    url: str
    title: str


class Drawer(NamedTuple):
    """What the drawer of a page lists.

    :param title: the career's name
    :param items: its landing page first, then its guides in order
    """

    title: str
    items: tuple[Item, ...]


def drawer(domain: GuideDomain, docname: str) -> Drawer | None:
    """Return the drawer of *docname*; ``None`` where ``sidebar`` is not true."""
    # Pages without a source file have no guide: no need to load the catalogue for them.
    entry = domain.build.catalogue.entries.get(docname) if docname in domain.env.all_docs else None
    if entry is None or not entry.guide.sidebar:
        return None
    career = domain.build.catalogue.careers[entry.career]
    names = ((career.index,) if career.index else ()) + career.guides
    return Drawer(career.title, tuple(Item(name, "", domain.title(name)) for name in names))


def links(domain: GuideDomain, wanted: Sequence[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Return the links that ``conf.py`` asks for, without those to pages that do not exist.

    A source folder need not have every page that the configuration links to.
    """
    found = []
    for link in wanted:
        try:
            target = find_target(str(link["url"]), "", domain.env.found_docs)
        except TargetError:
            continue
        given = domain.build.translations.of_site(str(link.get("title") or ""))
        title = given or domain.title(target.docname)
        found.append(Item(target.docname, target.url, title))
    return tuple(found)


def render(
    config: Config, domain: GuideDomain, docname: str, pathto: Callable[[str], str]
) -> Markup:
    """Return the HTML of the sidebar's navigation.

    :param pathto: returns the address of a page, relative to this one
    """
    parts = []
    site = links(domain, config.guides_navbar)
    if site:
        parts.append(_nav("site-nav", _("Site"), site, docname, pathto, heading=False))
    if found := drawer(domain, docname):
        # No heading is needed above a landing page with the career's own name.
        heading = found.items[0].title != found.title
        parts.append(_nav("guide-nav", found.title, found.items, docname, pathto, heading=heading))
    return Markup("\n").join(parts)


def _nav(
    name: str,
    label: str,
    items: Sequence[Item],
    current: str,
    pathto: Callable[[str], str],
    *,
    heading: bool,
) -> Markup:
    # The classes inside are Furo's, so that its style sheet applies.
    rows = []
    for item in items:
        is_current = item.docname == current
        address = item.url or ("#" if is_current else pathto(item.docname))
        here = (" current current-page", ' aria-current="page"') if is_current else ("", "")
        kind = "external" if item.url else "internal"
        # Not format(), which takes ten times as long: there are many of these links.
        rows.append(
            f'<li class="toctree-l1{here[0]}"><a class="reference {kind}"'
            f' href="{escape(address)}"{here[1]}>{escape(item.title)}</a></li>'
        )
    label = escape(label)
    caption = f'<p class="caption"><span class="caption-text">{label}</span></p>' if heading else ""
    return Markup(
        f'<nav class="{name}" aria-label="{label}">{caption}<ul>{"".join(rows)}</ul></nav>'
    )


def on_html_page_context_early(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Keep Furo from asking for the whole site's toctree on every page.

    Runs before Furo's handler (500), which renders and parses whatever ``toctree`` returns.
    Pages that are not guides keep their toctree, collapsed to the branch that they are in. So do
    guides in other themes, which show no drawer.
    """
    if not theme.is_furo(app):
        return
    whole = context.get("toctree")
    plain = doctree is not None and pagename not in guides(app.env).build.catalogue.entries
    if plain and whole is not None:
        context["toctree"] = lambda **options: whole(**{**options, "collapse": True})
    else:
        context["toctree"] = lambda **_options: ""


def on_html_page_context_late(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Set the drawer, after Furo's handler (500) has set its own tree."""
    ours = render(app.config, guides(app.env), pagename, pathto(app, pagename, context))
    context["furo_navigation_tree"] = f"{ours}{context.get('furo_navigation_tree') or ''}"
