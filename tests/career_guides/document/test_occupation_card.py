"""The at-a-glance card: figures, source, position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from career_guides.document.occupation_card import at_a_glance
from career_guides.facts import wording
from career_guides.facts.csv_files import COLUMNS
from career_guides.facts.formatting import FactFormatter
from career_guides.facts.release import bundled
from tests.sites import Site
from tests.sites.pay import card, rows

if TYPE_CHECKING:
    import pytest
    from bs4 import Tag

    from career_guides.facts.occupation import Occupation


def test_card_shows_the_figures_and_their_source(pay_site: Site) -> None:
    assert pay_site.build("-n", "-W") == ""
    found = card(pay_site, "nurse/index.html")
    source = found.select_one(".at-a-glance-source").get_text()
    assert source == (
        "Source: Bureau of Work, Survey of Work, May 2025, published 15 May 2026."
        " Jobs of employees; the self-employed are not counted."
    )
    assert found.select_one(".rubric").get_text() == "At a glance: Nurses"
    assert rows(found) == {
        "Median pay": "$97,550 a year",
        "Range of pay": "One in ten earns less than $68,940, one in ten more than $137,470."
        " The middle half earns $80,330 to $112,350.",
        "Jobs": "3,300 in the United States, without the self-employed",
        "Highest pay by state": "Maine ($80,000), Ohio ($78,000), and Utah ($70,000)",
        "Most jobs by state": "Ohio (900 jobs, $78,000) and Maine (120 jobs, $80,000)",
        "Usual education": "O*NET has no estimate",
        "Reliability": "relative standard error 0.2% of the mean pay, 0.3% of the jobs",
    }


def test_figures_that_were_not_released_are_not_shown(pay_site: Site) -> None:
    pay_site.build()
    singers, dentists = (rows(part) for part in _split(card(pay_site, "singer.html")))
    assert singers["Median pay"] == "$47.80 an hour"
    assert singers["Range of pay"].startswith("One in ten earns less than $20.35, one in ten more")
    assert singers["Highest pay by state"] == "not released"
    assert singers["Usual education"] == "O*NET has no estimate"
    assert dentists["Median pay"] == "$180,000 a year"
    assert "less than $90,000, one in ten $239,200 or more." in dentists["Range of pay"]
    assert (
        dentists["Usual education"] == "Doctoral degree (named by 90.1% of those whom O*NET asked)"
    )
    card_again = card(pay_site, "singer.html")
    assert "O*NET 29.3, CC BY 4.0" in card_again.select_one(".at-a-glance-source").get_text()
    # A range without an end is no picture.
    assert len(card_again.select("svg")) == 1


def test_card_says_what_has_changed_over_the_years(pay_site: Site) -> None:
    pay_site.write({
        "facts/history.csv": ",".join(COLUMNS["history.csv"])
        + "\nMay 2023,29-1141,3000,0.3,0.2,44.00,42.00,90000,88000"
        + "\nMay 2024,29-1141,3000,0.3,0.2,46.00,44.00,98430,93600\n",
    })  # fmt: skip
    assert pay_site.build("-n", "-W") == ""
    found = card(pay_site, "nurse/index.html")
    chart = found.select_one("svg.years-chart")
    assert chart["aria-label"].startswith("Nurses: $90,000 (May 2023), $98,430 (May 2024), and")
    terms = rows(found)
    assert terms["Since May 2024"].startswith("Mean pay: up 3.0%, from $98,430 to $101,420.")
    assert "Jobs: up 10.0%, from 3,000 to 3,300." in terms["Since May 2024"]
    over_years = "$90,000 (May 2023), $98,430 (May 2024), and $101,420 (May 2025)"
    assert terms["Mean pay over the years, in current dollars"] == over_years


def test_short_card_shows_four_figures_and_the_rest_on_request(pay_site: Site) -> None:
    pay_site.write({
        "facts/history.csv": ",".join(COLUMNS["history.csv"])
        + "\nMay 2024,29-1141,3300,0.3,0.2,46.00,44.00,98430,93600\n",
        "facts/onet.csv": ",".join(COLUMNS["onet.csv"])
        + "\n29-1141,Bachelor's degree,55.9,4,,SIC,,,\n",
    })  # fmt: skip
    assert pay_site.build("-n", "-W") == ""
    found = card(pay_site, "nurse/overview.html")
    first = {term.get_text(): term.find_next_sibling("dd").get_text().strip()
             for term in found.select(":scope > dl > dt")}  # fmt: skip
    assert first == {
        "Median pay": "$97,550 a year",
        "Education": "Bachelor's degree",
        "Jobs": "3,300 in the United States, without the self-employed",
        "Change": "Pay up 3.0%, jobs unchanged since May 2024",
    }
    (more,) = found.select(":scope > details.at-a-glance-more")
    assert not more.has_attr("open")
    assert more.summary.get_text() == "More figures"
    assert {"Range of pay", "Usual education", "Reliability"} <= rows(more).keys()
    # By hand, on the page of pay, everything is shown at once.
    assert not card(pay_site, "nurse/pay.html").select("details")


def test_other_formats_show_the_whole_card(pay_site: Site) -> None:
    pay_site.build(builder="text", out="text")
    text = (pay_site.path / "text/nurse/overview.txt").read_text("utf-8")
    assert "Range of pay" in text
    assert "More figures" not in text
    pay_site.build(builder="epub", out="book")
    page = (pay_site.path / "book/nurse/overview.xhtml").read_text("utf-8")
    assert "Range of pay" in page
    assert "<details" not in page
    assert "tabindex" not in (pay_site.path / "book/nurse/index.xhtml").read_text("utf-8")


def test_card_names_the_releases_of_shares_and_titles_where_it_shows_them(pay_site: Site) -> None:
    release = pay_site.docs / "facts/release.json"
    text = release.read_text("utf-8")
    older = '"onet_levels": "O*NET 27.0, CC BY 4.0", "onet_titles": "O*NET 27.1, CC BY 4.0"'
    release.write_text(text.replace("{", f"{{{older},", 1), "utf-8")
    pay_site.write({
        "facts/onet.csv": ",".join(COLUMNS["onet.csv"])
        + "\n29-1141,Bachelor's degree,55.9,4,,SIC,0 0 0 0 44.1 55.9,2021-08,Charge Nurse"
        + "\n29-1021,Doctoral degree,90.1,5,,,,,\n",
    })  # fmt: skip
    assert pay_site.build("-n", "-W") == ""
    shares = "Shares of all levels of education: O*NET 27.0, CC BY 4.0."
    found = card(pay_site, "nurse/index.html")
    source = found.select_one(".at-a-glance-source").get_text()
    assert source.endswith(f"{shares} Job titles: O*NET 27.1, CC BY 4.0.")
    terms = rows(found)
    assert terms["Usual education"] == (
        "Associate's degree (44.1%) and Bachelor's degree (55.9%). Named as required by those whom"
        " O*NET asked, August 2021."
    )
    assert terms["Preparation"] == "considerable preparation (job zone 4 of 5)"
    other = card(pay_site, "singer.html").select_one(".at-a-glance-source").get_text()
    assert "O*NET 29.3" in other
    assert "Shares" not in other
    assert "Job titles" not in other


def _split(found: Tag) -> list[Tag]:
    """Return the card of each of its occupations, which has a list of figures and one of more."""
    import copy  # noqa: PLC0415

    parts = []
    for number in range(len(found.select(":scope > dl"))):
        part = copy.copy(found)
        for other, node in enumerate(part.select("dl")):
            if other // 2 != number:
                node.decompose()
        parts.append(part)
    return parts


def test_position_of_the_card(pay_site: Site) -> None:
    pay_site.build()
    names = [
        [
            node.name
            for node in pay_site.soup(page).select_one("article section").find_all(recursive=False)
        ]
        for page in ("nurse/index.html", "nurse/overview.html")
    ]
    assert names[0][:2] == ["h1", "aside"]  # what the page is about
    assert names[1][:3] == ["h1", "aside", "p"]  # an overview too
    day = pay_site.soup("nurse/day.html").select_one("article section")
    names = [node.name for node in day.find_all(recursive=False)]
    assert names.index("aside") > names.index("p")  # on the way to somewhere else
    pay = pay_site.soup("nurse/pay.html").select_one("article section")
    assert [node.name for node in pay.find_all(recursive=False)][:3] == ["h1", "aside", "p"]
    assert not pay_site.soup("plain.html").select("aside.at-a-glance")


def test_a_title_of_the_survey_cannot_be_markup(pay_site: Site) -> None:
    pay_site.build()
    assert "Singers <of songs>" in card(pay_site, "singer.html").select_one(".rubric").get_text()
    assert not pay_site.soup("singer.html").select("of")


def test_each_page_has_a_card_of_its_own_from_the_same_texts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    called = []
    changes = wording.changes

    def counted(formatter: FactFormatter, row: Occupation) -> str:
        called.append(row.code)
        return changes(formatter, row)

    monkeypatch.setattr(wording, "changes", counted)
    formatter = FactFormatter(bundled())
    one, other = (at_a_glance(formatter, ["27-3091"], is_short=True) for _page in range(2))
    assert called == ["27-3091"]
    assert one.pformat() == other.pformat()
    for box in (one, other):
        assert all(node in node.parent.children for node in box.findall() if node is not box)
    found = {id(node) for node in one.findall()} & {id(node) for node in other.findall()}
    assert not found
    assert "Interpreters" in one.next_node(nodes.rubric).astext()
    # Another language, or another release, has another formatter.
    at_a_glance(FactFormatter(bundled()), ["27-3091"])
    assert len(called) == 2
