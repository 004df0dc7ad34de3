"""Files at the root of a website: written once, and replaced by the project's own."""

from __future__ import annotations

import json
import shutil

import pytest

from career_guides.exports.registry import FILES
from tests.sites import Site
from tests.sites.exports import CONF, text


def test_files_of_html_extra_path_replace_ours(export_site: Site) -> None:
    export_site.conf += 'html_extra_path = ["extra"]\n'
    (export_site.path / "extra").mkdir(parents=True)
    (export_site.path / "extra/robots.txt").write_text("User-agent: *\nDisallow: /\n")
    (export_site.path / "extra/carer.html").write_text("Mine")
    warnings = export_site.build()
    assert text(export_site, "robots.txt") == "User-agent: *\nDisallow: /\n"
    assert text(export_site, "carer.html") == "Mine"
    assert "no redirect from '/carer': html_extra_path has a file of that name" in warnings


def test_unchanged_files_are_not_written_again(export_site: Site) -> None:
    export_site.build()
    names = [*FILES, "nurse/day.html.md", "old/nurse/index.html", "carer.html"]
    before = {name: (export_site.out / name).stat().st_mtime_ns for name in names}
    export_site.build()
    assert {name: (export_site.out / name).stat().st_mtime_ns for name in names} == before


def test_files_without_html_baseurl(export_site: Site) -> None:
    export_site.conf, export_site.more = CONF + 'html_baseurl = ""\n', ""
    assert export_site.build("-n", "-W") == ""
    data = json.loads(text(export_site, "careers.json"))
    assert data["careers"][1]["guides"][0]["url"] == "nurse/index.html"
    assert "](nurse/index.html.md)" in text(export_site, "llms.txt")
    assert not (export_site.out / "feed.xml").exists()
    assert "/old/nurse /nurse/ 301" in text(export_site, "_redirects")


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text"])
def test_other_builders_write_none_of_the_files(export_site: Site, builder: str) -> None:
    export_site.conf += 'version = "1"\n'
    export_site.build("-q", builder=builder)
    found = {path.name for path in export_site.out.rglob("*")}
    assert not found & {"robots.txt", "careers.json", "llms.txt", "404.html", "feed.xml"}
    assert not [name for name in found if name.endswith(".html.md")]
    shutil.rmtree(export_site.out)
