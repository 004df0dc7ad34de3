"""Pay by state on a pay chapter, and by metropolitan area when a reader asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from career_guides.facts.csv_files import COLUMNS
from tests.browser.helpers.host import Host, loaded
from tests.browser.helpers.pages import wait_for_sort
from tests.browser.helpers.server import serve
from tests.sites import Site, guide
from tests.sites.pay import add_pay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
PAY = ("nurse/pay.html", "liaison/pay.html", "teacher/pay.html")
#: Bytes of a first visit.
FIRST = 60_000


@pytest.mark.parametrize("path", PAY)
def test_a_pay_chapter_is_light(docs: Path, visit: Visit, path: str) -> None:
    with serve(docs, Host) as address:
        page = visit(f"{address}/robots.txt")
        sizes = loaded(page, f"{address}/{path}")
    assert f"/{path}" in sizes
    assert 20_000 < sum(sizes.values()) <= FIRST, sizes


def test_letters_of_the_map_can_be_read_on_a_phone(visit: Visit) -> None:
    page = visit(PAY[0], width=360)
    heights = page.evaluate(
        "[...document.querySelectorAll('.state-map text')].map(e => e.getBoundingClientRect())"
        ".map(box => box.height)"
    )
    assert len(heights) == 108
    assert min(heights) >= 11
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_map_has_names_for_a_screen_reader(visit: Visit) -> None:
    page = visit(PAY[0])
    name = "Registered Nurses: median pay from Puerto Rico ($39,880) to California ($140,270)"
    assert page.get_by_role("img", name=name).is_visible()
    table = page.get_by_role("region", name="Registered Nurses: pay and jobs by state")
    assert table.get_by_role("rowheader", name="California").is_visible()
    table.get_by_role("button", name="Median pay").click()
    wait_for_sort(page, ".guide-table th[aria-sort=descending]")
    assert table.get_by_role("rowheader").first.inner_text() == "California"


@pytest.fixture
def areas(site: Site) -> Site:
    add_pay(site)
    site.write({
        "nurse/pay.md": guide("Pay of nurses", "```{pay-by-state}\n```"),
        "facts/areas.csv": ",".join(COLUMNS["areas.csv"])
        + '\n29-1141,"Akron, OH",70,51000,77000,98000,37\n29-1141,<b>Bo,-,-,97000,-,-\n',
    })  # fmt: skip
    assert site.build("-n", "-W") == ""
    return site


def test_areas_are_loaded_when_asked_for(areas: Site, chromium: Browser) -> None:
    with serve(areas.out) as address:
        page = chromium.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/nurse/pay.html")
        page.wait_for_load_state("networkidle")
        assert not [url for url in asked if "_facts" in url]
        button = page.get_by_role("button", name="Pay and jobs in metropolitan areas")
        button.focus()
        page.keyboard.press("Enter")
        table = page.get_by_role("region", name="Nurses: pay and jobs by metropolitan area")
        table.wait_for()
        assert asked[-1] == f"{address}/_facts/29-1141.json"
        assert table.evaluate("box => box === document.activeElement")
        names = [cell.inner_text() for cell in table.get_by_role("rowheader").all()]
        assert names == ["Akron, OH", "<b>Bo"]
        table.get_by_role("button", name="Median pay").click()
        page.locator("tbody tr:first-child th", has_text="<b>Bo").wait_for()
        assert not button.is_visible()
        # The table of states stays as it is.
        states = page.get_by_role("region", name="Nurses: pay and jobs by state")
        assert states.get_by_role("rowheader").first.inner_text() == "Maine"
        page.close()


def test_without_the_script_areas_are_a_link(areas: Site, chromium: Browser) -> None:
    with serve(areas.out) as address:
        page = chromium.new_page(java_script_enabled=False)
        page.goto(f"{address}/nurse/pay.html")
        page.get_by_role("link", name="Pay and jobs in metropolitan areas").click()
        assert page.url == f"{address}/_facts/29-1141.json"
        page.close()
