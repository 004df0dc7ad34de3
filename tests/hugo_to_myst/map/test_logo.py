"""The logo in the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_a_logo_that_is_missing(make: Make) -> None:
    site = {"content/a.md": "---\ntitle: A\nsidebarlogo: wordojo\n---\nx",
            "static/images/logos/workdojo.svg": "<svg/>"}  # fmt: skip
    done = make(site)
    assert [(f.line, f.was, f.suggestion) for f in done.of("logo")] == [(3, "wordojo", "workdojo")]
    assert make(site, fix_links=True, force=True).front("a")["sidebarlogo"] == "workdojo"
