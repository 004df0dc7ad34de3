"""Fixtures that build small sites; the sites themselves are in ``tests/sites``."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

# Some tests still import these names from here.
from tests.sites import (  # noqa: F401
    CONF,
    FACTS,
    LOGO,
    ROOT,
    Site,
    guide,
    snapshot,
    without_pagefind,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with nothing but a home page and a logo."""
    made = Site(tmp_path / "site")
    made.write({"index.md": guide("Home"), "logos/acme.svg": LOGO})
    return made


@pytest.fixture
def clean(tmp_path: Path):
    """A function that builds a site's sources from scratch and returns the output."""

    def build(site: Site, *options: str) -> dict[str, str]:
        fresh = Site(tmp_path / "clean", site.conf, site.more)
        shutil.rmtree(fresh.path, ignore_errors=True)
        shutil.copytree(site.docs, fresh.docs, symlinks=True)
        fresh.build(*options)
        return snapshot(fresh.out)

    return build
