"""The end of a chapter: its place, and the previous and the next page together."""

from __future__ import annotations

from tests.sites import Site, guide, snapshot
from tests.sites.markup import hrefs


def nav(site: Site, page: str):
    (found,) = site.soup(page).select("nav.chapter-nav")
    return found


def test_previous_and_next_are_together_with_the_place(pilot_site: Site) -> None:
    found = nav(pilot_site, "pilot/day.html")
    assert found.select_one(".chapter-place").get_text() == "Chapter 2 of 3"
    assert hrefs(found.select("a[rel=prev]")) == ["../nasty.html"]  # whose "next" leads here
    assert hrefs(nav(pilot_site, "pilot/overview.html").select("a[rel=prev]")) == ["index.html"]
    assert hrefs(found.select("nav.next-card > a[rel=next]"))[0] == "overview.html"
    # Without "next", the chapter that follows; it is no card.
    found = nav(pilot_site, "pilot/hidden.html")
    assert hrefs(found.select("a[rel=prev]")) == ["day.html"]
    assert not found.select("a[rel=next]")
    assert not pilot_site.soup("pilot/day.html").select(".related-pages a")


def test_landing_page_has_no_place_and_no_frame(pilot_site: Site) -> None:
    page = pilot_site.soup("pilot/index.html")
    assert not page.select("nav.chapter-nav")
    assert page.select("nav.next-card > a[rel=next]")


def test_order_without_next_and_next_by_hand(site: Site, clean) -> None:
    site.conf = 'guides_not_careers = ["help"]'
    site.write({
        "index.md": guide("Home"), "nurse/index.md": guide("Nurse"),
        "nurse/a.md": guide("A"), "nurse/b.md": guide("B", "```{next} a\n```"),
        "nurse/c.md": guide("C", prev="{to: a, label: Back}"),
        "help/a.md": guide("Help A"), "help/b.md": guide("Help B"),
    })  # fmt: skip
    site.build()
    assert hrefs(nav(site, "nurse/a.html").select("a.chapter-next[rel=next]")) == ["b.html"]
    assert hrefs(nav(site, "nurse/a.html").select("a[rel=prev]")) == ["index.html"]
    by_hand = nav(site, "nurse/b.html")
    assert not by_hand.select("a[rel=next]")  # it is where its author put it
    assert hrefs(by_hand.select("a[rel=prev]")) == ["a.html"]
    back = nav(site, "nurse/c.html").select_one("a[rel=prev]")
    assert (back["href"], back.get_text(" ")) == ("a.html", "Previous: Back A")
    # Pages that are no careers have neighbours, but no chapters.
    assert hrefs(nav(site, "help/a.html").select("a[rel=next]")) == ["b.html"]
    assert not nav(site, "help/a.html").select(".chapter-place")
    for page in ("nurse/a.html", "nurse/c.html"):
        head = site.soup(page).head
        assert {link["rel"][0] for link in head.select("link[rel=prev], link[rel=next]")} >= {
            "prev"
        }
    # A neighbour's new title and a new chapter appear.
    site.write({"nurse/b.md": guide("Better"), "nurse/d.md": guide("D")})
    site.build()
    assert "Better" in nav(site, "nurse/a.html").get_text()
    assert nav(site, "nurse/a.html").select_one(".chapter-place").get_text() == "Chapter 1 of 4"
    assert snapshot(site.out) == clean(site)


def test_related_guides_are_apart(site: Site) -> None:
    site.write({
        "index.md": guide("Home"), "nurse/a.md": guide("A", related="[/cook/a]"),
        "cook/a.md": guide("Cooks"),
    })  # fmt: skip
    site.build()
    (section,) = site.soup("nurse/a.html").select("section.guide-related")
    assert section["aria-label"] == "Related guides"
    assert hrefs(section.select(".guide-grid > a.guide-card")) == ["../cook/a.html"]
    assert not site.soup("nurse/a.html").select(".chapter-nav .guide-card")
