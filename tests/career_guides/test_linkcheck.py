"""``make linkcheck`` follows the addresses in front matter."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.sites import LOGO, Site, guide


class Server(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response(200 if self.path == "/good" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.do_HEAD()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def address():
    """The address of a web server on this machine, where only ``/good`` is found."""
    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_addresses_in_front_matter_are_checked(site: Site, address: str) -> None:
    site.conf = "linkcheck_retries = 1"
    site.write({
        "images/a.svg": LOGO,
        "a/b.md": guide(
            "B",
            f"[text]({address}/body)",
            figure=f"{{image: /images/a.svg, alt: An oven, caption: '[c]({address}/caption)',"
            f" credit: '[d]({address}/credit) and [e]({address}/good)'}}",
            next=f"{{to: '{address}/next', label: Out}}",
            sources=f"[{{title: S, url: '{address}/source'}}, '{address}/plain',"
            f" '{address}/good#:~:text=pay', '{address}/good#pay:~:text=pay',"
            f" '{address}/good#pay']",
        ),
    })  # fmt: skip
    site.build("-q", builder="linkcheck", code=1)
    lines = (site.out / "output.json").read_text().splitlines()
    found = {(row["uri"].removeprefix(address), row["status"], row["filename"], row["lineno"])
             for row in map(json.loads, lines) if row["uri"].startswith(address)}  # fmt: skip
    assert found == {
        ("/body", "broken", "a/b.md", 8),
        ("/caption", "broken", "a/b.md", 3),
        ("/credit", "broken", "a/b.md", 3),
        ("/good", "working", "a/b.md", 3),
        ("/next", "broken", "a/b.md", 4),
        ("/source", "broken", "a/b.md", 5),
        ("/plain", "broken", "a/b.md", 5),
        ("/good#:~:text=pay", "working", "a/b.md", 5),
        ("/good#pay:~:text=pay", "working", "a/b.md", 5),
        ("/good#pay", "broken", "a/b.md", 5),
    }
