"""Manual pages and plain text."""

from __future__ import annotations

from tests.sites import LOGO, Site, guide

FIGURE = "{image: /a.svg, alt: A plane, caption: It flies., credit: Ann}"


def test_links_to_other_pages_are_text_in_a_manual_page(site: Site) -> None:
    site.write({
        "a.svg": LOGO, "index.md": guide("Home", "See {guide}`a/b` and <https://x.example/>."),
        "a/b.md": guide("B", figure=FIGURE), "a/c.md": guide("C", next="b"),
    })  # fmt: skip
    site.build(builder="man")
    [page] = site.out.iterdir() if not (site.out / "acmecareers.1").exists() else [
        site.out / "acmecareers.1"
    ]  # fmt: skip
    text = page.read_text("utf-8")
    assert "<>" not in text
    assert "See B and" in text
    assert "example" in text
    assert text.count("[image: A plane]") == 1
    assert "[image]" not in text


def test_text_says_once_what_a_picture_shows(site: Site) -> None:
    site.write({
        "a.svg": LOGO, "index.md": guide("Home", figure=FIGURE),
        "b.md": guide("B", "Text.", figure="{image: /a.svg, decorative: true}"),
    })  # fmt: skip
    site.build(builder="text")
    lines = (site.out / "index.txt").read_text("utf-8").splitlines()
    assert lines[3].strip() == "[image: A plane]"
    assert lines[5].strip() == "It flies."
    assert "[image" not in (site.out / "b.txt").read_text("utf-8")


def test_text_has_the_addresses_of_other_sites(site: Site) -> None:
    link = "[table](https://example.org/pay) at <https://example.org/all>, [B](b.md)"
    site.write({
        "a.md": guide("A", link, sources="[{title: Survey, url: 'https://example.org/s'}]"),
        "b.md": f"# B\n\n{link}\n",
    })  # fmt: skip
    site.build(builder="text")
    text = " ".join((site.out / "a.txt").read_text("utf-8").split())
    assert "table <https://example.org/pay> at https://example.org/all, B " in text
    assert "1. Survey <https://example.org/s>" in text
    assert "pay>" not in (site.out / "b.txt").read_text("utf-8")  # no guide: as Sphinx has it
