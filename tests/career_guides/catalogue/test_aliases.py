"""Old paths that redirect, and those that cannot."""

from __future__ import annotations

from pathlib import Path

from tests.sites import guide
from tests.sites.catalogues import catalogue, said


def test_aliases_that_collide_or_are_not_paths_are_refused(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "a/index.md": guide("A", aliases="[/old/, old/page.html, /Old%20Name, /a, /genindex]"),
        "a/b.md": guide("B", aliases="[/old, ../x, /_static/x, /a/b/]"),
    })  # fmt: skip
    assert found.aliases == {"old": "a/b", "old/page": "a/index", "Old Name": "a/index"}
    assert [line.partition("'aliases': ")[2] for line in said(found)] == [
        "'../x' cannot be an alias: it is no path of this site's own pages [alias]",
        "'/_static/x' cannot be an alias: it is no path of this site's own pages [alias]",
        "'/a/b/' is the address of the page 'a/b' [alias]",
        "'/a' is the address of the page 'a/index' [alias]",
        "'/genindex' cannot be an alias: it is no path of this site's own pages [alias]",
        "'/old/' is an alias of 'a/b' already [alias]",
    ]
