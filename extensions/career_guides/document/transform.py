"""Add to a guide's document what its own front matter asks for, when the page is read.

All of it is ordinary docutils nodes, so that every builder shows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from career_guides.content.frontmatter import line_of
from career_guides.domain import guides
from career_guides.nodes.card import card_box
from career_guides.nodes.listing import listing

from .figure_card import figure_card, inline_parser
from .occupation_card import at_a_glance
from .provenance import overdue, provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from career_guides.catalogue.model import Entry
    from career_guides.content.page import Page
    from career_guides.content.schema import Guide


class GuideDocument(SphinxTransform):
    """Put title, lead, figure, sources, next card and toctree into the document."""

    # Before all other transforms, including those that translate (10 and 20).
    default_priority = 5

    def apply(self, **kwargs: Any) -> None:
        docname = self.env.docname
        build = guides(self.env).build
        catalogue = build.catalogue
        if entry := catalogue.entries.get(docname):
            Guided(self.document, self.env, entry, catalogue.pages[docname]).fill()
        # sphinx-external-toc adds toctrees, too, and reports any others.
        children = catalogue.children.get(docname)
        if children and "sphinx_external_toc" not in build.app.extensions:
            add_toctree(self.document, self.env, children)


class Guided:
    """The document of one guide, with what its front matter adds to it."""

    def __init__(
        self,
        document: nodes.document,
        env: BuildEnvironment,
        entry: Entry,
        page: Page,
    ) -> None:
        self.document = document
        self.env = env
        self.entry = entry
        self.page = page
        self.source = str(env.doc2path(entry.docname))

    def fill(self) -> None:
        """Add everything, around the body that the author wrote."""
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
                guide.figure,
                self.entry.image,
                inline,
                lambda key: self.line("figure", key),
                loading="eager",
            )
            top.append(self.placed(figure, "figure"))
        if self.entry.is_due:
            language = self.env.config.language
            top.insert(0, self.placed(overdue(guide, language), "last_reviewed"))
        if self.is_overview:
            top += self.card()
        section[1:1] = top
        section.extend(self.bottom(guide))

    @property
    def is_overview(self) -> bool:
        """Whether the page introduces its occupations: they are its own, or it is an overview."""
        return self.entry.is_summary or self.entry.docname.rpartition("/")[2] == "overview"

    def line(self, *path: str) -> int:
        """Return the line of a key in the front matter, or of the nearest key that contains it."""
        return line_of(self.page.lines, path)

    def placed(self, node: nodes.Element, *path: str) -> nodes.Element:
        """Set the source and line of *node*, and of all nodes in it, to those of a key.

        Its text has been translated already: see :mod:`career_guides.catalogue.translation`.
        """
        for element in node.findall(nodes.Element):
            if not isinstance(element, nodes.Inline):  # where it means something else
                element["translatable"] = False
            element.source = self.source
            element.line = element.line or self.line(*path)
        return node

    def section(self, title: str) -> nodes.section:
        """Return the section that holds the whole page, with the title as typed."""
        sections = [node for node in self.document.children if isinstance(node, nodes.section)]
        if sections:
            section = sections[0]
        else:  # a page without a body, whose title makes no heading
            section = nodes.section("", nodes.title(), names=[nodes.fully_normalize_name(title)])
            self.document.note_implicit_target(section)
            self.document.append(section)
        heading = section.next_node(nodes.title)
        assert heading is not None
        # A heading that serves as the missing title keeps its markup.
        if "title" in self.page.values or not heading.children:
            heading.clear()
            heading += nodes.Text(title)
            heading.rawsource = title
            heading["support_smartquotes"] = False
            self.placed(heading, "title")
        # Nodes beside the section are part of the page too: a body may have first-level headings
        # of its own, and comments or targets before the first.
        for node in list(self.document.children):
            loose = isinstance(node, nodes.section | nodes.paragraph | nodes.target)
            if node is not section and (
                loose or self.document.index(node) > self.document.index(section)
            ):
                self.document.remove(node)
                section.append(node)
        return section

    def card(self) -> list[nodes.Element]:
        """Return the card of the guide's occupations, unless the body has one already."""
        codes = self.entry.occupations
        by_hand = any("at-a-glance" in node["classes"] for node in self.document.findall(card_box))
        if by_hand or not codes:
            return []
        formatter = guides(self.env).build.formatter
        return [self.placed(at_a_glance(formatter, codes, is_short=True), "occupation")]

    def bottom(self, guide: Guide) -> Iterator[nodes.Node]:
        if not self.is_overview:  # there it is at the top
            yield from self.card()
        if guide.sources or guide.authors or guide.generated_by or guide.last_reviewed:
            yield provenance(guide, self.env.config.language, self.placed)
        chapters = listing(kind="chapters", docname=self.entry.docname, request={})
        yield self.placed(chapters, "next")
        if self.entry.related:
            yield listing(kind="related", docname=self.entry.docname, request={})
        yield listing(kind="mentions", docname=self.entry.docname, request={})
        if guide.industry or guide.tags:
            yield listing(kind="terms", docname=self.entry.docname, request={})


def add_toctree(document: nodes.document, env: BuildEnvironment, children: tuple[str, ...]) -> None:
    """Add the toctree that Sphinx needs, without what the author's own toctrees list."""
    toctrees = document.findall(addnodes.toctree)
    written: set[str] = set()
    written.update(*(node.get("includefiles", ()) for node in toctrees))
    names = [name for name in children if name not in written]
    if not names:
        return
    toctree = addnodes.toctree(
        parent=env.docname, entries=[(None, name) for name in names], includefiles=names,
        maxdepth=-1, caption=None, glob=False, hidden=True, includehidden=False,
        numbered=0, titlesonly=True, rawentries=[],
    )  # fmt: skip
    wrapper = nodes.compound("", toctree, classes=["toctree-wrapper"])
    section = document.next_node(nodes.section)
    (document if section is None else section).append(wrapper)


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Give other extensions the guide's title and description as typed, not as MyST sets them."""
    env, docname = app.env, app.env.docname
    page = guides(env).build.catalogue.pages.get(docname)
    if page and not page.has_heading:  # the catalogue has a message if it belongs in a toctree
        env.metadata[docname].setdefault("orphan", "")
    if entry := guides(env).build.catalogue.entries.get(docname):
        metadata = env.metadata[docname]
        metadata["title"] = guides(env).titles[docname] = entry.title
        if entry.guide.description:
            metadata["description"] = entry.guide.description
