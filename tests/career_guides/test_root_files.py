"""The files at the root of the site: for search engines, feed readers, models and programs."""

from __future__ import annotations

import json
import re
import shutil
from xml.etree import ElementTree

import jsonschema
import pytest
import rnc2rng
from lxml import etree

from career_guides.exports.feed import LONGEST
from career_guides.exports.markdown import to_markdown
from career_guides.exports.registry import FILES
from career_guides.generated_pages.not_found import rooted
from tests.conftest import FACTS, LOGO, Site, guide, snapshot

CONF = """
author = "The Acme people"
sitemap_url_scheme = "{link}"
guides_not_careers = ["help"]
"""
MORE = ', "sphinx_sitemap"'


@pytest.fixture
def site(site: Site) -> Site:
    site.conf, site.more = CONF, MORE
    site.write(FACTS)
    site.write({
        "index.md": guide("Home", "```{a-z}\n```", description="All careers"),
        "nurse/index.md": guide(
            "Nurse", description="Cares <3 & more", industry="Health", tags="[people]",
            occupation="29-1141", next="day", last_reviewed="2026-03-04", authors="Ann Lee",
            aliases="[/old/nurse, /carer]", figure="{image: /images/one.svg, alt: A ward}",
        ),
        "nurse/day.md": guide(
            "A *day*", "Half earn {fact}`29-1141 median-pay`. See {guide}`nurse`.",
            last_reviewed="2026-05-06", sources="['https://book.example/']",
        ),
        "nurse/night.md": guide("A night", draft="true", last_reviewed="2026-05-07"),
        "dentist/index.md": guide("Dentist", occupation="29-1021"),
        "help/index.md": guide("Help", last_reviewed="2026-01-01"),
        "plain.md": "# Plain\n\nText.\n",
        "images/one.svg": LOGO,
    })  # fmt: skip
    return site


def text(site: Site, name: str) -> str:
    return (site.out / name).read_text("utf-8")


# -- sitemap.xml, robots.txt --------------------------------------------------


def sitemap(site: Site) -> dict[str, str | None]:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ElementTree.fromstring(text(site, "sitemap.xml"))  # noqa: S314 - we wrote it
    return {
        url.findtext("s:loc", "", names): url.findtext("s:lastmod", None, names)
        for url in root.findall("s:url", names)
    }


WANTED = {
    "dentist/index.html": None,
    "help/index.html": "2026-01-01",
    "index.html": None,
    "industry/health.html": None,
    "nurse/day.html": "2026-05-06",
    "nurse/index.html": "2026-03-04",
    "plain.html": None,
    "tag/people.html": None,
}


def test_sitemap_has_the_content_alone_with_its_days(site: Site) -> None:
    site.write({"404.md": "# Nothing here\n"})
    assert site.build("-n", "-W") == ""
    wanted = {f"https://example.org/{page}": day for page, day in WANTED.items()}
    assert sitemap(site) == wanted
    site.build()  # nothing changed
    assert sitemap(site) == wanted
    site.write({"nurse/day.md": guide("A day", last_reviewed="2026-06-07")})
    site.build("-j2")
    assert sitemap(site) == wanted | {"https://example.org/nurse/day.html": "2026-06-07"}


def test_sitemap_quotes_names(site: Site) -> None:
    site.write({"nurse/früh.md": guide("Early")})
    site.build()
    assert "https://example.org/nurse/fr%C3%BCh.html" in sitemap(site)


def test_robots(site: Site) -> None:
    site.build()
    assert text(site, "robots.txt") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    )
    site.more = ""
    site.build()
    assert text(site, "robots.txt") == "User-agent: *\nAllow: /\n"
    assert not (site.out / "sitemap.xml").exists()


