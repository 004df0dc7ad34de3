"""Figures on pages: the at-a-glance card, the role ``fact``, and what an edit of one changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import FACTS, Site, guide, snapshot

if TYPE_CHECKING:
    from bs4 import Tag


@pytest.fixture
def site(site: Site) -> Site:
    site.write(FACTS)
    site.write({
        "nurse/index.md": guide(
            "Nurse", "Nurses earn {fact}`29-1141 median-pay`.\n\n```{guides}\n:career: nurse\n```",
            next="overview", occupation="29-1141", cascade="{occupation: 29-1141}",
        ),
        "nurse/overview.md": guide("What nurses do", "Some text.\n\n## A heading\n\nMore."),
        "nurse/pay.md": guide("Pay of nurses", "```{at-a-glance}\n```\n\nAfter it."),
        "singer.md": guide("Singer", "Text.", occupation='["27-2042", "29-1021"]'),
        "plain.md": guide("Plain", "Nothing here."),
    })  # fmt: skip
    return site


def card(site: Site, page: str) -> Tag:
    (found,) = site.soup(page).select("aside.at-a-glance")
    return found


def rows(card: Tag) -> dict[str, str]:
    """Return term -> what stands beside it, without the picture's key."""
    for key in card.select(".pay-figure"):
        key.decompose()
    return {
        term.get_text(): term.find_next_sibling("dd").get_text().strip()
        for term in card.select("dl > dt")
    }


def test_card_shows_the_figures_and_their_source(site: Site) -> None:
    assert site.build("-n", "-W") == ""
    found = card(site, "nurse/index.html")
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
        "Jobs": "3,300 in the United States",
        "Highest pay by state": "Maine ($80,000), Ohio ($78,000), and Utah ($70,000)",
        "Most jobs by state": "Ohio (900 jobs, $78,000) and Maine (120 jobs, $80,000)",
        "Reliability": "relative standard error 0.2% of the mean pay, 0.3% of the jobs",
    }


def test_card_has_a_picture_with_a_text(site: Site) -> None:
    site.build()
    picture = card(site, "nurse/index.html").select_one("svg.pay-chart")
    assert picture["role"] == "img"
    assert "Nurses: One in ten earns less than $68,940" in picture["aria-label"]
    assert "All occupations: One in ten earns less than $22,880" in picture["aria-label"]
    ends = [(bar["x"], bar["width"]) for bar in picture.select("rect.range")]
    top = 1.04 * 137470
    assert ends == [
        (f"{100 * low / top:.2f}%", f"{100 * (high - low) / top:.2f}%")
        for low, high in ((68940, 137470), (22880, 79040))
    ]


def test_what_was_not_released_is_not_shown(site: Site) -> None:
    site.build()
    singers, dentists = (rows(part) for part in _split(card(site, "singer.html")))
    assert singers["Median pay"] == "$47.80 an hour"
    assert singers["Range of pay"].startswith("One in ten earns less than $20.35, one in ten more")
    assert singers["Highest pay by state"] == "not released"
    assert "Usual education" not in singers
    assert dentists["Median pay"] == "$180,000 a year"
    assert "less than $90,000, one in ten $239,200 or more." in dentists["Range of pay"]
    assert (
        dentists["Usual education"] == "Doctoral degree (named by 90.1% of those whom O*NET asked)"
    )
    card_again = card(site, "singer.html")
    assert "O*NET 29.3, CC BY 4.0" in card_again.select_one(".at-a-glance-source").get_text()
    # A range without an end is no picture.
    assert len(card_again.select("svg")) == 1


def _split(found: Tag) -> list[Tag]:
    """Return the card's lists, each as a card of its own."""
    import copy  # noqa: PLC0415

    parts = []
    for number in range(len(found.select("dl"))):
        part = copy.copy(found)
        for other, node in enumerate(part.select("dl")):
            if other != number:
                node.decompose()
        parts.append(part)
    return parts


def test_card_stands_where_it_belongs(site: Site) -> None:
    site.build()
    names = [
        [
            node.name
            for node in site.soup(page).select_one("article section").find_all(recursive=False)
        ]
        for page in ("nurse/index.html", "nurse/overview.html")
    ]
    assert names[0][:2] == ["h1", "aside"]  # what the page is about
    assert names[1].index("aside") > names[1].index("section")  # on the way to somewhere else
    pay = site.soup("nurse/pay.html").select_one("article section")
    assert [node.name for node in pay.find_all(recursive=False)][:3] == ["h1", "aside", "p"]
    assert not site.soup("plain.html").select("aside.at-a-glance")


def test_figure_in_a_sentence_has_its_source(site: Site) -> None:
    site.build()
    figure = site.soup("nurse/index.html").select_one("abbr.guide-fact")
    assert figure.get_text() == "$97,550 a year"
    assert figure["title"] == (
        "Nurses, United States: median pay. Bureau of Work, Survey of Work, May 2025"
    )


