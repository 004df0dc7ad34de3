"""After a build that was interrupted anywhere, and its cause undone, the next one is right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.sites import Site, snapshot
from tests.sites.author import AUTHOR_CONF, Author
from tests.sites.interrupted import CONF, KINDS, interrupted_build, number_of_events

pytestmark = pytest.mark.slow

#: Of how many points a build is interrupted at, evenly from its start to its end.
POINTS = 8


@pytest.fixture
def edited(site: Site, clean) -> Site:
    """A site that was built, with what a clean build writes as ``expected``."""
    site.conf, site.more = AUTHOR_CONF + CONF, ', "sphinx_sitemap"'
    Author(site, 3)
    site.build()
    site.expected = clean(site)  # type: ignore[attr-defined]
    for name in ("docs", "out", "out.doctrees"):
        shutil.copytree(site.path / name, site.path / f"kept.{name}")
    return site


def restore(site: Site, *names: str) -> None:
    """Put folders back as they were, with the times of the files."""
    for name in names:
        shutil.rmtree(site.path / name)
        shutil.copytree(site.path / f"kept.{name}", site.path / name)


def edit(site: Site) -> None:
    """Change a body, a title, a page of another format; add a page with tags, remove another."""
    for path, old, new in (
        ("pilot/day.md", "Text", "Other text"),
        ("nurse/overview.md", "title: ", "title: New "),
        ("plain.md", "Plain", "Another"),
    ):
        file = site.docs / path
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    added = "---\ntitle: Added\ntags: [fresh]\naliases: [/was-added]\n---\n\nText.\n"
    (site.docs / "pilot/added.md").write_text(added)
    (site.docs / "nurse/advice.md").unlink()


@pytest.mark.parametrize("kind", KINDS)
def test_the_next_build_is_right(edited: Site, kind: str) -> None:
    edit(edited)
    edited.build()
    events = number_of_events(edited, kind)
    names = []
    for point in range(1, POINTS + 1):
        restore(edited, "docs", "out", "out.doctrees")
        edit(edited)
        names.append(interrupted_build(edited, kind, point * events // (POINTS + 1)))
        restore(edited, "docs")
        edited.build()
        built = snapshot(edited.out)
        found = {
            path
            for path in built.keys() | edited.expected
            if built.get(path) != edited.expected.get(path)
        }  # type: ignore[attr-defined]
        assert found == set(), (kind, point, names[-1])
    assert all(names)
    assert len({*names}) >= 3


def test_a_document_that_is_cut_is_made_again(edited: Site) -> None:
    real = edited.path / "out.doctrees/pilot/day.doctree"
    whole = real.read_bytes()
    assert not [*real.parent.glob("*.part*")]
    for size in (0, 1, len(whole) // 2, len(whole) - 1):
        restore(edited, "out", "out.doctrees")
        real.write_bytes(whole[:size])
        page = edited.docs / "pilot/overview.md"
        page.write_text(page.read_text("utf-8").replace("title: ", "title: New ", 1), "utf-8")
        assert "Ran out of input" not in edited.build()
        restore(edited, "docs")


def test_another_builder_does_not_hide_it(edited: Site) -> None:
    edit(edited)
    edited.build()
    restore(edited, "docs", "out", "out.doctrees")
    edit(edited)
    assert interrupted_build(edited, "ctrl-c", number_of_events(edited) // 2)
    edited.build("-d", "out.doctrees", builder="text", out="text")
    restore(edited, "docs")
    edited.build()
    built = snapshot(edited.out)
    assert {p for p in built if built[p] != edited.expected.get(p)} == set()  # type: ignore[attr-defined]


def test_what_has_begun_is_taken_back(edited: Site) -> None:
    assert not [*Path(edited.path, "out.doctrees").glob("*unfinished*")]
