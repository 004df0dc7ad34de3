"""Write the inventory of all objects (``objects.inv``) only where it may have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.builders.html import INVENTORY_FILENAME

from career_guides.output.record import record

if TYPE_CHECKING:
    from collections.abc import Container

    from sphinx.application import Sphinx
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


def on_builder_inited(app: Sphinx) -> None:
    """Leave the inventory as it is, where all objects are what they were."""
    builder: Any = app.builder
    if builder.format != "html":
        return
    dump_inventory = builder.dump_inventory

    def dump_if_changed() -> None:
        output = record(app.env)
        is_same = output.is_unchanged or has_same_objects(app.env, output)
        if not (is_same and (app.outdir / INVENTORY_FILENAME).is_file()):
            dump_inventory()

    builder.dump_inventory = dump_if_changed
