"""An incremental build equals a clean one, byte for byte; serial equals parallel."""

from __future__ import annotations

import os
import time

import pytest

from tests.sites import Site, differing, snapshot
from tests.sites.author import AUTHOR_CONF, Author

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", range(int(os.environ.get("GUIDES_SEEDS", "4"))))
def test_incremental_equals_clean(site: Site, clean, seed: int) -> None:
    site.conf, site.more = AUTHOR_CONF, ', "sphinx_sitemap"'
    author = Author(site, seed)
    site.build()
    history = []
    for step in range(5):
        time.sleep(0.02)  # Sphinx compares times of files
        history.append([author.edit() for _ in range(author.random.randint(1, 4))])
        site.build(*(["-j2"] if step % 2 else []))
        if step % 2:  # and once more, with nothing changed
            said = site.build()
            assert said == site.build()
        built, expected = snapshot(site.out), clean(site)
        assert built == expected, (history, differing(built, expected))


def test_unchanged_pages_are_not_written(site: Site) -> None:
    site.conf, site.more = AUTHOR_CONF, ', "sphinx_sitemap"'
    Author(site, 0)
    site.build()
    before = {page: page.stat().st_mtime_ns for page in (site.out / "pilot").glob("*.html")}
    site.build()
    assert "0 added, 0 changed, 0 removed" in site.log
    assert {page: page.stat().st_mtime_ns for page in before} == before


def test_parallel_equals_serial(site: Site, clean) -> None:
    site.conf, site.more = AUTHOR_CONF, ', "sphinx_sitemap"'
    Author(site, 1)
    assert clean(site) == clean(site, "-j2")
