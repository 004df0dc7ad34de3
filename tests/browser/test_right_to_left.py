"""A site in Hebrew, which is laid out from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from career_guides.facts.formatting import FactFormatter
from career_guides.facts.release import Facts
from tests.browser.helpers.pages import WIDE, findings
from tests.browser.helpers.server import BELOW, serve
from tests.sites import FACTS, ROOT, Site, guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
PICTURE = (ROOT / "docs/images/home.svg").read_text("utf-8")
TEXT = "אחיות מטפלות בחולים בבית החולים ובקהילה, ביום ובלילה, ומלמדות אותם לשמור על בריאותם."

HEBREW = {
    **FACTS,
    "images/a.svg": PICTURE,
    "index.md": guide("קריירות", "```{guides}\n```\n\n```{a-z}\n```", include_footer="true"),
    "compare.md": guide("השוואה", "```{compare}\n```"),
    "nurse/index.md": guide(
        "אחות", f"{TEXT}\n\n```{{guides}}\n:career: nurse\n```", next="overview",
        cascade="{sidebar: true, include_footer: true, industry: בריאות}", occupation="29-1141",
        description=TEXT, aliases="[/old/nurse, /older]",
    ),
    "nurse/overview.md": guide(
        "מה אחות עושה", f"{TEXT}\n\n## כותרת ראשונה\n\n{TEXT}\n\n- {TEXT}\n\n1. {TEXT}\n\n"
        f"> {TEXT}\n\n:::{{note}}\n{TEXT}\n:::\n\n```python\nprint(1)\n```\n\n"
        f"### כותרת שנייה\n\n{TEXT}",
        subtitle=TEXT, description=TEXT, next="day",
        figure=f"{{image: /images/a.svg, alt: תמונה, caption: {TEXT}, credit: דנה}}",
        sources="[{title: מקור, url: 'https://example.org/s'}]",
    ),
    "nurse/day.md": guide("יום", TEXT, aliases="[/old/day.html]"),
}  # fmt: skip

OVERVIEW = "nurse/overview.html"

PAGES = (
    "index.html",
    "compare.html",
    "nurse/index.html",
    OVERVIEW,
    "nurse/day.html",
    "search.html",
)


@pytest.fixture(scope="module")
def hebrew(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site in Hebrew."""
    site = Site(tmp_path_factory.mktemp("hebrew"))
    site.conf = (
        'language = "he"\nguides_navbar = [{"url": "/index"}, {"url": "/compare"}]\n'
        'guides_footer = {"text": "כותרת תחתונה", "columns": [{"title": "עמודה", "links": '
        '[{"url": "/index"}]}]}\n'
        'html_theme_options = {"light_css_variables": {"color-brand-primary": "#1d5f63"}}\n'
    )
    site.write(HEBREW)
    site.build()
    with serve(site.out) as address:
        yield address


def left(page: Page, selector: str) -> float:
    """Return how far the first of these is from the left of the window."""
    return page.locator(selector).first.bounding_box()["x"]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_hebrew_pages_are_accessible(visit: Visit, hebrew: str, width: int, scheme: str) -> None:
    page = visit(f"{hebrew}/index.html", width=width, scheme=scheme)
    for path in PAGES:
        page.goto(f"{hebrew}/{path}")
        assert findings(page) == [], path
        assert page.evaluate(WIDE) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") == width, path


