"""Ready-made sites that tests of several folders share."""

from __future__ import annotations

import pytest

from tests.sites import LOGO, Site, german, nurses, pilots
from tests.sites.exports import add_exports
from tests.sites.liaison import add_liaison
from tests.sites.pay import add_pay
from tests.sites.pictures import add_pictures


@pytest.fixture
def liaison_site(site: Site) -> Site:
    """A career with every part that all builders show, not built yet."""
    return add_liaison(site)


@pytest.fixture
def pay_site(site: Site) -> Site:
    """A site that shows pay and employment, not built yet."""
    return add_pay(site)


@pytest.fixture
def export_site(site: Site) -> Site:
    """A site with all the files that are written for programs, not built yet."""
    return add_exports(site)


@pytest.fixture
def photo_site(site: Site) -> Site:
    """A site with two photographs, not built yet."""
    return add_pictures(site)


@pytest.fixture
def german_site(site: Site) -> Site:
    """A career in a site in German, without translations and not built yet."""
    site.conf = german.CONF
    site.write(german.CAREER)
    return site


@pytest.fixture(scope="session")
def built_photo_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with two photographs, built; for tests that only look at it."""
    site = add_pictures(Site(tmp_path_factory.mktemp("variants") / "site"))
    assert site.build() == ""
    return site


@pytest.fixture(scope="session")
def pilot_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Pilots, nurses, lists and hostile text, built; for tests that only look at it."""
    site = Site(tmp_path_factory.mktemp("hooks") / "site", conf=pilots.CONF)
    logos = ("logos/acme.svg", "logos/dojo.svg", "logos/dojo-dark.svg", "images/one.svg")
    site.write({**pilots.PAGES, **dict.fromkeys(logos, LOGO)})
    assert site.build() == ""
    return site


@pytest.fixture(scope="session")
def nurse_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Careers with authors, reviews and occupations, built; for tests that only look at it."""
    site = Site(tmp_path_factory.mktemp("metadata") / "site", conf=nurses.CONF)
    site.write(nurses.PAGES)
    assert site.build("-n", "-W") == ""
    return site
