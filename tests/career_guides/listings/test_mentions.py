"""The guides that mention this one."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot
from tests.sites.four_careers import links, write_careers


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def test_guides_that_mention_this_one(site: Site, clean) -> None:
    site.build()
    assert links(site, "dentist/index.html", ".guide-mentions a") == [
        ("A day of a nurse", "../nurse/day.html"),
        ("What nurses do", "../nurse/overview.html"),
    ]
    assert not links(site, "interpreter/index.html", ".guide-mentions a")
    site.write({"nurse/day.md": guide("A night of a nurse", "Alone.")})
    site.build("-j2")
    assert links(site, "dentist/index.html", ".guide-mentions a") == [
        ("What nurses do", "../nurse/overview.html")
    ]
    assert snapshot(site.out) == clean(site)
