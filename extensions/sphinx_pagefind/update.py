"""Make Pagefind's index of the pages that have been written, and keep it right.

Pagefind (https://pagefind.app, 1.5) reads HTML files of the output folder: all of them, or after
an edit those that have changed. Its files go to ``_pagefind/`` as :func:`~.pagefind_site.serve`
has them, only where they differ, and none that is no longer part of the index.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing, contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_cache.digests import digest
from build_cache.stamps import stamp
from career_guides.diagnostics.log import say
from career_guides.output.names import is_site, path_of_page
from career_guides.output.record import finishing, state_file
from career_guides.output.urls import language_tag
from career_guides.search import is_searched, uses_pagefind

from .bundle import serve
from .file_format import SearchError
from .pagefind_output import Output
from .run import FOLDER, make
from .store import Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx


_ENTRY = "pagefind-entry.json"
_MAKERS = ("pagefind", "pagefind-bin", "career-guides")


#: Where more than one page in so many has changed, all are indexed.
_FEW = 4

#: What is on a page but is not its own text: navigation, cards of other pages, sources, signs.
_IGNORED = (
    "nav, form, .headerlink, .toctree-wrapper, .guide-grid, .guide-a-z, .guide-letters,"
    " .guide-term-list, .guide-mentions, .guide-provenance, .at-a-glance-source, .pay-figure,"
    " figcaption .legend"
)


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Bring the index in line with the pages. After those that have gone are removed."""
    if exception is not None or not is_site(app.builder):
        return
    builder: Any = app.builder
    folder = Path(app.outdir, FOLDER)
    if finishing(app, exception) is None and (folder / _ENTRY).is_file():
        return  # no page has changed
    names = sorted(filter(lambda name: is_searched(app.env, name), app.env.all_docs))
    kept = state_file(app, "search", ".db")
    if not uses_pagefind(app) or not names:
        if kept.is_file():  # the folder is ours
            shutil.rmtree(folder, ignore_errors=True)
            kept.unlink()
        return
    language = language_tag(app.config).lower() or "en"
    options = ["--exclude-selectors", _IGNORED, "--force-language", language]
    # In "dirhtml" the address of a page is its folder's.
    options += ["--keep-index-url"] if builder.name == "html" else []
    pages = [path_of_page(app, name) for name in names]
    try:
        with no_garbage_collection():
            bring_in_line(Path(app.outdir), pages, options, kept)
    except SearchError as error:
        message = (
            f"the site cannot be searched, Pagefind does not run: {error}; install 'pagefind[bin]',"
            " or set guides_search = 'sphinx'"
        )
        say(app.config, message, None, "search")
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Do not look for garbage in what makes millions of objects and no circle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def bring_in_line(site: Path, pages: Iterable[str], options: list[str], kept: Path) -> None:
    """Make the index of a site what its pages are now.

    :param site: the output folder
    :param pages: the pages that are searched, from that folder
    :param options: for Pagefind
    :param kept: the file that keeps what is known of the index
    :raises SearchError: if Pagefind does not run, or fails
    """
    stamps = {page: [*stamp(f"{site}/{page}")] for page in pages}
    made_by = digest([options, [_version(name) for name in _MAKERS], sys.version])
    try:
        index = Index(kept)
    except sqlite3.Error:  # another version's, or broken
        kept.unlink()
        index = Index(kept)
    folder = site / FOLDER
    with closing(index.data):
        known = json.loads(index.site.get("stamps", "{}"))
        changed = [page for page, now in stamps.items() if known.get(page) != now]
        is_known = known.keys() == stamps.keys() and index.site["made by"] == made_by
        is_known = is_known and _content(folder / _ENTRY) == index.site["entry"]
        if is_known and not changed:
            return
        is_little = is_known and len(changed) * _FEW <= len(stamps)
        if not (is_little and _of_changed(index, site, changed, options)):
            size = sum(number for _time, number in stamps.values())
            output = Output(make(site, options, size))
            index.fill(output)
            write(folder, *serve(index, output))
        index.site |= {"stamps": json.dumps(stamps), "made by": made_by}
        index.site["entry"] = _content(folder / _ENTRY)
        index.save()


def _of_changed(index: Index, site: Path, changed: list[str], options: list[str]) -> bool:
    """Bring the index in line with pages that have changed; return whether that could be."""
    folder = site / FOLDER
    with tempfile.TemporaryDirectory() as name:
        for page in changed:
            copy = Path(name, page)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / page, copy)
        output = Output(make(Path(name), options))
    if len(output.urls) != len(changed) or not index.change(output):
        return False
    try:
        return write(folder, *serve(index, output, folder))
    except FileNotFoundError:  # somebody has deleted a part of it
        return False


def write(folder: Path, files: Mapping[str, bytes], paths: set[str]) -> bool:
    """Make *folder* hold *files*, of others those at *paths* alone, and leave alone what it holds.

    :returns: whether all *paths* are there now
    """
    start = f"{folder}{os.sep}"  # a Path takes ten times as long
    found = {
        entry.path.removeprefix(start).replace(os.sep, "/")
        for top, _folders, _names in os.walk(folder)
        for entry in os.scandir(top)
        if entry.is_file()
    }
    for path in found - paths:
        (folder / path).unlink()
    for path, data in files.items():
        file = folder / path
        if path not in found or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return paths <= found | files.keys()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # such as a binary that the system has
        return ""


def _content(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""
