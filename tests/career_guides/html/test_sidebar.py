"""The career drawer, and the sidebar of pages without one."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide
from tests.sites.markup import hrefs


def test_drawer_lists_the_career_in_order(pilot_site: Site) -> None:
    soup = pilot_site.soup("pilot/day.html")
    (drawer,) = soup.select("nav.guide-nav")
    links = drawer.select("a")
    assert drawer["aria-label"] == "Pilot"
    assert [link.get_text() for link in links] == ["Pilot", "What pilots do", "A day", "Without"]
    assert hrefs(links) == ["index.html", "overview.html", "#", "hidden.html"]
    assert [link.get_text() for link in drawer.select('[aria-current="page"]')] == ["A day"]
    assert len(pilot_site.soup("pilot/index.html").select('.guide-nav [aria-current="page"]')) == 1


@pytest.mark.parametrize("page", ["pilot/hidden.html", "index.html", "nurse/night.html"])
def test_no_drawer_where_sidebar_is_not_true(pilot_site: Site, page: str) -> None:
    soup = pilot_site.soup(page)
    assert not soup.select("nav.guide-nav")
    assert hrefs(soup.select("nav.site-nav a"))[1] == "https://a.example/"


def test_pages_that_are_not_guides_keep_their_toctree(site: Site) -> None:
    site.write({
        "index.md": "# Home\n\n```{toctree}\nplain\napi/index\n```\n",
        "plain.md": "# Plain\n\n## Part\n",
        "api/index.md": "# API\n\n```{toctree}\none\n```\n",
        "api/one.md": "# One\n",
        "pilot/index.md": guide("Pilot", sidebar="true"),
        "pilot/day.md": guide("Day", sidebar="true"),
    })  # fmt: skip
    assert site.build("-n", "-W") == ""
    tree = [a.text for a in site.soup("plain.html").select(".sidebar-tree a")]
    assert tree == ["Plain", "API", "Pilot"]
    guided = site.soup("pilot/day.html")
    assert [a.text for a in guided.select(".sidebar-tree a")] == ["Pilot", "Day"]
