"""Which pages come before and after each page in the toctrees.

Sphinx's own function never ends if a toctree leads back to a page above it (Sphinx 9.0 to 9.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def relations(env: BuildEnvironment) -> dict[str, list[str | None]]:
    """Return what ``env.collect_relations()`` returns, also where toctrees form a circle.

    :returns: docname -> the pages above, before and after it; only pages that a toctree leads to
    """
    order = list(_in_order(env.config.root_doc, env.toctree_includes))
    names: list[str | None] = [None, *(name for _parent, name in order), None]
    return {
        name: [parent, names[place], names[place + 2]] for place, (parent, name) in enumerate(order)
    }


def _in_order(root: str, below: dict[str, list[str]]) -> Iterator[tuple[str | None, str]]:
    """Yield each page once, after the page that leads to it; both in the order of the toctrees."""
    seen: set[str] = set()
    waiting: list[tuple[str | None, str]] = [(None, root)]
    while waiting:
        parent, name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield parent, name
            waiting += [(name, child) for child in reversed(below.get(name, ()))]


def on_builder_inited(app: Sphinx) -> None:
    """Have Sphinx use the same function, where its own fails, when it prepares to write pages."""
    builder: Any = app.builder
    prepare = builder.prepare_writing

    def prepare_writing(docnames: set[str]) -> None:
        env: Any = app.env
        collect = env.collect_relations

        def collect_relations() -> dict[str, list[str | None]]:
            try:
                return collect()  # type: ignore[no-any-return]
            except RecursionError:
                return relations(env)

        env.collect_relations = collect_relations
        try:
            prepare(docnames)
        finally:
            del env.collect_relations  # the environment is pickled between builds

    builder.prepare_writing = prepare_writing
