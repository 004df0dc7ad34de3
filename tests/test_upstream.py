"""What is done to Sphinx and sphinx-sitemap changes speed and gaps, and nothing else."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from sphinx.search.en import SearchEnglish

from career_guides.upstream import CachedEnglish
from tests.conftest import Site, guide, snapshot

WORDS = ["running", "Careers", "organisations", "happily", "nurses", "I", "naïve", "C++", ""]


def test_the_cached_stemmer_is_sphinxs_own() -> None:
    ours, theirs = CachedEnglish({}), SearchEnglish({})
    for word in WORDS * 2:
        assert ours.stem(word) == theirs.stem(word)
    assert ours.stopwords == theirs.stopwords
    assert ours.js_stemmer_rawcode == theirs.js_stemmer_rawcode


def locations(site: Site) -> list[str | None]:
    return [node.text for node in ElementTree.parse(site.out / "sitemap.xml").iter() if node.text]  # noqa: S314


@pytest.fixture
def mapped(site: Site) -> Site:
    site.more = ', "sphinx_sitemap"'
    site.conf = 'sitemap_url_scheme = "{link}"\n'
    site.write(
        {
            "a/b.md": guide("B", "```{index} single: here\n```", aliases="[/old]"),
            "a/c.md": guide("C"),
        }
    )
    return site


def test_pages_and_search_index_are_the_same_without_us(mapped: Site) -> None:
    mapped.build()
    ours = snapshot(mapped.out)
    mapped.conf += "guides_upstream = False\n"
    mapped.build("-E", "-a")
    theirs = snapshot(mapped.out)
    # Its sitemap is another matter, and a checksum of the configuration is in .buildinfo.
    for name in ("sitemap.xml", ".buildinfo", ".buildinfo.bak"):
        ours.pop(name, None), theirs.pop(name, None)
    assert theirs == ours


def test_the_sitemap_is_whole_after_an_incremental_build(mapped: Site) -> None:
    pages = [f"https://example.org/{page}.html" for page in ("a/b", "a/c", "index")]
    mapped.build()
    assert locations(mapped) == pages
    mapped.write({"a/c.md": guide("Changed")})
    mapped.build("-j2")
    assert locations(mapped) == pages


def test_index_entries_of_other_pages_stay_in_the_search_index(mapped: Site) -> None:
    mapped.build()
    mapped.write({"a/c.md": guide("Changed")})
    mapped.build()
    text = (mapped.out / "searchindex.js").read_text()
    index = json.loads(text.removeprefix("Search.setIndex(")[:-1])
    assert list(index["indexentries"]) == ["here"]
    assert [] not in index["terms"].values()


def test_stale_files_leave_the_output(mapped: Site) -> None:
    mapped.build()
    assert "url=../a/b.html" in (mapped.out / "old/index.html").read_text()
    (mapped.docs / "a/b.md").unlink()
    mapped.build()
    left = snapshot(mapped.out)
    assert not [name for name in left if name.startswith(("a/b", "_sources/a/b", "old/"))]
    assert "a/c.html" in left


def test_an_interrupted_build_leaves_nothing_stale(mapped: Site, clean) -> None:
    mapped.write({"a/d.md": guide("D", "{guide}`c` and {guide}`b`")})
    mapped.build()
    mapped.write({"a/c.md": guide("Renamed")})
    mapped.conf += "def setup(app):\n    app.connect('html-page-context', lambda *a: 1 / 0)\n"
    mapped.build(code=2)
    mapped.conf = mapped.conf.partition("def setup")[0]
    mapped.build()
    assert snapshot(mapped.out) == clean(mapped)
