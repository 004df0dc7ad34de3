"""The figure card under the title."""

from __future__ import annotations

from tests.sites import Site, guide


def test_figure_card_has_image_caption_and_credit(pilot_site: Site) -> None:
    (figure,) = pilot_site.soup("pilot/overview.html").select("figure.figure-card")
    image = figure.find("img", recursive=False)
    wanted = {"alt": "A plane", "width": "90", "height": "60", "fetchpriority": "high"}
    assert {key: image[key] for key in wanted} == wanted
    assert not image.has_attr("loading")
    caption = figure.find("figcaption", recursive=False)
    assert caption.em.get_text() == "fine"
    assert caption.select_one("a.external")["href"] == "https://p.example/"
    assert caption.select_one(".figure-credit").get_text() == "Ann (CC0)"


def test_decorative_figure_has_no_text(pilot_site: Site) -> None:
    (figure,) = pilot_site.soup("pilot/day.html").select("figure.figure-card")
    assert figure.img["alt"] == ""
    assert figure.find("figcaption") is None


def test_picture_without_a_size_keeps_its_proportions(site: Site) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675"></svg>'
    site.write({"a.svg": svg, "a/b.md": guide("B", figure="{image: /a.svg, alt: x, width: 400}")})
    site.build()
    image = site.soup("a/b.html").select_one("figure.figure-card > img")
    assert image is not None
    assert (image["width"], image["height"]) == ("400", "225")
