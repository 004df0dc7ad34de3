"""Work around faults of Sphinx's own search index after an incremental build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Fix the search index that an incremental build has loaded (Sphinx 9.0).

    Terms that are no longer on any page remain as empty lists, and the entries of ``index``
    directives in all pages that are not written again are lost: Sphinx does not read them back
    from the index file. Where several pages have an entry, they are in the order in which they were
    indexed. The event is emitted after the last page has been indexed and before
    the index is written.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None and app.config.guides_upstream:
        for mapping in (indexer._mapping, indexer._title_mapping):
            for word in [word for word, docnames in mapping.items() if not docnames]:
                del mapping[word]
        if len(indexer._index_entries) < len(indexer._titles):
            restore_index_entries(indexer, Path(app.outdir) / "searchindex.js")
        entries = sorted(indexer._index_entries.items())
        indexer._index_entries.clear()
        indexer._index_entries.update(entries)
    yield from ()


def restore_index_entries(indexer: Any, path: Path) -> None:
    """Restore the index entries of pages that this build does not write.

    :param indexer: Sphinx's ``IndexBuilder``
    :param path: the index file that the previous build wrote
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
