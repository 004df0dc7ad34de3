"""Give a name that several pages define to the page that has it in a clean build.

Sphinx keeps one page for each label, term or object, and that is the page which was read last. In a
clean build on one processor that is the last in alphabetical order; after an edit it is the edited
page, and with several processors the one whose process was slowest. If the page that has the name
loses it, the others do not get it back. So these pages are read again, in their order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from docutils import nodes

from career_guides.domain import guides
from career_guides.output.record import record

from .unfinished import begin_reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from career_guides.build import Build

#: Identifiers that docutils and Sphinx count up on each page; they name nothing.
_COUNTED = re.compile(r"(id|index-|term-|footnote-reference-)\d+")


class Reading:
    """What the pages are read with.

    :ivar before: docname -> the names that a page defined when the build began
    :ivar here: pages that this process has read, which does so in their order
    """

    def __init__(self, build: Build) -> None:
        self.before = dict(guides(build.app.env).names)
        self.here: set[str] = set()


def names(doctree: nodes.document, *, titles: bool = False) -> list[str]:
    """Return the names under which other pages may refer to parts of a document.

    :param titles: whether titles of sections are labels, as ``sphinx.ext.autosectionlabel`` has it
    """
    return sorted({*_names(doctree, titles=titles)})


def _names(doctree: nodes.document, *, titles: bool) -> Iterator[str]:
    for name, is_explicit in doctree.nametypes.items():
        node = doctree.ids.get(doctree.nameids.get(name) or "")
        if is_explicit and node is not None and not _is_local(node):
            yield name
    for identifier, node in doctree.ids.items():
        if isinstance(node, nodes.term):
            yield node.astext()
        elif isinstance(node, nodes.section):
            if titles:
                yield node[0].astext()
        elif not (_is_local(node) or _COUNTED.fullmatch(identifier)):
            yield identifier


def _is_local(node: nodes.Element) -> bool:
    """Return whether only the own page refers to *node*."""
    local = (nodes.footnote, nodes.footnote_reference, nodes.citation_reference)
    return isinstance(node, local) or "refuri" in node


def note(app: Sphinx, docname: str, doctree: nodes.document) -> None:
    """Remember the names that a page defines, which has just been read."""
    titles = "sphinx.ext.autosectionlabel" in app.extensions
    titles = titles and not app.config.autosectionlabel_prefix_document
    domain = guides(app.env)
    domain.build.of(Reading).here.add(docname)
    if found := names(doctree, titles=titles):
        domain.names[docname] = found


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Read pages again that define the same names, unless that has been done in their order."""
    domain = guides(env)
    reading = domain.build.of(Reading)
    again = pages_to_read(reading.before, domain.names, reading.here)
    if not again:
        return []
    begin_reading(app, again)
    output = record(env)
    output.objects = []  # so that the inventory is written
    for docname in again:
        output.reading.setdefault(docname, domain.mentions.get(docname, []))
        app.events.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)
    for docname in again:
        app.builder.read_doc(docname)
    return again


def pages_to_read(
    was: Mapping[str, list[str]], now: Mapping[str, list[str]], in_order: Set[str]
) -> list[str]:
    """Return the pages that have to be read again, in order.

    :param was: docname -> the names that the page defined before
    :param now: docname -> the names that it defines now; another object if it has been read
    :param in_order: pages that have been read one after another
    """
    read = {name for name in was.keys() | now.keys() if was.get(name) is not now.get(name)}
    if not read:
        return []
    owners: dict[str, set[str]] = defaultdict(set)
    for docname, found in now.items():
        for name in found:
            owners[name].add(docname)
    again: set[str] = set()
    for docname in read:
        for name in (*was.get(docname, ()), *now.get(docname, ())):
            pages = owners[name]
            if pages - (read if len(pages) == 1 else in_order):
                again |= pages
    # Pages that are read again come after the others, for all their names.
    wider = again
    while wider:
        wider = {page for docname in wider for name in now[docname] for page in owners[name]}
        wider -= again
        again |= wider
    return sorted(again)
