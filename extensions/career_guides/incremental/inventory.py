"""Detect whether the inventory of all objects (``objects.inv``) has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from sphinx.environment import BuildEnvironment

    from career_guides.output.record import OutputRecord


def objects_of(env: BuildEnvironment, docnames: Container[str]) -> list[str]:
    """Return the entries of the inventory for some pages."""
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


def has_same_objects(env: BuildEnvironment, output: OutputRecord) -> bool:
    """Return whether the inventory is known to be unchanged.

    It is if nothing but bodies of guides has changed, and these define the same objects.
    """
    if not output.is_of_bodies:
        return False
    return output.objects == objects_of(env, output.reading)
