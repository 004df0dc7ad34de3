"""A folder of sources that is built with the real command."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup

from . import sphinx_process

#: The folder of this repository.
ROOT = Path(__file__).parents[2]

CONF = """\
project = "Acme Careers"
extensions = ["myst_parser", "career_guides", "sphinx_speedups"{more}]
html_theme = "furo"
html_baseurl = "https://example.org/"
html_title = project
pygments_dark_style = "native"
guides_image_cache = "pictures"
myst_enable_extensions = ["colon_fence", "deflist"]
{conf}
"""

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6" width="90" height="60"></svg>'


@dataclass
class Site:
    """A folder of sources and what Sphinx builds from it.

    :param path: the folder with ``conf.py``; sources are in ``docs/``, output is in ``out/``
    :param conf: lines that are added to ``conf.py``
    :param more: extensions that are added to the list, such as ``', "sphinx_design"'``
    :ivar log: what the last build printed
    """

    path: Path
    conf: str = ""
    more: str = ""
    log: str = field(default="", init=False)

    @property
    def docs(self) -> Path:
        return self.path / "docs"

    @property
    def out(self) -> Path:
        return self.path / "out"

    def write(self, files: dict[str, str]) -> None:
        """Write sources: path below ``docs/`` -> text."""
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
        """Build with the real command in a process of its own; return its warnings.

        :param options: of ``sphinx-build``
        :param out: folder of the output; the doctrees are beside it
        :param code: exit status that is expected
        :param source: folder of the sources
        :param keep_conf: whether ``conf.py`` is the test's own, not written here
        """
        if not keep_conf:
            self.write_conf()
        command = ["-b", builder, "-c", ".", "-d", f"{out}.doctrees", *options, source, out]
        done = sphinx_process.run(command, self.path)
        self.log = done.stdout + done.stderr
        assert done.returncode == code, self.log
        return done.stderr

    def write_conf(self) -> None:
        """Write ``conf.py``, if it is not what it is to be."""
        self.path.mkdir(parents=True, exist_ok=True)
        conf = CONF.format(conf=self.conf, more=self.more)
        file = self.path / "conf.py"
        if not file.exists() or file.read_text() != conf:
            file.write_text(conf)

    def soup(self, page: str, out: str = "out") -> BeautifulSoup:
        """Return a page of the output, parsed."""
        return BeautifulSoup((self.path / out / page).read_text("utf-8"), "html.parser")


def snapshot(folder: Path) -> dict[str, str]:
    """Return path -> digest of all files below *folder*."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha1(file.read_bytes()).hexdigest()  # noqa: S324
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    """Return the paths that two snapshots do not have with the same digest."""
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def guide(title: str = "A title", body: str = "Some text.", **keys: str) -> str:
    """Return a page; the values of *keys* are YAML."""
    lines = [f"{key}: {value}" for key, value in {"title": title, **keys}.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])
