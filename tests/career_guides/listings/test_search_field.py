"""A search field in a page."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide
from tests.sites.four_careers import write_careers


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def test_a_page_may_have_a_search_field(site: Site) -> None:
    site.write({"nurse/find.md": guide("Find", "```{search}\n```")})
    assert site.build("-n", "-W") == ""
    form = site.soup("nurse/find.html").select_one("article form[role=search]")
    assert form["action"] == "../search.html"
    assert form.select_one("input")["name"] == "q"
    assert site.build("-n", "-W", builder="text", out="text") == ""
