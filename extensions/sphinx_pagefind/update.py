"""Bring the index in line with the pages when they have been written.

Pagefind (https://pagefind.app, 1.5) reads HTML files of the output folder: all of them, or after
an edit those that have changed. The files of the index go to ``_pagefind/`` as
:func:`.bundle.bundle` makes them, only where they differ.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging

from build_cache import software
from build_cache.digests import digest
from build_cache.garbage_collection import no_garbage_collection
from build_cache.stamps import stamp

from . import languages
from .bundle import bundle, write
from .config import CHARACTERS, is_searched, uses_pagefind
from .file_format import ENTRY, PagefindError
from .pagefind_output import JoinedOutput, Output
from .run import AT_ONCE, FOLDER, divided, has_extended, in_memory, run
from .store import Index
from .terms import read_languages, write_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx

    from build_cache.stamps import Stamp


logger = logging.getLogger(__name__)

#: Packages whose version an index depends on.
_MAKERS = ("pagefind", "pagefind-bin", "pagefind-bin-extended", "career-guides", "zlib-ng")

#: Where more than one page in so many has changed, all are indexed.
_FEW = 4


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Update the index. After the handlers that write pages or remove those that have gone."""
    if exception is not None:
        return
    folder = Path(app.outdir, FOLDER)
    store = Path(app.doctreedir, f"sphinx_pagefind-{digest(str(app.outdir))}.db")
    names: dict[str, tuple[str, Stamp]] = {}
    if uses_pagefind(app):
        if (folder / ENTRY).is_file() and app.emit_firstresult("pagefind-is-current"):
            warn_of_undivided(app, read_languages(folder))
            return
        # Asked for some files only, Sphinx writes no others.
        for name in sorted(app.env.all_docs):
            if is_searched(app.env, name):
                page = path_of_page(app, name)
                with suppress(OSError):
                    names[name] = (page, stamp(f"{app.outdir}/{page}"))
    found = languages.by_language(app, names)
    warn_of_undivided(app, found)
    places = {store: folder} | {
        store.with_name(f"{store.stem}-{language}.db"): folder / languages.FOLDER / language
        for language in list(found)[1:]
    }
    for old in store.parent.glob(f"{store.stem}*.db"):
        if not names or old not in places:  # the folder is ours
            language = old.stem.removeprefix(f"{store.stem}-")
            gone = folder if old == store else folder / languages.FOLDER / language
            shutil.rmtree(gone, ignore_errors=True)
            old.unlink()
    if not names:
        return
    common: dict[str, list[str]] = {}
    try:
        with no_garbage_collection():  # an index is millions of objects and no circle
            for (language, pages), (file, place) in zip(found.items(), places.items(), strict=True):
                paths = dict(names[name] for name in pages)
                site = Site(Path(app.outdir), place, options_of(app), language, len(found) == 1)
                common[language] = update(site, paths, file)
        write_terms(app, common)
    except PagefindError as error:
        shutil.rmtree(folder, ignore_errors=True)
        if not app.emit_firstresult("pagefind-failed", str(error)):
            message = (
                "the site cannot be searched, Pagefind does not run: %s; install 'pagefind[bin]'"
            )
            logger.warning(message, error, type="pagefind", subtype="failed")


def warn_of_undivided(app: Sphinx, found: Iterable[str]) -> None:
    """Warn once of all languages whose words only the extended binary divides, if it is missing."""
    names = [
        languages.DIVIDED[language.partition("-")[0]]
        for language in found
        if languages.is_divided(language)
    ]
    if not names or has_extended():
        return
    named = " and ".join(dict.fromkeys(names))
    if not app.emit_firstresult("pagefind-undivided", named):
        message = (
            "the search finds only whole phrases in %s, whose words Pagefind does not separate;"
            " install 'pagefind_bin_extended'"
        )
        logger.warning(message, named, type="pagefind", subtype="language")


def options_of(app: Sphinx) -> list[str]:
    """Return the options of Pagefind's command line for this build, but for the language."""
    ignored = ", ".join(app.config.pagefind_ignored_selectors)
    # Pagefind does not look at the navigation, the larger part of a page: a fifth of its time.
    options = ["--root-selector", "[data-pagefind-body]", "--include-characters", CHARACTERS]
    options += ["--exclude-selectors", ignored] if ignored else []
    if (suffix := app.builder.out_suffix) != ".html":  # type: ignore[attr-defined]
        options += ["--glob", f"**/*{suffix}"]
    # Where addresses are those of folders, as with "dirhtml", Pagefind leaves out "index.html".
    is_of_folders = app.builder.get_target_uri("a/index") == "a/"
    return options if is_of_folders else [*options, "--keep-index-url"]


