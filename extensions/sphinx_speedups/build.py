"""Speed-ups are in place while :meth:`!Sphinx.build` runs, and at no other time.

An application that is made and not built changes nothing, nor does one that cannot be made. What
was in place before is put back when the build is over, however it ends; processes that are forked
on the way inherit the speed-ups and end with them.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from . import (
    analyzed_sources,
    beautiful_soup,
    c_references,
    compiled_patterns,
    compiled_templates,
    docutils_nodes,
    english_stemmer,
    environment,
    garbage_collection,
    highlighting,
    html_builder,
    inventory,
    lazy_paths,
    lazy_tocs,
    log_records,
    navigation,
    outdated_pages,
    parallel_writing,
    plain_contents,
    python_sources,
    regular_expressions,
    rst_states,
    search_index,
    source_discovery,
    sphinx_transforms,
    toctree_titles,
    versions,
)
from .patches import Build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from .patches import Patch, Step


logger = logging.getLogger(__name__)

_MODULES = (
    garbage_collection, log_records, docutils_nodes, rst_states, sphinx_transforms, environment,
    lazy_paths, lazy_tocs, source_discovery, outdated_pages, html_builder, plain_contents,
    highlighting, navigation, parallel_writing, english_stemmer, python_sources,
    analyzed_sources, search_index, toctree_titles, c_references, inventory,
    compiled_templates, regular_expressions, compiled_patterns, beautiful_soup,
)  # fmt: skip


def declared(app: Sphinx) -> Iterator[Patch | Step]:
    """Yield the speed-ups that a project may have."""
    for module in _MODULES:
        yield from module.SPEEDUPS
    if "myst_parser" in app.extensions:
        from . import myst_parsing  # noqa: PLC0415 - a project may have no MyST

        yield from myst_parsing.SPEEDUPS


def chosen(app: Sphinx) -> Iterator[Patch | Step]:
    """Yield those that the project has not switched off, and that were proved on its versions."""
    disabled = {*app.config.speedups_disabled}
    for speedup in declared(app):
        name = speedup.name
        if {name, name.partition(".")[0]} & disabled or not versions.is_used(name, app.extensions):
            continue
        if others := versions.unproved(name):
            logger.verbose("speedups: %s is left alone on %s", name, ", ".join(others))
            continue
        yield speedup


@contextmanager
def applied(app: Sphinx) -> Iterator[None]:
    """Have the speed-ups in place."""
    build = Build(app)
    with ExitStack() as stack:
        for speedup in chosen(app):
            stack.enter_context(speedup.applied(build))
        yield


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Have the application build with speed-ups, if the project wants them."""
    unknown = {*config.speedups_disabled} - known_names()
    for name in sorted(unknown):
        logger.warning("speedups_disabled: there is no speed-up %r", name, type="speedups")
    if not config.speedups_enabled:
        return
    # What comes later encloses what comes before.
    for module in (beautiful_soup, garbage_collection, regular_expressions, compiled_patterns):
        name = module.__name__.rpartition(".")[2]
        if name not in config.speedups_disabled and not versions.unproved(name):
            module.on_config_inited(app)
    original = app.build

    @wraps(original)
    def build(*arguments: Any, **options: Any) -> None:
        with applied(app):
            original(*arguments, **options)

    app.build = build  # type: ignore[method-assign]


def known_names() -> set[str]:
    """Return what ``speedups_disabled`` may hold: speed-ups, and modules for all of theirs."""
    return {*versions.PROVED_ON, *(name.partition(".")[0] for name in versions.PROVED_ON)}


def on_builder_inited(app: Sphinx) -> None:
    """Have what the environment keeps as Sphinx has it, where a build before kept it otherwise."""
    disabled = app.config.speedups_disabled
    if not app.config.speedups_enabled or "lazy_tocs" in disabled:
        lazy_tocs.unpickle(app.env)
    if not app.config.speedups_enabled or "lazy_paths" in disabled:
        lazy_paths.as_sphinx_has_them(app.env)
