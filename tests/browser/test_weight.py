"""What readers load: little, nothing that blocks a page, and nothing that shifts it."""

from __future__ import annotations

import re
import time
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from tests.browser.helpers.host import Host, compressed, loaded
from tests.browser.helpers.pages import CHAPTER, HOME, LANDING
from tests.browser.helpers.server import serve
from tests.sites import Site, guide
from tests.sites.styled import CODE, TABS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
#: Bytes over the line, without the figure: of a first visit, and of the next page.
FIRST, NEXT = 60_000, 12_000
#: Where a page is cut that comes in parts: before each part of Furo's skeleton.
PARTS = r'(?=<div class="header-|<aside class="sidebar-drawer|<div class="main|<aside class="toc-)'


class Slow(Host):
    """Pages come in parts, and scripts after the page is shown, as on a slow line."""

    def do_GET(self) -> None:  # noqa: N802 - http.server's name
        if ".js" in self.path:
            time.sleep(0.1)
        if not self.path.endswith(".html"):
            super().do_GET()
            return
        text = self.file().read_text(encoding="utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in (*re.split(PARTS, text), ""):
            data = part.encode()
            self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
            time.sleep(0.1)


@pytest.fixture(scope="module")
def slow(docs: Path) -> Iterator[str]:
    with serve(docs, Slow) as address:
        yield address


def test_an_average_guide_is_light(docs: Path, visit: Visit) -> None:
    chapters = sorted(docs.glob("*/overview.html"), key=lambda file: len(compressed(file)))
    first = chapters[len(chapters) // 2].relative_to(docs).as_posix()
    following = first.replace("overview", "challenges")  # pay chapters have tables and scripts
    with serve(docs, Host) as address:
        page = visit(f"{address}/robots.txt")
        sizes = loaded(page, f"{address}/{first}")
        assert 20_000 < sum(sizes.values()) <= FIRST, sizes
        sizes = loaded(page, f"{address}/{following}")
        assert [path for path, size in sizes.items() if size] == [f"/{following}"]
        assert sum(sizes.values()) <= NEXT, sizes


def test_only_the_logo_that_is_shown_is_loaded(visit: Visit, docs: Path) -> None:
    with serve(docs, Host) as address:
        for scheme, unused in (("light", "logo-dark"), ("dark", "logo.svg")):
            page = visit(f"{address}/robots.txt", scheme=scheme)
            logos = [path for path in loaded(page, f"{address}/{CHAPTER}") if "_logo" in path]
            assert len(logos) == 1
            assert unused not in logos[0]


@pytest.mark.parametrize(
    "path", [HOME, LANDING, CHAPTER, "compare.html", "find.html", "search.html"]
)
def test_no_script_blocks_a_page(visit: Visit, path: str) -> None:
    page = visit(path)
    assert page.locator("script[src]:not([defer], [async], [type=module])").count() == 0
    blocking = """performance.getEntriesByType('resource').filter(entry =>
        entry.initiatorType == 'script' && entry.renderBlockingStatus == 'blocking').length"""
    assert page.evaluate(blocking) == 0


@pytest.mark.parametrize("width", [360, 800, 1440])
def test_nothing_shifts(chromium: Browser, slow: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(
        """window.shifts = [];
        new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry =>
            [entry.value, ...entry.sources.map(source => source.node?.className)])))
            .observe({type: 'layout-shift', buffered: true});"""
    )
    page = context.new_page()
    more = ("liaison/pay.html", "a-z.html", "compare.html", "occupations.html", "find.html",
            "search.html", "search.html?q=nurse", "search.html?q=qqzzxx", "tag/people.html",
            "tag/science.html", "404.html", "contribute/speed.html")  # fmt: skip
    for path in (HOME, LANDING, CHAPTER, *more):
        page.goto(f"{slow}/{path}", wait_until="networkidle", timeout=60_000)
        assert page.evaluate("shifts") == [], path
    context.close()


def layouts(chromium: Browser, address: str, *, is_blocked: bool) -> int:
    """Return how often the page is laid out while it loads, with or without ``choose.js``."""
    context = chromium.new_context(viewport={"width": 412, "height": 800})
    page = context.new_page()
    if is_blocked:
        page.route("**/choose.js*", lambda route: route.abort())
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address, wait_until="networkidle")
    assert page.locator(".guide-mark-button").count() > 4 or is_blocked
    metrics = session.send("Performance.getMetrics")["metrics"]
    context.close()
    return next(int(each["value"]) for each in metrics if each["name"] == "LayoutCount")


@pytest.mark.parametrize("path", [HOME, "tag/people.html", "a-z.html"])
def test_marks_cost_few_layouts(chromium: Browser, server: str, path: str) -> None:
    """The script reads where all cards are before it moves a button."""
    # A page that comes in parts, on a busy machine, is laid out more often: the fewest of three.
    with_marks, without = (
        min(layouts(chromium, f"{server}/{path}", is_blocked=is_blocked) for _ in range(3))
        for is_blocked in (False, True)
    )
    assert with_marks - without <= 5


def difference(one: bytes, other: bytes) -> int:
    """Return how far two pictures are apart at most, of 255; 0 for what no eye can see.

    Chromium does not draw the edges of an icon the same twice: by 1 or 2, at a few points.
    """
    pictures = (Image.open(BytesIO(data)).convert("RGB") for data in (one, other))
    most = max(high for _low, high in ImageChops.difference(*pictures).getextrema())
    return most if most > 4 else 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_looks_as_it_does_with_all_styles(
    chromium: Browser, tmp_path: Path, scheme: str
) -> None:
    site = Site(tmp_path)
    site.more = ', "sphinx_design"'
    site.write({"index.md": guide("Home"), "a/b.md": guide("B", f"{CODE}\n\n{TABS}"),
                "a/c.md": guide("C", "Text `x`\n\n- one\n\n| a |\n| - |\n| b |")})  # fmt: skip
    seen: dict[str, list[bytes]] = {}
    for value in ("1", "0"):
        site.build("-D", f"guides_upstream={value}", out=value)
        with serve(tmp_path / value, Host) as address:
            for width in (360, 1440):
                page = chromium.new_page(
                    viewport={"width": width, "height": 800}, color_scheme=scheme
                )
                for path in ("a/b.html", "a/c.html"):
                    page.goto(f"{address}/{path}", wait_until="networkidle")
                    if path == "a/b.html":
                        page.get_by_text("Two", exact=True).click()
                        assert page.get_by_text("Second").is_visible()
                    seen.setdefault(value, []).append(page.screenshot(animations="disabled"))
                page.close()
    assert [difference(*pair) for pair in zip(seen["1"], seen["0"], strict=True)] == [0] * 4


def test_sphinxs_own_search_finds(visit: Visit, tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.conf = 'guides_search = "sphinx"\n'
    site.write({"index.md": guide("Home"), "a/b.md": guide("Bakers", "They bake.")})
    site.build()
    with serve(site.out, Slow) as address:
        page = visit(f"{address}/search.html?q=bake")
        page.locator("#search-results a", has_text="Bakers").wait_for()
