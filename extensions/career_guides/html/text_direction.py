"""The language of a page and its direction, to which the theme is adapted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel.core import Locale, UnknownLocaleError
from markupsafe import Markup

from career_guides.domain import guides
from career_guides.output.urls import language_tag

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config


def of(language: str) -> str:
    """Return ``rtl`` or ``ltr``, the direction of *language* in the CLDR."""
    try:
        return Locale.parse(language, sep="-" if "-" in language else "_").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"


def own_language(app: Sphinx, docname: str) -> str:
    """Return the tag of the language that a guide has itself; ``''`` if it is in the site's."""
    entry = guides(app.env).build.catalogue.entries.get(docname)
    return (entry.guide.lang or "") if entry else ""


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Leave style sheets for sites out of EPUBs.

    CSS may not set the direction there, and EPUBCheck knows CSS up to level 3.
    """
    unused = ("_static/rtl.css", "_static/choose.css")
    config.epub_exclude_files = [*config.epub_exclude_files, *unused]


def on_builder_inited(app: Sphinx) -> None:
    """Set the page progression of right-to-left EPUBs.

    Sphinx itself only distinguishes horizontal and vertical text in EPUBs.
    """
    builder: Any = app.builder
    if of(app.config.language) == "rtl" and builder.name == "epub":
        metadata = builder.content_metadata
        builder.content_metadata = lambda: {**metadata(), "page_progression_direction": "rtl"}


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Set the language of the page and its direction, and mirror the theme if need be."""
    own = own_language(app, pagename) if doctree is not None else ""
    language = own or app.config.language
    context["guide_direction"] = direction = of(language)
    if own:
        context["language"] = own
    if direction == "rtl" and app.builder.name != "epub":
        app.add_css_file("rtl.css", priority=710)  # after career-guides.css
    end = Markup(' dir="rtl">') if direction == "rtl" else Markup(">")
    if app.builder.name == "epub":
        tag = Markup(context["html_tag"].removesuffix(">"))
        lang = Markup(' lang="{0}" xml:lang="{0}"').format(own or language_tag(app.config))
        context["html_tag"] = tag + lang + end
    elif direction == "rtl" and "content_root" in context and "furo_version" not in context:
        # For Furo, page.html does this.
        tag = Markup('<html lang="{}" data-content_root="{}"')
        context["html_tag"] = tag.format(context["language"], context["content_root"]) + end
