"""``career-guides check``: what it prints, how it ends, and which settings it respects."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide
from tests.sites.check import check, described
from tests.sites.commands import run


@pytest.fixture
def neat(site: Site) -> Site:
    """A site that nothing is to be said of."""
    site.write({"index.md": described("Home", sidebarlogo="acme")})
    return site


def test_check_prints_the_messages_of_the_build(neat: Site, monkeypatch, capsys) -> None:
    site = neat
    site.write({
        "a/index.md": described("A", next="b"),
        "a/b.md": described("B", next="c", sidebarlgo="x"),
    })  # fmt: skip
    monkeypatch.chdir(site.path)
    assert run("check") == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert lines == site.build().splitlines()
    assert (
        lines[0]
        == "docs/a/b.md:4: WARNING: 'next' points at 'a/c', which does not exist [guide.target]"
    )
    assert last == "3 guides, 2 problems"


def test_site_without_problems(neat: Site, capsys) -> None:
    assert run("check", str(neat.docs)) == 0
    assert capsys.readouterr().out == "1 guide, 0 problems\n"


def test_dangling_symbolic_link_is_reported(site: Site, capsys) -> None:
    (site.docs / "gone.md").symlink_to("nowhere.md")
    (site.docs / "folder.md").mkdir()
    assert run("check", str(site.docs)) == 1
    assert "gone.md:1: WARNING: cannot be read (No such file" in capsys.readouterr().out


def test_reviews_are_judged_on_the_given_day(site: Site, capsys) -> None:
    site.write({"a/b.md": guide("B", last_reviewed="2025-01-01", review_in="1 year")})
    assert run("check", str(site.docs), "--today", "2026-01-01") == 0
    assert run("check", str(site.docs), "--today", "2026-01-02") == 1
    assert "ran out after 1 year [guide.stale]" in capsys.readouterr().out


def test_settings_of_conf_py_are_respected(docs: Site, capsys) -> None:
    docs.write({
        "a/b.md": described("B", mine="x", sidebarlogo="gone"),
        "old/c.md": described("C", next="gone"),
        "a/r.md": described("R", last_reviewed="2020-01-01", review_in="1 year"),
    })  # fmt: skip
    (docs.path / "conf.py").write_text(
        "import os\nexclude_patterns = ['old']\nguides_extra_keys = ['mine']\n"
        "suppress_warnings = ['guide.logo', 'guide.stale']\nproject = os.getcwd()\n"
    )
    code, lines, last = check(capsys)
    assert code == 0
    assert lines == [
        "docs/a/r.md:4: NOTE: the review of 2020-01-01 ran out after 1 year [guide.stale]"
    ]
    assert last == "3 guides, 0 problems, 1 note"
    (docs.path / "conf.py").write_text("exclude_patterns = [")  # the build says so
    assert check(capsys)[0] == 1
