"""Books, EPUB and PDF: which pages they have, and links to those that they leave out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.locale import _

from career_guides.catalogue.targets import TargetError, find_target
from career_guides.content.page import read_page
from career_guides.domain import DOMAIN, guides
from career_guides.output.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: Builders that make one book of all pages.
BOOKS = {"epub", "latex"}


def left_out(app: Sphinx, docnames: Iterable[str]) -> set[str]:
    """Return those of *docnames* that the book leaves out; none if the build makes no book.

    They are the pages and folders of ``guides_book_exclude``.
    """
    if app.builder.name not in BOOKS:
        return set()
    named = [name.strip("/") for name in app.config.guides_book_exclude]
    return {
        docname
        for docname in docnames
        if any(docname == name or docname.startswith(f"{name}/") for name in named)
    }


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> None:
    """Have LaTeX make no column in Markdown narrower than a short word, and no empty page.

    Its package tabulary, which divides the line by the length of the texts, allows 10 points. It
    begins each chapter on a right page, which leaves one page in thirty empty, also on a screen,
    and moves pictures away from their text: what ``latex_elements`` says of both is kept.
    A project without guides keeps its books as they are.
    """
    builder: Any = app.builder
    if builder.name != "latex" or not guides(env).build.catalogue.entries:
        return
    app.add_latex_package("pdflscape")  # for tables on pages that are turned
    preamble = app.config.latex_elements.get("preamble", "")
    builder.context["preamble"] = f"\\setlength{{\\tymin}}{{40pt}}\n{preamble}"
    ours = {"extraclassoptions": "openany", "figure_align": "H"}
    builder.context |= {
        name: value for name, value in ours.items() if name not in app.config.latex_elements
    }


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Make one chapter of a guide that is the first page: in LaTeX, each of its sections is one."""
    if app.builder.name != "latex" or docname != app.config.root_doc:
        return
    if docname not in guides(app.env).build.catalogue.entries:
        return
    page = next(doctree.findall(nodes.section), None)
    if page is None:
        return
    own = [child for child in page[1:] if not any(child.findall(start_of_file))]
    if len(own) == len(page) - 1:  # no other page is in the book
        return
    chapter = nodes.section("", nodes.title("", _("Introduction")), ids=["book-introduction"])
    for child in own:
        page.remove(child)
        chapter += child
    page.insert(1, chapter)


def on_missing_reference(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: Element
) -> Element | None:
    """Lead to the page on the site, where a link names a page that the book leaves out.

    Without ``html_baseurl`` its title is text. The address is that of the builder ``html``.
    """
    is_page = node.get("refdomain") == DOMAIN or node["reftype"] == "doc"
    if not is_page or app.builder.name not in BOOKS:
        return None
    files = guides(env).build.left_out
    try:
        target = find_target(node["reftarget"], str(node["refdoc"]).rpartition("/")[0], files)
    except TargetError:
        return None
    if target.docname not in files:
        return None
    if not node.get("refexplicit"):
        text = Path(env.doc2path(target.docname)).read_text("utf-8", errors="replace")
        title = read_page(text, target.docname).title
        contnode = nodes.inline("", title)
    if not (address := absolute(app.config, f"{target.docname}.html")):
        return contnode
    return nodes.reference("", "", contnode, refuri=address, internal=False)
