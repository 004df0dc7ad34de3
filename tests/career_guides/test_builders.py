"""Every builder and other themes show what a guide has."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide

WANTED = ("What it is", "A lead line", "Body of the", "Next: History & *stars*", "A source")


@pytest.mark.parametrize("builder", ["text", "man", "latex", "epub", "singlehtml", "dirhtml"])
def test_every_builder_shows_lead_text_next_and_sources(liaison_site: Site, builder: str) -> None:
    if builder == "man":
        liaison_site.conf += '\nman_pages = [("index", "acme", "Acme", "Ann", 7)]'
    assert liaison_site.build("-n", "-W", builder=builder) == ""
    suffixes = {".txt", ".7", ".tex", ".xhtml", ".html"}
    texts = [
        f.read_text("utf-8") for f in sorted(liaison_site.out.rglob("*")) if f.suffix in suffixes
    ]
    text = "\n".join(texts)
    for old, new in (("\\sphinxhyphen{}", "-"), ("\\&", "&"), ("&amp;", "&"), ("\\-", "-")):
        text = text.replace(old, new)
    for wanted in WANTED:
        if builder in {"epub", "singlehtml", "dirhtml"}:
            wanted = wanted.removeprefix("Next: ")  # noqa: PLW2901 - a card there
        for part in wanted.partition("Next: ") if builder in {"man", "latex"} else [wanted]:
            assert part.strip() in text, (builder, part)
    if builder == "text":
        overview = (liaison_site.out / "liaison/overview.txt").read_text()
        assert "[image: Alternative]" in overview
        assert (
            overview.index("A lead line") < overview.index("Body of the") < overview.index("Next:")
        )


def test_order_of_chapters_in_one_document(liaison_site: Site) -> None:
    liaison_site.build(builder="singlehtml")
    titles = [h.contents[0] for h in liaison_site.soup("index.html").select("h2, h3") if h.contents]
    assert titles == ["Liaison", "What it is", "History & *stars*"]


def test_two_builders_may_share_doctrees(liaison_site: Site) -> None:
    liaison_site.build(out="out")
    liaison_site.write({"liaison/history.md": guide("Renamed")})
    liaison_site.build("-d", "out.doctrees", builder="dirhtml", out="dir")
    liaison_site.build(out="out")
    for folder, page in (("out", "liaison/overview.html"), ("dir", "liaison/overview/index.html")):
        assert "Renamed" in liaison_site.soup(page, folder).select_one("nav.next-card").text  # type: ignore[union-attr]


@pytest.mark.parametrize("theme", ["alabaster", "basic"])
def test_other_themes_show_what_is_in_the_body(liaison_site: Site, theme: str) -> None:
    liaison_site.conf += f'\nhtml_theme = "{theme}"'
    liaison_site.write({"liaison/history.md": guide("History", include_footer="true")})
    liaison_site.conf += '\nguides_footer = {"text": "Foot"}'
    assert liaison_site.build("-n", "-W") == ""
    page = liaison_site.soup("liaison/overview.html")
    assert page.select_one("figure.figure-card > img[alt=Alternative]")
    assert page.select_one("nav.next-card > a[rel=next]")
    assert not page.select("footer.site-footer")
    assert len(liaison_site.soup("liaison/history.html").select("footer.site-footer")) == 1