def test_a_file_of_the_project_takes_the_place_of_ours(site: Site) -> None:
    site.conf += 'html_extra_path = ["extra"]\n'
    (site.path / "extra").mkdir(parents=True)
    (site.path / "extra/robots.txt").write_text("User-agent: *\nDisallow: /\n")
    (site.path / "extra/carer.html").write_text("Mine")
    warnings = site.build()
    assert text(site, "robots.txt") == "User-agent: *\nDisallow: /\n"
    assert text(site, "carer.html") == "Mine"
    assert "no redirect from '/carer': html_extra_path has a file of that name" in warnings


def test_nothing_changed_writes_none_of_them_again(site: Site) -> None:
    site.build()
    names = [*FILES, "nurse/day.html.md", "old/nurse/index.html", "carer.html"]
    before = {name: (site.out / name).stat().st_mtime_ns for name in names}
    site.build()
    assert {name: (site.out / name).stat().st_mtime_ns for name in names} == before


# -- feed.xml -----------------------------------------------------------------

#: What of the grammar of RFC 4287 (its appendix B) a feed of ours may use.
ATOM = r"""
default namespace = "http://www.w3.org/2005/Atom"
namespace xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
start = element feed {
  attribute xml:lang { xsd:string { pattern = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*" } }?,
  (author & uri_id & link+ & element subtitle { text }? & title & updated), entry*
}
entry = element entry {
  author? & category* & uri_id & link+ & title & updated
  & element summary { attribute type { "text" | "html" }?, text }?
}
title = element title { text }
updated = element updated { xsd:dateTime }
author = element author { element name { xsd:string { minLength = "1" } } }
category = element category { attribute term { text } }
uri_id = element id { xsd:anyURI { pattern = "https?://.+" } }
link = element link { attribute href { xsd:anyURI }, attribute rel { "alternate" | "self" } }
"""


@pytest.fixture(scope="module")
def atom() -> etree.RelaxNG:
    grammar = rnc2rng.dumps(rnc2rng.loads(ATOM))
    return etree.RelaxNG(etree.fromstring(grammar.encode()))


A = "{http://www.w3.org/2005/Atom}"


def test_feed_has_new_and_changed_guides(site: Site, atom: etree.RelaxNG) -> None:
    site.build("-n", "-W")
    feed = etree.fromstring((site.out / "feed.xml").read_bytes())
    atom.assertValid(feed.getroottree())
    assert feed.findtext(f"{A}title") == "Acme Careers"
    assert feed.findtext(f"{A}subtitle") == "All careers"
    assert feed.findtext(f"{A}updated") == "2026-05-06T00:00:00+00:00"
    assert feed.findtext(f"{A}author/{A}name") == "The Acme people"
    assert [entry.findtext(f"{A}title") for entry in feed.iter(f"{A}entry")] == [
        "A *day*",
        "Nurse",
        "Help",
    ]
    nurse = feed.findall(f"{A}entry")[1]
    assert nurse.findtext(f"{A}id") == "https://example.org/nurse/index.html"
    assert nurse.findtext(f"{A}updated") == "2026-03-04T00:00:00+00:00"
    assert nurse.findtext(f"{A}author/{A}name") == "Ann Lee"
    # A summary is HTML, in which this is text.
    assert nurse.findtext(f"{A}summary") == "Cares &lt;3 &amp; more"
    assert [tag.get("term") for tag in nurse.iter(f"{A}category")] == ["Health", "people"]


def test_feed_moves_what_is_reviewed_again_to_its_top(site: Site) -> None:
    site.build()
    before = text(site, "feed.xml")
    site.build("-E")
    assert text(site, "feed.xml") == before
    site.write({"nurse/index.md": guide("Nurse", last_reviewed="2026-07-08")})
    site.build()
    titles = re.findall(r"<title>(.+?)</title>", text(site, "feed.xml"))
    assert titles == ["Acme Careers", "Nurse", "A *day*", "Help"]


def test_feed_ends(site: Site) -> None:
    site.write({
        f"nurse/n{number}.md": guide(f"N {number}", last_reviewed="2026-08-09")
        for number in range(LONGEST + 3)
    })  # fmt: skip
    site.build()
    assert text(site, "feed.xml").count("<entry>") == LONGEST


