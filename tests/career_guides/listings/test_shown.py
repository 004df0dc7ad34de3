"""The data of a listing is made once for the pages that are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from career_guides.listings.registry import LISTINGS
from career_guides.listings.shown import Shown
from tests.sites import Site, guide

if TYPE_CHECKING:
    import pytest


class Made:
    """A listing that remembers what its data was made for."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []

    def data(self, _domain: Any, docname: str, request: Any) -> list[Any]:
        self.calls.append((docname, request))
        return [docname, request]


def test_what_was_looked_at_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made, domain = Made(), object()
    monkeypatch.setitem(LISTINGS, "made", made)
    shown: Any = Shown(None)  # type: ignore[arg-type]
    for docname in ("a", "b"):
        for request in ({}, {"x": 1, "y": [2]}):
            assert shown.look(domain, docname, "made", request) == [docname, request]
    shown.keep({"a"})
    made.calls.clear()
    # As in a document: another order, and tuples, which JSON does not know.
    assert shown.take(domain, "a", "made", {"y": (2,), "x": 1}) == ["a", {"x": 1, "y": [2]}]
    assert shown.take(domain, "a", "made", {}) == ["a", {}]
    assert made.calls == []
    assert shown.take(domain, "a", "made", {}) == ["a", {}]
    assert shown.take(domain, "a", "made", {"x": 2}) == ["a", {"x": 2}]
    assert shown.take(domain, "b", "made", {}) == ["b", {}]
    assert made.calls == [("a", {}), ("a", {"x": 2}), ("b", {})]


#: Says for which pages the data of a listing is made.
TOLD = """
from career_guides.listings.chapter_nav import ChapterNav
made = ChapterNav.data
def data(self, domain, docname, request):
    print("made for", docname)
    return made(self, domain, docname, request)
ChapterNav.data = data
"""


def test_builds_make_it_once(site: Site) -> None:
    site.conf = TOLD
    site.write({"a/index.md": guide("A"), "a/b.md": guide("B"), "a/c.md": guide("C")})
    site.build()
    assert site.log.count("made for a/b\n") == site.log.count("made for a/c\n") == 1
    assert site.soup("a/b.html").select(".chapter-next .chapter-context")
    site.write({"a/b.md": guide("B", "Other text.")})
    site.build()
    assert site.log.count("made for a/b\n") == 1
