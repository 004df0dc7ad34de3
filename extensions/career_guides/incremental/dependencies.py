"""What a page takes from other pages, noted when it is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from build_cache.digests import digest
from career_guides.catalogue.targets import candidates
from career_guides.domain import guides
from career_guides.facts.formatting import FigureError
from career_guides.facts.soc import ALL
from career_guides.nodes.fact import CARD
from career_guides.nodes.listing import listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.environment import BuildEnvironment

    from career_guides.catalogue.model import Catalogue


def standing(env: BuildEnvironment, docname: str) -> str:
    """Return what a link to *docname* finds: a ``page``, a ``file`` left out, or nothing.

    MyST decides when it reads a link whether there is a file that it leads to.
    """
    if docname in env.found_docs:
        return "page"
    suffixes = env.config.source_suffix
    files = (Path(env.srcdir, docname + suffix) for suffix in suffixes)
    return "file" if any(file.is_file() for file in files) else ""


def figure_state(env: BuildEnvironment, name: str) -> str:
    """Return what a figure of the facts says, or a digest of all that its card shows."""
    domain = guides(env)
    code, _, figure = name.partition(" ")
    if figure == CARD:
        facts = domain.catalogue.facts
        rows = (facts.occupations.get(code), facts.occupations.get(ALL))
        return digest([repr(rows), repr(facts.release)])
    try:
        return " | ".join(domain.words().of(code, figure))
    except FigureError as error:
        return f"! {error}"


#: Kinds of what a page shows that are decided when it is read -> their state at this time.
_READ = {"doc": standing, "link": standing, "fact": figure_state}


def read_digest(catalogue: Catalogue, docname: str) -> str:
    """Return a digest of what the reading of *docname* takes from outside its own file.

    Its guide with the defaults of the folders above, the figure's file, whether there is
    anything to lead on to, and the pages below it; '' where that is nothing.
    """
    entry = catalogue.entries.get(docname)
    children = catalogue.children.get(docname, ())
    if entry is None and not children:
        return ""
    guide = entry.guide.model_dump_json() if entry else ""
    image = entry.image if entry else None
    made = [bool(entry.next), bool(entry.related), entry.is_due] if entry else []
    occupations = [entry.occupations, entry.is_summary] if entry else []
    return digest([guide, repr(image), children, made, occupations])


def note_reading(
    env: BuildEnvironment, docname: str, shows: Iterable[list[str]], mentions: Iterable[str]
) -> None:
    """Remember what the page was read from, what it shows of others, and to whom it links."""
    domain = guides(env)
    if key := read_digest(domain.catalogue, docname):
        domain.read[docname] = key
    unique = sorted({tuple(item) for item in shows})
    if unique:
        domain.shows[docname] = [list(item) for item in unique]
    if targets := sorted(set(mentions) - {docname}):
        domain.mentions[docname] = targets


def shown_by(env: BuildEnvironment, doctree: nodes.document) -> Iterator[list[str]]:
    """Yield ``[kind, type, target]`` for all that the document takes from other pages.

    ``doc`` is a page by name, with its standing at this time, whose title shows; ``link`` one
    that is linked to under another text; ``heading`` a part of a page; ``listing`` cards;
    anything else is a reference in the Sphinx domain of that name.
    """
    folder = env.docname.rpartition("/")[0]

    def doc(docname: str, *, explicit: bool = False) -> list[str]:
        return ["link" if explicit else "doc", standing(env, docname), docname]

    def linked(xref: addnodes.pending_xref) -> Iterator[list[str]]:
        domain, kind, target = xref.get("refdomain") or "", xref["reftype"], xref["reftarget"]
        if domain == "guide":
            yield from map(doc, candidates(target, folder))
        elif domain == "doc":  # MyST's link to a file that was there when it was read
            yield doc(target, explicit=bool(xref.get("refexplicit")))
            if heading := xref.get("reftargetid"):
                yield ["heading", heading, target]
        elif (domain, kind) == ("std", "doc"):
            name = docname_join(env.docname, target)
            yield doc(name, explicit=bool(xref.get("refexplicit")))
        else:
            if kind == "myst":  # a link to a file that was not there, or to a label
                path = env.relfn2path(target.partition("#")[0], env.docname)[1]
                yield doc(env.path2doc(path) or "")
            yield [domain or "std", kind, target]

    for node in doctree.findall(nodes.Element):
        for figure in map(str, node.get("facts", ())):
            yield ["fact", figure_state(env, figure), figure]
        if isinstance(node, listing):
            request = node["request"]
            yield ["listing", node["kind"], json.dumps(request, sort_keys=True)]
            career = ["/" + request["career"].strip("/")] if "career" in request else []
            for written in (*request.get("written", ()), *career):
                yield from map(doc, candidates(written, folder))
        elif isinstance(node, addnodes.toctree) and not node["hidden"]:
            yield ["toctree", "", ""]
        elif isinstance(node, addnodes.pending_xref):
            yield from linked(node)


def mentioned_by(env: BuildEnvironment, doctree: nodes.document) -> Iterator[str]:
    """Yield the pages that the text of the document links to."""
    domain = guides(env)
    for xref in doctree.findall(addnodes.pending_xref):
        name, kind, target = xref.get("refdomain"), xref["reftype"], xref["reftarget"]
        if name == "guide":
            found = domain.find(target, env.docname)
        elif name == "doc":
            found = target
        elif (name, kind) == ("std", "doc"):
            found = docname_join(env.docname, target)
        else:
            continue
        if found in env.found_docs:
            yield found