def test_pages_lead_to_the_feed_that_there_is(site: Site, clean) -> None:
    site.build()
    links = site.soup("dentist/index.html").select('link[type="application/atom+xml"]')
    assert [link["href"] for link in links] == ["../feed.xml"]
    for page in ("nurse/index", "nurse/day", "help/index"):
        site.write({f"{page}.md": guide("No day")})
    site.build()
    assert not (site.out / "feed.xml").exists()
    assert not site.soup("dentist/index.html").select('link[type="application/atom+xml"]')
    assert snapshot(site.out) == clean(site)


# -- llms.txt -----------------------------------------------------------------


LLMS = """\
# Acme Careers

> All careers

Each link leads to a guide in Markdown. In one file: [llms-full.txt](BASE/llms-full.txt). \
As data: [careers.json](BASE/careers.json).

## Dentist

- [Dentist](BASE/dentist/index.html.md)

## Nurse

- [Nurse](BASE/nurse/index.html.md): Cares <3 & more
- [A \\*day\\*](BASE/nurse/day.html.md)

## Optional

- [Home](BASE/index.html.md): All careers
- [Help](BASE/help/index.html.md)
"""


def test_llms_txt_lists_the_guides(site: Site) -> None:
    site.build()
    assert text(site, "llms.txt") == LLMS.replace("BASE", "https://example.org")


def test_llms_txt_quotes_names(site: Site) -> None:
    site.write({"nurse/früh am Tag.md": guide("Early")})
    site.build()
    link = "- [Early](https://example.org/nurse/fr%C3%BCh%20am%20Tag.html.md)"
    assert link in text(site, "llms.txt").splitlines()


def test_text_of_a_guide_is_what_its_page_shows(site: Site, clean) -> None:
    site.build()
    found = text(site, "nurse/day.html.md")
    assert found.startswith("# A *day*\n\nHalf earn $97,550 a year")
    assert "See [Nurse](https://example.org/nurse/index.html)." in found
    assert "1. <https://book.example/>" in found
    assert "Last reviewed on 6 May 2026." in found
    (link,) = site.soup("nurse/day.html").select('link[type="text/markdown"]')
    assert link["href"] == "day.html.md"
    facts = FACTS["facts/occupations.csv"].replace("97550", "98000")
    site.write({
        "facts/occupations.csv": facts, "nurse/index.md": guide("Nursing", aliases="[/carer]"),
    })  # fmt: skip
    site.build()
    for name in ("nurse/day.html.md", "llms-full.txt"):
        assert "$98,000 a year" in text(site, name)
        assert "[Nursing](https://example.org/nurse/index.html)" in text(site, name)
    assert snapshot(site.out) == clean(site)


def test_llms_full_has_every_text(site: Site) -> None:
    site.build("-j2")
    full = text(site, "llms-full.txt")
    sources = re.findall(r"^---\n\nSource: (.+)$", full, re.MULTILINE)
    assert sources == [
        f"https://example.org/{page}.html"
        for page in ("dentist/index", "nurse/index", "nurse/day", "index", "help/index")
    ]
    for page in ("nurse/index.html.md", "help/index.html.md"):
        assert text(site, page) in full
    assert "A night" not in full


def test_texts_of_guides_that_have_gone_are_removed(site: Site, clean) -> None:
    site.build()
    assert (site.out / "nurse/day.html.md").is_file()
    (site.docs / "nurse/day.md").unlink()
    site.write({"nurse/index.md": guide("Nurse")})
    site.build()
    assert not (site.out / "nurse/day.html.md").exists()
    assert snapshot(site.out) == clean(site)


# -- careers.json -------------------------------------------------------------


def test_careers_json_follows_its_schema(site: Site) -> None:
    site.build()
    data, schema = (
        json.loads(text(site, "careers.json")),
        json.loads(text(site, "careers.schema.json")),
    )
    checker = jsonschema.Draft202012Validator
    checker.check_schema(schema)
    checker(schema).validate(data)
    assert data["$schema"] == schema["$id"] == "https://example.org/careers.schema.json"
    with pytest.raises(jsonschema.ValidationError):
        checker(schema).validate(data | {"more": 1})


