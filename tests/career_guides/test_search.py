"""Search by Pagefind: what is in the index, when it is made, and what pages say to it."""

from __future__ import annotations

import gzip
import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from career_guides.facts.formatting import Words
from career_guides.facts.release import Facts, Occupation, Pay
from career_guides.listings.facets import pay_band
from sphinx_pagefind.bundle import serve
from sphinx_pagefind.file_format import decode
from sphinx_pagefind.pagefind_output import Output
from sphinx_pagefind.run import make
from sphinx_pagefind.store import Index
from tests.bench.prose import Prose
from tests.conftest import FACTS, LOGO, Site, guide, snapshot, without_pagefind

if TYPE_CHECKING:
    from pathlib import Path


def index(site: Site, out: str = "out") -> dict[str, dict[str, Any]]:
    """Return what the index holds of each page, by its address."""
    found = {}
    for file in (site.path / out / "_pagefind/fragment").iterdir():
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"]] = page
    return found


def pagefind(out: Path) -> dict[str, str]:
    return {path: sha for path, sha in snapshot(out).items() if path.startswith("_pagefind/")}


@pytest.fixture
def careers(site: Site) -> Site:
    site.write(
        {
            **FACTS,
            "nurse/index.md": guide(
                "'Nurses & <b>carers</b> [x, y]: a'", "Landing.", occupation='"29-1141"',
                industry="Health",
                cascade='{industry: Health, occupation: "29-1141"}', next="day",
            ),
            "nurse/day.md": guide(
                "A day", "A patient rings. {guide}`/singer/index`.\n\n![](/images/one.svg)",
                description="'Early \"shifts\", mostly.'", tags="[Nights, health care]",
                figure="{image: /images/one.svg, alt: A ward, caption: The ward}",
                sources="[A drowsy almanac]",
            ),
            "singer/index.md": guide("Singer", "Sings.", occupation='"27-2042"'),
            "plain.md": "# Plain *page*\n\nNo guide, yet here.\n",
            "hidden.md": guide("Hidden", "Not to be found.", **{"no-search": "true"}),
            "images/one.svg": LOGO,
        }
    )  # fmt: skip
    return site


def test_a_page_is_found_with_what_its_author_wrote(careers: Site) -> None:
    assert careers.build() == ""
    page = index(careers)["/nurse/day.html"]
    assert page["meta"] == {
        "image": "",  # the page's first picture would be searched by the words of its path
        "title": "A day",
        "career": "Nurses & <b>carers</b> [x, y]: a",
        "description": 'Early "shifts", mostly.',
    }
    assert page["filters"] == {
        "image": ["_images/images.one.svg"],
        "industry": ["Health"],
        "topic": ["Nights", "health care"],
        "career": ["Nurses & <b>carers</b> [x, y]: a"],
        "chapter": ["Day"],
        "pay": ["$80,000 to $99,999"],
    }
    assert "A patient rings. Singer." in page["content"]


def test_what_is_no_content_is_not_searched(careers: Site) -> None:
    careers.write({"nurse/late.md": guide("Late", "x", aliases="[/old/late]", draft="true"),
                   "singer/old.md": guide("Old", "y", aliases="[/former]")})  # fmt: skip
    careers.build()
    assert sorted(index(careers)) == [
        "/index.html", "/nurse/day.html", "/nurse/index.html", "/plain.html",
        "/singer/index.html", "/singer/old.html",
    ]  # fmt: skip
    for page in index(careers).values():
        for word in ("almanac", "Mentioned in", "\N{PILCROW SIGN}", "svg", "Previous"):
            assert word not in page["content"]
    assert index(careers)["/plain.html"]["meta"]["title"] == "Plain page"


def test_addresses_are_the_builders(careers: Site) -> None:
    careers.write({"singer/été 100% c#?.md": guide("Odd", "z")})
    careers.build(builder="dirhtml", out="dir")
    assert "/nurse/day/" in index(careers, "dir")
    assert "/singer/été 100% c#?/" in index(careers, "dir")  # escaped where it becomes a link


@pytest.mark.parametrize("name", ["hourly", "top", "none", 39_999.0, 40_000.0, 99_999.0, 1e5])
def test_bands_of_pay(name: str | float) -> None:
    def pay(median: float | str) -> Pay:
        return Pay(median, median, median, median, median, median)

    bands = {
        "hourly": ("-", 50.0, "Paid by the hour"),
        "top": ("#", "#", "$100,000 and more"),
        "none": ("-", "-", ""),
        39_999.0: (39_999.0, 20.0, "Less than $40,000"),
        40_000.0: (40_000.0, 20.0, "$40,000 to $59,999"),
        99_999.0: (99_999.0, 48.0, "$80,000 to $99,999"),
        1e5: (1e5, 48.0, "$100,000 and more"),
    }
    annual, hourly, band = bands[name]
    row = Occupation("11-1111", "detailed", "X", 1, 1, 1, pay(hourly), pay(annual))
    assert pay_band(row, Words(Facts())) == band


