"""The paths that the environment keeps, each made when somebody asks for it.

They are those of pages, and of the files that pages are made from. To load them takes as long as
all else in the environment but the tables of contents.
"""

from __future__ import annotations

import os
from collections import UserDict, defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx.util._pathlib import _StrPath

from .patches import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .patches import Build


class Files(UserDict[str, Path]):
    """Docname -> file, from the source folder; in :attr:`data` as text until asked."""

    def __getitem__(self, docname: str) -> Path:
        found: Any = self.data[docname]
        if isinstance(found, str):
            found = self.data[docname] = Path(found)
        return cast("Path", found)

    def text(self, docname: str) -> str:
        """Return the path of a page's file as text."""
        return str(self.data[docname])

    def __getstate__(self) -> dict[str, Any]:
        return {"data": {docname: str(path) for docname, path in self.data.items()}}


class Docnames(UserDict[Path, str]):
    """File, from the source folder -> docname; :attr:`data` has paths as text."""

    data: dict[Any, str]

    def __getitem__(self, path: Path) -> str:
        return self.data[str(path)]

    def __setitem__(self, path: Path, docname: str) -> None:
        self.data[str(path)] = docname

    def __delitem__(self, path: Path) -> None:
        del self.data[str(path)]

    def __contains__(self, path: object) -> bool:
        return str(path) in self.data

    def __iter__(self) -> Iterator[Path]:
        return map(Path, self.data)


class Dependencies(UserDict[str, set[Any]]):
    """Docname -> files that the page is made from; in :attr:`data` as text until asked."""

    def __getitem__(self, docname: str) -> set[Any]:
        found: Any = self.data.get(docname, ())
        if isinstance(found, tuple):  # a page without any is one with none, as in Sphinx's own
            found = self.data[docname] = set(map(_StrPath, found))
        return cast("set[Any]", found)

    def get(self, docname: str, default: Any = None) -> Any:
        """Return the files of a page, as of any other mapping."""
        return self[docname] if docname in self.data else default

    def __getstate__(self) -> dict[str, Any]:
        return {"data": {docname: _as_texts(found) for docname, found in self.data.items()}}


def _as_texts(paths: Any) -> Any:
    are_plain = isinstance(paths, set) and all(type(path) is _StrPath for path in paths)
    return tuple(map(str, paths)) if are_plain else paths


def texts_of(dependencies: Any, docname: str) -> Iterable[Any]:
    """Return the files that a page is made from, as text where they are."""
    known = dependencies.data if isinstance(dependencies, Dependencies) else dependencies
    return cast("Iterable[Any]", known.get(docname, ()))


@contextmanager
def kept_as_text(build: Build) -> Iterator[None]:
    """Have the environment keep paths as text, from this build on."""
    env: Any = build.app.env
    project: Any = env.project
    if os.sep == "/":  # elsewhere two texts may be of the same path
        if type(env.dependencies) is defaultdict:
            env.dependencies = Dependencies(env.dependencies)
        if type(project._docname_to_path) is type(project._path_to_docname) is dict:
            project._docname_to_path = Files(project._docname_to_path)
            project._path_to_docname = Docnames(project._path_to_docname)
    yield


def as_sphinx_has_them(env: Any) -> None:
    """Have the environment keep paths as Sphinx does."""
    project = env.project
    if isinstance(env.dependencies, Dependencies):
        env.dependencies = defaultdict(set, env.dependencies)
    if isinstance(project._docname_to_path, Files):
        project._docname_to_path = dict(project._docname_to_path)
    if isinstance(project._path_to_docname, Docnames):
        project._path_to_docname = dict(project._path_to_docname)


SPEEDUPS = (
    Step(
        "lazy_paths", kept_as_text,
        "the paths of all pages, and of all files that they are made from, are made for every edit",
    ),
)  # fmt: skip
