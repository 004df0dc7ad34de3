"""The tables of careers and of occupations."""

from __future__ import annotations

import pytest

from tests.sites import Site, snapshot
from tests.sites.four_careers import career, table, write_careers


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def test_careers_are_compared(site: Site) -> None:
    site.build("-n", "-W")
    found = table(site, "compare.html")
    assert [row[:4] for row in found] == [
        ["Dentist", "$180,000", "not released in full", "700"],
        ["Éclair singer", "$47.80 an hour", "by the hour only", "80"],
        ["Interpreter", "$60,170", "$37,070 to $103,660", "520"],
        ["Nurse", "$97,550", "$68,940 to $137,470", "3,300"],
    ]
    # No cell is empty: those without a value say why.
    assert found[0][4:] == ["Doctoral degree", "Health", "Dentists", "no chapters yet"]
    assert found[3][4:] == ["no estimate", "Health", "Nurses", "Overview Day"]
    page = site.soup("compare.html")
    first = page.select_one(".guide-table tbody tr")
    assert first.th["scope"] == "row"
    # One scale for all: the highest pay that is released ends near its right edge.
    bars = {bar.parent["aria-label"].split(":")[0]: bar for bar in page.select("rect.range")}
    assert bars.keys() == {"Interpreters", "Nurses"}
    assert bars["Nurses"]["x"] == f"{100 * 68940 / (1.04 * 137470):.2f}%"
    assert "Survey of Work" in page.select_one(".at-a-glance-source").get_text()


def test_tables_are_whole_in_other_formats(site: Site) -> None:
    assert site.build("-n", "-W", builder="text", out="text") == ""
    text = (site.path / "text/all.txt").read_text("utf-8")
    assert "| Singers <of songs>" in text
    assert "| $97,550 " in text


def test_scripts_and_room_are_on_pages_with_tables_alone(site: Site) -> None:
    site.write({"plain.md": "# No guide\n\n```{occupations}\n```\n"})
    site.build()

    def scripts(page: str) -> set[str]:
        soup = site.soup(page)
        found = soup.select("script[src]")
        names = {script["src"].split("?")[0].rpartition("/")[2]: script for script in found}
        ours = names.keys() & {"tables.js", "sortable.min.js"}
        assert all(names[name].has_attr("defer") for name in ours)
        # In the head: what comes with the table would move what is there already.
        assert bool(soup.select("head style:-soup-contains('.content')")) == bool(ours)
        return set(ours)

    for page in ("all.html", "compare.html", "plain.html"):
        assert scripts(page) == {"tables.js", "sortable.min.js"}
    assert scripts("nurse/index.html") == scripts("industry/health.html") == set()


def test_vendored_script_says_what_it_is() -> None:
    from career_guides.config import HERE  # noqa: PLC0415

    text = (HERE / "static/sortable.min.js").read_text("utf-8")
    assert text.startswith("/*! sortable-tablesort 4.1.7 | Unlicense | ")


def test_a_career_with_two_occupations_is_named_with_each(site: Site) -> None:
    site.write({
        "nurse/index.md": career("Nurse", occupation="[29-1141, 29-1021]"),
        "singer/index.md": career("Singer", occupation="27-2042"),
    })  # fmt: skip
    site.build()
    found = table(site, "compare.html")
    assert [row[0] for row in found] == [
        "Dentist", "Interpreter", "Nurse Nurses", "Nurse Dentists", "Singer",
    ]  # fmt: skip
    assert found[2][-1] == found[3][-1] == "Overview Day"
    assert found[4][5] == "no industry"
    site.build(builder="text", out="text")
    assert "Nurse (Dentists)" in (site.path / "text/compare.txt").read_text("utf-8")


def test_readers_can_filter_by_pay_and_education(site: Site) -> None:
    site.build()
    page = site.soup("compare.html")
    options = page.select("select[data-least] option")
    assert [(each["value"], each.get_text()) for each in options] == [
        ("", "All"), ("41600", "$41,600 a year or more"), ("56160", "$56,160 a year or more"),
    ]  # fmt: skip
    names = [label.contents[0].strip() for label in page.select(".guide-filter label")]
    assert names == ["Filter", "Median pay", "Usual education", "Industry"]
    facts = (site.docs / "facts/occupations.csv").read_text("utf-8")
    without = "".join(line for line in facts.splitlines(True) if not line.startswith("00-0000"))
    site.write({"facts/occupations.csv": without})
    site.build()
    assert not site.soup("compare.html").select("select[data-least]")


def marks(site: Site, page: str) -> list[str]:
    soup = site.soup(page)
    found = [tag["data-career"] for tag in soup.select("span.guide-mark")]
    found += [tag["data-guide-mark"] for tag in soup.select("a[data-guide-mark]")]
    scripts = [each for each in soup.select("script[src]") if "choose.js" in each["src"]]
    assert len(scripts) == bool(found), page
    assert all(script["data-page"].partition("#")[0] in {"", "compare.html", "../compare.html"}
               for script in scripts)  # fmt: skip
    return found


def test_careers_can_be_marked_where_a_page_compares_them(site: Site, clean) -> None:
    site.write({"cards.md": career("Cards").replace("Some text.", "```{guides}\n```")})
    site.build()
    everybody = ["dentist", "interpreter", "nurse", "singer"]
    for page in ("compare.html", "index.html", "cards.html"):
        assert sorted(marks(site, page)) == everybody, page
    assert sorted(marks(site, "all.html")) == everybody
    assert marks(site, "industry/health.html") == ["dentist", "nurse"]
    assert marks(site, "nurse/index.html") == []
    assert marks(site, "nurse/overview.html") == ["dentist", "interpreter"]  # related guides
    # A career without an occupation has no figures to compare.
    site.write({"dentist/index.md": career("Dentist", industry="Health")})
    site.build()
    assert marks(site, "industry/health.html") == ["nurse"]
    assert snapshot(site.out) == clean(site)
    # And nobody can mark anything without a page that compares.
    site.write({"compare.md": career("Compare"), "text.md": '# Text\n\n`class="guide-mark"`\n'})
    site.build()
    for page in ("index.html", "cards.html", "all.html", "industry/health.html", "text.html"):
        assert marks(site, page) == [], page
    assert snapshot(site.out) == clean(site)


def test_books_and_single_pages_have_no_marks(site: Site) -> None:
    for builder in ("singlehtml", "epub"):
        site.build(builder=builder, out=builder)
        pages = [*(site.path / builder).glob("*.*html")]
        assert pages
        assert not any("guide-mark" in page.read_text("utf-8") for page in pages)


def test_pages_lead_to_the_comparison_as_folders(site: Site) -> None:
    site.build(builder="dirhtml")
    for page, address in {
        "compare/index.html": "#", "all/index.html": "../compare/", "index.html": "compare/",
        "industry/health/index.html": "../../compare/",
    }.items():  # fmt: skip
        (script,) = site.soup(page).select("script[data-page]")
        assert script["data-page"] == address, page
