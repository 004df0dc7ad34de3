"""What a guide's own front matter puts into its document, when the page is read.

Ordinary docutils nodes, so that every builder shows them and gettext finds their texts.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import format_date

from .domain import guides
from .nodes import card_image, listing
from .reading import note_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .catalogue import Entry
    from .files import Image
    from .model import Figure, Guide

    #: Turns the inline markup of a caption, and the line it stands in, into nodes.
    Inline = Callable[[str, int], list[nodes.Node]]


class GuideDocument(SphinxTransform):
    """Put title, lead, figure, sources, next card and toctree into the document."""

    # Before any other transform, those that translate (10 and 20) included.
    default_priority = 5

    def apply(self, **kwargs: Any) -> None:
        docname = self.env.docname
        catalogue = guides(self.env).catalogue
        if entry := catalogue.entries.get(docname):
            lines = catalogue.pages[docname].lines
            Guided(self.document, self.env, entry, lambda *path: lines.get(path, 1)).fill()
        if children := catalogue.children.get(docname):
            add_toctree(self.document, self.env, children)


class Guided:
    """The document of one guide, and what its front matter adds.

    :param line: gives the line of a key in the page's front matter, from its path
    """

    def __init__(
        self,
        document: nodes.document,
        env: BuildEnvironment,
        entry: Entry,
        line: Callable[..., int],
    ) -> None:
        self.document = document
        self.env = env
        self.entry = entry
        self.line = line
        self.source = str(env.doc2path(entry.docname))

    def fill(self) -> None:
        """Add it all, around the body that the author wrote."""
        guide = self.entry.guide
        section = self.section(guide.title)
        top: list[nodes.Node] = []
        if guide.subtitle:
            lead = nodes.paragraph("", guide.subtitle, classes=["guide-subtitle"])
            lead["support_smartquotes"] = False  # as typed
            top.append(self.placed(lead, "subtitle"))
        if guide.figure and self.entry.image:
            inline = inline_parser(self.env, self.document)
            figure = figure_card(
                guide.figure, self.entry.image, inline, self.line("figure"), loading="eager"
            )
            top.append(self.placed(figure, "figure"))
        section[1:1] = top
        section.extend(self.bottom(guide))

    def placed(self, node: nodes.Element, *path: str) -> nodes.Element:
        """Give *node*, and what is in it, the place of a key, for messages and gettext."""
        for element in node.findall(nodes.Element):
            element.source = self.source
            element.line = element.line or self.line(*path)
        return node

    def section(self, title: str) -> nodes.section:
        """Return the section that holds the page, with the title as typed."""
        sections = [node for node in self.document.children if isinstance(node, nodes.section)]
        if sections:
            section = sections[0]
        else:  # a page without a body whose title makes no heading
            section = nodes.section("", nodes.title(), names=[nodes.fully_normalize_name(title)])
            self.document.note_implicit_target(section)
            self.document.append(section)
        heading = section.next_node(nodes.title)
        if heading is not None and heading.astext() != title:
            heading.clear()
        if heading is not None and not heading.children:
            heading += nodes.Text(title)
        if heading is not None:
            heading["support_smartquotes"] = False
            self.placed(heading, "title")
        # What stands beside the section belongs to the page all the same: a body may have
        # first-level headings of its own, and comments or targets before the first.
        for node in list(self.document.children):
            loose = isinstance(node, nodes.section | nodes.paragraph | nodes.target)
            if node is not section and (
                loose or self.document.index(node) > self.document.index(section)
            ):
                self.document.remove(node)
                section.append(node)
        return section

    def bottom(self, guide: Guide) -> Iterator[nodes.Node]:
        if guide.sources or guide.authors or guide.generated_by or guide.last_reviewed:
            yield provenance(guide, self.env, self)
        by_hand = any(node["kind"] == "next" for node in self.document.findall(listing))
        if self.entry.next and not by_hand:
            yield listing(kind="next", docname=self.entry.docname, request={})
        if self.entry.related:
            yield listing(kind="related", docname=self.entry.docname, request={})


def inline_parser(env: BuildEnvironment, document: nodes.document) -> Inline:
    """Return a parser of inline MyST for texts in front matter: without raw HTML."""
    parser = create_md_parser(cast("Any", env).myst_config, SphinxRenderer)
    parser.disable(["html_inline", "html_block"], ignoreInvalid=True)
    parser.options["document"] = document
    renderer = parser.renderer
    assert isinstance(renderer, SphinxRenderer)

    def parse(text: str, line: int) -> list[nodes.Node]:
        renderer.setup_render(dict(parser.options), {})
        holder = nodes.Element()
        with renderer.current_node_context(holder):
            # Positions of tokens count from 0.
            renderer.nested_render_text(text, line - 1, inline=True)
        return list(holder.children)

    return parse


def figure_card(
    figure: Figure, image: Image, inline: Inline, line: int, loading: str = "lazy"
) -> nodes.figure:
    """Return the figure card: image, caption, and a line of credit and licence.

    :param inline: parses the markup of caption and credit
    :param line: where the figure stands in its source
    :param loading: ``eager`` for the figure at the top of a page
    """
    attributes: dict[str, Any] = {}
    if image.width and image.height:
        width = figure.width or image.width
        attributes["size"] = (str(width), str(round(width * image.height / image.width)))
    if figure.width:
        attributes["width"] = f"{figure.width}px"
    node = nodes.figure(classes=["figure-card"])
    alt = "" if figure.decorative else (figure.alt or "")
    # With a leading slash Sphinx finds it from the source folder.
    classes = ["no-scaled-link"]
    node += card_image(
        uri="/" + image.path, alt=alt, loading=loading, classes=classes, **attributes
    )
    if figure.caption:
        node += nodes.caption(figure.caption, "", *inline(figure.caption, line))
    credit = list(inline(figure.credit, line)) if figure.credit else []
    if figure.license:
        credit.append(nodes.Text(f" ({figure.license})" if credit else figure.license))
    if credit:
        node += nodes.legend("", nodes.paragraph("", "", *credit, classes=["figure-credit"]))
    return node


def provenance(guide: Guide, env: BuildEnvironment, place: Guided) -> nodes.container:
    """Return who wrote the guide, who checked it when, and its numbered sources."""
    box = nodes.container(classes=["guide-provenance"], support_smartquotes=False)
    said = []
    if guide.authors:
        said.append(f"Written by {', '.join(guide.authors)}.")
    if guide.generated_by:
        said.append(f"Text generated by {guide.generated_by}.")
    if guide.last_reviewed:
        language = env.config.language
        reviewed = dt.datetime.combine(guide.last_reviewed, dt.time(), dt.UTC)
        day = format_date("%d %B %Y", date=reviewed, language=language).lstrip("0")
        said.append(f"Last reviewed on {day}.")
    if guide.sources:
        box += place.placed(nodes.rubric("", "Sources"), "sources")
        items = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
        for source in guide.sources:
            name = source.title or source.url or ""
            text = nodes.reference("", name, refuri=source.url) if source.url else nodes.Text(name)
            items += nodes.list_item("", nodes.paragraph("", "", text))
        box += place.placed(items, "sources")
    if said:
        box += place.placed(nodes.paragraph("", " ".join(said)), "authors")
    return box


def add_toctree(document: nodes.document, env: BuildEnvironment, children: tuple[str, ...]) -> None:
    """Add the toctree that Sphinx needs, less what the author's own toctrees hold."""
    written = {name for node in document.findall(addnodes.toctree) for name in node["includefiles"]}
    names = [name for name in children if name not in written]
    if not names:
        return
    toctree = addnodes.toctree(
        parent=env.docname, entries=[(None, name) for name in names], includefiles=names,
        maxdepth=-1, caption=None, glob=False, hidden=True, includehidden=False,
        numbered=0, titlesonly=True, rawentries=[], rawcaption="",
    )  # fmt: skip
    wrapper = nodes.compound("", toctree, classes=["toctree-wrapper"])
    section = document.next_node(nodes.section)
    (document if section is None else section).append(wrapper)


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Note what the page shows of other pages, so that it is written again with them."""
    from .freshness import shown_by  # noqa: PLC0415

    env = app.env
    docname = env.docname
    note_reading(env, docname, shown_by(env, doctree))
    if entry := guides(env).catalogue.entries.get(docname):
        metadata = env.metadata[docname]
        # What other extensions read there: as typed, not as escaped for MyST.
        metadata["title"] = entry.title
        if entry.guide.description:
            metadata["description"] = entry.guide.description