def test_the_index_is_the_same_for_the_same_pages(careers: Site, clean) -> None:
    careers.build()
    assert clean(careers) == snapshot(careers.out)
    entry = json.loads((careers.out / "_pagefind/pagefind-entry.json").read_text())
    assert entry["languages"]["en"]["page_count"] == 5


def test_only_what_changed_of_the_index_is_written(careers: Site, clean) -> None:
    careers.build()
    before = {file: file.stat().st_mtime_ns for file in (careers.out / "_pagefind").rglob("*")}
    careers.build()
    assert before == {file: file.stat().st_mtime_ns for file in before}
    old = pagefind(careers.out)
    careers.write({"nurse/day.md": guide("A night", "A patient sleeps.", tags="[Nights]")})
    (careers.docs / "plain.md").unlink()
    careers.build()
    assert snapshot(careers.out) == clean(careers)
    assert "sleeps" in index(careers)["/nurse/day.html"]["content"]
    assert "/plain.html" not in index(careers)
    new = pagefind(careers.out)
    kept = [path for path in old if old[path] == new.get(path)]
    assert len([path for path in kept if "/fragment/" in path]) == 3
    for file, written in before.items():
        if file.relative_to(careers.out).as_posix() in kept:
            assert file.stat().st_mtime_ns == written


def test_what_others_change_reaches_the_index(careers: Site, clean) -> None:
    careers.build()
    careers.write({name: text.replace("97550", "59000") for name, text in FACTS.items()})
    careers.build()
    assert index(careers)["/nurse/day.html"]["filters"]["pay"] == ["$40,000 to $59,999"]
    careers.write({"a/first.md": guide("First", "To write it so.", tags="[NIGHTS]")})
    careers.build()
    assert index(careers)["/nurse/day.html"]["filters"]["topic"] == ["NIGHTS", "health care"]
    text = (careers.docs / "nurse/index.md").read_text()
    careers.write({"nurse/index.md": text.replace("Nurses & <b>carers</b> [x, y]: a", "Nurse")})
    careers.build()
    assert index(careers)["/nurse/day.html"]["filters"]["career"] == ["Nurse"]
    assert snapshot(careers.out) == clean(careers)


def test_sphinxs_search_by_one_setting_and_back(careers: Site, clean) -> None:
    careers.build()
    assert not (careers.out / "searchindex.js").exists()
    careers.conf = 'guides_search = "sphinx"\n'
    careers.build()
    made = snapshot(careers.out)
    assert not pagefind(careers.out)
    assert {"searchindex.js", "search.html"} <= made.keys()
    page = (careers.out / "search.html").read_text()
    assert "searchtools.js" in page
    assert "guide-search" not in (careers.out / "nurse/day.html").read_text().partition("<body")[2]
    assert "data-pagefind" not in (careers.out / "nurse/day.html").read_text()
    careers.conf = ""
    careers.build()
    (careers.out / ".buildinfo.bak").unlink()
    assert snapshot(careers.out) == clean(careers)


