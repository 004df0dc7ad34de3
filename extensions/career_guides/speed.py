"""The same output sooner: what Sphinx 9.0 and docutils 0.22 make anew for every page.

Each of these changes how long a build takes and nothing that it writes; a test compares the
output with and without them. Other versions are left alone, and ``guides_upstream = False``
turns all of it off.
"""

from __future__ import annotations

import copy
import logging
import re
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import docutils
import sphinx
from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from sphinx import builders, events
from sphinx.builders import html
from sphinx.builders.html import INVENTORY_FILENAME
from sphinx.environment.adapters import toctree
from sphinx.locale import __
from sphinx.util import docutils as sphinx_docutils
from sphinx.util.display import status_iterator
from sphinx.util.logging import NAMESPACE, VERBOSITY_MAP

from .affected import has_same_objects
from .domain import guides
from .kept_tocs import Tocs
from .patching import patch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: Whether these are the versions that this module knows.
IS_KNOWN = sphinx.version_info[:2] == (9, 0) and docutils.__version_info__[:2] == (0, 22)

# Documents that are kept from reading to writing, each a sixth of a megabyte. More are read again.
_KEPT = 2_000

# Pages that are read sooner than the environment of all is pickled for another process.
_FEW = 20

_plain_settings = sphinx_docutils._get_settings
_plain_checksum = cast("Any", html)._file_checksum
_plain_toc = toctree.document_toc
_plain_encode = HTMLTranslator.encode

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


_last: list[Any] = []


def toc_of(env: BuildEnvironment, docname: str, tags: Any) -> nodes.Node:
    """Return a page's table of contents, and keep it for the theme, which asks next."""
    _last[:] = (env, docname, _plain_toc(env, docname, tags))
    return cast("nodes.Node", _last[2])


def toc_again(env: BuildEnvironment, docname: str, tags: Any) -> nodes.Node:
    """Return what the builder has rendered, once; Furo only looks whether there is anything."""
    if len(_last) == 3 and _last[0] is env and _last[1] == docname:
        return cast("nodes.Node", _last.pop())
    return _plain_toc(env, docname, tags)


_special = re.compile("[" + "".join(map(chr, HTMLTranslator.special_characters)) + "]").search


def encode(self: HTMLTranslator, text: object) -> str:
    """Return *text* as HTML has it. Most have nothing to translate, and are looked up by letter."""
    text = str(text)
    return str(_plain_encode(self, text)) if _special(text) else text


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


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Put them in place, or put back what was there: the process may build another site next."""
    wanted = config.guides_upstream and IS_KNOWN
    _last.clear()
    _settings.clear()
    for module in (sphinx_docutils, html):
        patch(module, wanted=wanted, _get_settings=shared_settings)
    patch(builders, wanted=wanted, make_chunks=few_chunks)
    patch(toctree, wanted=wanted, document_toc=toc_again)
    patch(HTMLTranslator, wanted=wanted, encode=encode)
    patch(events, wanted=wanted, repr=shown)
    checksum = cache(_plain_checksum)  # of files as they are now
    patch(html, wanted=wanted, document_toc=toc_of, _file_checksum=checksum)


def on_builder_inited(app: Sphinx) -> None:
    """Templates do not change while they are rendered; titles are rendered once.

    And where nothing has changed, the inventory of all objects has not.
    """
    builder: Any = app.builder
    if not (app.config.guides_upstream and IS_KNOWN):
        return
    # What is below that is made for every event of every page, and then thrown away.
    # With "-q" nobody reads how far the build is.
    level = logging.WARNING if app.quiet and app.verbosity == 0 else VERBOSITY_MAP[app.verbosity]
    logging.getLogger(NAMESPACE).setLevel(level)
    plain_read = builder._read_parallel

    def read_parallel(docnames: Sequence[str], nproc: int) -> None:
        if len(docnames) > _FEW:
            plain_read(docnames, nproc)
        else:
            builder._read_serial(docnames)

    builder._read_serial = lambda docnames: read_serial(app, docnames)
    builder._read_parallel = read_parallel
    env: Any = app.env
    env._pickled_doctree_cache = Unkept()
    if not isinstance(env.tocs, Tocs):
        env.tocs = Tocs(env.tocs)
    if builder.format != "html":
        return
    environment = getattr(builder.templates, "environment", None)
    if environment is not None:
        environment.auto_reload = False
    plain_dump = builder.dump_inventory

    def dump_inventory() -> None:
        state = guides(app.env).state
        is_same = state is not None and (state.is_unchanged or has_same_objects(app.env, state))
        if not (is_same and (app.outdir / INVENTORY_FILENAME).is_file()):
            plain_dump()

    builder.dump_inventory = dump_inventory
    plain, known = builder.render_partial, {}

    def render_partial(node: nodes.Node | None) -> dict[str, str]:
        # A page renders the titles of its neighbours, too. They are the environment's own.
        if not isinstance(node, nodes.title):
            return dict(plain(node))
        if id(node) not in known:
            known[id(node)] = (node, plain(node))  # with the node, so that none takes its number
        return dict(known[id(node)][1])

    builder.render_partial = render_partial