def test_careers_json_has_what_the_pages_show(site: Site) -> None:
    site.build()
    data = json.loads(text(site, "careers.json"))
    assert [career["id"] for career in data["careers"]] == ["dentist", "nurse"]
    nurse, day = data["careers"][1]["guides"]
    assert nurse == {
        "id": "nurse/index", "title": "Nurse", "subtitle": None, "description": "Cares <3 & more",
        "url": "https://example.org/nurse/index.html",
        "text_url": "https://example.org/nurse/index.html.md",
        "industry": "Health", "tags": ["people"], "occupations": ["29-1141"],
        "authors": ["Ann Lee"], "generated_by": None, "last_reviewed": "2026-03-04",
        "review_in": None, "sources": [], "next": ["nurse/day"],
        "picture": {
            "url": "https://example.org/_images/images.one.svg", "alt": "A ward",
            "width": 90, "height": 60,
        },
    }  # fmt: skip
    assert (site.out / "_images/images.one.svg").is_file()
    assert day["sources"] == [{"title": None, "url": "https://book.example/"}]
    assert data["survey"]["release"] == "May 2025"
    assert data["occupations"]["29-1141"]["employment"] == 3300
    pay = data["occupations"]["29-1021"]["pay"]
    assert (pay["per"], pay["median"]) == ("year", 180000)
    # "$239,200 or more" on the page.
    assert (pay["p90"], pay["at_least"]) == (239200, ["p75", "p90"])
    assert "$239,200 or more" in site.soup("dentist/index.html").get_text()


def test_files_do_without_an_address(site: Site) -> None:
    site.conf, site.more = CONF + 'html_baseurl = ""\n', ""
    assert site.build("-n", "-W") == ""
    data = json.loads(text(site, "careers.json"))
    assert data["careers"][1]["guides"][0]["url"] == "nurse/index.html"
    assert "](nurse/index.html.md)" in text(site, "llms.txt")
    assert not (site.out / "feed.xml").exists()
    assert "/old/nurse /nurse/index.html 301" in text(site, "_redirects")


# -- 404.html -----------------------------------------------------------------


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/kb/"])
def test_404_works_at_any_depth(site: Site, builder: str, base: str) -> None:
    site.conf += f'html_baseurl = "{base}"\nguides_navbar = [{{"url": "/nurse"}}]\n'
    site.build("-n", "-W", builder=builder)
    root = "/" + base.removeprefix("https://example.org/")
    page = site.soup("404.html")
    assert page.h1.get_text().startswith("Page not found")
    assert not (site.out / "404/index.html").exists()
    assert not page.select("link[rel=canonical], meta[property='og:url']")
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    links = [tag.get("href") or tag.get("src") or tag.get("action") for tag in page.select(
        "[href], [src], [action]"
    )]  # fmt: skip
    inside = [link for link in links if link[0] != "#" and "://" not in link]
    assert len(inside) > 8
    for link in inside:
        assert link.startswith(root), link
        file = site.out / link.removeprefix(root).split("?")[0]
        assert (file / "index.html" if file.is_dir() else file).is_file(), link
    assert page.html["data-content_root"] == root
    ways = [link.get_text() for link in page.select("article li a")]
    assert ways == ["Home", "Search"]


def test_404_of_ones_own(site: Site, clean) -> None:
    own = guide("Lost", "Go [home](index.md).\n\n![](images/one.svg)")
    site.write({"404.md": own, "help/list.md": guide("List", "```{a-z}\n```")})
    site.build("-n", "-W")
    page = site.soup("404.html")
    assert page.select_one("article p a")["href"] == "/index.html"
    assert page.select_one("article img")["src"] == "/_images/images.one.svg"
    assert "404" not in text(site, "sitemap.xml") + text(site, "llms.txt")
    site.build()
    assert snapshot(site.out) == clean(site)
    (site.docs / "404.md").unlink()
    site.build()
    assert [link.get_text() for link in site.soup("404.html").select("article li a")] == [
        "Home", "List", "Search",
    ]  # fmt: skip
    assert snapshot(site.out) == clean(site)


