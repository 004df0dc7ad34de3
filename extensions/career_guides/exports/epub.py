"""What an EPUB says of itself: contents, identifier, language, description and cover.

Sphinx's own defaults are the word "unknown" and a table of contents with one line, because the
toctrees of guides are hidden. A value that ``conf.py`` sets is kept.
https://www.w3.org/TR/epub-33/#sec-package-metadata
"""

from __future__ import annotations

import html
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from career_guides.domain import guides
from career_guides.images.cover import draw_cover
from career_guides.images.social_cards import brand, font_of
from career_guides.output.urls import language_tag

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: File of the cover in the book.
COVER = "cover.png"


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Set what ``conf.py`` leaves at Sphinx's defaults."""
    ours = {
        "epub_tocscope": ("default", "includehidden"),
        "epub_identifier": ("unknown", identifier(config)),
        "epub_scheme": ("unknown", "UUID"),
        "epub_contributor": ("unknown", config.author),
        "epub_language": (config.language, language_tag(config)),
        "epub_cover": ((), (COVER, "epub-cover.html")),
    }
    for name, (default, value) in ours.items():
        if config[name] == default:
            config[name] = value


def identifier(config: Config) -> str:
    """Return the identifier of the book: the same for each edition, another for each language.

    It is made of the address of the site, or of its name if it has none.
    """
    name = f"{config.html_baseurl or config.project} {language_tag(config)}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def on_builder_inited(app: Sphinx) -> None:
    """Take the description from the home page, and the identifier into the older contents too.

    Add the styles of books.

    Sphinx writes ``epub_uid``, the name of an XML element, as the identifier in ``toc.ncx``.
    """
    builder: Any = app.builder
    if builder.name != "epub":
        return
    app.add_css_file("book.css", priority=710)  # after career-guides.css
    metadata, contents = builder.content_metadata, builder.toc_metadata

    def with_description() -> dict[str, Any]:
        found: dict[str, Any] = metadata()
        if app.config.epub_description == "unknown":
            text = guides(app.env).description(app.config.root_doc) or app.config.project
            found["description"] = html.escape(text)
        return found

    def with_identifier(*arguments: Any) -> dict[str, Any]:
        return {**contents(*arguments), "uid": html.escape(app.config.epub_identifier)}

    builder.content_metadata, builder.toc_metadata = with_description, with_identifier


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Draw the cover: the logo of the site, or else its name."""
    if app.builder.name == "epub" and app.config.epub_cover[:1] == (COVER,):
        logo = guides(env).build.logo(app.config.guides_logo)
        file = Path(app.srcdir, logo.light.path) if logo else None
        cover = draw_cover(app.config.project, file, brand(app.config), font_of(app))
        Path(app.outdir).mkdir(parents=True, exist_ok=True)  # removed since the application began
        Path(app.outdir, COVER).write_bytes(cover)
    return []
