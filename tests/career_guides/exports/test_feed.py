"""feed.xml"""

from __future__ import annotations

import re

import pytest
import rnc2rng
from lxml import etree

from career_guides.exports.feed import LONGEST
from tests.sites import Site, guide, snapshot
from tests.sites.exports import text

#: What of the grammar of RFC 4287 (its appendix B) a feed of ours may use.
ATOM = r"""
default namespace = "http://www.w3.org/2005/Atom"
namespace xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
start = element feed {
  attribute xml:lang { xsd:string { pattern = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*" } }?,
  (author & uri_id & link+ & element subtitle { text }? & title & updated), entry*
}
entry = element entry {
  author* & category* & uri_id & link+ & title & updated
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


def test_feed_has_new_and_changed_guides(export_site: Site, atom: etree.RelaxNG) -> None:
    export_site.build("-n", "-W")
    feed = etree.fromstring((export_site.out / "feed.xml").read_bytes())
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
    site = export_site
    site.write({"nurse/two.md": guide("Two", authors="[Ann, Bo]", last_reviewed="2026-09-01")})
    site.build("-n", "-W")
    feed = etree.fromstring((site.out / "feed.xml").read_bytes())
    atom.assertValid(feed.getroottree())
    names = feed.find(f"{A}entry").findall(f"{A}author/{A}name")
    assert [name.text for name in names] == ["Ann", "Bo"]
    # A summary is HTML, in which this is text.
    assert nurse.findtext(f"{A}summary") == "Cares &lt;3 &amp; more"
    assert [tag.get("term") for tag in nurse.iter(f"{A}category")] == ["Health", "people"]


def test_guide_that_is_reviewed_again_moves_to_the_top(export_site: Site) -> None:
    export_site.build()
    before = text(export_site, "feed.xml")
    export_site.build("-E")
    assert text(export_site, "feed.xml") == before
    export_site.write({"nurse/index.md": guide("Nurse", last_reviewed="2026-07-08")})
    export_site.build()
    titles = re.findall(r"<title>(.+?)</title>", text(export_site, "feed.xml"))
    assert titles == ["Acme Careers", "Nurse", "A *day*", "Help"]


def test_feed_has_a_maximum_length(export_site: Site) -> None:
    export_site.write({
        f"nurse/n{number}.md": guide(f"N {number}", last_reviewed="2026-08-09")
        for number in range(LONGEST + 3)
    })  # fmt: skip
    export_site.build()
    assert text(export_site, "feed.xml").count("<entry>") == LONGEST


def test_pages_link_to_the_feed_only_while_it_exists(export_site: Site, clean) -> None:
    export_site.build()
    links = export_site.soup("dentist/index.html").select('link[type="application/atom+xml"]')
    assert [link["href"] for link in links] == ["../feed.xml"]
    for page in ("nurse/index", "nurse/day", "help/index"):
        export_site.write({f"{page}.md": guide("No day")})
    export_site.build()
    assert not (export_site.out / "feed.xml").exists()
    assert not export_site.soup("dentist/index.html").select('link[type="application/atom+xml"]')
    assert snapshot(export_site.out) == clean(export_site)


def test_an_imported_site_without_reviews_is_dated_as_in_hugo(site: Site) -> None:
    site.conf += 'html_baseurl = "https://example.org/"\n'
    site.write({
        "index.md": guide("Home"),
        "a/index.md": guide("Old", hugo="{date: 2020-01-02T10:00:00Z}"),
        "b/index.md": guide("New", hugo="{date: '2021-01-02'}"),
        "c/index.md": guide("None", hugo="{date: soon}"),
    })  # fmt: skip
    assert site.build("-n", "-W") == ""
    feed = (site.out / "feed.xml").read_text()
    assert "<title>None" not in feed
    assert feed.index("<title>New") < feed.index("<title>Old")
