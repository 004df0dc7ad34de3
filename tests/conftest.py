"""Fixtures that build small sites; the sites themselves are in ``tests/sites``."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.sites import LOGO, Site, guide, snapshot

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session", autouse=True)
def cache_of_checks(tmp_path_factory: pytest.TempPathFactory):
    """Let checks keep what they know in a folder of the tests, not of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with nothing but a home page and a logo."""
    made = Site(tmp_path / "site")
    made.write({"index.md": guide("Home"), "logos/acme.svg": LOGO})
    return made


@pytest.fixture
def clean(tmp_path: Path):
    """A function that builds a site's sources from scratch and returns the output."""

    def build(site: Site, *options: str, builder: str = "html") -> dict[str, str]:
        fresh = Site(tmp_path / "clean", site.conf, site.more)
        shutil.rmtree(fresh.path, ignore_errors=True)
        shutil.copytree(site.docs, fresh.docs, symlinks=True)
        fresh.build(*options, builder=builder)
        return snapshot(fresh.out)

    return build
