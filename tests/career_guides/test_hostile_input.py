"""Whatever an author types: no traceback, no lost page, no markup, no file from outside."""

from __future__ import annotations

import json

import pytest

from tests.sites import LOGO, Site, guide, snapshot
from tests.sites.pilots import NASTY

FRONT_MATTER = {
    "tag-bool": "title: T\nsidebar: !!bool maybe",
    "tag-int": 'title: T\nweight: !!int ""',
    "tag-time": "title: T\nlast_reviewed: !!timestamp soon",
    "hex": "title: T\nweight: 0x" + "F" * 5000,
    "foreign-hex": "title: T\nversion: 0x" + "F" * 5000,
    "bracket": 'title: T\nnext: "https://["',
    "homograph": 'title: T\nnext: "https://ex℀mple.org/"',
    "slash": 'title: T\nfigure: {image: "/", alt: x}',
    "loop": "title: T\nfigure: {image: /loop.svg, alt: x}",
    "long-alias": f"title: T\naliases: [/{'x' * 290}]",
    "file-alias": "title: T\naliases: [/sitemap.xml/x, /a/page.html/x]",
    "empty": "title: T\nnext: ''\nrelated: ['']\nsources: ['']\nauthors: ''\nfigure: ''",
    "emoji": "title: T\nmyst:\n  enable_extensions: [substitution]\n  substitutions: {e: '😀'}",
    "no-title": "sidebar: true",
    "caption": "title: T\nfigure: {image: /a.svg, alt: x, caption: '![](/../conf.py) x'}",
}


def test_no_front_matter_ends_the_build(site: Site) -> None:
    bodies = {
        "no-title": "# " + "long " * 100 + "*em* [link](emoji.md)\n",
        "emoji": "{{ e }}",
        "bracket": "```{next} https://[\n```\n\n```{next} bracket\n:label: x\n```",
        "slash": "```{figure-card} /\n```\n\n![](../../outside.svg) {download}`x <../../conf.py>`",
    }
    site.write({
        "a.svg": LOGO, "../outside.svg": LOGO,
        "search.md": guide("Mine"),
        **{f"a/{name}.md": f"---\n{block}\n---\n\n{bodies.get(name, 'Text.')}\n"
           for name, block in FRONT_MATTER.items()},
    })  # fmt: skip
    (site.docs / "loop.svg").symlink_to("loop.svg")
    (site.docs / "logos/loop.svg").symlink_to("loop.svg")
    (site.docs / "a/nowhere.md").symlink_to("gone.md")
    said = site.build()
    assert "Traceback" not in said
    for name in FRONT_MATTER:
        page = site.soup(f"a/{name}.html")
        assert page.h1 is not None
        assert page.h1.text.split()[0].rstrip("¶#") == ("long" if name == "no-title" else "T")
    assert "😀" in site.soup("a/emoji.html").select("article section p")[0].text
    assert not [name for name in snapshot(site.out) if "outside" in name or "conf" in name]
    assert "docs/search.md:1: WARNING: the page 'search' has the address" in said
    assert "'../../outside.svg' is outside the source folder [guide.image]" in said


def test_the_first_page_is_never_a_draft(site: Site) -> None:
    site.write({"index.md": guide("Home", draft="true")})
    assert (
        "docs/index.md:3: WARNING: the first page cannot be a draft [guide.value]" in site.build()
    )
    assert (site.out / "index.html").exists()


NASTY_PAGES = ["nasty.html", "to-nasty.html", "pilot/day.html", "genindex.html", "index.html"]


@pytest.mark.parametrize("page", NASTY_PAGES)
def test_text_is_never_html(pilot_site: Site, page: str) -> None:
    soup = pilot_site.soup(page)
    scripts = [tag for tag in soup.select("script") if not tag.get("type")]
    assert not [tag for tag in scripts if "alert" in (tag.string or "")]
    # Inline MyST is for captions and credits alone.
    assert all(tag.find_parent("figcaption") for tag in soup.select("em") if "stars" in tag.text)
    assert "<script>alert" not in (pilot_site.out / page).read_text("utf-8")


def test_text_is_shown_as_typed(pilot_site: Site) -> None:
    soup = pilot_site.soup("nasty.html")
    (h1,) = soup.select("h1")
    h1.select_one(".headerlink").decompose()
    (card,) = soup.select("nav.next-card > a")
    provenance = soup.select_one(".guide-provenance")
    (data,) = (json.loads(tag.string) for tag in soup.select('script[type="application/ld+json"]'))
    shown = {
        "h1": h1.get_text(),
        "subtitle": soup.select_one(".guide-subtitle").get_text(),
        "description": soup.select_one("meta[name=description]")["content"],
        "og:title": soup.select_one('meta[property="og:title"]')["content"],
        "og:description": soup.select_one('meta[property="og:description"]')["content"],
        "alt": soup.select_one(".figure-card img")["alt"],
        "label": card.select_one(".next-card-context").get_text().removeprefix("Next: "),
        "link": soup.select_one("link[rel=next]")["title"],
        "JSON-LD": data["headline"],
        "source": provenance.li.get_text(),
        "author": provenance.find_all("p")[-1].get_text()[len("Written by ") : -1],
    }
    assert shown == dict.fromkeys(shown, NASTY)
    assert soup.select_one("title").get_text() == f"{NASTY} - Acme Careers"
    # These two are MyST: their stars mean something, their tags do not.
    for part in (".caption-text", ".figure-credit"):
        text = soup.select_one(f".figure-card {part}")
        assert text.get_text() == NASTY.replace("*", "")
        assert text.em.get_text() == "stars"


def test_text_is_shown_as_typed_on_other_pages(pilot_site: Site) -> None:
    soup = pilot_site.soup("to-nasty.html")
    assert soup.select_one(".next-card-title").get_text() == NASTY
    assert soup.select_one(".next-card-description").get_text() == NASTY
    assert soup.select_one(".guide-card-title").get_text() == NASTY
    assert soup.select_one("article p a.internal").get_text() == NASTY
    assert soup.select_one("link[rel=next]")["title"] == NASTY
