"""The same pages are outdated as for Sphinx."""

from __future__ import annotations

import os
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from sphinx import environment
from sphinx.application import Sphinx

from sphinx_speedups.outdated_pages import Times, get_outdated_docs, has_doc_changed, time_of_change
from sphinx_speedups.patches import Build
from tests.sphinx_speedups.rich_site import in_process

if TYPE_CHECKING:
    from pathlib import Path


def test_what_may_have_changed_is_read(tmp_path: Path) -> None:
    page, picture, kept = tmp_path / "a.md", tmp_path / "a.svg", tmp_path / "a.doctree"
    for file in (page, picture, kept):
        file.write_text("x")

    def both(time: int, always: frozenset[str] = frozenset()) -> bool:
        options = {
            "filename": page, "reread_always": always, "doctreedir": tmp_path,
            "all_docs": {"a": time}, "dependencies": {"a": {picture}},
        }  # fmt: skip
        original = environment._has_doc_changed
        plain = original("a", **options)
        build = Build(SimpleNamespace())
        for known in ({}, {str(page): time_of_change(page)}):
            build.of(Times).update(known)
            assert has_doc_changed(build, original)("a", **options) is plain
        assert not build.of(Times)  # a time that has been used is not used again
        return plain

    read = max(-(file.stat().st_mtime_ns // -1000) for file in (page, picture))
    assert not both(read)
    assert both(read, frozenset("a"))
    assert both(read - 1)
    os.utime(picture, ns=(0, 2 * read * 1000))
    assert both(read)
    picture.unlink()
    assert both(read)
    picture.mkdir()
    assert both(read)
    picture.rmdir()
    picture.write_text("x")
    kept.unlink()
    assert both(10 * read)


@pytest.mark.parametrize("kind", ["html", "dirhtml"])
def test_what_may_have_changed_is_written(tmp_path: Path, kind: str) -> None:
    in_process(check_what_is_written, tmp_path, kind)


def check_what_is_written(tmp_path: Path, kind: str) -> None:
    docs = tmp_path / "docs"
    (docs / "b").mkdir(parents=True)
    names = ("index", "a", "b/index", "b/c")
    for name in names:
        (docs / f"{name}.rst").write_text(f":orphan:\n\n{name}\n=====\n")
    (docs / "_templates").mkdir()
    template = docs / "_templates/page.html"
    template.write_text('{% extends "!page.html" %}')
    (docs / "conf.py").write_text("templates_path = ['_templates']\n")

    def application() -> Sphinx:
        return Sphinx(
            docs, docs, tmp_path / "out", tmp_path / "doctrees", kind, status=None, warning=None
        )

    def outdated() -> set[str]:
        app = application()
        build, original = Build(app), app.builder.get_outdated_docs
        plain = {*original()}
        assert {*get_outdated_docs(build, original)()} == plain
        assert all(time_of_change(path) == time for path, time in build.of(Times).items())
        return plain

    application().build()
    written = {name: application().builder.get_output_path(name) for name in names}
    assert outdated() == set()
    later = 2 * written["a"].stat().st_mtime_ns
    os.utime(docs / "b/c.rst", ns=(later, later))
    assert outdated() == {"b/c"}
    written["a"].unlink()
    (docs / "new.rst").write_text("New\n===\n")
    assert outdated() == {"a", "b/c"}  # Sphinx finds new pages after that
    (docs / "index.rst").unlink()
    assert outdated() == {"a", "b/c"}
    os.utime(template, ns=(later, later))
    assert outdated() == {"a", "b/c", "b/index"}
    (tmp_path / "out/.buildinfo").write_text("of another program\n")
    os.utime(template, ns=(0, 0))
    assert outdated() == {"a", "b/c"}
    (docs / "conf.py").write_text("templates_path = ['_templates']\nhtml_title = 'Other'\n")
    found = tmp_path / "out/.buildinfo"
    application().builder.build_info.dump(found)
    (docs / "conf.py").write_text("templates_path = ['_templates']\nhtml_title = 'Another'\n")
    app = application()
    assert {*get_outdated_docs(Build(app), app.builder.get_outdated_docs)()} == {*names}
