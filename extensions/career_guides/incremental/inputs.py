"""Detect whether anything at all has changed since an output folder was written.

The catalogue and the views are built only from files of the source folder, templates, style
sheets and settings. While none of these has changed, the results of the last build still hold;
with ten thousand guides, it would take seconds to compute them again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_cache.digests import digest
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
) -> tuple[str, str, dict[str, Stamp]]:
    """Return digests that identify the inputs of this build.

    :param pages: paths of the source files of pages
    :param suffixes: those of Markdown files
    :returns: a digest of all inputs, and one without the pages in Markdown, in which other pages
        count by name alone; '' if a file changed so recently that another change could look the
        same; and path -> stamp of each file
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
    found = [state_of_settings(app)]
    others = [*found]
    is_certain = others_are_certain = True
    for folder in folders:
        for path, status in sorted(_files(os.fspath(folder), outputs)):
            stamps[path] = status
            is_page = path in pages
            if not is_older(status, latest):
                is_certain = False
                others_are_certain &= is_page
            found.append(f"{path} {status}")
            if not is_page:
                others.append(found[-1])
            elif os.path.splitext(path)[1] not in suffixes:  # noqa: PTH122 - many
                others.append(path)
    certain = (digest(found) if is_certain else "", digest(others) if others_are_certain else "")
    return *certain, stamps


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


def _files(folder: str, left_out: set[str]) -> Iterator[tuple[str, Stamp]]:
    """Yield the files below *folder*, or *folder* itself if it is a file.

    Each comes with its stamp. Links to folders are followed once.
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
            try:
                if not entry.is_dir():
                    yield entry.path, of_status(entry.stat())
                    continue
            except OSError:  # a link that leads nowhere
                yield entry.path, ABSENT
                continue
            is_link = entry.is_symlink()
            where = os.path.realpath(entry.path) if is_link else f"{real}{os.sep}{entry.name}"
            waiting.append((entry.path, where))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder; nothing if it cannot be read."""
    try:
        with os.scandir(folder) as found:
            return [*found]
    except OSError:
        return []
