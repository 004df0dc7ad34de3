"""The head of a page: title, description, links, Open Graph."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from tests.sites import Site, guide
from tests.sites.markup import head, linked_data, metas


def test_head_of_a_guide(pilot_site: Site) -> None:
    soup = pilot_site.soup("pilot/overview.html")
    (title,) = soup.select("head > title")
    assert title.get_text() == "What pilots do - Acme Careers"
    assert head(soup, "meta[name=description]", "content") == ["The work"]
    address = "https://example.org/pilot/overview.html"
    assert head(soup, "link[rel=canonical]", "href") == [address]
    assert head(soup, "link[rel=prev]", "href") == ["index.html"]
    assert head(soup, "link[rel=next]", "href") == ["day.html"]
    properties = {tag["property"]: tag["content"] for tag in soup.head.select("meta[property]")}
    image = properties.pop("og:image")
    assert image.startswith("https://example.org/_images/social/")
    assert properties == {
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Pilot: What pilots do",
        "og:type": "article",
        "og:title": "What pilots do",
        "og:description": "The work",
        "og:url": address,
        "og:site_name": "Acme Careers",
    }
    (data,) = (json.loads(tag.string) for tag in soup.select('script[type="application/ld+json"]'))
    wanted = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "What pilots do",
        "description": "The work",
        "inLanguage": "en",
        "url": address,
        "image": image,
        "isPartOf": {"@type": "WebSite", "name": "Acme Careers", "url": "https://example.org/"},
    }
    assert {key: data[key] for key in wanted} == wanted


def test_no_tag_of_a_head_is_repeated(pilot_site: Site) -> None:
    for path in sorted(pilot_site.out.rglob("*.html")):
        soup = pilot_site.soup(path.relative_to(pilot_site.out).as_posix())
        # Not "viewport": docutils and Furo both write it, the same.
        metas = soup.head.select("meta[name]:not([name=viewport]), meta[property]")
        links = soup.head.select("link[rel=prev], link[rel=next], link[rel=canonical]")
        names = [str(tag.get("name") or tag.get("property") or tag["rel"]) for tag in metas + links]
        assert len(names) == len(set(names)), path
        assert len(soup.select("head > title")) == len(soup.select("h1")) == 1, path


def test_head_of_a_page_with_several_next_guides(pilot_site: Site) -> None:
    soup = pilot_site.soup("pilot/day.html")
    assert head(soup, "link[rel=next]", "href") == ["overview.html"]
    assert not soup.select("meta[name=description]")


KINDS = ["index", "nurse/index", "nurse/day", "plain", "industry/health", "tag/night", "genindex"]


@pytest.mark.parametrize("page", KINDS)
def test_every_kind_of_page_has_open_graph_and_a_social_card(nurse_site: Site, page: str) -> None:
    found = metas(nurse_site, f"{page}.html")
    heading = nurse_site.soup(f"{page}.html").h1
    for link in heading.select(".headerlink"):
        link.decompose()
    assert found["og:title"] == found["twitter:title"] == heading.get_text()
    # The home page has one address, that of the site.
    path = "" if page == "index" else f"{page}.html"
    assert found["og:url"] == f"https://example.org/{path}"
    (canonical,) = nurse_site.soup(f"{page}.html").select("link[rel=canonical]")
    assert canonical["href"] == found["og:url"]
    assert found["og:site_name"] == "Acme Careers"
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:image"] == found["twitter:image"]
    assert found.get("og:description") == found.get("description")
    path = found["og:image"].removeprefix("https://example.org/")
    with Image.open(nurse_site.out / path) as image:
        assert (image.size, image.format) == ((1200, 630), "PNG")
        assert str(image.size[0]) == found["og:image:width"]
    assert (found.get("robots") == "noindex") == (page == "genindex")


def test_description_of_an_industry_is_the_same_everywhere(nurse_site: Site) -> None:
    found = metas(nurse_site, "industry/health.html")
    text = "Career guides under Industry: Health: Nurse."
    assert found["description"] == found["og:description"] == found["twitter:description"] == text
    assert linked_data(nurse_site, "industry/health.html")["description"] == text


def test_no_addresses_without_html_baseurl(site: Site) -> None:
    site.conf = 'html_baseurl = ""'
    site.build("-n", "-W")
    found = metas(site, "index.html")
    assert found["og:title"] == "Home"
    assert found["twitter:card"] == "summary"
    assert not {"og:url", "og:image", "twitter:image"} & found.keys()
    assert not list(site.out.rglob("_images/social/*"))
    assert not site.soup("index.html").select("link[rel=canonical]")
    assert "url" not in linked_data(site, "index.html")


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_canonical_address_is_the_same_everywhere(site: Site, builder: str) -> None:
    site.conf = 'html_baseurl = "https://example.org/kb"'
    site.write({"nurse/day.md": guide("A day", last_reviewed="2026-01-01")})
    site.build("-n", "-W", builder=builder)
    end = ".html" if builder == "html" else "/"
    address = f"https://example.org/kb/nurse/day{end}"
    page = "nurse/day.html" if builder == "html" else "nurse/day/index.html"
    (canonical,) = site.soup(page).select("link[rel=canonical]")
    data = linked_data(site, page)
    assert canonical["href"] == metas(site, page)["og:url"] == data["url"] == address
    assert data["mainEntityOfPage"]["breadcrumb"]["itemListElement"][-1]["item"]["@id"] == address
    assert f"<id>{address}</id>" in (site.out / "feed.xml").read_text("utf-8")