def path_of_page(app: Sphinx, docname: str) -> str:
    """Return the file of a page, from the output folder, with ``/``."""
    builder: Any = app.builder
    if type(builder).get_output_path is StandaloneHTMLBuilder.get_output_path:
        return f"{docname}{builder.out_suffix}"  # without ten thousand paths
    return str(builder.get_output_path(docname))[len(str(app.outdir)) + 1 :].replace(os.sep, "/")


class Site(NamedTuple):
    """What is indexed: the pages of a site in one language.

    :param path: the output folder
    :param folder: that of the index
    :param options: of Pagefind's command line
    :param language: that of the pages
    :param is_whole: whether all marked pages are in this language
    """

    path: Path
    folder: Path
    options: list[str]
    language: str
    is_whole: bool = True


def update(site: Site, pages: Mapping[str, Stamp], store: Path) -> list[str]:
    """Bring the index of a site in line with its pages.

    :param pages: the pages that are searched, from the output folder -> stamp of the file
    :param store: the file that keeps the index from build to build
    :returns: the words that are too common to be worth loading, as Pagefind stems them
    :raises PagefindError: if Pagefind does not run, or fails
    """
    stamps = {page: [*stamped] for page, stamped in pages.items()}
    made_by = digest([site.options, site.language, software.made_by(_MAKERS)])
    try:
        index = Index(store)
    except sqlite3.Error:  # another version's, or broken
        store.unlink()
        index = Index(store)
    folder = site.folder
    with closing(index.data):
        known = json.loads(index.site.get("stamps", "{}"))
        changed = [page for page, now in stamps.items() if known.get(page) != now]
        gone = [page for page in known if page not in stamps]
        is_known = bool(known) and index.site["made by"] == made_by
        is_known = is_known and _content(folder / ENTRY) == index.site["entry"]
        if is_known and not (changed or gone):
            return list(json.loads(index.site["common"]))
        are_few = is_known and (len(changed) + len(gone)) * _FEW <= len(stamps)
        # Pagefind has to index something, since its program and its version are served, too.
        if not (are_few and _update_some(index, site, changed or [*stamps][:1], gone)):
            _update_all(index, site, stamps)
        index.site |= {"stamps": json.dumps(stamps), "made by": made_by}
        index.site["entry"] = _content(folder / ENTRY)
        index.save()
        return list(json.loads(index.site["common"]))


def _update_all(index: Index, site: Site, stamps: dict[str, list[int]]) -> None:
    """Index all pages."""
    output = None
    size = sum(stamped[1] for stamped in stamps.values())
    if site.is_whole and size <= AT_ONCE:
        output = Output(run(site.path, site.options, site.language, size))
    # Without the pages in other languages, and those that Sphinx has left when their source went.
    if output is None or len(output.urls) > len(stamps):
        output = _output_of(site, stamps)
    index.fill(output)
    write(site.folder, *bundle(index, output))


def _update_some(index: Index, site: Site, changed: list[str], gone: list[str]) -> bool:
    """Index the pages that are new or have changed; return whether that is enough."""
    output = _output_of(site, changed)
    addresses = [_address(site, page) for page in gone]
    if len(output.urls) != len(changed) or not index.change(output, addresses):
        return False
    try:
        return write(site.folder, *bundle(index, output, site.folder))
    except FileNotFoundError:  # somebody has deleted a part of it
        return False


def _address(site: Site, page: str) -> str:
    """Return the address that Pagefind gives a page; if it gives another, all are indexed."""
    folder, _, name = page.rpartition("/")
    is_of_folder = name == "index.html" and "--keep-index-url" not in site.options
    return f"/{folder}/".replace("//", "/") if is_of_folder else f"/{page}"


def _output_of(site: Site, pages: Iterable[str]) -> Output:
    """Run Pagefind over these pages alone: over some at a time, so that it needs less memory."""
    sizes = {page: (site.path / page).stat().st_size for page in pages}
    outputs = [_output_of_run(site, part) for part in divided(sizes)]
    if len(outputs) == 1:
        return outputs[0]
    if any(output.has_sorts for output in outputs):  # an order is of all pages at once
        return _output_of_run(site, sizes)
    return JoinedOutput(outputs)


def _output_of_run(site: Site, sizes: Mapping[str, int]) -> Output:
    """Run Pagefind over a folder that holds these pages alone.

    :param sizes: page -> size in bytes
    """
    size = sum(sizes.values())
    with tempfile.TemporaryDirectory(dir=in_memory(2 * size)) as name:
        for page in sizes:
            copy = Path(name, page)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site.path / page, copy)
        return Output(run(Path(name), site.options, site.language, size))


def _content(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""
