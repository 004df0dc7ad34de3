"""Redirects from old addresses."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot
from tests.sites.exports import text


def test_redirects_file_for_hosts(export_site: Site) -> None:
    export_site.conf += 'html_baseurl = "https://example.org/kb/"\n'
    export_site.write({"dentist/index.md": guide("Dentist", aliases="[/zähne]")})
    export_site.build("-n", "-W")
    rules = [line.split(" ") for line in text(export_site, "_redirects").splitlines()]
    assert {(target, status) for _, target, status in rules} == {
        ("/kb/nurse/", "301"), ("/kb/dentist/", "301"),
    }  # fmt: skip
    sources = [source for source, *_ in rules]
    assert len(sources) == len(set(sources)) == 12
    for source in ("/kb/carer", "/kb/carer/", "/kb/carer.html", "/kb/z%C3%A4hne/index.html"):
        assert source in sources


def test_sources_are_as_browsers_send_them(export_site: Site) -> None:
    export_site.write({"nurse/day.md": guide("Day", aliases="[\"/c+c-(old),it's\", '/50%']")})
    export_site.build()
    rules = [line.split(" ") for line in text(export_site, "_redirects").splitlines()]
    sources = {source for source, target, _status in rules if target == "/nurse/day.html"}
    assert {"/c+c-(old),it's", "/50%25"} <= sources


def test_redirects_are_removed_with_their_aliases(export_site: Site, clean) -> None:
    export_site.build()
    assert (export_site.out / "old/nurse/index.html").is_file()
    export_site.write({"nurse/index.md": guide("Nurse")})
    export_site.build()
    assert not (export_site.out / "_redirects").exists()
    assert not (export_site.out / "old").exists()
    assert snapshot(export_site.out) == clean(export_site)


def test_redirect_keeps_query_and_fragment(export_site: Site) -> None:
    export_site.build()
    page = export_site.soup("old/nurse/index.html")
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
def test_loops_and_collisions_are_refused(export_site: Site, alias: str, reason: str) -> None:
    export_site.write({"nurse/index.md": guide("Nurse", industry="Health", aliases=f"[{alias}]")})
    said = export_site.build()
    assert said == f"docs/nurse/index.md:4: WARNING: 'aliases': '{alias}' {reason} [guide.alias]\n"
    assert not (export_site.out / "_redirects").exists()
