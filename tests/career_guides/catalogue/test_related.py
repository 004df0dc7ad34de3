"""Related careers."""

from __future__ import annotations

import pytest

from career_guides.catalogue.related import nearest
from tests.sites import Site
from tests.sites.four_careers import links, write_careers


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def test_overview_shows_the_nearest_careers(site: Site) -> None:
    site.build()
    # Health 3 and people 1; O*NET's relation of interpreters to nurses 2 and people 1.
    cards = links(site, "nurse/overview.html", ".guide-grid a.guide-card")
    assert [href for _, href in cards] == ["../dentist/index.html", "../interpreter/index.html"]
    # What the author names comes first, and once.
    cards = links(site, "interpreter/overview.html", ".guide-grid a.guide-card")
    assert [href for _, href in cards] == ["../dentist/index.html", "../nurse/index.html"]
    # A career without an overview shows them on its landing page; one without relations none.
    assert links(site, "dentist/index.html", ".guide-grid a.guide-card")
    assert not links(site, "singer/index.html", ".guide-grid a.guide-card")
    assert not links(site, "nurse/day.html", ".guide-grid a.guide-card")


def test_the_nearest_do_not_depend_on_the_order_of_reading(site: Site) -> None:
    from pathlib import Path  # noqa: PLC0415

    from career_guides.catalogue.load import load  # noqa: PLC0415

    files = sorted(Path(site.docs).rglob("*.md"))
    names = {file.relative_to(site.docs).with_suffix("").as_posix(): file for file in files}
    catalogue, _ = load(site.docs, names)
    faces = {name.rpartition("/")[0]: catalogue.entries[name] for name in names if "/index" in name}
    found = nearest(faces, catalogue.facts, faces)
    assert nearest(dict(reversed(faces.items())), catalogue.facts, faces) == found
    assert found["nurse"] == ["dentist", "interpreter"]
    assert found["singer"] == []
