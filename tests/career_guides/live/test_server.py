"""The preview answers to its own names alone."""

from __future__ import annotations

import http.client
import threading
from pathlib import Path

import pytest

from career_guides.live.server import Server


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("evil.example:{port}", 421),
        ("evil.example", 421),
        ("127.0.0.1.evil.example:{port}", 421),
        ("127.0.0.1", 421),
        ("", 421),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_only_own_names_are_answered(tmp_path: Path, host: str, status: int, method: str) -> None:
    (tmp_path / "notes.txt").write_text("not published")
    server = Server(tmp_path, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.putrequest(method, "/notes.txt", skip_host=True)
        if host:
            connection.putheader("Host", host.format(port=server.server_port))
        connection.endheaders()
        answer = connection.getresponse()
        assert answer.status == status
        assert (b"not published" in answer.read()) == (status == 200 and method == "GET")
        connection.close()
    finally:
        server.shutdown()
        server.server_close()