def test_without_the_binary_it_is_said_once_and_nothing_stale_is_served(
    careers: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careers.build()
    without_pagefind(tmp_path, monkeypatch, "no such binary")
    careers.write({"singer/index.md": guide("Singer", "Hums.")})
    assert careers.build() == (
        "WARNING: the site cannot be searched, Pagefind does not run: no such binary; install"
        " 'pagefind[bin]', or set guides_search = 'sphinx' [guide.search]\n"
    )
    assert not (careers.out / "_pagefind").exists()
    monkeypatch.undo()
    assert careers.build() == ""  # the next build that can makes it
    assert "Hums." in index(careers)["/singer/index.html"]["content"]


def test_the_page_that_searches_leads_on_without_javascript(careers: Site) -> None:
    careers.build()
    page = careers.soup("search.html")
    assert page.h1.text == "Search"
    assert page.title.text == "Search - Acme Careers"
    assert page.noscript.a["href"] == "index.html"  # no page of all careers here
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    names = [select["name"] for select in page.select("form select")]
    assert names == ["industry", "career", "chapter", "topic", "pay"]
    careers.write({"a-z.md": guide("From A to Z", "```{a-z}\n```")})
    careers.build()
    way = careers.soup("search.html").noscript.a
    assert (way["href"], way.text) == ("a-z.html", "From A to Z")
    script = careers.soup("nurse/day.html").select_one("script[src*=guide-search]")
    assert (script["data-instead"], script["data-title"]) == ("a-z.html", "From A to Z")


def test_the_page_to_fall_back_on_is_a_setting(careers: Site, clean) -> None:
    careers.conf = 'guides_search_fallback = "/singer/index"\n'
    careers.build()
    careers.write({"singer/index.md": guide("Singers", "Sing.")})
    careers.build()
    assert careers.soup("search.html").noscript.a.text == "Singers"
    assert snapshot(careers.out) == clean(careers)


@pytest.mark.parametrize("theme", ["alabaster", "basic"])
def test_other_themes_search_too(careers: Site, theme: str) -> None:
    careers.conf = f'html_theme = "{theme}"\n'
    assert careers.build() == ""
    assert "/nurse/day.html" in index(careers)
    page = careers.soup("search.html")
    assert page.select_one(".guide-search-page form[role=search]")
    assert "Search" in [tag.text for tag in page.select("h1")]
    assert not page.select("script[src*=searchtools]")
    assert careers.soup("nurse/day.html").select_one("form[action$='search.html'] [name=q]")


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text"])
def test_other_builders_have_no_search(careers: Site, builder: str) -> None:
    careers.conf = 'epub_show_urls = "no"\nversion = "1"\n'
    assert "search" not in careers.build(builder=builder, out=builder)
    assert not (careers.path / builder / "_pagefind").exists()


def test_a_language_of_its_own(careers: Site) -> None:
    careers.conf = 'language = "pt_BR"\n'
    careers.build()
    assert [file.name for file in careers.out.glob("_pagefind/wasm.*")] == ["wasm.pt-br.pagefind"]


def test_a_site_of_hidden_pages_has_no_index(site: Site) -> None:
    site.write({"index.md": guide("Home", **{"no-search": "true"})})
    assert site.build() == ""
    assert not (site.out / "_pagefind").exists()


def test_a_search_that_there_is_not_is_an_error(site: Site) -> None:
    site.conf = 'guides_search = "google"\n'
    said = site.build(code=2)
    assert "guides_search: expected 'pagefind' or 'sphinx', got 'google'" in said


def test_the_page_that_searches_is_left_alone_until_something_changes(careers: Site) -> None:
    careers.conf = "import build_cache.stamps\nbuild_cache.stamps.MOMENT = 0\n"
    careers.build()
    page = careers.out / "search.html"
    text, written = page.read_text(), page.stat().st_mtime_ns
    careers.build()
    assert page.stat().st_mtime_ns == written
    page.unlink()
    careers.build()
    assert page.read_text() == text
    careers.write({"singer/index.md": guide("Singer", "Sings.", tags="[stage]")})
    careers.build()
    assert page.stat().st_mtime_ns != written


def test_a_first_query_on_ten_thousand_pages_loads_at_most_200_kb(tmp_path: Path) -> None:
    prose = Prose(Random(1))
    for number in range(10_000):
        if number % 4 == 0:
            prose.terms = [f"{prose['n']}{prose['n']}" for _ in range(12)]
        text = f"<html lang=en><title>x</title><h1>{prose['n']}</h1>\n<p>{prose.paragraph(40)}"
        (tmp_path / f"{number}.html").write_text(text)
    index, output = Index(":memory:"), Output(make(tmp_path, ["--force-language", "en"]))
    index.fill(output)
    files, _paths = serve(index, output)

    def largest(folder: str, number: int) -> int:
        sizes = sorted(len(data) for path, data in files.items() if path.startswith(folder))
        return sum(sizes[-number:])

    assert len([path for path in files if path.startswith("fragment/")]) == 10_000
    always = sum(len(data) for path, data in files.items() if "/" not in path)
    # Hosts compress the script; the rest is compressed as it is.
    always += len(gzip.compress(files["pagefind.js"])) - len(files["pagefind.js"])
    # The most frequent word of all, and what five results show.
    assert always + largest("index/", 1) + largest("fragment/", 5) < 200_000

    # Pagefind finds the part of a word by these.
    name = next(path for path in files if path.endswith(".pf_meta"))
    _number, _pages, parts, *_rest = decode(files[name])
    assert len(parts) > 100
    found: dict[str, Any] = {}
    for start, end, part in parts:
        words = {word: pages for word, pages, *_ in decode(files[f"index/{part}.pf_index"])[0]}
        assert max(found, default="") < start <= min(words)
        assert [*sorted(words), end] == [*words, max(words)]
        found |= words
    # Of a word on every page the first places are kept, of others all.
    assert len(found["the"]) > 7_000
    assert all(len([place for place in page[1] if place >= 0]) == 1 for page in found["the"])
    assert max(len(page[1]) for pages in found.values() if len(pages) < 99 for page in pages) > 2
