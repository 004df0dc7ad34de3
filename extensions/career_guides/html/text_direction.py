"""Right-to-left languages: set the direction of the page, and adapt the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel.core import Locale, UnknownLocaleError
from markupsafe import Markup

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


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Leave the style sheet for Furo out of EPUBs, where CSS may not set the direction."""
    config.epub_exclude_files = [*config.epub_exclude_files, "_static/rtl.css"]


def on_builder_inited(app: Sphinx) -> None:
    """Mirror the theme in HTML; in EPUBs, set the page progression to right-to-left.

    Sphinx itself only distinguishes horizontal and vertical text in EPUBs.
    """
    builder: Any = app.builder
    if of(app.config.language) != "rtl":
        return
    if builder.name == "epub":
        metadata = builder.content_metadata
        builder.content_metadata = lambda: {**metadata(), "page_progression_direction": "rtl"}
    else:
        app.add_css_file("rtl.css", priority=710)  # after career-guides.css


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Set the direction of the page; in an EPUB, its language too."""
    language = app.config.language
    context["guide_direction"] = direction = of(language)
    end = Markup(' dir="rtl">') if direction == "rtl" else Markup(">")
    if app.builder.name == "epub":
        tag = Markup(context["html_tag"].removesuffix(">"))
        lang = Markup(' lang="{0}" xml:lang="{0}"').format(language_tag(app.config))
        context["html_tag"] = tag + lang + end
    elif direction == "rtl" and "content_root" in context and "furo_version" not in context:
        # For Furo, page.html does this.
        tag = Markup('<html lang="{}" data-content_root="{}"')
        context["html_tag"] = tag.format(context["language"], context["content_root"]) + end
