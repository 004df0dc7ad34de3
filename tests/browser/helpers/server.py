"""Chromium, and a web server for the sites of the tests."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import re
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: The site is there too, as on a host that it shares with others.
BELOW = "some/where/"


def find_chromium() -> str:
    """Return the path of Chromium. Without one skip; in CI, where it has to be there, fail."""
    names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    for name in filter(None, names):
        if path := shutil.which(name):
            return path
    message = "no Chromium: apt-get install chromium, or set CHROMIUM to one"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder twice: at / and below a sub-path, and there alone what is asked there."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(re.sub(f"^/{BELOW}", "/", path))

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serve(folder: Path, handler: Callable[..., Any] = Handler) -> Iterator[str]:
    """Serve a site; give its address, without a slash at its end."""
    answer = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
