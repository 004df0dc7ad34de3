"""Serve the preview to this computer only: the built files, with a script added to each page.

Python's own server does everything that a preview needs; browsers are notified with server-sent
events: https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import json
import secrets
import sys
from dataclasses import asdict
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from .messages import Message


HOST = "127.0.0.1"
EVENTS, SCRIPT = "/_live/events", "/_live/overlay.js"
#: Maximum number of messages that a page receives; it lists the first of them, its own before all.
LIMIT = 500
#: Seconds after which an idle connection is tested: the browser may have closed it.
PAUSE = 15


class State:
    """The state that is sent to open pages: their version, and the problems."""

    def __init__(self) -> None:
        self.changed = Condition()
        # A number is not enough: a page may still be open from a preview that has ended.
        self.session = secrets.token_hex(4)
        self.number = 0
        self.text = self._as_text((), is_built=True)

    @property
    def version(self) -> str:
        """Identifier of the current version of the pages."""
        return f"{self.session}-{self.number}"

    def set(self, messages: tuple[Message, ...], *, is_built: bool) -> None:
        """Notify all open pages of a build; a failed build leaves the version as it was."""
        with self.changed:
            self.number += is_built
            self.text = self._as_text(messages, is_built=is_built)
            self.changed.notify_all()

    def _as_text(self, messages: tuple[Message, ...], *, is_built: bool) -> str:
        shown = [asdict(message) for message in messages[:LIMIT]]
        state = {"version": self.version, "isBuilt": is_built, "messages": shown}
        return json.dumps({**state, "more": len(messages) - len(shown)})

    def wait(self, seen: str) -> str:
        """Return the state as soon as it differs from *seen*, or after a pause."""
        with self.changed:
            self.changed.wait_for(lambda: self.text != seen, timeout=PAUSE)
            return self.text


class Server(ThreadingHTTPServer):
    """Serves *folder* on this computer.

    :param port: the port; 0 for any free port
    :raises OSError: if the port is taken
    """

    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.state = State()
        super().__init__((HOST, port), Handler)

    @property
    def address(self) -> str:
        """Address of the home page."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), OSError):  # the browser has closed the connection
            super().handle_error(request, client_address)

    def finish_request(self, request: Any, client_address: Any) -> None:
        Handler(request, client_address, self, directory=str(self.folder))


class Handler(SimpleHTTPRequestHandler):
    """Answers as a static host does, and adds the script to pages."""

    server: Server

    def parse_request(self) -> bool:
        """Refuse requests that name another host.

        A site whose name leads to this computer ("DNS rebinding") could otherwise read pages that
        have not been published.
        """
        if not super().parse_request():
            return False
        port = self.server.server_port
        if self.headers.get("Host") in {f"{HOST}:{port}", f"localhost:{port}"}:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST, f"This is {HOST}:{port}")
        return False

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == EVENTS:
            self.send_events()
        elif path == SCRIPT:
            script = Path(__file__).with_name("overlay.js").read_bytes()
            self.send_text(HTTPStatus.OK, "text/javascript", script)
        else:
            self.send_file()

    def send_file(self) -> None:
        """Send a page with the script added, or any other file as Python's own server does."""
        file = Path(self.translate_path(self.path))
        if file.is_dir() and urlsplit(self.path).path.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" and file.is_file():
            self.send_text(HTTPStatus.OK, "text/html", self.with_script(file.read_bytes()))
        elif file.exists() and file.suffix != ".html":
            super().do_GET()
        else:
            text = b"<!DOCTYPE html><title>Not found</title><p>There is no such page, or not yet."
            self.send_text(HTTPStatus.NOT_FOUND, "text/html", self.with_script(text))

    def with_script(self, page: bytes) -> bytes:
        """Return *page* with the script at its end."""
        version = self.server.state.version
        script = f'<script src="{SCRIPT}" data-version="{version}" defer></script>'.encode()
        head, end, tail = page.rpartition(b"</body>")
        return head + script + end + tail if end else page + script

    def send_text(self, status: HTTPStatus, kind: str, text: bytes) -> None:
        """Send *text*, which is encoded in UTF-8."""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def send_events(self) -> None:
        """Send the state, and every new state, for as long as the page is open."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = ""
        try:
            while True:
                text = self.server.state.wait(seen)
                line = f"data: {text}\n\n" if text != seen else ": nothing new\n\n"
                self.wfile.write(line.encode())
                self.wfile.flush()
                seen = text
        except OSError:  # the page has been closed
            return

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Log nothing: the terminal is for the output of the build."""
