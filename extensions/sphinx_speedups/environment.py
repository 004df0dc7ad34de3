"""Pages are read: their settings, the order, and what is kept of them."""

from __future__ import annotations

import copy
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils.utils import DependencyList
from sphinx import builders
from sphinx.environment.collectors import asset, toctree
from sphinx.locale import __
from sphinx.util import docutils as sphinx_docutils
from sphinx.util import parallel
from sphinx.util.build_phase import BuildPhase
from sphinx.util.display import status_iterator

from .patches import Patch, always, defined_in, equals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx.application import Sphinx

    from .patches import Build


#: Bytes of the sources whose documents are kept from reading to writing: these take forty times as
#: much memory. If there are more, no document is kept, and each is loaded again.
KEPT = 9_000_000

#: Up to so many pages are read faster than the environment is pickled for another process.
FEW = 20

#: Sphinx's collectors that look through what all pages have, to forget what one of them had.
_SLOW = (asset.ImageCollector, asset.DownloadFileCollector, toctree.TocTreeCollector)


def copy_of(settings: Any) -> Any:
    """Return a copy of docutils' settings that shares nothing that a page may change."""
    copied = copy.copy(settings)
    for name, value in vars(settings).items():
        if isinstance(value, list | dict):
            setattr(copied, name, value.copy())
    # What a page is made from, such as the file of a table: of that page alone.
    copied.record_dependencies = DependencyList()
    return copied


class Settings(dict[Any, Any]):
    """Components and defaults -> settings, as Sphinx has docutils make them."""


def settings(build: Build, original: Any) -> Any:
    """Have settings made once by docutils' parser of command-line options, then copied."""
    known = build.of(Settings)

    def get_settings(*components: Any, defaults: Any, read_config_files: bool = False) -> Any:
        kinds = tuple(part if isinstance(part, type) else type(part) for part in components)
        key = (kinds, repr(sorted(defaults.items())), read_config_files)
        if key not in known:
            made = original(*components, defaults=defaults, read_config_files=read_config_files)
            if made.record_dependencies.file is not None:  # docutils.conf names a file for them
                return made
            # For the head of docutils' own pages, which Sphinx has no use for: each writer would
            # look for these files again.
            if hasattr(made, "stylesheet_path"):
                made.stylesheet_path = made.stylesheet = None
            known[key] = made
        return copy_of(known[key])

    return get_settings


def chunks(build: Build, original: Any) -> Any:
    """Divide pages to read among processes, each its share at once.

    For each part the environment is pickled, sent and loaded. Pages are taken in turn, since
    those of a folder are often alike. Pages to write are divided as by Sphinx: while a part is
    written, the next is resolved.
    """
    builder: Any = build.app.builder

    def make_chunks(arguments: Sequence[str], nproc: int, maxbatch: int = 10) -> list[Any]:
        if builder.phase is not BuildPhase.READING:
            return list(original(arguments, nproc, maxbatch))
        return [list(arguments[start::nproc]) for start in range(min(nproc, len(arguments)))]

    return make_chunks


def read_serial(build: Build, original: Any) -> Any:
    """Read pages one after the other, and forget new ones at once instead of before each.

    Sphinx does so, too, where it reads in parallel. Handlers of other extensions are called
    before each page, as ever.
    """
    app, builder = build.app, cast("Any", build.app.builder)

    def _read_serial(docnames: Sequence[str]) -> None:
        new = {docname for docname in docnames if docname not in app.env.all_docs}
        for docname in sorted(new):
            emit_purge(app, docname, is_slow)
            app.env.clear_doc(docname)
        kept = app.env._write_doc_doctree_cache
        are_kept = size_of_sources(app, docnames) <= KEPT
        for docname in status_iterator(
            docnames, __("reading sources... "), "purple", len(docnames), app.config.verbosity
        ):
            if docname in new:
                emit_purge(app, docname, lambda handler: not is_slow(handler))
            else:
                app.events.emit("env-purge-doc", app.env, docname)
                app.env.clear_doc(docname)
            builder.read_doc(docname)
            if not are_kept:
                kept.pop(docname, None)

    return _read_serial


def size_of_sources(app: Sphinx, docnames: Iterable[str]) -> int:
    """Return the number of bytes of the sources of pages, as far as they have one."""
    total = 0
    for docname in docnames:
        with suppress(OSError):
            total += Path(app.env.doc2path(docname)).stat().st_size
    return total


def is_slow(handler: Any) -> bool:
    """Return whether a handler is of a collector that looks through what all pages have."""
    return type(getattr(handler, "__self__", None)) in _SLOW


def emit_purge(app: Sphinx, docname: str, is_called: Callable[[Any], bool]) -> None:
    """Emit ``env-purge-doc`` for some of its handlers."""
    listeners = app.events.listeners
    every = listeners["env-purge-doc"]
    listeners["env-purge-doc"] = [each for each in every if is_called(each.handler)]
    try:
        app.events.emit("env-purge-doc", app.env, docname)
    finally:
        listeners["env-purge-doc"] = every


def read_parallel(build: Build, original: Any) -> Any:
    """Read a few pages in this process."""
    builder: Any = build.app.builder

    def _read_parallel(docnames: Sequence[str], nproc: int) -> None:
        if len(docnames) > FEW:
            original(docnames, nproc)
        else:
            builder._read_serial(docnames)

    return _read_parallel


class Unkept(dict[str, bytes]):
    """Pickles of documents, which Sphinx loads once and keeps as long as the build lasts."""

    def __setitem__(self, docname: str, pickled: bytes) -> None:
        """Do not keep it."""


def _builder(build: Build) -> Any:
    return build.app.builder


SPEEDUPS = (
    Patch(
        "environment.settings", always(sphinx_docutils), "_get_settings", settings,
        defined_in(sphinx_docutils),
        "settings are made by a parser of command-line options for every page",
    ),
    Patch(
        "environment.chunks", always(builders), "make_chunks", chunks, defined_in(parallel),
        "the environment is pickled, sent and loaded once for each part that is read in parallel",
    ),
    Patch(
        "environment.read_serial", _builder, "_read_serial", read_serial, defined_in(builders),
        "to forget a page, all toctrees, images and labels are looked through; and the documents"
        " of all pages are kept",
    ),
    Patch(
        "environment.read_parallel", _builder, "_read_parallel", read_parallel,
        defined_in(builders),
        "the environment is pickled for another process to read a few pages",
    ),
    Patch(
        "environment.pickled_doctrees", lambda build: build.app.env, "_pickled_doctree_cache",
        lambda build, original: Unkept(), equals({}),
        "the pickles of all documents are kept until the build is over",
    ),
)  # fmt: skip