def test_other_formats_show_the_figures_too(site: Site) -> None:
    assert site.build("-n", "-W", builder="text", out="text") == ""
    text = (site.path / "text/nurse/index.txt").read_text("utf-8")
    sentence = "Nurses earn $97,550 a year (Nurses, United States: median pay. Bureau of Work,"
    assert sentence in " ".join(text.split())
    assert "Median pay\n   **$97,550 a year**" in text
    assert "Source: Bureau of Work, Survey of Work, May 2025" in text
    assert "percentile, higher for" not in text
    assert site.build("-n", "-W", builder="latex", out="latex") == ""


def test_one_number_changes_the_pages_that_show_it_and_no_other(site: Site, clean) -> None:
    site.build()
    before = snapshot(site.out)
    path = site.docs / "facts/occupations.csv"
    path.write_text(path.read_text("utf-8").replace("97550", "98660"), "utf-8")
    site.build()
    after = snapshot(site.out)
    changed = {name for name in after if before.get(name) != after[name]}
    pages = {name for name in changed if name.endswith(".html")}
    assert pages == {"nurse/index.html", "nurse/overview.html", "nurse/pay.html"}
    texts = {f"{page}.md" for page in pages}
    assert texts <= changed
    index = {name for name in changed if name.startswith("_pagefind/")}
    whole = {"objects.inv", "llms-full.txt", "careers.json"}
    assert changed - pages - texts - index <= whole
    assert after == clean(site)
    assert "$98,660 a year" in site.soup("nurse/index.html").get_text()
    # Figures that a page does not show leave it alone.
    path.write_text(path.read_text("utf-8").replace("Interpreters", "Translators"), "utf-8")
    site.build()
    assert snapshot(site.out) == after


def test_mistakes_have_their_line(site: Site) -> None:
    site.write({
        "wrong.md": "---\ntitle: Wrong\noccupation:\n  - 29-1141\n  - 29-1142\n---\n\n"
        "Text {fact}`29-1141 medain-pay`.\n\n```{at-a-glance} 27-0000\n```\n",
        "none.md": guide("None", "```{at-a-glance}\n```"),
    })  # fmt: skip
    said = site.build()
    for line in (
        "docs/wrong.md:5: WARNING: 'occupation': '29-1142' is no occupation of the survey"
        " (SOC of 2018): 29-1141 Nurses [guide.value]",
        "docs/wrong.md:8: WARNING: 'fact': no figure 'medain-pay'; did you mean 'median-pay'?",
        "docs/wrong.md:10: WARNING: 'at-a-glance': '27-0000' is a group, 'Arts Occupations';",
        "docs/none.md:5: WARNING: 'at-a-glance' needs a SOC code, here or as 'occupation' above",
    ):
        assert line in said
    # The good code is shown all the same, and so is the text of the role.
    assert rows(card(site, "wrong.html"))["Median pay"] == "$97,550 a year"
    assert "Text 29-1141 medain-pay." in site.soup("wrong.html").get_text()


def test_broken_figures_are_reported_and_the_site_is_built(site: Site) -> None:
    path = site.docs / "facts/occupations.csv"
    path.write_text(path.read_text("utf-8").replace("97550", "many"), "utf-8")
    said = site.build()
    assert "docs/facts/occupations.csv:8: WARNING: expected a number, '-' or '#'" in said
    assert "[guide.syntax]" in said
    assert not site.soup("nurse/index.html").select("aside.at-a-glance")


def test_without_figures_of_its_own_a_site_has_ours(site: Site) -> None:
    for name in FACTS:
        (site.docs / name).unlink()
    (site.docs / "facts").rmdir()
    assert site.build() == ""
    assert "Registered Nurses" in card(site, "nurse/index.html").get_text()


def test_figures_may_not_come_from_outside(site: Site) -> None:
    site.conf = "guides_facts = '../../elsewhere'"
    (site.path.parent / "elsewhere").mkdir()
    site.build()
    assert "Registered Nurses" in card(site, "nurse/index.html").get_text()


def test_a_title_of_the_survey_cannot_be_markup(site: Site) -> None:
    site.build()
    assert "Singers <of songs>" in card(site, "singer.html").select_one(".rubric").get_text()
    assert not site.soup("singer.html").select("of")


def test_a_review_that_ran_out_is_shown(site: Site, clean) -> None:
    site.write({"old.md": guide("Old", last_reviewed="2025-01-31", review_in="1 month")})
    site.build("-D", "guides_today=2025-02-28")
    assert not site.soup("old.html").select(".guide-overdue")
    said = site.build("-D", "guides_today=2025-03-01")
    assert "docs/old.md:3: WARNING: the review of 2025-01-31 ran out after 1 month" in said
    notice = site.soup("old.html").select_one("h1 + .guide-overdue.admonition")
    assert "last reviewed on 31 January 2025" in notice.get_text()
    # The day is an input like any other: the same day, the same site.
    assert snapshot(site.out) == clean(site, "-D", "guides_today=2025-03-01")
    assert "1 added" not in site.log
    assert "reading sources... [100%] old" in site.log
