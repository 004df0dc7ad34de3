"""``career-guides check --changed``: files that differ from main, and what they break."""

from __future__ import annotations

from career_guides.cli import main
from tests.sites import Site, guide
from tests.sites.check import check, described, git


def test_only_files_that_differ_are_reported(branch: Site, capsys) -> None:
    assert check(capsys)[0] == 1
    assert check(capsys, "--changed") == (0, [], "6 guides, 0 problems")
    branch.write({"a/wide.md": described("W", "{guide}`nope`")})
    git(branch.path, "commit", "-am", "a fault")
    branch.write({"a/é x.md": described("X", "Text\n\n## A\n\n#### B")})
    code, lines, _last = check(capsys, "--changed")
    assert code == 1
    problems = [line.split(":")[0] for line in lines if "WARNING" in line]
    assert problems == ["docs/a/wide.md", "docs/a/é x.md"]


def test_later_commits_on_main_do_not_count(branch: Site, capsys) -> None:
    git(branch.path, "checkout", "main")
    branch.write({"a/faulty.md": described("F")})
    git(branch.path, "commit", "-am", "fixed on main, not here")
    git(branch.path, "checkout", "topic")
    branch.write({"a/c.md": described("C", "Text\n\n## A\n\n#### B", sidebarlogo="acme")})
    assert [line.split(":")[0] for line in check(capsys, "--changed")[1]] == ["docs/a/c.md"]


def test_links_that_a_rename_or_removal_breaks_are_reported(branch: Site, capsys) -> None:
    git(branch.path, "mv", "docs/a/c.md", "docs/a/renamed.md")
    (branch.docs / "logos/acme.svg").unlink()
    (branch.docs / "a/renamed.md").write_text(described("C"))
    branch.write({"a/new.md": described("N"), "a/wide.md": guide("W", draft="true")})
    _code, lines, _last = check(capsys, "--changed")
    assert [line.rpartition(" WARNING: ")[::2] for line in lines] == [
        ("docs/a/b.md:4:", "'next' points at 'a/c', which does not exist [guide.target]"),
        ("docs/a/b.md:7:", "'guide' points at 'a/c', which does not exist [guide.target]"),
        ("docs/a/faulty.md:5:",
         "'aliases': '/a/new' is the address of the page 'a/new' [guide.alias]"),
        ("docs/index.md:4:",
         "no logo 'acme' (logos: none; put one into docs/logos) [guide.logo]"),
    ]  # fmt: skip


def test_the_base_of_a_pull_request_is_compared_with(branch: Site, capsys, monkeypatch) -> None:
    git(branch.path, "branch", "-m", "main", "trunk")
    assert main(["check", "--changed"]) == 2
    assert "no branch origin/main or main to compare with" in capsys.readouterr().err
    assert check(capsys, "--changed", "--base", "trunk")[0] == 0
    monkeypatch.setenv("GITHUB_BASE_REF", "trunk")
    assert check(capsys, "--changed")[0] == 0
    git(branch.path, "checkout", "--orphan", "other")
    git(branch.path, "commit", "-m", "no history")
    assert main(["check", "--changed"]) == 2
    assert "no common history" in capsys.readouterr().err


def test_outside_a_repository(docs: Site, capsys, monkeypatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(docs.path.parent))
    assert main(["check", "--changed"]) == 2
    assert "not a git repository" in capsys.readouterr().err
