"""A Sphinx project without guides, and what is in its index."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from tests.sites import sphinx_process

if TYPE_CHECKING:
    from pathlib import Path

CONF = """\
project = "Tools"
extensions = ["sphinx_pagefind"]
html_theme = "alabaster"
"""

#: Ten pages: where one of them changes, that one alone is indexed again.
PAGES = {
    "index.rst": "Welcome\n=======\n\n.. toctree::\n   :glob:\n\n   tools/*\n\nAll our tools.\n",
    "tools/saw.rst": "Saw\n===\n\nIt cuts *wood*, see :doc:`hammer`.\n\nBlades\n------\n\nSharp.\n",
    "tools/hammer.rst": 'A "big" <hammer> & more\n=======================\n\nDrives nails.\n',
    **{
        f"tools/number{n}.rst": f"Tool {n}\n======\n\nThe screwdriver number{n}.\n"
        for n in range(7)
    },
}


def indexed(out: Path) -> dict[str, dict[str, Any]]:
    """Return address -> what the index in *out* has of the page."""
    found = {}
    for file in (out / "_pagefind/fragment").iterdir():
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"]] = page
    return found


@dataclass
class Project:
    """A folder of sources, built by the real command."""

    path: Path
    conf: str = CONF

    @property
    def docs(self) -> Path:
        return self.path / "docs"

    @property
    def out(self) -> Path:
        return self.path / "out"

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            file = self.docs / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def build(self, builder: str = "html", out: str = "out", code: int = 0) -> str:
        """Build, and return the warnings."""
        file = self.docs / "conf.py"
        if not file.exists() or file.read_text("utf-8") != self.conf:
            file.write_text(self.conf, "utf-8")
        command = ["-n", "-b", builder, "-d", f"{out}.doctrees", "docs", out]
        done = sphinx_process.run(command, self.path)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stderr

    def soup(self, page: str) -> BeautifulSoup:
        return BeautifulSoup((self.out / page).read_text("utf-8"), "html.parser")
