"""With ``guides_upstream = False`` pages lose what fixes them, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.sites import Site, snapshot
from tests.sites.mapped import mapped

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path) -> dict[str, str]:
    """Return path -> digest, of pages without files that they load and signs: see test_light.py."""
    for page in folder.rglob("*.html"):
        scripts, styles = r"<script [^>]*\bsrc=[^>]*></script>", r'<link rel="stylesheet"[^>]*>'
        light = re.compile(rf"\s*({scripts}|{styles}|<symbol.*?</symbol>)", re.DOTALL)
        page.write_text(light.sub("", page.read_text("utf-8")), "utf-8")
    return snapshot(folder)


@pytest.mark.parametrize("search", ["pagefind", "sphinx"])
def test_pages_and_search_index_are_the_same_without_us(site: Site, search: str) -> None:
    mapped(site)
    site.conf += f"guides_search = {search!r}\n"
    site.build()
    ours = written(site.out)
    site.conf += "guides_upstream = False\n"
    site.build("-E", "-a")
    theirs = written(site.out)
    # Its sitemap is another matter, and a checksum of the configuration is in .buildinfo.
    for name in ("sitemap.xml", ".buildinfo", ".buildinfo.bak"):
        ours.pop(name, None), theirs.pop(name, None)
    assert theirs == ours
