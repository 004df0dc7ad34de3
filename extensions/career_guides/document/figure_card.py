"""The figure card as docutils nodes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser

from career_guides.domain import guides
from career_guides.nodes.picture import card_image

from .myst_guard import renderer

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from sphinx.environment import BuildEnvironment

    from career_guides.build import Build
    from career_guides.catalogue.assets import Image
    from career_guides.content.schema import Figure


#: Parses the inline markup of a caption, given with its line number, into nodes.
Inline = Callable[[str, int], list[nodes.Node]]

# Text that cannot contain markup or be changed by typographic replacements.
_PLAIN = re.compile(r"(?:[^\W_]|[\s,;?]|\.(?=\s|$))*")


def caption_parser(build: Build) -> MarkdownIt:
    """Return the MyST parser for captions, shared by all pages of a build."""
    config = cast("Any", build.app.env).myst_config
    return create_md_parser(config, renderer(build)).disable(
        ["html_inline", "html_block"], ignoreInvalid=True
    )


def inline_parser(env: BuildEnvironment, document: nodes.document) -> Inline:
    """Return a function that parses inline MyST in front matter, without raw HTML."""
    parser = guides(env).build.of(caption_parser)
    parser.options["document"] = document
    captions = parser.renderer
    assert isinstance(captions, SphinxRenderer)

    ready = False

    def parse(text: str, line: int) -> list[nodes.Node]:
        nonlocal ready
        if _PLAIN.fullmatch(text):
            return [nodes.Text(text)]
        if not ready:  # once per page: MyST builds settings for a document that it then drops
            captions.setup_render(dict(parser.options), {})
            ready = True
        holder = nodes.Element()
        with captions.current_node_context(holder):
            # Token positions count from 0.
            captions.nested_render_text(text, line - 1, inline=True)
        return list(holder.children)

    return parse


def figure_card(
    figure: Figure,
    image: Image,
    inline: Inline,
    line: Callable[[str], int],
    loading: str = "lazy",
) -> nodes.figure:
    """Return the figure card: image, caption, and a line of credit and licence.

    :param inline: parses the markup of the caption and the credit
    :param line: returns the line of a key of the figure in its source
    :param loading: ``eager`` for the figure at the top of a page
    """
    attributes: dict[str, Any] = {}
    if image.width and image.height:
        width = figure.width or image.width
        attributes["size"] = (str(width), str(round(width * image.height / image.width)))
    elif figure.width:
        attributes["size"] = (str(figure.width), None)
    if figure.width:
        attributes["width"] = f"{figure.width}px"
    node = nodes.figure(classes=["figure-card"])
    alt = "" if figure.decorative else (figure.alt or "")
    # With a leading slash, Sphinx resolves the path from the source folder.
    classes = ["no-scaled-link"]
    node += card_image(
        uri="/" + image.path, alt=alt, loading=loading, classes=classes, **attributes
    )
    if figure.caption:
        node += nodes.caption(figure.caption, "", *inline(figure.caption, line("caption")))
    credit = list(inline(figure.credit, line("credit"))) if figure.credit else []
    if figure.license:
        credit.append(nodes.Text(f" ({figure.license})" if credit else figure.license))
    if credit:
        # What translators see for a card in the body of a page.
        raw = " ".join(filter(None, (figure.credit, figure.license and f"({figure.license})")))
        node += nodes.legend("", nodes.paragraph(raw, "", *credit, classes=["figure-credit"]))
    return node
