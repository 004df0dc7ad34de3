"""Small sites, built for real."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from career_guides.facts.csv_files import COLUMNS
from tests import sphinx_process

ROOT = Path(__file__).parents[1]

CONF = """\
project = "Acme Careers"
extensions = ["myst_parser", "career_guides", "sphinx_speedups"{more}]
html_theme = "furo"
html_baseurl = "https://example.org/"
html_title = project
pygments_dark_style = "native"
myst_enable_extensions = ["colon_fence", "deflist"]
{conf}
"""

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6" width="90" height="60"></svg>'


_COLUMNS = ",".join(COLUMNS["occupations.csv"])
_OCCUPATIONS = f"""\
{_COLUMNS}
00-0000,all,All Occupations,9000,0,0.1,22,11,15,20,27,38,45760,22880,31200,41600,56160,79040
27-0000,major,Arts Occupations,900,1.0,1.1,-,-,-,-,-,-,51000,21000,30000,41000,62000,83000
27-2042,detailed,Singers <of songs>,80,3.1,2.6,60.46,20.35,27.57,47.80,75.33,132.56,-,-,-,-,-,-
27-3091,detailed,Interpreters,520,2.7,1.3,31.90,17.82,22.37,28.93,38.86,49.84,66360,37070,46530,60170,80830,103660
29-0000,major,Health Occupations,4000,0.2,0.3,-,-,-,-,-,-,80000,40000,50000,70000,90000,120000
29-1021,detailed,Dentists,700,1.4,2.2,-,-,-,-,-,-,210000,90000,130000,180000,#,#
29-1141,detailed,Nurses,3300,0.3,0.2,48.76,33.14,38.62,46.90,54.02,66.09,101420,68940,80330,97550,112350,137470
"""
_STATES = """\
soc,state,employment,annual_p10,annual_median,annual_p90
27-3091,Maine,40,35000,61000,90000
27-3091,Ohio,90,31000,52000,88000
29-1141,Maine,120,60000,80000,-
29-1141,Ohio,900,55000,78000,99000
29-1141,Utah,-,51000,70000,90000
"""
_ONET = """\
soc,education,education_percent,job_zone,related
27-3091,Bachelor's degree,54.7,4,29-1141
29-1021,Doctoral degree,90.1,5,
"""
_RELEASE = """\
{"survey": "Survey of Work", "publisher": "Bureau of Work", "name": "May 2025",
 "published": "2026-05-15", "url": "https://work.example/", "licence": "public domain",
 "onet": "O*NET 29.3, CC BY 4.0", "onet_url": "https://onet.example/",
 "top_annual": 239200, "top_hourly": 115}
"""
#: A small release of figures, as a site has one of its own.
FACTS = {
    "facts/occupations.csv": _OCCUPATIONS,
    "facts/states.csv": _STATES,
    "facts/onet.csv": _ONET,
    "facts/release.json": _RELEASE,
}


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
        command = ["-b", builder, "-c", ".", "-d", f"{out}.doctrees", *options, source, out]
        done = sphinx_process.run(command, self.path)
        self.log = done.stdout + done.stderr
        assert done.returncode == code, self.log
        return done.stderr

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


def without_pagefind(folder: Path, monkeypatch: pytest.MonkeyPatch, says: str) -> None:
    """Let the builds that follow find a Pagefind that does not run, and *says* why."""
    package = folder / "broken/pagefind"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(f"raise SystemExit({says!r})")
    (package.parent / "pagefind_bin.py").write_text("raise ImportError")
    paths = [str(package.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))


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
