"""Paths that the environment keeps are made when somebody asks for them."""

from __future__ import annotations

import pickle
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sphinx.util._pathlib import _StrPath

from sphinx_speedups.lazy_paths import (
    Dependencies,
    Docnames,
    Files,
    as_sphinx_has_them,
    kept_as_text,
    texts_of,
)
from sphinx_speedups.patches import Build


def again(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301


def test_files_of_pages_are_made_when_asked_for() -> None:
    files = again(Files({"a": Path("a.md"), "b/c": Path("b/c.md")}))
    assert files.data == {"a": "a.md", "b/c": "b/c.md"}
    assert files["a"] == Path("a.md")
    assert files["a"] is files["a"]
    assert [files.text("a"), files.text("b/c")] == ["a.md", "b/c.md"]
    assert files.get("none") is None
    assert dict(again(files)) == {"a": Path("a.md"), "b/c": Path("b/c.md")}


def test_pages_are_found_by_their_files() -> None:
    docnames = again(Docnames({Path("a.md"): "a", Path("b/c.md"): "b/c"}))
    assert docnames.data == {"a.md": "a", "b/c.md": "b/c"}
    assert docnames[_StrPath("b/c.md")] == "b/c"
    assert Path("a.md") in docnames
    del docnames[Path("a.md")]
    assert Path("a.md") not in docnames
    assert dict(docnames) == {Path("b/c.md"): "b/c"}


def test_dependencies_are_as_in_sphinx() -> None:
    dependencies = again(Dependencies({"a": {_StrPath("/x/a.svg")}, "odd": {Path("/x/b.svg")}}))
    assert dependencies.data == {"a": ("/x/a.svg",), "odd": {Path("/x/b.svg")}}
    assert [*texts_of(dependencies, "a")] == ["/x/a.svg"]
    assert [*texts_of(dependencies, "none")] == []
    (path,) = dependencies["a"]
    assert type(path) is _StrPath
    dependencies.setdefault("a", set()).add(_StrPath("/x/c.svg"))
    dependencies["new"].add(_StrPath("/x/d.svg"))
    assert dependencies.get("none") is None
    assert "none" not in dependencies
    assert dependencies.pop("odd") == {Path("/x/b.svg")}
    expected = {"a": {Path("/x/a.svg"), Path("/x/c.svg")}, "new": {Path("/x/d.svg")}}
    assert dict(again(dependencies)) == expected


def test_the_environment_can_have_them_either_way() -> None:
    project = SimpleNamespace(
        _docname_to_path={"a": Path("a.md")}, _path_to_docname={Path("a.md"): "a"}
    )
    dependencies = defaultdict(set, {"a": {_StrPath("/x/a.svg")}})
    env = SimpleNamespace(project=project, dependencies=dependencies)
    build = Build(SimpleNamespace(env=env))  # type: ignore[arg-type]
    for _time in range(2):
        with kept_as_text(build):
            assert type(env.dependencies) is Dependencies
            assert type(project._docname_to_path) is Files
            assert type(project._path_to_docname) is Docnames
    env.dependencies, vars(project)["_docname_to_path"] = (
        again(env.dependencies), again(project._docname_to_path),
    )  # fmt: skip
    as_sphinx_has_them(env)
    assert env.dependencies == dependencies
    assert type(env.dependencies) is defaultdict
    assert project._docname_to_path == {"a": Path("a.md")}
    assert project._path_to_docname == {Path("a.md"): "a"}
