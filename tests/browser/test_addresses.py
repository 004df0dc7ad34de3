"""Old and wrong addresses in a real browser, at the root of a host and below a sub-path."""

from __future__ import annotations

import http.server
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.helpers.server import serve
from tests.sites import Site, guide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


class Host(http.server.SimpleHTTPRequestHandler):
    """A static host of one site below ``/kb/``, with its page for what it does not find."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/kb"))

    def send_error(self, code: int, *_args: Any, **_more: Any) -> None:
        content = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    conf = 'html_baseurl = "https://example.org/kb/"'
    site = Site(tmp_path_factory.mktemp("root") / "site", conf=conf)
    site.write({
        "index.md": guide("Home", "```{a-z}\n```"),
        "nurse/day.md": guide("A day", "## Tools\n\nText.", aliases="[/old/day]"),
    })  # fmt: skip
    site.build()
    with serve(site.out, Host) as address:
        yield f"{address}/kb"


@pytest.mark.parametrize("path", ["/old/day/", "/old/day", "/old/day.html"])
def test_old_address_redirects_with_query_and_fragment(
    chromium: Browser, host: str, path: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{host}{path}?from=x#tools")
    page.wait_for_url("**/nurse/day.html*")
    assert page.url == f"{host}/nurse/day.html?from=x#tools"
    page.close()


def test_old_address_redirects_without_javascript(chromium: Browser, host: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}/old/day/")
    page.wait_for_url(f"{host}/nurse/day.html")
    context.close()


@pytest.mark.parametrize("path", ["/nowhere", "/nurse/nowhere/at/all.html"])
def test_wrong_address_shows_the_page_404(chromium: Browser, host: str, path: str) -> None:
    page = chromium.new_page()
    missing: list[str] = []
    page.on("response", lambda got: got.status == 404 and missing.append(got.url))
    page.goto(host + path)
    assert missing == [host + path]
    assert page.locator("h1").inner_text().startswith("Page not found")
    page.locator("article li a", has_text="Home").click()
    assert page.url == f"{host}/index.html"
    page.close()
