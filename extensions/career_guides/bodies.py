"""Where only the bodies of guides have changed, few pages can show anything else than before.

The catalogue and all other files are the same then. Of ten thousand pages all but a handful need
not be looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .domain import guides
from .state import digest

if TYPE_CHECKING:
    from collections.abc import Container

    from sphinx.environment import BuildEnvironment

    from .state import State

#: Kinds of what a page shows of others (see :func:`.freshness.shown_by`) that come from the
#: catalogue and from other files, not from bodies. Listings of mentions are looked at by name.
_NOT_OF_BODIES = {"listing", "doc", "link", "fact"}


def toctrees(env: BuildEnvironment) -> str:
    """Return a digest of which page has which below it."""
    return digest(sorted(env.toctree_includes.items()))


def affected(env: BuildEnvironment) -> set[str] | None:
    """Return the pages that may show something else than when they were written.

    :returns: ``None`` if that may be any page
    """
    domain = guides(env)
    state = domain.state
    if state is None or not state.has_same_catalogue or state.toctrees != state.before.toctrees:
        return None
    before, entries = state.before.read, domain.catalogue.entries
    changed = {name for name, time in env.all_docs.items() if before.get(name) != time}
    # What was read by another builder meanwhile had links that are not known.
    if changed != state.reading.keys() or before.keys() != env.all_docs.keys():
        return None
    if not changed <= entries.keys():  # titles of other pages stand in their bodies
        return None
    found = changed | (env.all_docs.keys() - entries.keys())
    for docname in changed:
        found.update(state.reading[docname], domain.mentions.get(docname, ()))
    for docname, shows in domain.shows.items():
        for kind, _name, target in shows:
            if kind not in _NOT_OF_BODIES and (kind != "heading" or target in changed):
                found.add(docname)
    return found & env.all_docs.keys()


def objects_of(env: BuildEnvironment, docnames: Container[str]) -> list[str]:
    """Return what the inventory lists of some pages."""
    std = env.domains.standard_domain
    found = [
        repr((name, item))
        for table in (std.labels, std.anonlabels, std.objects, std.progoptions)
        for name, item in table.items()
        if item[0] in docnames
    ]
    for domain in env.domains.sorted():
        if domain.name != std.name:
            found += [repr(item) for item in domain.get_objects() if item[3] in docnames]
    return sorted(found)


def has_same_objects(env: BuildEnvironment, state: State) -> bool:
    """Return whether the inventory of all objects is what it was. Titles of guides are."""
    if state.affected is None:
        return False
    return state.objects == objects_of(env, state.reading)
