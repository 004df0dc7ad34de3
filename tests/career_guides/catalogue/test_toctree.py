"""Toctrees that the extension adds, and those that an author writes."""

from __future__ import annotations

from tests.sites import Site, guide


def test_a_toctree_by_hand_is_respected(site: Site) -> None:
    site.write({
        "pilot/index.md": guide("Pilot", "```{toctree}\n:caption: By hand\nzeta\n```"),
        "pilot/alpha.md": guide("Alpha"),
        "pilot/zeta.md": guide("Zeta"),
    })  # fmt: skip
    assert site.build("-n", "-W") == ""
    body = site.soup("pilot/index.html").select("article .toctree-wrapper a")
    assert [a.text for a in body] == ["Zeta"]