def test_links_that_lead_elsewhere_stay() -> None:
    html = (
        '<a href="https://x.example/"> <a href="#top"> <img src="data:,"> <a href="../b?a&amp;c">'
    )
    assert rooted(html, "/kb/404/") == html.replace("../b", "/kb/b")


# -- redirects ----------------------------------------------------------------


def test_redirects_for_hosts(site: Site) -> None:
    site.conf += 'html_baseurl = "https://example.org/kb/"\n'
    site.write({"dentist/index.md": guide("Dentist", aliases="[/zähne]")})
    site.build("-n", "-W")
    rules = [line.split(" ") for line in text(site, "_redirects").splitlines()]
    assert {(target, status) for _, target, status in rules} == {
        ("/kb/nurse/index.html", "301"), ("/kb/dentist/index.html", "301"),
    }  # fmt: skip
    sources = [source for source, *_ in rules]
    assert len(sources) == len(set(sources)) == 12
    for source in ("/kb/carer", "/kb/carer/", "/kb/carer.html", "/kb/z%C3%A4hne/index.html"):
        assert source in sources


def test_redirects_leave_with_their_aliases(site: Site, clean) -> None:
    site.build()
    assert (site.out / "old/nurse/index.html").is_file()
    site.write({"nurse/index.md": guide("Nurse")})
    site.build()
    assert not (site.out / "_redirects").exists()
    assert not (site.out / "old").exists()
    assert snapshot(site.out) == clean(site)


def test_redirect_keeps_query_and_fragment(site: Site) -> None:
    site.build()
    page = site.soup("old/nurse/index.html")
    address = "../../nurse/index.html"
    assert page.script.string == (
        f'location.replace("{address}" + location.search + location.hash)'
    )
    assert page.select_one("noscript meta[http-equiv=refresh]")["content"] == f"0; url={address}"
    assert page.select_one("link[rel=canonical]")["href"] == "https://example.org/nurse/index.html"
    assert page.select_one("body a")["href"] == address


@pytest.mark.parametrize(
    ("alias", "reason"),
    [
        ("/nurse/day", "is the address of the page 'nurse/day'"),
        ("/nurse", "is the address of the page 'nurse/index'"),  # a loop
        ("/industry/health", "is the address of the page 'industry/health'"),
        ("/feed.xml", "cannot be an alias: it is no path of this site's own pages"),
        ("/careers.json", "cannot be an alias: it is no path of this site's own pages"),
        ("/_redirects", "cannot be an alias: it is no path of this site's own pages"),
        ("/404.html", "cannot be an alias: it is no path of this site's own pages"),
    ],
)
def test_loops_and_collisions_are_refused(site: Site, alias: str, reason: str) -> None:
    site.write({"nurse/index.md": guide("Nurse", industry="Health", aliases=f"[{alias}]")})
    said = site.build()
    assert said == f"docs/nurse/index.md:4: WARNING: 'aliases': '{alias}' {reason} [guide.alias]\n"
    assert not (site.out / "_redirects").exists()


# -- other builders -----------------------------------------------------------


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text"])
def test_other_builders_have_none_of_it(site: Site, builder: str) -> None:
    site.conf += 'version = "1"\n'
    site.build("-q", builder=builder)
    found = {path.name for path in site.out.rglob("*")}
    assert not found & {"robots.txt", "careers.json", "llms.txt", "404.html", "feed.xml"}
    assert not [name for name in found if name.endswith(".html.md")]
    shutil.rmtree(site.out)


def test_drawings_are_no_part_of_a_text() -> None:
    chart = '<svg viewBox="0 0 1 1"><title>Half of them</title><rect/></svg>'
    assert to_markdown(f"<p>Half earn more {chart} than that.</p>", "") == (
        "Half earn more than that.\n"
    )
