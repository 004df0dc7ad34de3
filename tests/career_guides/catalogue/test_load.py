"""From a folder to its catalogue."""

from __future__ import annotations

from pathlib import Path

from career_guides.catalogue.load import load
from tests.sites import guide
from tests.sites.catalogues import catalogue


def test_the_catalogue_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {f"a/{n}.md": guide(f"T{n % 3}") for n in range(9)})
    files = {name: tmp_path / f"{name}.md" for name in sorted(found.pages, reverse=True)}
    assert load(tmp_path, files)[0] == found