def test_hebrew_is_laid_out_from_right_to_left(visit: Visit, hebrew: str) -> None:
    page = visit(f"{hebrew}/{OVERVIEW}")
    assert left(page, ".toc-drawer") < left(page, "article") < left(page, ".sidebar-drawer")
    # The line at the current guide, bullets, the bar of a quotation, where lines start.
    sides = page.evaluate(
        """() => {
            const of = (part, ...keys) => {
                const style = getComputedStyle(document.querySelector(part))
                return keys.map(key => style[key])
            }
            return {
                current: of('.guide-nav [aria-current]', 'borderRightWidth', 'borderLeftWidth'),
                list: of('article ul', 'paddingLeft'),
                quote: of('blockquote', 'borderLeftWidth', 'borderRightWidth'),
                note: of('.admonition', 'borderLeftWidth'),
                code: of('pre', 'direction', 'textAlign'),
                text: of('article p', 'direction'),
            }
        }"""
    )
    assert sides["current"] == ["3px", "0px"]
    assert sides["list"] == ["0px"]
    assert sides["quote"] == ["0px", "4px"]
    assert sides["note"] == ["0px"]
    assert sides["code"] == ["ltr", "left"]
    assert sides["text"] == ["rtl"]
    # A line of text ends at the left and starts at the right edge of its column.
    box = page.locator("article").bounding_box()
    start = page.evaluate(
        """() => {
            const range = document.createRange()
            range.selectNodeContents(document.querySelector('article h1').firstChild)
            return range.getBoundingClientRect().right
        }"""
    )
    assert abs(start - (box["x"] + box["width"])) < 20
    # The way on leads to the left, the way back to the right.
    card = page.locator(".next-card > a")
    arrow = card.evaluate("card => getComputedStyle(card, '::after').left")
    assert float(arrow.removesuffix("px")) < 60
    assert left(page, ".next-card-title") > left(page, ".next-card > a") + 60
    back = page.locator(".chapter-prev").bounding_box()
    assert back["x"] + back["width"] > box["x"] + box["width"] - 20


def test_hebrew_drawers_come_from_their_side(visit: Visit, hebrew: str) -> None:
    page = visit(f"{hebrew}/{OVERVIEW}", width=360, has_touch=True)
    assert left(page, ".nav-overlay-icon") > 300  # where the thumb is that turns such pages
    for icon, drawer, side in (
        (".nav-overlay-icon", ".sidebar-drawer", "right"),
        (".toc-header-icon", ".toc-drawer", "left"),
    ):
        assert not page.locator(drawer).is_visible()
        page.locator(icon).tap()
        page.locator(drawer).wait_for()
        box = page.locator(drawer).bounding_box()
        edge = 360 - box["width"] if side == "right" else 0
        assert box["x"] == edge, drawer
        overlay = page.locator(".overlay:visible")
        overlay.tap(position={"x": 20 if side == "right" else 340, "y": 400})
        page.locator(drawer).wait_for(state="hidden")


def test_hebrew_tables_scroll_to_the_left_under_their_first_column(
    visit: Visit, hebrew: str
) -> None:
    page = visit(f"{hebrew}/compare.html", width=360)
    head = page.locator(".guide-table tbody th").first
    before = head.bounding_box()["x"]
    page.locator(".guide-table").evaluate("box => box.scrollLeft = -200")
    assert page.locator(".guide-table").evaluate("box => box.scrollLeft") == -200
    assert head.bounding_box()["x"] == before > 100


@pytest.mark.parametrize(("javascript", "below"), [(True, ""), (False, BELOW)])
def test_old_addresses_redirect_to_the_page(
    visit: Visit, hebrew: str, javascript: bool, below: str
) -> None:
    old = {"old/nurse/": "nurse/index.html", "old/nurse.html": "nurse/index.html",
           "older/index.html": "nurse/index.html", "old/day.html": "nurse/day.html"}  # fmt: skip
    for path, wanted in old.items():
        page = visit(f"{hebrew}/{below}{path}", java_script_enabled=javascript)
        page.wait_for_url(f"{hebrew}/{below}{wanted}")
        assert page.locator("h1").is_visible()


@pytest.mark.parametrize("language", ["ar", "he", "fa"])
def test_the_sign_of_the_dollar_stays_with_its_letters(chromium: Browser, language: str) -> None:
    words = FactFormatter(Facts(), language, str)
    pay = words.dollars(97550)
    page = chromium.new_page()
    page.set_content(f'<p dir="rtl">{pay} \N{ARABIC LETTER ALEF}</p>')
    seen = page.evaluate(
        """() => {
            const text = document.querySelector('p').firstChild;
            const left = (letter) => {
                const range = document.createRange();
                range.setStart(text, text.data.indexOf(letter));
                range.setEnd(text, text.data.indexOf(letter) + 1);
                return range.getBoundingClientRect().left;
            };
            return [...text.data].filter(letter => '$US97'.includes(letter)).slice(0, 5)
                .sort((one, other) => left(one) - left(other)).join('');
        }"""
    )
    page.close()
    assert "$US" not in seen
    assert "97" in seen
