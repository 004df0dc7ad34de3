"""Pages are found, and those that have changed, sooner: what Sphinx 9.0 asks about every file.

After an edit of one page among ten thousand a third of the time goes into that. The answers are
Sphinx's, and so is the work wherever something is out of the ordinary; like :mod:`.speed`, other
versions are left alone, and ``guides_upstream = False`` turns it off.
"""

from __future__ import annotations

import math
import os
import stat
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx import environment
from sphinx.environment import BuildEnvironment
from sphinx.project import EXCLUDE_PATHS, Project
from sphinx.util.matching import compile_matchers

from .environment import IS_KNOWN
from .patches import patch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.config import Config


_plain_discover = Project.discover
_plain_doc2path = Project.doc2path
_plain_changed = cast("Any", environment)._has_doc_changed
_plain_relfn2path = BuildEnvironment.relfn2path


def get_matching_files(
    dirname: str | os.PathLike[str],
    include_patterns: Iterable[str] = ("**",),
    exclude_patterns: Iterable[str] = (),
) -> Iterator[str]:
    """Yield the paths of files below *dirname*, from there, as Sphinx does.

    Sphinx makes a ``Path`` of each.
    """
    top = os.path.realpath(dirname)
    wanted, unwanted = compile_matchers(include_patterns), compile_matchers(exclude_patterns)
    for folder, folders, files in os.walk(top, followlinks=True):
        above = os.path.relpath(folder, top).replace(os.sep, "/")
        start = "" if above == "." else f"{above}/"

        def named(names: list[str], start: str = start) -> Iterator[tuple[str, str]]:
            for name in sorted(names):
                path = unicodedata.normalize("NFC", f"{start}{name}")
                if not any(match(path) for match in unwanted):
                    yield name, path

        folders[:] = [name for name, _path in named(folders)]
        for _name, path in named(files):
            if any(match(path) for match in wanted):
                yield path


#: The project whose pages were found last, and the files of those that somebody has asked for.
_found: tuple[Project | None, dict[str, Any]] = (None, {})


def discover(
    self: Project, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
) -> set[str]:
    """Find the pages, and forget where those of the build before were."""
    global _found  # noqa: PLW0603 - Sphinx pickles what the project itself knows
    known = _found[1] if _found[0] is self else {}
    _found = (self, {})
    excluded, included = [*exclude_paths], [*include_paths]
    found: dict[str, str] = {}
    for path in get_matching_files(self.srcdir, included, [*excluded, *EXCLUDE_PATHS]):
        suffix = next(filter(path.endswith, self.source_suffix), None)
        docname = path.removesuffix(suffix) if suffix else ""
        if not docname:
            continue
        if docname in found or not os.access(f"{self.srcdir}/{path}", os.R_OK):
            return _plain_discover(self, excluded, included)  # it says what is wrong
        found[docname] = path
    self.docnames.clear()
    self.docnames.update(found)
    before, self._docname_to_path = self._docname_to_path, {}
    for docname, path in found.items():
        same = before.get(docname)
        if str(same) == path and docname in known:
            _found[1][docname] = known[docname]
        self._docname_to_path[docname] = same if same and str(same) == path else Path(path)
    self._path_to_docname = {path: name for name, path in self._docname_to_path.items()}
    return self.docnames


def doc2path(self: Project, docname: str, absolute: bool) -> Path:
    """Return the file of a page; Sphinx puts its path together whenever it is asked."""
    global _found  # noqa: PLW0603
    if not absolute:
        return _plain_doc2path(self, docname, absolute)
    if _found[0] is not self:
        _found = (self, {})
    known = _found[1]
    if docname not in known:
        known[docname] = _plain_doc2path(self, docname, absolute)
    return cast("Path", known[docname])


_paths: dict[tuple[str, str, str], tuple[str, str]] = {}
_real = cache(os.path.realpath)


def relfn2path(
    self: BuildEnvironment, filename: str | os.PathLike[str], docname: str | None = None
) -> tuple[str, str]:
    """Return what Sphinx does: the path of a file from the source folder, and from the root.

    The pages of a folder often name the same files, and Sphinx asks the file system for each
    folder on the way, for every link and picture.
    """
    name = docname or self.temp_data.get("docname") or ""
    key = (str(self.srcdir), name.rpartition("/")[0], os.fspath(filename))
    if not name or key not in _paths:
        is_plain = name and os.sep == "/" and not key[2].startswith("//")
        found = _below(*key) if is_plain else None
        _paths[key] = found or _plain_relfn2path(self, key[2], docname)
    return _paths[key]


def _below(top: str, folder: str, path: str) -> tuple[str, str] | None:
    """Return both paths of what *path* says in *folder*; ``None`` if it leads out of *top*.

    Links are followed as they come, since what is above them is elsewhere.
    """
    found = _real(top)
    for part in (*(() if path.startswith("/") else folder.split("/")), *path.split("/")):
        if part == "..":
            found = os.path.dirname(found)  # noqa: PTH120
        elif part not in {"", "."}:
            found = _real(f"{found}/{part}")
    return (found[len(top) + 1 :], found) if found.startswith(f"{top}/") else None


def has_doc_changed(
    docname: str,
    *,
    filename: Path,
    doctreedir: Path,
    all_docs: Mapping[str, int],
    dependencies: Mapping[str, AbstractSet[Path]],
    **others: Any,
) -> bool:
    """Return whether a page is to be read; where anything may have changed, Sphinx looks closer.

    It asks the file system twice about each file, and makes three paths for a page.
    """
    time = all_docs[docname]
    files = (filename, *dependencies.get(docname, ()))
    try:
        is_same = (
            docname not in others["reread_always"]
            and _time_of_change(f"{doctreedir}/{docname}.doctree") < math.inf
            and all(_time_of_change(file) <= time for file in files)
        )
    except OSError:
        is_same = False
    return not is_same and _plain_changed(
        docname,
        filename=filename,
        doctreedir=doctreedir,
        all_docs=all_docs,
        dependencies=dependencies,
        **others,
    )


def _time_of_change(path: str | Path) -> float:
    """Return when a file was changed, in microseconds, rounded up as Sphinx does.

    :returns: infinity for what is no file
    :raises OSError: if there is nothing
    """
    status = os.stat(path)  # noqa: PTH116 - a Path is what takes long
    return -(status.st_mtime_ns // -1000) if stat.S_ISREG(status.st_mode) else math.inf


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Put them in place, or put back what was there."""
    wanted = config.guides_upstream and IS_KNOWN
    _paths.clear()
    _real.cache_clear()
    patch(BuildEnvironment, wanted=wanted, relfn2path=relfn2path)
    patch(Project, wanted=wanted, discover=discover, doc2path=doc2path)
    patch(environment, wanted=wanted, _has_doc_changed=has_doc_changed)


def on_builder_inited(app: Sphinx) -> None:
    """Have the builder say from memory where a page is: it is asked for all, and often."""
    builder: Any = app.builder
    # Of these two, the answer depends on the page's name alone.
    if app.config.guides_upstream and IS_KNOWN and builder.name in {"html", "dirhtml"}:
        builder.get_output_path = cache(builder.get_output_path)
        builder.get_target_uri = cache(builder.get_target_uri)
