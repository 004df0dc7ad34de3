"""What was seen to go wrong on phones and wide screens: text that is cut, covered or displaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import WIDE
from tests.browser.helpers.search import HITS, SEARCH

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
FOUR = "compare.html#careers=nurse,chef,liaison,welder"


def test_a_line_of_breadcrumbs_begins_with_a_name(visit: Visit) -> None:
    page = visit("liaison/pay.html", width=360)
    links = page.locator(".breadcrumbs a")
    tops = [link.bounding_box()["y"] for link in links.all()]
    assert len(set(tops)) == 2  # they need two lines
    starts = {tops.index(top) for top in tops}
    left = page.locator(".breadcrumbs ol").bounding_box()["x"]
    assert {links.nth(number).bounding_box()["x"] for number in starts} == {left}


@pytest.mark.parametrize(("width", "most"), [(360, 0.3), (1440, 0.45)])
def test_a_mark_leaves_the_picture_of_a_small_card_visible(
    visit: Visit, width: int, most: float
) -> None:
    page = visit("index.html", width=width)
    button = page.get_by_role("button", name="Compare: Nurse").first
    picture = page.locator(".guide-card img").first.bounding_box()
    assert 24 <= button.bounding_box()["width"] <= most * picture["width"]


def test_lines_of_a_result_begin_below_each_other(visit: Visit) -> None:
    page = visit(f"{SEARCH}?q=night", width=360)
    page.locator(HITS).first.wait_for()
    lines = page.locator(f"{HITS} p").evaluate_all(
        """paragraphs => paragraphs.map(paragraph => {
            const range = document.createRange()
            range.selectNodeContents(paragraph)
            const boxes = [...range.getClientRects()].filter(box => box.width > 1)
            const lines = Map.groupBy(boxes, box => Math.round(box.bottom / 8))
            return [...lines.values()].map(line => Math.round(Math.min(...line.map(b => b.x))))
        })"""
    )
    assert any(len(starts) > 2 for starts in lines)
    assert all(len(set(starts)) == 1 for starts in lines)


def test_the_picture_above_the_card_fills_its_frame(visit: Visit) -> None:
    page = visit("nurse/overview.html")
    picture = page.locator(".figure-card img").first
    frame = page.locator(".figure-card").first.bounding_box()
    assert picture.bounding_box()["width"] >= frame["width"] - 2
    page.set_viewport_size({"width": 1440, "height": 900})
    box = picture.bounding_box()
    assert box["width"] / box["height"] == pytest.approx(16 / 9, abs=0.01)
    for term in page.locator(".at-a-glance-short > dl > dd").all():
        below = term.bounding_box()
        assert below["y"] + below["height"] < 900


def test_words_in_the_first_column_are_whole(visit: Visit) -> None:
    page = visit("occupations.html", width=360)
    broken = page.locator(".guide-table tbody th").evaluate_all(
        """heads => heads.filter(head => head.offsetHeight).flatMap(head => {
            const text = head.firstChild, range = document.createRange()
            return [...text.data.matchAll(/[^\\s-]+/g)].filter(word => {
                range.setStart(text, word.index)
                range.setEnd(text, word.index + word[0].length)
                return range.getClientRects().length > 1
            }).map(String)
        })"""
    )
    assert broken == []


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_shared_comparison_is_in_the_first_screen_of_a_phone(visit: Visit, motion: str) -> None:
    page = visit(FOUR, width=360, reduced_motion=motion)
    page.wait_for_timeout(500)  # as long as a page that scrolls smoothly may take
    header = page.locator(".mobile-header").bounding_box()
    heading = page.get_by_role("heading", name="Side by side").bounding_box()
    bar = page.get_by_role("region", name="Careers to compare").bounding_box()
    pay = page.locator(".guide-beside").get_by_text("$97,550").bounding_box()
    assert header["y"] + header["height"] <= heading["y"] < pay["y"] < bar["y"] - 100
    assert bar["height"] <= 800 / 6


def test_cards_of_two_occupations_are_apart(visit: Visit) -> None:
    page = visit("liaison/pay.html", width=360)
    more = page.locator(".at-a-glance-more").first.bounding_box()
    title = page.locator(".at-a-glance .rubric").nth(1)
    text = title.evaluate(
        "title => { const r = document.createRange(); r.selectNodeContents(title);"
        " return r.getBoundingClientRect().top }"
    )
    assert text - more["y"] - more["height"] >= 24


def test_long_terms_of_the_card_leave_room_for_their_texts(visit: Visit) -> None:
    page = visit("nurse/overview.html", width=360)
    terms = page.locator(".at-a-glance-short > dl")
    terms.locator("dt").first.evaluate("dt => { dt.textContent = 'Mittlere Bezahlung (Median)' }")
    text = terms.locator("dd").first.bounding_box()
    assert text["width"] > terms.bounding_box()["width"] / 2
    assert text["height"] < 40  # the pay is on one line


@pytest.mark.parametrize("path", ["a-z.html", "occupations.html"])
def test_more_letters_are_announced(visit: Visit, path: str) -> None:
    letters = visit(path, width=360).locator(".guide-letters")
    style = "letters => getComputedStyle(letters).backgroundImage"
    assert letters.evaluate("letters => letters.scrollWidth > letters.clientWidth")
    assert letters.evaluate(style).count("gradient") == 4


def test_the_search_page_ends_as_other_pages_do(visit: Visit) -> None:
    page = visit(SEARCH)
    assert page.locator("footer.site-footer").get_by_role("link", name="Compare careers").count()


def test_a_button_in_a_sentence_looks_like_a_link(visit: Visit) -> None:
    page = visit("index.html")
    page.locator("article [name=q]").fill("how much does a nurse earn")
    button = page.locator(".guide-search-change:visible").first
    button.wait_for()
    assert button.bounding_box()["height"] < 30
    style = "button => getComputedStyle(button)"
    assert button.evaluate(f"{style}.backgroundColor") == "rgba(0, 0, 0, 0)"
    assert button.evaluate(f"{style}.textDecorationLine") == "underline"


def test_rows_of_a_table_with_four_columns_are_low_on_a_phone(visit: Visit) -> None:
    page = visit("chef/overview.html", width=360)
    rows = page.locator("table.docutils tbody tr").all()
    assert rows
    assert max(row.bounding_box()["height"] for row in rows) < 100  # four lines


def below(page: Page, above: str, part: str) -> float:
    """Return the space between two parts of a page."""
    first, second = (page.locator(name).first.bounding_box() for name in (above, part))
    return second["y"] - first["y"] - first["height"]


@pytest.mark.parametrize("width", [360, 1440])
def test_lines_below_cards_and_tables_are_apart_from_what_follows(visit: Visit, width: int) -> None:
    page = visit("nurse/pay.html", width=width)
    assert below(page, ".chapter-nav", ".guide-terms") >= 24  # nothing mentions this page
    page = visit("liaison/pay.html", width=width)
    assert below(page, "article .at-a-glance-source", ".at-a-glance-source + *") >= 16


def test_the_number_of_chapters_is_not_alone_on_a_line(visit: Visit) -> None:
    page = visit("security-analyst/pay.html", width=360)
    place = page.locator(".guide-place > span").nth(1)
    assert place.bounding_box()["height"] < 30


@pytest.mark.parametrize("width", [768, 1440])
def test_pay_is_on_one_line(visit: Visit, width: int) -> None:
    page = visit("liaison/index.html", width=width)
    for pay in page.locator(".at-a-glance-short dd strong").all():
        assert pay.bounding_box()["height"] < 30
    summary = page.locator(".at-a-glance-more").first
    summary.locator("summary").click()
    size = "e => getComputedStyle(e).fontSize"
    terms = page.locator(".at-a-glance-short > dl dd").nth(1)
    assert summary.locator("dd").first.evaluate(size) == terms.evaluate(size)


def test_forced_colours_leave_buttons_their_edges(visit: Visit) -> None:
    page = visit(FOUR, width=360, forced_colors="active")
    border = "e => getComputedStyle(e).borderTopStyle"
    for button in page.locator(".guide-choice > :is(a, button)").all():
        assert button.evaluate(border) == "solid"


def test_the_first_figure_of_a_table_is_whole_on_a_phone(visit: Visit) -> None:
    page = visit("occupations.html", width=360)
    # As in a language with long words for "an hour".
    page.evaluate("document.querySelectorAll('col')[1].style.setProperty('--wide', 22)")
    frame = page.locator(".guide-table").bounding_box()
    cell = page.locator(".guide-table tbody td").first.bounding_box()
    assert cell["x"] + cell["width"] <= frame["x"] + frame["width"] + 1


LONG_WORDS = """parts => {
    const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'
    for (const text of document.querySelectorAll(parts)) {
        const node = [...text.childNodes].find(n => n.nodeType === 3 && n.data.trim())
        if (node) node.data = word
    }
}"""


@pytest.mark.parametrize(
    "path", ["index.html", "nurse/overview.html", "a-z.html", "find.html#people=people"]
)
def test_long_words_make_no_page_wider_than_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, width=360)
    page.wait_for_timeout(300)
    parts = "h1, h2, dt, dd p, article li a, .breadcrumbs a, .guide-place > *, .chapter-nav span, "
    parts += "legend, label, figcaption p, .guide-card-title, .guide-terms a, .site-footer a"
    page.evaluate(LONG_WORDS, parts)
    assert page.evaluate(WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
