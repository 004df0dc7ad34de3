"""The files of the social cards."""

from __future__ import annotations

from PIL import Image

from career_guides.images.rasterize import FONT
from tests.sites import LOGO, Site, guide, snapshot
from tests.sites.markup import metas


def test_only_changed_cards_are_drawn_again(site: Site) -> None:
    site.write({"nurse/day.md": guide("A day")})
    site.build()
    before = {file: file.stat().st_mtime_ns for file in site.out.rglob("_images/social/*")}
    assert len(before) == 2
    site.write({"nurse/day.md": guide("A night")})
    site.build()
    after = {file: file.stat().st_mtime_ns for file in site.out.rglob("_images/social/*")}
    assert len(after) == 2
    assert len(before.items() & after.items()) == 1


def test_a_new_logo_is_on_the_cards(site: Site, clean) -> None:
    site.conf = 'guides_logo = "acme"'
    site.write({"nurse/day.md": guide("A day")})
    site.build()
    before = metas(site, "nurse/day.html")["og:image"]
    site.write({"logos/acme.svg": LOGO.replace("></svg>", "><path d='M0 0h90v6H0'/></svg>")})
    site.build()
    assert metas(site, "nurse/day.html")["og:image"] != before
    assert snapshot(site.out) == clean(site)


def test_cards_can_be_turned_off(site: Site) -> None:
    site.conf = "guides_social_cards = False"
    figure = "{image: /images/photo.png, alt: A ward}"
    site.write({"nurse/day.md": guide("A day", figure=figure)})
    (site.docs / "images").mkdir()
    Image.new("RGB", (40, 30)).save(site.docs / "images/photo.png")
    site.build("-n", "-W")
    found = metas(site, "nurse/day.html")
    # Then the guide's own picture, which is none that only some networks show.
    assert found["og:image"] == "https://example.org/_images/images.photo.png"
    assert found["og:image:alt"] == "A ward"
    assert not list(site.out.rglob("_images/social/*"))


def test_font_can_be_replaced(site: Site) -> None:
    site.conf = 'guides_social_font = "font.ttf"'
    assert "guides_social_font: no file 'font.ttf'" in site.build(code=2)
    (site.path / "font.ttf").write_bytes(FONT.read_bytes())
    assert site.build("-n", "-W") == ""
    assert metas(site, "index.html")["og:image"]


def test_many_cards_are_drawn_by_other_processes(site: Site, clean) -> None:
    site.conf = "from career_guides.images import social_cards\nsocial_cards._FEW = 1"
    site.write({f"nurse/day-{number}.md": guide(f"Day {number}") for number in range(5)})
    site.build("-j", "2", "-n", "-W")
    assert len(list(site.out.rglob("_images/social/*"))) == 6
    site.write({f"nurse/day-{number}.md": guide(f"Night {number}") for number in range(3)})
    site.build("-j", "2", "-n", "-W")
    assert snapshot(site.out) == clean(site)


def test_a_card_that_cannot_be_drawn_by_another_process_fails_the_build(site: Site) -> None:
    site.conf = (
        "from career_guides.images import social_cards\n"
        "social_cards._FEW = 1\n"
        "def draw(*arguments):\n"
        "    raise OSError('No space left on device')\n"
        "social_cards.draw = draw\n"
    )
    site.write({f"nurse/day-{number}.md": guide(f"Day {number}") for number in range(5)})
    assert "No space left on device" in site.build("-j", "2", code=2)
