"""A web server as a good host is, with compressed texts and long caches; what pages load."""

from __future__ import annotations

import gzip
import http.server
import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: What is worth compressing; pictures and fonts are compressed already.
TEXTS = {".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".md"}
#: Seconds: for names that change with the file, and for the others but pages.
YEAR, DAY = 31_536_000, 86_400


@cache
def compressed(path: Path) -> bytes:
    """Return what is in the file as a host sends it, at the level that hosts have."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with the headers of ``docs/contribute/hosting.md``."""

    protocol_version = "HTTP/1.1"  # one connection for many files

    def __init__(self, *args: Any, **more: Any) -> None:
        self.is_compressed = False
        super().__init__(*args, **more)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the headers; return the file to send, compressed where that is worth it."""
        path = self.file()
        self.is_compressed = path.suffix in TEXTS and path.is_file()
        opened = super().send_head()
        if opened is None or not self.is_compressed:
            return opened
        opened.close()
        return io.BytesIO(compressed(path))

    def file(self) -> Path:
        """Return the file that is asked for."""
        path = self.translate_path(self.path)
        return Path(path, "index.html") if path.endswith("/") else Path(path)

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header of Python's, with the length and the character set of what is sent."""
        if self.is_compressed and keyword == "Content-Length":
            value = str(len(compressed(self.file())))
            super().send_header("Content-Encoding", "gzip")
        elif keyword == "Content-type" and value.startswith("text/"):
            value += "; charset=utf-8"
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        if "?v=" in self.path:
            kept = f"max-age={YEAR}, immutable"
        else:
            is_page = self.file().suffix == ".html"
            kept = "no-cache" if is_page else f"max-age={DAY}"
        self.send_header("Cache-Control", kept)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


#: What the page has loaded: path -> bytes over the line with 300 for headers, 0 from the cache; its
#: figure, which is as large as its author likes, left out.
_LOADED = """() => {
  const figures = [...document.querySelectorAll('.figure-card img')]
    .map(image => image.currentSrc);
  const entries = ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type));
  return Object.fromEntries(entries.filter(entry => !figures.includes(entry.name))
    .map(entry => [new URL(entry.name).pathname, entry.transferSize]));
}"""


#: Whether each script and style of the page has its entry, which a busy browser makes late.
_COMPLETE = """() => [...document.querySelectorAll('script[src], link[rel=stylesheet]')]
  .every(element => performance.getEntriesByName(element.src || element.href).length)"""


def loaded(page: Page, address: str) -> dict[str, int]:
    """Open *address* in *page*; return path -> bytes of all that was loaded but the figure."""
    # What is loaded counts, not how fast: a busy machine may take its time. The network alone was
    # idle once on such a machine with a script of the page still missing.
    page.goto(address, wait_until="load", timeout=60_000)
    page.wait_for_load_state("networkidle", timeout=60_000)
    page.wait_for_function(_COMPLETE, timeout=60_000)
    found: dict[str, int] = page.evaluate(_LOADED)
    return found
