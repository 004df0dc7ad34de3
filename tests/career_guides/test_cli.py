"""The command: what it prints and how it ends."""

from __future__ import annotations

import subprocess
import sys

import pytest

from career_guides import cli
from tests.conftest import Site, guide

#: Of a length that search results show whole.
SENTENCE = "What the people in this trade do all day, where they do it, and how they got in: {}."


def run(*arguments: str) -> int:
    try:
        return cli.main(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def neat(site: Site) -> Site:
    """A site that nothing is to be said of."""
    site.write({"index.md": described("Home", sidebarlogo="acme")})
    return site


def described(title: str, body: str = "Some text.", **keys: str) -> str:
    """Return a guide with a good description of its own."""
    return guide(title, body, description=f"'{SENTENCE.format(title)}'", **keys)


def test_check_says_what_the_build_says(neat: Site, monkeypatch, capsys) -> None:
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


def test_check_is_content(neat: Site, capsys) -> None:
    assert run("check", str(neat.docs)) == 0
    assert capsys.readouterr().out == "1 guide, 0 problems\n"


def test_check_of_a_link_that_leads_nowhere(site: Site, capsys) -> None:
    (site.docs / "gone.md").symlink_to("nowhere.md")
    (site.docs / "folder.md").mkdir()
    assert run("check", str(site.docs)) == 1
    assert "gone.md:1: WARNING: cannot be read (No such file" in capsys.readouterr().out


def test_check_of_reviews_on_a_given_day(site: Site, capsys) -> None:
    site.write({"a/b.md": guide("B", last_reviewed="2025-01-01", review_in="1 year")})
    assert run("check", str(site.docs), "--today", "2026-01-01") == 0
    assert run("check", str(site.docs), "--today", "2026-01-02") == 1
    assert "ran out after 1 year [guide.stale]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "missing", "extra"),
    [("check", "defusedxml", "check"), ("import-hugo", "selectolax", "import")],
)
def test_libraries_that_are_not_there_are_named(command: str, missing: str, extra: str) -> None:
    script = f"import sys; sys.modules['{missing}'] = None; from career_guides import cli; "
    script += f"cli.main(['{command}', 'docs'])"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert ended.returncode == 2
    assert f"install it with: pip install 'career-guides[{extra}]'" in ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chek",),
        ("check", "no/such/folder"),
        ("check", "--today", "x"),
        ("new",),
        ("new", "a b"),
        ("new", "images/x"),
        ("schema", "-c", "no/such"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], capsys) -> None:
    assert run(*arguments) == 2
    assert capsys.readouterr().err
