"""What guides have for the search by Pagefind, and what comes of it in the index."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from typing import TYPE_CHECKING

import pytest

from career_guides.search_terms import synonyms, topics
from sphinx_pagefind.run import has_extended
from tests.sites import CONF, ROOT, Site, guide, snapshot
from tests.sites.searched import index, terms, write_searched_pages

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture
def careers(site: Site) -> Site:
    write_searched_pages(site)
    return site


def test_a_page_is_found_with_what_its_author_wrote(careers: Site) -> None:
    assert careers.build() == ""
    page = index(careers)["/nurse/day.html"]
    assert page["meta"] == {
        "image": "",  # the page's first picture would be searched by the words of its path
        "title": "A day",
        "career": "Nurses & <b>carers</b> [x, y]: a",
        "description": 'Early "shifts", mostly.',
        "also": "Nurses & <b>carers</b> [x, y]: a",
        "topic": "_day_",
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


def test_a_search_that_there_is_not_is_an_error(site: Site) -> None:
    site.conf = 'guides_search = "google"\n'
    said = site.build(code=2)
    assert "guides_search: expected 'pagefind' or 'sphinx', got 'google'" in said


@pytest.mark.parametrize("builder", ["html", "text"])
@pytest.mark.parametrize("search", ["pagefind", "sphinx"])
def test_without_the_folder_of_sphinx_pagefind(
    site: Site, tmp_path: Path, search: str, builder: str
) -> None:
    # The packages that are installed by a path, such as ours, are not found.
    code = tmp_path / "code"
    shutil.copytree(
        ROOT / "extensions", code, ignore=shutil.ignore_patterns("sphinx_pagefind", "__pycache__")
    )
    (site.path / "conf.py").write_text(CONF.format(conf=f"guides_search = {search!r}", more=""))
    paths = [str(code), sysconfig.get_path("purelib")]
    start = f"""
import sys
sys.path[:0] = {paths!r}
from sphinx.cmd.build import main
sys.exit(main(["-q", "-c", ".", "-b", {builder!r}, "-d", "doctrees", "docs", "out"]))
"""
    run = [sys.executable, "-I", "-S", "-c", start]
    env = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(run, cwd=site.path, env=env, capture_output=True, text=True, timeout=120)
    message = (
        "WARNING: Sphinx's own search is used: there is no package 'sphinx_pagefind'; put its"
        " folder beside that of 'career_guides', or set guides_search = 'sphinx' [guide.search]\n"
    )
    expected = message if (search, builder) == ("pagefind", "html") else ""
    assert (done.returncode, done.stderr) == (0, expected)
    assert (site.out / "searchindex.js").is_file() == (builder == "html")
    assert not (site.out / "_pagefind").exists()


def test_other_names_lead_to_the_overview(careers: Site) -> None:
    careers.write({
        "nurse/index.md": guide("Nurse", also="[RN]"),
        "nurse/overview.md": guide("What nurses do"),
    })  # fmt: skip
    careers.build()
    pages = index(careers)
    assert pages["/nurse/overview.html"]["meta"]["name"] == "Nurse, RN"
    assert "name" not in pages["/nurse/index.html"]["meta"]
    assert pages["/nurse/day.html"]["meta"]["also"] == "Nurse, RN"
    words = terms(careers)
    assert words["topics"]["day"] == "_day_"
    assert words["synonyms"]["salary"] == "pay"
    names = json.loads((careers.out / "_pagefind/names.json").read_text("utf-8"))
    assert {"Nurse", "RN", "Singer", "Nights"} <= {*names}


def test_words_of_names_and_of_the_project_replace_synonyms(careers: Site, clean) -> None:
    careers.build()
    careers.conf = 'guides_search_synonyms = {"tips": "pay"}\n'
    careers.write({"teacher/index.md": guide("School teacher", also="[Money master, Growth]")})
    careers.build()
    words = terms(careers)
    # A word of a name is left as it is beside its neighbour there, a name always.
    kept = ("school teacher", "money master")
    assert [words["synonyms"][name] for name in kept] == [*kept]
    assert words["synonyms"]["school"] == "~learning"
    assert "growth" not in words["synonyms"]
    assert (words["synonyms"]["tips"], words["synonyms"]["college"]) == ("pay", "learning")
    (careers.out / ".buildinfo.bak").unlink(missing_ok=True)
    assert snapshot(careers.out) == clean(careers)


def test_pages_can_be_left_out(careers: Site) -> None:
    careers.conf = 'guides_search_exclude = {"singer": "For singers", "plain": "Plain"}\n'
    careers.build()
    pages = index(careers)
    assert pages["/singer/index.html"]["filters"]["part"] == ["For singers"]
    assert "part" not in pages["/nurse/index.html"]["filters"]
    words = terms(careers)
    assert words["excluded"] == {"part": ["For singers", "Plain"]}
    select = careers.soup("search.html").select_one("select[name=part]")
    assert select.option.text == "Left out"


def test_words_that_pagefind_does_not_separate_are_a_message(careers: Site) -> None:
    careers.write({"ja/index.md": guide("Nurse", cascade="{lang: ja}", lang="ja"),
                   "ja/day.md": guide("Day")})  # fmt: skip
    said = careers.build()
    assert index(careers).keys() == {
        "/index.html", "/nurse/day.html", "/nurse/index.html", "/plain.html", "/singer/index.html",
    }  # fmt: skip
    assert careers.soup("ja/day.html").html["lang"] == "ja"
    if not has_extended():
        assert said == (
            "WARNING: the search finds only whole phrases in Japanese, whose words Pagefind does"
            " not separate; install 'career-guides[search-cjk]' [guide.search]\n"
        )
        assert careers.build() == said


def test_topics_are_in_the_order_of_precedence() -> None:
    """Becoming something says least about what is wanted."""
    assert [*topics(["start", "pay", "ethics", "learning", "pay", "day"])] == [
        "pay", "day", "learning", "ethics", "start",
    ]  # fmt: skip
    assert synonyms("en_GB", [])["what do * make"] == "* pay"
    assert synonyms("en", [])["will * replace *"] == "- * ~pay"
    assert synonyms("en", [])["asthma"].startswith("asthma ~~challenges/")
    assert synonyms("fr", ["Infirmier de nuit"]) == {}
    assert synonyms("fr", ["Infirmier de nuit"], ["de"]) == {
        "infirmier de": "infirmier de", "de nuit": "de nuit",
    }  # fmt: skip


def test_a_career_is_found_by_its_groups_and_a_list_by_its_other_names(careers: Site) -> None:
    careers.write({"quiz.md": guide("Find yours", also="[Career quiz]")})
    careers.build()
    pages = index(careers)
    assert pages["/nurse/index.html"]["meta"]["groups"] == "Health"
    assert "groups" not in pages["/nurse/day.html"]["meta"]
    quiz = pages["/quiz.html"]["meta"]
    assert (quiz["topic"], quiz["alias"]) == ("#general #quiz", "Career quiz")
    words = terms(careers)
    assert (words["general"], words["grouping"]) == ("#general", ["groups"])


def test_the_order_of_names_makes_no_difference() -> None:
    """A set has another order in each process."""
    names = ["School Nurse", "School", "Nurse School", "school teacher", "Pay Clerk"]
    found = [[*synonyms("en", order).items()] for order in (names, names[::-1], set(names))]
    assert found[0] == found[1] == found[2]
