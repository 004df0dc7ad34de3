"""The same output sooner: what Sphinx 9.0 and docutils 0.22 make anew for every page.

Each of these changes how long a build takes and nothing that it writes; a test compares the
output with and without them. Other versions are left alone, and ``guides_upstream = False``
turns all of it off.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from sphinx import builders, events
from sphinx.builders import html
from sphinx.builders.html import INVENTORY_FILENAME
from sphinx.environment.adapters import toctree
from sphinx.util import docutils as sphinx_docutils
from sphinx.util.logging import NAMESPACE, VERBOSITY_MAP

from career_guides.domain import guides
from career_guides.incremental.inventory import has_same_objects
from career_guides.output.record import OutputRecord

from .environment import (
    _FEW,
    IS_KNOWN,
    Unkept,
    _settings,
    few_chunks,
    read_serial,
    shared_settings,
    shown,
)
from .lazy_tocs import Tocs
from .patches import patch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


_plain_checksum = cast("Any", html)._file_checksum
_plain_toc = toctree.document_toc
_plain_encode = HTMLTranslator.encode


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
        state = guides(app.env).build.of(OutputRecord)
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
