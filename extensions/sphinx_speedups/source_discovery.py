"""Pages are found: what Sphinx asks about every file.

The answers are Sphinx's, and so is the work wherever something is out of the ordinary.
"""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx import environment, project
from sphinx.environment import BuildEnvironment
from sphinx.project import EXCLUDE_PATHS, Project
from sphinx.util._pathlib import _StrPath
from sphinx.util.matching import compile_matchers

from . import lazy_paths
from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .patches import Build


def get_matching_files(
    dirname: str | os.PathLike[str],
    include_patterns: Iterable[str] = ("**",),
    exclude_patterns: Iterable[str] = (),
    suffixes: tuple[str, ...] = ("",),
) -> Iterator[str]:
    """Yield the paths of files below *dirname*, from there, as Sphinx does.

    Sphinx makes a ``Path`` of each.

    :param suffixes: endings of the paths that are asked for: most files are often pictures
    """
    top = os.path.realpath(dirname)
    wanted, unwanted = compile_matchers(include_patterns), compile_matchers(exclude_patterns)
    for folder, folders, files in os.walk(top, followlinks=True):
        above = os.path.relpath(folder, top).replace(os.sep, "/")
        start = "" if above == "." else f"{above}/"

        def named(
            names: list[str], suffixes: tuple[str, ...], start: str = start
        ) -> Iterator[tuple[str, str]]:
            for name in sorted(names):
                path = unicodedata.normalize("NFC", f"{start}{name}")
                if path.endswith(suffixes) and not any(match(path) for match in unwanted):
                    yield name, path

        folders[:] = [name for name, _path in named(folders, ("",))]
        for _name, path in named(files, suffixes):
            if any(match(path) for match in wanted):
                yield path


class Files(dict[str, Path]):
    """Docname -> file, of the pages of the build's project that somebody has asked for."""


def discover(build: Build, original: Any) -> Any:
    """Find the pages. Sphinx makes three paths of each file."""
    known = build.of(Files)

    def discover(
        self: Project, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        excluded, included = [*exclude_paths], [*include_paths]
        found: dict[str, str] = {}
        unwanted = [*excluded, *EXCLUDE_PATHS]
        for path in get_matching_files(self.srcdir, included, unwanted, (*self.source_suffix,)):
            suffix = next(filter(path.endswith, self.source_suffix), None)
            docname = path.removesuffix(suffix) if suffix else ""
            if not docname:
                continue
            if docname in found or not os.access(f"{self.srcdir}/{path}", os.R_OK):
                known.clear()
                return cast("set[str]", original(self, excluded, included))  # with its warnings
            found[docname] = path
        self.docnames.clear()
        self.docnames.update(found)
        files = {name: f"{self.srcdir}/{found.get(name)}" for name in known}
        for docname in [name for name, file in files.items() if str(known[name]) != file]:
            del known[docname]
        keep(self, found)
        return self.docnames

    return discover


def keep(project: Any, found: dict[str, str]) -> None:
    """Keep the pages that have been found.

    :param found: docname -> path of its file, from the source folder
    """
    files, docnames = project._docname_to_path, project._path_to_docname
    if isinstance(files, lazy_paths.Files) and isinstance(docnames, lazy_paths.Docnames):
        files.data = dict[str, Any](found)
        docnames.data = {path: docname for docname, path in found.items()}
        return
    for table in (files, docnames):
        table.clear()
    files.update((docname, Path(path)) for docname, path in found.items())
    docnames.update((path, docname) for docname, path in files.items())


def doc2path(build: Build, original: Any) -> Any:
    """Return the file of a page; Sphinx puts its path together whenever it is asked."""
    known, ours = build.of(Files), build.app.project
    top = str(ours.srcdir).rstrip("/")

    def doc2path(self: Project, docname: str, absolute: bool) -> Path:
        if not absolute or self is not ours:
            return cast("Path", original(self, docname, absolute))
        if docname not in known:
            files = self._docname_to_path
            if isinstance(files, lazy_paths.Files) and docname in files:
                known[docname] = _StrPath(f"{top}/{files.text(docname)}")
            else:
                known[docname] = original(self, docname, absolute)
        return known[docname]

    return doc2path


def relfn2path(build: Build | None, original: Any) -> Any:
    """Return what Sphinx does: the path of a file from the source folder, and from the root.

    The pages of a folder often name the same files, and Sphinx asks the file system for each
    folder on the way, for every link and picture.
    """
    paths: dict[tuple[str, str, str], tuple[str, str]] = {}
    real = cache(os.path.realpath)

    def relfn2path(
        self: BuildEnvironment, filename: str | os.PathLike[str], docname: str | None = None
    ) -> tuple[str, str]:
        name = docname or self.current_document.docname
        key = (str(self.srcdir), name.rpartition("/")[0], os.fspath(filename))
        if not name or key not in paths:
            is_plain = name and os.sep == "/" and not key[2].startswith(("//", "\\"))
            found = below(*key) if is_plain else None
            paths[key] = found or original(self, key[2], docname)
        return paths[key]

    def below(top: str, folder: str, path: str) -> tuple[str, str] | None:
        """Return both paths of what *path* says in *folder*; ``None`` if it leads out of *top*.

        Links are followed as they come, since what is above them is elsewhere.
        """
        found = str(real(top))
        for part in (*(() if path.startswith("/") else folder.split("/")), *path.split("/")):
            if part == "..":
                found = os.path.dirname(found)  # noqa: PTH120
            elif part not in {"", "."}:
                found = str(real(f"{found}/{part}"))
        return (found[len(top) + 1 :], found) if found.startswith(f"{top}/") else None

    return relfn2path


SPEEDUPS = (
    Patch(
        "source_discovery.discover", always(Project), "discover", discover, defined_in(project),
        "three paths are made of each file",
    ),
    Patch(
        "source_discovery.doc2path", always(Project), "doc2path", doc2path, defined_in(project),
        "the path of a page is put together whenever it is asked for",
    ),
    Patch(
        "source_discovery.relfn2path", always(BuildEnvironment), "relfn2path", relfn2path,
        defined_in(environment),
        "the file system is asked for every folder on the way to each link and picture",
    ),
)  # fmt: skip
