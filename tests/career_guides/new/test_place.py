"""Where a new guide is linked: ``next`` of the guide before it, or a weight."""

from __future__ import annotations

from pathlib import Path

import pytest

from career_guides.content.page import read_page
from career_guides.new.place import lead_to
from tests.sites import Site, guide
from tests.sites.commands import new


def nexts(folder: Path) -> dict[str, object]:
    """Return what the guides of a career say comes next."""
    pages = {file.stem: read_page(file.read_text("utf-8"), file.stem) for file in folder.iterdir()}
    return {name: page.values.get("next") for name, page in sorted(pages.items())}


def test_a_career_grows_into_a_ring(docs: Path, capsys) -> None:
    assert new("nurse/history") == 0
    assert nexts(docs / "nurse") == {"history": None, "index": "history"}
    assert new("nurse/overview") == 0  # comes first, whenever it is written
    assert nexts(docs / "nurse") == {"history": "overview", "index": "overview",
                                     "overview": "history"}  # fmt: skip
    capsys.readouterr()
    assert new("nurse/day-in-the-life") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "docs/nurse/day-in-the-life.md: new",
        "docs/nurse/overview.md: 'next' leads to 'day-in-the-life' now",
    ]
    assert new("nurse/night-shift") == 0
    assert new("nurse/strikes", "--after", "overview") == 0
    assert nexts(docs / "nurse") == {
        "day-in-the-life": "history",
        "history": "night-shift",
        "index": "overview",
        "night-shift": "overview",
        "overview": "strikes",
        "strikes": "day-in-the-life",
    }


def test_an_open_chain_stays_open(site: Site, docs: Path) -> None:
    site.write({
        "a/index.md": guide("A", next="overview"),
        "a/overview.md": guide("O", next="/a/pay"),
        "a/pay.md": guide("P"),
    })  # fmt: skip
    assert new("a/challenges") == 0
    assert nexts(docs / "a") == {
        "challenges": None, "index": "overview", "overview": "/a/pay", "pay": "challenges",
    }  # fmt: skip


def test_a_ring_through_the_landing_page(site: Site, docs: Path) -> None:
    site.write({
        "a/index.md": guide("A", next="overview"),
        "a/overview.md": guide("O", next="pay"),
        "a/pay.md": guide("P", next="index"),
    })  # fmt: skip
    assert new("a/challenges") == 0
    assert nexts(docs / "a")["challenges"] == "index"
    assert nexts(docs / "a")["pay"] == "challenges"


def test_career_ordered_by_weights(site: Site, docs: Path) -> None:
    site.write({"a/one.md": guide("One", weight="10"), "a/two.md": guide("Two", weight="20")})
    before = (docs / "a/two.md").read_bytes()
    assert new("a/three") == 0
    assert read_page((docs / "a/three.md").read_text(), "a/three").values["weight"] == 30
    assert (docs / "a/two.md").read_bytes() == before


def test_label_is_kept_with_its_target(site: Site, docs: Path) -> None:
    site.write({
        "a/overview.md": guide("O", next="{to: pay, label: 'What it \"pays\"'}  # why"),
        "a/pay.md": guide("P", next="overview"),
    })  # fmt: skip
    assert new("a/history") == 0
    assert "\nnext: history  # why\n" in (docs / "a/overview.md").read_text()
    assert nexts(docs / "a")["history"] == {"to": "pay", "label": 'What it "pays"'}


def test_edit_that_is_not_safe_is_left_to_the_author(site: Site, docs: Path, capsys) -> None:
    site.write({"a/overview.md": guide("O", next="pay", sidbar="x"),
                "a/pay.md": guide("P", next="overview")})  # fmt: skip
    before = (docs / "a/overview.md").read_text()
    assert new("a/history") == 0
    assert "docs/a/overview.md: add 'next: history' by hand" in capsys.readouterr().out
    assert (docs / "a/overview.md").read_text() == before


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        ("title: A", None, "title: A\nnext: new"),
        ("title: A\n# facts\nlast_reviewed: 2026-11-22", None,
         "title: A\nnext: new\n# facts\nlast_reviewed: 2026-11-22"),
        ("title: A\nnext: old # why\nweight: 3", 0, "title: A\nnext: new # why\nweight: 3"),
        ("title: A\nnext:\n  to: old\n  label: L # why\nweight: 3", 0,
         "title: A\nnext: new # why\nweight: 3"),
        ("title: A\nnext: [old, 'https://example.org/']", 0,
         "title: A\nnext: [new, 'https://example.org/']"),
        ("title: A\nnext:\n  - /b/c\n  - to: old\n    label: L\nweight: 3", 1,
         "title: A\nnext:\n  - /b/c\n  - new\nweight: 3"),
        ("title: A\nnext:\n- /b/c # why\nweight: 3", None,
         "title: A\nnext:\n- new\n- /b/c # why\nweight: 3"),
        ("title: A\nnext: [/b/c]", None, "title: A\nnext: [new, /b/c]"),
        ("title: A\nnext: /b/c # why", None, "title: A\nnext: [new, /b/c] # why"),
        ("title: A\nnext: {to: /b/c, label: L}", None,
         'title: A\nnext: [new, {to: "/b/c", label: "L"}]'),
        ("title: A\nnext:\nweight: 3", None, "title: A\nnext: new\nweight: 3"),
        ("title: A\nnext: [] # none", None, "title: A\nnext: new # none"),
    ],
)  # fmt: skip
def test_next_is_edited_in_place(before: str, item: int | None, after: str) -> None:
    page = "---\n{}\n---\n\nText: next\n"
    assert lead_to(page.format(before), "new", item) == page.format(after)
