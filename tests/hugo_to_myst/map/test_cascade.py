"""What the guides of a folder share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_a_leaf_of_the_site_keeps_what_guides_share_in_its_cascade(
    make: Make,
) -> None:
    page = "---\ntitle: {}\nsidebar: true\nsidebarlogo: wd\ninclude_footer: {}\n---\nx"
    done = make({
        "content/w.md": page.format("W", "true"), "content/w/a.md": page.format("A", "true"),
        "content/w/b.md": page.format("B", "false"), "static/images/logos/wd.svg": "<svg/>",
    })  # fmt: skip
    assert done.front("w/index")["cascade"] == {"sidebar": True, "sidebarlogo": "wd"}
    assert done.front("w/a") == {"title": "A", "include_footer": True}
    assert done.front("w/b") == {"title": "B", "include_footer": False}
    assert (done.out / "logos/wd.svg").is_file()
