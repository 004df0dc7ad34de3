"""A site to check, and the same one on a branch."""

from __future__ import annotations

import pytest

from tests.sites import Site
from tests.sites.check import described, git


@pytest.fixture
def docs(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site without problems or notes; its folder is the current one."""
    site.write({"index.md": described("Home", sidebarlogo="acme")})
    monkeypatch.chdir(site.path)
    return site


@pytest.fixture
def branch(docs: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A branch of a repository whose main branch has problems of its own."""
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    docs.write({
        "a/index.md": described("A", next="b"),
        "a/b.md": described("B", "See {guide}`c`.", next="c"),
        "a/c.md": described("C", sidebarlogo="acme"),
        "a/faulty.md": described("F", "{guide}`nope`", next="nowhere", aliases="[/a/new]"),
        "a/wide.md": described("W"),
    })  # fmt: skip
    git(docs.path, "init", "-b", "main")
    git(docs.path, "add", ".")
    git(docs.path, "commit", "-m", "start")
    git(docs.path, "checkout", "-b", "topic")
    return docs
