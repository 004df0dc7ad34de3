"""The same files and paths are found as by Sphinx."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from sphinx.project import Project

from sphinx_speedups import source_discovery as finding
from sphinx_speedups.lazy_paths import Docnames, Files
from sphinx_speedups.patches import Build
from tests.sites import Site

if TYPE_CHECKING:
    from pathlib import Path


NAMED = ["index.md", "b/a.md", "b/.md", "b/A.MD", "\u00fc.md", "_x/y.md", "b/c/d.md", "b/c.rst"]


@pytest.mark.parametrize("odd", ["z/a.md", "u\u0308.md", "b/a.rst"])  # none of that name; twice
def test_the_same_files_are_found(tmp_path: Path, odd: str) -> None:
    for name in (*NAMED, odd):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("x")
    (tmp_path / "more").mkdir()
    (tmp_path / "more/z.md").write_text("z")
    (tmp_path / "docs/linked").symlink_to(tmp_path / "more")
    for excluded, included in (((), ("**",)), (("_x", "b/c*"), ("**",)), (("**/.*",), ("b/**",))):
        found = []
        for is_fast, is_lazy in ((True, False), (False, False), (True, True), (True, False)):
            project = Project(tmp_path / "docs", {".md": "markdown", ".rst": "restructuredtext"})
            build = Build(SimpleNamespace(project=project))
            if is_lazy:
                project._docname_to_path, project._path_to_docname = Files(), Docnames()
            find = finding.discover(build, Project.discover) if is_fast else Project.discover
            fast_path = finding.doc2path(build, Project.doc2path)
            find(project, excluded, included)
            paths = {name: fast_path(project, name, True) for name in project.docnames}
            table = (dict(project._path_to_docname), dict(project._docname_to_path))
            found.append((project.docnames, *table, paths))
        assert all(each == found[0] for each in found)
        find(project, excluded, included)  # once more, knowing the files
        assert (project.docnames, *table) == found[0][:3]
    assert "b/a" in project.docnames


def test_a_page_with_another_file_has_another_path(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    project = Project(tmp_path, {".md": "markdown", ".rst": "restructuredtext"})
    build = Build(SimpleNamespace(project=project))
    find, path = (
        finding.discover(build, Project.discover),
        finding.doc2path(build, Project.doc2path),
    )
    find(project)
    assert path(project, "a", True) == tmp_path / "a.md"
    (tmp_path / "a.md").rename(tmp_path / "a.rst")
    find(project)
    assert path(project, "a", True) == tmp_path / "a.rst"


def test_the_same_paths_are_found(site: Site) -> None:
    (site.docs / "a/b").mkdir(parents=True)
    (site.docs / "real/deep").mkdir(parents=True)
    (site.docs / "a/link").symlink_to(site.docs / "real/deep")
    (site.docs / "a/out").symlink_to(site.path)
    (site.docs / "a/file.svg").symlink_to(site.docs / "real/x.svg")
    site.write({"index.md": "# Home\n"})
    (site.path / "conf.py").write_text("extensions = ['career_guides']\n")
    paths = (
        "x.svg", "./x.svg", "../x.svg", "../../x.svg", "/x.svg", "/a//b/../x.svg", "file.svg",
        "link/x.svg", "link/../x.svg", "out/x.svg", "out/docs/x.svg", "missing/../x", ".", "b/",
        "/", "..", "//x.svg", "sp ace/\u00fc.svg", "../../../../../../../../x",
    )  # fmt: skip
    program = f"""
from sphinx.application import Sphinx
from sphinx_speedups import source_discovery as finding
env = Sphinx("docs", ".", "out", "doctrees", "html", status=None).env
plain = type(env).relfn2path
fast = finding.relfn2path(None, plain)
for docname in ("index", "a/page", "a/b/page"):
    for path in {paths!r}:
        ours, theirs = (find(env, path, docname) for find in (fast, plain))
        assert ours == theirs, (docname, path, ours, theirs)
"""
    subprocess.run([sys.executable, "-c", program], cwd=site.path, check=True)
