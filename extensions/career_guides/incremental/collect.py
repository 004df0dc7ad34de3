"""Find in a page's document what it takes from other pages, once the page has been read."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from build_cache.digests import digest
from career_guides.catalogue.targets import candidates
from career_guides.domain import guides
from career_guides.nodes.listing import listing
from career_guides.nodes.picture import takes_variants

from . import duplicate_names, read_files
from .dependencies import Dependency, Figure, HeadingLink, PageLink, Reference, Toctree, note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from career_guides.catalogue.model import Catalogue

_LOOKED_AT = (listing, nodes.image, addnodes.toctree, addnodes.pending_xref)


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Record what the page was read from, what it takes from others, and where it links to."""
    env, docname, domain = app.env, app.env.docname, guides(app.env)
    if key := read_digest(domain.build.catalogue, docname):
        domain.read[docname] = key
    read_files.note(env, docname)
    duplicate_names.note(app, docname, doctree)
    elements = [node for node in doctree.findall(nodes.Element) if is_looked_at(node)]
    note(env, docname, dependencies(env, elements))
    if found := listings(elements):
        domain.listings[docname] = found
    if names := figures(elements):
        domain.figures[docname] = names
    if shown := pictures(elements):
        domain.pictures[docname] = shown
    if targets := sorted({*mentions(env, elements)} - {docname}):
        domain.mentions[docname] = targets


def is_looked_at(node: nodes.Element) -> bool:
    """Return whether a node may take something from elsewhere: few do, and six look at them."""
    return isinstance(node, _LOOKED_AT) or "facts" in node.attributes


def read_digest(catalogue: Catalogue, docname: str) -> str:
    """Return a digest of what reading *docname* takes from outside its own file.

    That is its guide with the defaults of the folders above, the figure's file, whether it has
    related guides, and the pages below it; '' if it takes nothing.
    """
    entry = catalogue.entries.get(docname)
    children = catalogue.children.get(docname, ())
    if entry is None and not children:
        return ""
    guide = repr(entry.guide) if entry else ""
    image = entry.image if entry else None
    state = [bool(entry.related), entry.is_due] if entry else []
    occupations = [entry.occupations, entry.is_summary] if entry else []
    return digest([guide, repr(image), children, state, occupations])


def listings(elements: Iterable[nodes.Element]) -> list[tuple[str, dict[str, Any]]]:
    """Return the kind and the request of each listing among the elements of a document."""
    # Sorted, so that the layout of the page does not matter.
    found = {
        (node["kind"], json.dumps(node["request"], sort_keys=True))
        for node in elements
        if isinstance(node, listing)
    }
    return [(kind, json.loads(request)) for kind, request in sorted(found)]


def figures(elements: Iterable[nodes.Element]) -> list[str]:
    """Return the names of the facts that a document shows."""
    return sorted({name for node in elements for name in _facts(node)})


def _facts(node: nodes.Element) -> list[str]:
    names: list[Any] = node.get("facts", [])
    return [str(name) for name in names]


def pictures(elements: Iterable[nodes.Element]) -> list[str]:
    """Return the paths of the pictures that a document shows with their variants."""
    images = (node for node in elements if isinstance(node, nodes.image))
    return sorted({node["uri"] for node in images if takes_variants(node)})


def dependencies(env: BuildEnvironment, elements: Iterable[nodes.Element]) -> Iterator[Dependency]:
    """Yield what the document takes from other pages, except through its listings."""
    folder = env.docname.rpartition("/")[0]
    for node in elements:
        yield from map(Figure, _facts(node))
        if isinstance(node, listing):
            request = node["request"]
            career = ["/" + request["career"].strip("/")] if "career" in request else []
            for written in (*request.get("written", ()), *career):
                yield from _by_name(written, folder)
        elif isinstance(node, addnodes.toctree) and not node.get("hidden"):
            titles_only = node.get("titlesonly") or node.get("maxdepth") == 1
            yield Toctree(env.docname, "" if titles_only else "headings")
        elif isinstance(node, addnodes.pending_xref):
            yield from _linked(env, node)


def _by_name(written: str, folder: str) -> Iterator[Dependency]:
    """Yield the pages that *written* may refer to, and the heading that follows its ``#``."""
    heading = written.partition("#")[2]
    for name in candidates(written, folder):
        yield PageLink(name)
        if heading:
            yield HeadingLink(name, heading)


def _linked(env: BuildEnvironment, xref: addnodes.pending_xref) -> Iterator[Dependency]:
    domain, role, target = xref.get("refdomain") or "", xref["reftype"], xref["reftarget"]
    explicit = "explicit" if xref.get("refexplicit") else ""
    if domain == "guide":
        yield from _by_name(target, env.docname.rpartition("/")[0])
    elif domain == "doc":  # MyST's link to a file that existed when the page was read
        yield PageLink(target, explicit)
        if heading := xref.get("reftargetid"):
            yield HeadingLink(target, heading)
    elif (domain, role) == ("std", "doc"):
        yield PageLink(docname_join(env.docname, target), explicit)
    else:
        if role == "myst":  # a link to a file that did not exist, or to a label
            with suppress(ValueError):  # a NUL, which no path has
                path = env.relfn2path(target.partition("#")[0], env.docname)[1]
                yield PageLink(env.path2doc(path) or "")
        if not domain:  # "any" and Markdown links find pages, too
            yield PageLink(docname_join(env.docname, target), explicit)
        yield Reference(domain, role, target)


def mentions(env: BuildEnvironment, elements: Iterable[nodes.Element]) -> Iterator[str]:
    """Yield the pages that the text of the document links to."""
    domain = guides(env)
    for xref in elements:
        if not isinstance(xref, addnodes.pending_xref):
            continue
        name, kind, target = xref.get("refdomain"), xref["reftype"], xref["reftarget"]
        if name == "guide":
            found = domain.find_target(target, env.docname).docname
        elif name == "doc":
            found = target
        elif (name, kind) == ("std", "doc"):
            found = docname_join(env.docname, target)
        else:
            continue
        if found in env.found_docs:
            yield found
