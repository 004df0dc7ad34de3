"""Find the few pages that can look different when nothing but guides has changed.

An edit of a guide's body, or of its title and the like, leaves the set of pages, their order and
all other files the same. All but a handful of ten thousand pages then need no check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_cache.digests import digest
from career_guides.catalogue.consistency import leading_to_headings
from career_guides.domain import guides
from career_guides.html import theme
from career_guides.listings.registry import LISTINGS
from career_guides.output.record import record

from .dependencies import kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.environment import BuildEnvironment


def toctrees(env: BuildEnvironment) -> str:
    """Return a digest of which pages each page has below it, and of all numbers."""
    numbers = [sorted(table.items()) for table in (env.toc_secnumbers, env.toc_fignumbers)]
    return digest([sorted(env.toctree_includes.items()), repr(numbers)])


def affected(
    env: BuildEnvironment, relations: Mapping[str, Sequence[str | None]]
) -> set[str] | None:
    """Return the pages that may show something different from when they were written.

    :param relations: page -> the pages above, before and after it in the toctrees
    :returns: ``None`` if that may be any page
    """
    domain = guides(env)
    output = record(env)
    if output.changed is None or not theme.is_furo(domain.build.app):
        return None  # the navigation of another theme may show any change on any page
    if (output.toctrees, output.site) != (output.before.toctrees, output.before.site):
        return None
    before, entries = output.before.read, domain.build.catalogue.entries
    read = {name for name, time in env.all_docs.items() if before.get(name) != time}
    # The former links of pages that another builder has read since are not known.
    if read != output.reading.keys() or before.keys() != env.all_docs.keys():
        return None
    if not read <= entries.keys():  # pages that are not guides have their titles in their bodies
        return None
    folders = {entries[name].career for name in output.changed}
    if "" in folders:  # the folder above all others
        return None
    found = {*read, *output.changed, *(env.all_docs.keys() - entries.keys())}
    for docname in read | output.changed:
        found.update(output.reading.get(docname, ()), domain.mentions.get(docname, ()))
    for docname in domain.dependencies:
        if any(each.may_change(output.changed, read) for _was, each in kept(env, docname)):
            found.add(docname)
    found.update(leading_to_headings(entries, read))
    for docname, listings in domain.listings.items() if output.changed else ():
        if any(LISTINGS[kind].shows_others(request) for kind, request in listings):
            found.add(docname)
    for docname, entry in entries.items() if output.changed else ():
        targets = {target.docname for target in entry.targets}
        near = any(
            _is_above(folder, entry.career) or _is_above(entry.career, folder) for folder in folders
        )
        if near or not output.changed.isdisjoint({*targets, *(relations.get(docname) or ())}):
            found.add(docname)
    return found & env.all_docs.keys()


def _is_above(folder: str, other: str) -> bool:
    return f"{other}/".startswith(f"{folder}/")
