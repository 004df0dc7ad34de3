"""Where Sphinx, MyST and sphinx-sitemap stand in the way of a right or fast build.

Each of these is a fault of the named version that a test shows; ``guides_upstream = False``
in ``conf.py`` turns them off.
"""

from __future__ import annotations

import json
import queue
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils.frontend import get_default_settings
from myst_parser.mdit_to_docutils import base as myst
from sphinx.search import languages
from sphinx.search.en import SearchEnglish
from sphinx.util import logging

from .domain import guides
from .outputs import is_site

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Search in English by the faster class, unless the project has one of its own.

    And let MyST share its default settings.
    """
    cast("Any", myst).get_default_settings = (
        shared_default_settings if config.guides_upstream else get_default_settings
    )
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
    """Hand sphinx-sitemap every page of the site, in order, and nothing that is no page."""
    if exception or not app.config.guides_upstream or not hasattr(app, "sitemap_links"):
        return
    from sphinx_sitemap import add_html_link  # noqa: PLC0415 - only where a project uses it

    app.sitemap_links = queue.SimpleQueue()
    state = guides(app.env).state
    if state and state.is_unchanged and Path(app.outdir, app.config.sitemap_filename).is_file():
        return  # an empty queue leaves the file alone
    if is_site(app.builder):
        for docname in sorted([*app.env.all_docs, *guides(app.env).made_pages()]):
            add_html_link(app, docname, "", {}, None)


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
