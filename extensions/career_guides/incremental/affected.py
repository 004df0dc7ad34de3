"""Where nothing but guides has changed, few pages can show anything else than before.

A guide's body, or its title and the like: the set of pages, their order and all other files are the
same then. Of ten thousand pages all but a handful need not be looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_cache.digests import digest
from career_guides.domain import guides

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from career_guides.output.record import State


#: Kinds of what a page shows of others (see :func:`.freshness.shown_by`) that come from the
#: catalogue and from other files, not from bodies. Listings of mentions are looked at by name.
_NOT_OF_BODIES = {"listing", "doc", "link", "fact"}
#: Listings of what the guide itself names.
_OF_GUIDE = {"next", "related", "mentions", "terms", "search"}


def toctrees(env: BuildEnvironment) -> str:
    """Return a digest of which page has which below it."""
    return digest(sorted(env.toctree_includes.items()))


def affected(
    env: BuildEnvironment, relations: Mapping[str, Sequence[str | None]]
) -> set[str] | None:
    """Return the pages that may show something else than when they were written.

    :param relations: page -> those above, before and after it in the toctrees
    :returns: ``None`` if that may be any page
    """
    domain = guides(env)
    state = domain.state
    if state is None or state.changed is None:
        return None
    if (state.toctrees, state.site) != (state.before.toctrees, state.before.site):
        return None
    before, entries = state.before.read, domain.catalogue.entries
    read = {name for name, time in env.all_docs.items() if before.get(name) != time}
    # What was read by another builder meanwhile had links that are not known.
    if read != state.reading.keys() or before.keys() != env.all_docs.keys():
        return None
    if not read <= entries.keys():  # titles of other pages stand in their bodies
        return None
    folders = {entries[name].career for name in state.changed}
    if "" in folders:  # above all others
        return None
    found = {*read, *state.changed, *(env.all_docs.keys() - entries.keys())}
    for docname in read | state.changed:
        found.update(state.reading.get(docname, ()), domain.mentions.get(docname, ()))
    for docname, shows in domain.shows.items():
        if any(_shows(state, read, *item) for item in shows):
            found.add(docname)
    for docname, entry in entries.items() if state.changed else ():
        targets = {target.docname for target in (*entry.next, *entry.prev, *entry.related)}
        near = any(
            _is_above(folder, entry.career) or _is_above(entry.career, folder) for folder in folders
        )
        if near or not state.changed.isdisjoint({*targets, *(relations.get(docname) or ())}):
            found.add(docname)
    return found & env.all_docs.keys()


def _shows(state: State, read: Container[str], kind: str, name: str, target: str) -> bool:
    """Return whether this part of a page may show something else."""
    changed = state.changed or ()
    if kind == "listing":
        return bool(changed) and (name not in _OF_GUIDE or target != "{}")
    if kind == "heading":
        return target in read
    return kind not in _NOT_OF_BODIES or (kind == "doc" and target in changed)


def _is_above(folder: str, other: str) -> bool:
    return f"{other}/".startswith(f"{folder}/")
