"""Small sites, built for real."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[1]

CONF = """\
project = "Acme Careers"
extensions = ["myst_parser", "career_guides"{more}]
html_theme = "furo"
html_baseurl = "https://example.org/"
html_title = project
pygments_dark_style = "native"
myst_enable_extensions = ["colon_fence", "deflist"]
{conf}
"""

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6" width="90" height="60"></svg>'


@dataclass
class Site:
    """A folder of sources and what Sphinx makes of it."""

    path: Path
    conf: str = ""
    more: str = ""
    #: What the last build said.
    log: str = field(default="", init=False)

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

    def build(
        self,
        *options: str,
        builder: str = "html",
        out: str = "out",
        code: int = 0,
        source: str = "docs",
        keep_conf: bool = False,
    ) -> str:
        """Build with the real command in a process of its own; return its warnings."""
        self.path.mkdir(parents=True, exist_ok=True)
        conf = CONF.format(conf=self.conf, more=self.more)
        file = self.path / "conf.py"
        if not keep_conf and (not file.exists() or file.read_text() != conf):
            file.write_text(conf)
        command = [sys.executable, "-m", "sphinx", "-b", builder, "-c", "."]
        run = subprocess.run(
            [*command, "-d", f"{out}.doctrees", *options, source, out],
            cwd=self.path,
            capture_output=True,
            text=True,
            timeout=300,
            env={**os.environ, "NO_COLOR": "1"},
        )
        self.log = run.stdout + run.stderr
        assert run.returncode == code, self.log
        return run.stderr

    def soup(self, page: str, out: str = "out") -> BeautifulSoup:
        return BeautifulSoup((self.path / out / page).read_text("utf-8"), "html.parser")


def snapshot(folder: Path) -> dict[str, str]:
    """Return path -> digest of all files below *folder*."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha1(file.read_bytes()).hexdigest()  # noqa: S324
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def guide(title: str = "A title", body: str = "Some text.", **keys: str) -> str:
    """Return a page; the values of *keys* are YAML."""
    lines = [f"{key}: {value}" for key, value in {"title": title, **keys}.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with nothing but a home page and a logo."""
    made = Site(tmp_path / "site")
    made.write({"index.md": guide("Home"), "logos/acme.svg": LOGO})
    return made


@pytest.fixture
def clean(tmp_path: Path):
    """A function that builds a site's sources from scratch and returns the output."""

    def build(site: Site, *options: str) -> dict[str, str]:
        fresh = Site(tmp_path / "clean", site.conf, site.more)
        shutil.rmtree(fresh.path, ignore_errors=True)
        shutil.copytree(site.docs, fresh.docs, symlinks=True)
        fresh.build(*options)
        return snapshot(fresh.out)

    return build
