"""Detect whether anything at all has changed since an output folder was written.

The catalogue and the views are built only from files of the source folder, templates, style
sheets and settings. While none of these has changed, the results of the last build still hold;
with ten thousand guides, it would take seconds to compute them again.
"""

from __future__ import annotations

import marshal
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_cache.digests import digest_of_bytes
from build_cache.stamps import ABSENT, is_older, latest_told, of_status, stamp
from career_guides.images.cache import folder_of
from career_guides.images.encode import made_by
from career_guides.output.repository import source_folder

from .software import hashes_of_settings, state_of_software

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from build_cache.stamps import Stamp


def state_of_inputs(
    app: Sphinx, pages: Container[str], suffixes: Container[str]
) -> tuple[str, str, dict[str, Stamp], set[str]]:
    """Return digests that identify the inputs of this build.

    :param pages: paths of the source files of pages
    :param suffixes: those of Markdown files
    :returns: a digest of all inputs, and one without the pages in Markdown, in which other pages
        count by name alone; '' if a file changed so recently that another change could look the
        same; path -> stamp of each file; and the paths of those that are symbolic links
    """
    config = app.config
    folders = [Path(app.srcdir), *folders_beside(app)]
    folders += [Path(app.srcdir, name) for name in config.locale_dirs]
    outputs = {
        os.fspath(app.outdir),
        os.fspath(app.doctreedir),
        os.path.realpath(folder_of(app) or app.outdir),
    }
    latest = latest_told()
    stamps: dict[str, Stamp] = {}
    links: set[str] = set()
    for folder in folders:
        stamps.update(_files(os.fspath(folder), outputs, links))
    late = [path for path, status in stamps.items() if not is_older(status, latest)]
    found = sorted(stamps.items())
    others = [
        (path, None if path in pages else status)
        for path, status in found
        if path not in pages or os.path.splitext(path)[1] not in suffixes  # noqa: PTH122 - many
    ]
    settings = state_of_settings(app)
    certain = (
        "" if late else _digest(settings, found),
        _digest(settings, others) if all(path in pages for path in late) else "",
    )
    return *certain, stamps, links


def folders_beside(app: Sphinx) -> list[Path]:
    """Return the folders or files of templates, static files and fonts, including ours."""
    config = app.config
    named = [*config.templates_path, *config.html_static_path, *config.html_extra_path]
    named += filter(None, [config.guides_social_font])
    return [Path(app.confdir, name) for name in named]


def state_of_settings(app: Sphinx) -> str:
    """Return a text that identifies the settings of this build and the software that runs it."""
    config = app.config
    values = (
        config.guides_today, config.guides_facts, config.language, config.guides_trust,
        config.guides_book_exclude,
    )  # fmt: skip
    where = source_folder(Path(app.srcdir), Path(app.confdir))
    known = (state_of_software(app), where, made_by(), inventories(app.env))
    return repr((app.builder.name, hashes_of_settings(app), *values, *known))


def inventories(env: BuildEnvironment) -> list[list[str]]:
    """Return the objects of other projects from the inventories that intersphinx has loaded."""
    projects: dict[str, Any] = getattr(env, "intersphinx_named_inventory", {})
    return sorted(
        [project, kind, name, repr(item)]
        for project, kinds in projects.items()
        for kind, items in kinds.items()
        for name, item in items.items()
    )


def _digest(settings: str, files: list[Any]) -> str:
    # In version 2, the same values always give the same bytes: it has no references.
    return digest_of_bytes(marshal.dumps([settings, files], 2))


def _files(folder: str, left_out: set[str], links: set[str]) -> Iterator[tuple[str, Stamp]]:
    """Yield the files below *folder*, or *folder* itself if it is a file.

    Each comes with its stamp; those that are links are added to *links*. Links to folders are
    followed once.
    """
    if os.path.isfile(folder):  # noqa: PTH113 - a string, as the paths below
        yield folder, stamp(folder)
    seen: set[str] = set()
    waiting = [(folder, os.path.realpath(folder))] if os.path.isdir(folder) else []  # noqa: PTH112
    while waiting:
        top, real = waiting.pop()
        if real in seen or real in left_out:
            continue
        seen.add(real)
        for entry in _entries(top):
            is_link = entry.is_symlink()
            if is_link:
                links.add(entry.path)
            try:
                if not entry.is_dir():
                    yield entry.path, of_status(entry.stat())
                    continue
            except OSError:  # a link that leads nowhere
                yield entry.path, ABSENT
                continue
            where = os.path.realpath(entry.path) if is_link else f"{real}{os.sep}{entry.name}"
            waiting.append((entry.path, where))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder; nothing if it cannot be read."""
    try:
        with os.scandir(folder) as found:
            return [*found]
    except OSError:
        return []
