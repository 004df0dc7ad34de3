"""Where Sphinx, MyST and sphinx-sitemap stand in the way of a right or fast build.

Each of these is a fault of the named version that a test shows; ``guides_upstream = False``
in ``conf.py`` turns them off.
"""

from __future__ import annotations

import copy
import json
import queue
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils.frontend import get_default_settings
from myst_parser.mdit_to_docutils import base as myst
from myst_parser.parsers import sphinx_
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx.search import languages
from sphinx.search.en import SearchEnglish
from sphinx.util import logging

from .domain import guides
from .outputs import finishing, is_site
from .patching import patch
from .social import content_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from myst_parser.config.main import MdParserConfig
    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)


class CachedEnglish(SearchEnglish):
    """Sphinx's English search, with a stemmer that remembers words across pages.

    Sphinx 9.0 remembers them within a page only; the pure-Python stemmer is then a quarter
    of a large build. What it returns is the same.
    """

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.stem = lru_cache(maxsize=200_000)(super().stem)  # type: ignore[method-assign]


@cache
def _default_settings(*components: Any) -> Any:
    return get_default_settings(*components)


def shared_default_settings(*components: Any) -> Any:
    """Return a copy of docutils' default settings for *components*, which never change.

    MyST 5.2 has them made anew for every page and every caption, by a parser of command-line
    options, for a document that it then drops: a twentieth of a build.
    """
    return _default_settings(*components).copy()


_parsers: dict[int, tuple[MdParserConfig, MarkdownIt]] = {}


def shared_md_parser(config: MdParserConfig, renderer: Callable[[MarkdownIt], Any]) -> MarkdownIt:
    """Return a parser for *config*, with a renderer and options of its own.

    MyST 5.2 puts the rules of Markdown together anew for every page. Only pages with settings
    of their own have another *config*.
    """
    if id(config) not in _parsers:
        _parsers.clear()
        _parsers[id(config)] = (config, create_md_parser(config, renderer))
    parser = copy.copy(_parsers[id(config)][1])
    parser.options = copy.copy(parser.options)
    made: Any = copy.copy(parser.renderer)
    made.md, made.rules = parser, {name: getattr(made, name) for name in made.rules}
    parser.renderer = made
    return parser


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Search in English by the faster class, unless the project has one of its own.

    And let MyST share its default settings and its parser.
    """
    wanted = config.guides_upstream
    _parsers.clear()
    patch(myst, wanted=wanted, get_default_settings=shared_default_settings)
    patch(sphinx_, wanted=wanted, create_md_parser=shared_md_parser)
    # Without asking for each link who calls what Sphinx 11 will no longer have.
    patch(MystReferenceResolver, wanted=wanted, app=property(lambda self: self.env._app))
    if config.guides_upstream and languages.get("en") is SearchEnglish:
        app.add_search_language(CachedEnglish)


def on_builder_inited(app: Sphinx) -> None:
    """Replace sphinx-sitemap's queue, which lives in a process of its own.

    It collects pages while they are written (sphinx-sitemap 2.9), so that an incremental
    build's sitemap lacks the others and a parallel build's has them in any order. Here it is
    filled at the end instead.
    """
    if app.config.guides_upstream and hasattr(app, "sitemap_links"):
        app.sitemap_links = queue.SimpleQueue()


def fill_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """Hand sphinx-sitemap every page of the site, in order, and nothing that is no page.

    A page was last changed when git says so, where ``sitemap_show_lastmod`` asks for that, and
    else on the day of its last review: that is in the source, the same in a shallow clone or
    an archive, and no mended comma makes it new.
    """
    if exception or not app.config.guides_upstream or not hasattr(app, "sitemap_links"):
        return
    from sphinx_sitemap import add_html_link  # noqa: PLC0415 - only where a project uses it

    found: queue.SimpleQueue[tuple[str, str | None]] = queue.SimpleQueue()
    app.sitemap_links = queue.SimpleQueue()
    domain = guides(app.env)
    state = finishing(app, exception)
    if state is None:
        return  # an empty queue leaves the file alone
    for docname in content_pages(domain) if is_site(app.builder) else ():
        add_html_link(app, docname, "", {}, None)
        entry = domain.catalogue.entries.get(docname)
        reviewed = entry.guide.last_reviewed if entry else None
        while not app.sitemap_links.empty():  # unless sitemap_excludes names the page
            link, changed = app.sitemap_links.get()
            found.put((quote(link), changed or (reviewed.isoformat() if reviewed else None)))
    app.sitemap_links = found
    state.extra.add(app.config.sitemap_filename)


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Mend the search index that an incremental build has loaded (Sphinx 9.0).

    The terms of pages that are written again stay behind as empty lists, and the entries of
    ``index`` directives in all other pages are lost: the index file does not hand them back.
    The event comes after the last page has been indexed, before the index is written.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None and app.config.guides_upstream:
        for mapping in (indexer._mapping, indexer._title_mapping):
            for word in [word for word, docnames in mapping.items() if not docnames]:
                del mapping[word]
        if len(indexer._index_entries) < len(indexer._titles):
            restore_index_entries(indexer, Path(app.outdir) / "searchindex.js")
    yield from ()


def restore_index_entries(indexer: Any, path: Path) -> None:
    """Take the index entries of pages that were not written from the index before.

    :param indexer: Sphinx's ``IndexBuilder``
    :param path: the index file that the build before wrote
    """
    try:
        text = path.read_text(encoding="utf-8")
        frozen = json.loads(text[len("Search.setIndex(") : -1])
    except (OSError, ValueError):
        return
    docnames = frozen["docnames"]
    missing = indexer._titles.keys() - indexer._index_entries.keys()
    for docname in missing:
        indexer._index_entries[docname] = []
    for entry, places in sorted(frozen["indexentries"].items()):
        for number, entry_id, is_main in places:
            if docnames[number] in missing:
                place = (entry, entry_id, "main" if is_main else "")
                indexer._index_entries[docnames[number]].append(place)
