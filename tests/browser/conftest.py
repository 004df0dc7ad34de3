"""The real docs, built once, in a real browser: Debian's Chromium, never a downloaded one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.helpers.pages import build_docs
from tests.browser.helpers.server import find_chromium, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

FAILURES = Path(__file__).parent / "failures"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - after the skip

    # What the browser asks its maker for by itself would be a request to another host.
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def docs(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Path:
    """The project's documentation, built with the real command."""
    return build_docs(tmp_path_factory.mktemp("docs"), "html")


@pytest.fixture(scope="session")
def server(docs: Path) -> Iterator[str]:
    """The address of the site, without a slash at its end."""
    with serve(docs) as address:
        yield address


@pytest.fixture
def visit(
    chromium: Browser, server: str, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """A function that opens a page of the site in a window of its own.

    ``visit("liaison/overview.html", width=360, scheme="dark")``; any other keyword is one of
    Playwright's ``new_context``. A whole address is that of another site that is served here.
    A request to another host fails the test.
    """
    pages: list[Page] = []
    foreign: list[str] = []
    others: list[str] = []

    def note(address: str) -> None:
        if not address.startswith((server + "/", *others, "data:")):
            foreign.append(address)

    def visit(path: str, *, width: int = 1440, scheme: str = "light", **more: Any) -> Page:
        viewport = {"width": width, "height": 800}
        context = chromium.new_context(
            viewport=viewport, color_scheme=scheme, **{"reduced_motion": "reduce", **more}
        )
        context.set_default_timeout(5_000)
        context.set_default_navigation_timeout(30_000)  # of a busy machine
        page = context.new_page()
        pages.append(page)
        page.on("request", lambda request: note(request.url))
        if "://" in path:
            others.append(f"{path.split('/', maxsplit=1)[0]}//{path.split('/')[2]}/")
        page.goto(path if "://" in path else f"{server}/{path}")
        return page

    yield visit
    report = getattr(request.node, "report", None)
    if report is None or report.failed:
        FAILURES.mkdir(exist_ok=True)
        name = re.sub(r"\W+", "-", request.node.name).strip("-")
        for number, page in enumerate(pages, 1):
            page.screenshot(path=FAILURES / f"{name}-{number}.png")
    for page in pages:
        page.context.close()
    assert not foreign


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """Tell the fixtures whether their test failed."""
    report = yield
    if report.when == "call":
        item.report = report  # type: ignore[attr-defined]
    return report
