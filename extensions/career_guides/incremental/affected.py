"""Find the few pages that can look different when nothing but guides has changed.

An edit of a guide's body, or of its title and the like, leaves the pages around it and all other
files the same. A page that is added or removed is shown by its career, by the pages before and
after it, and by those that link to it or list guides. All but a handful of ten thousand pages then
need no check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.catalogue.consistency import leading_to_headings
from career_guides.domain import guides
from career_guides.html import theme
from career_guides.listings.registry import LISTINGS
from career_guides.output.record import record

from .dependencies import kept
from .toctrees import ToctreesBefore

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.environment import BuildEnvironment

    from .toctrees import Toctrees


def affected(env: BuildEnvironment, toctrees: Toctrees) -> set[str] | None:
    """Return the pages that may show something different from when they were written.

    :param toctrees: those of now
    :returns: ``None`` if that may be any page
    """
    domain, output = guides(env), record(env)
    changed, entries = output.changed, domain.build.catalogue.entries
    neighbours = _with_other_neighbours(env, toctrees)
    # The navigation of another theme may show any change on any page.
    if changed is None or neighbours is None or not theme.is_furo(domain.build.app):
        return None
    read = {name for name, time in env.all_docs.items() if output.before.read.get(name) != time}
    if not _is_about_guides(env, read):
        return None
    folders = {name.rpartition("/")[0] for name in changed}
    if "" in folders or output.site != output.before.site:  # the folder above all others
        return None
    found = {*neighbours, *read, *changed, *(env.all_docs.keys() - entries.keys())}
    for docname in read | changed:
        found.update(output.reading.get(docname, ()), domain.mentions.get(docname, ()))
        found.update(output.gone.get(docname, ()))
    for docname in domain.dependencies:
        if any(each.may_change(changed, read) for _was, each in kept(env, docname)):
            found.add(docname)
    found.update(leading_to_headings(entries, read))
    for docname, listings in domain.listings.items() if changed else ():
        if any(LISTINGS[kind].shows_others(request) for kind, request in listings):
            found.add(docname)
    for docname, entry in entries.items() if changed else ():
        targets = {target.docname for target in entry.targets}
        near = any(
            _is_above(folder, entry.career) or _is_above(entry.career, folder) for folder in folders
        )
        targets.update(filter(None, toctrees.relations.get(docname, ())))
        if near or not changed.isdisjoint(targets):
            found.add(docname)
    return found & env.all_docs.keys()


def _is_about_guides(env: BuildEnvironment, read: Set[str]) -> bool:
    """Return whether only guides have been read, added or removed since the output was written.

    :param read: pages that have been read since
    """
    output, before = record(env), record(env).before.read
    # The former links of pages that another builder has read or removed since are not known.
    return (
        read == output.reading.keys()
        and before.keys() - env.all_docs.keys() == output.gone.keys()
        and before.keys() ^ env.all_docs.keys() <= (output.changed or frozenset())
        # Pages that are not guides have their titles in their bodies.
        and read <= guides(env).build.catalogue.entries.keys()
    )


def _with_other_neighbours(env: BuildEnvironment, toctrees: Toctrees) -> set[str] | None:
    """Return the pages around which other pages are now; ``None`` if that is not known."""
    output = record(env)
    if toctrees.digest == output.before.toctrees:
        return set()
    if not output.changed:
        return None
    before = guides(env).build.of(ToctreesBefore)
    is_known = before.digest == output.before.toctrees
    return toctrees.differ(before, output.changed) if is_known else None


def _is_above(folder: str, other: str) -> bool:
    return f"{other}/".startswith(f"{folder}/")
