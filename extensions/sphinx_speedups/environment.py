"""Reading: settings, processes and documents."""

from __future__ import annotations

import copy
import logging
from typing import TYPE_CHECKING, Any

import docutils
import sphinx
from sphinx import events
from sphinx.locale import __
from sphinx.util import docutils as sphinx_docutils
from sphinx.util.display import status_iterator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.application import Sphinx


#: Whether these are the versions that this module knows.
IS_KNOWN = sphinx.version_info[:2] == (9, 0) and docutils.__version_info__[:2] == (0, 22)

# Documents that are kept from reading to writing, each a sixth of a megabyte. More are read again.
_KEPT = 2_000

# Pages that are read sooner than the environment of all is pickled for another process.
_FEW = 20

_plain_settings = sphinx_docutils._get_settings


_settings: dict[Any, Any] = {}


def shared_settings(
    *components: Any, defaults: Mapping[str, Any], read_config_files: bool = False
) -> Any:
    """Return a copy of the settings for *components*, which a build does not change.

    Sphinx has them made for every page by a parser of command-line options.
    """
    kinds = tuple(part if isinstance(part, type) else type(part) for part in components)
    key = (kinds, repr(sorted(defaults.items())), read_config_files)
    if key not in _settings:
        made = _plain_settings(*components, defaults=defaults, read_config_files=read_config_files)
        # For the head of docutils' own pages, which Sphinx has no use for: each writer would
        # look for these files again.
        if hasattr(made, "stylesheet_path"):
            made.stylesheet_path = made.stylesheet = None
        _settings[key] = made
    return copy.copy(_settings[key])


def few_chunks(arguments: Sequence[str], nproc: int, maxbatch: int = 10) -> list[Any]:
    """Return *arguments* in as many parts as there are processes.

    For each part that is read the environment of all is pickled, sent and read once; parts
    taken in turn, since careers differ in length.
    """
    return [list(arguments[start::nproc]) for start in range(min(nproc, len(arguments)))]


class Unkept(dict[str, bytes]):
    """Pickles of documents, which Sphinx reads once and keeps as long as the build takes."""

    def __setitem__(self, docname: str, pickled: bytes) -> None:
        """Do not keep it."""


def shown(arguments: Any) -> str:
    """Return what a message of the most verbose builds says of an event: whole pages, at times."""
    return repr(arguments) if events.logger.isEnabledFor(logging.DEBUG) else ""


def read_serial(app: Sphinx, docnames: Sequence[str]) -> None:
    """Read pages one after the other, and forget first what is known of those that are known.

    To forget a page, Sphinx looks through all toctrees, images and labels: in a first build,
    for every page, and in vain.
    """
    builder: Any = app.builder
    kept = app.env._write_doc_doctree_cache
    reading = status_iterator(
        docnames, __("reading sources... "), "purple", len(docnames), app.config.verbosity
    )
    for docname in reading:
        if docname in app.env.all_docs:
            app.events.emit("env-purge-doc", app.env, docname)
            app.env.clear_doc(docname)
        builder.read_doc(docname)
        if len(kept) > _KEPT:
            del kept[docname]
