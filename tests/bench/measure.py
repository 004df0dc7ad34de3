"""Build a source folder as one of several kinds of Sphinx site, and measure the cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from .interpreters import variables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# Shared by all, so that the pages are equivalent. No smartquotes, as in our conf.py.
COMMON = """\
project = "Generated guides"
language = "en"
html_title = project
html_baseurl = "https://example.org/"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
smartquotes = False
"""
# Titles from the front matter, and toctrees for Markdown like those that the extension adds.
PLAIN = """
from pathlib import Path

myst_title_to_header = True

def add_toctree(app, docname, content):
    folder, _, name = docname.rpartition("/")
    if name == "index" and app.env.doc2path(docname).suffix == ".md":
        top = Path(app.srcdir)
        found = [*(top / folder).glob("*.md"), *(top / folder).glob("*/index.md")]
        names = sorted("/" + file.relative_to(top).with_suffix("").as_posix() for file in found)
        names = [name for name in names if name not in ("/" + docname, "/README")]
        content[0] += "\\n```{toctree}\\n:hidden:\\n" + "\\n".join(names) + "\\n```\\n"

def setup(app):
    app.connect("source-read", add_toctree)
"""
FLOOR = PLAIN + 'html_theme = "basic"\n'
#: Folder of what a build keeps of pictures and cards: one of its own, or the next would find it.
CACHE = "pictures"
EXTENSIONS = f"""
extensions += ["career_guides", "sphinx_speedups"]
html_theme = "furo"
html_copy_source = False
pygments_dark_style = "native"
guides_image_cache = "{CACHE}"
"""
PROJECT = (
    EXTENSIONS
    + """
guides_logo = "acme"
guides_navbar = [{"title": "Home", "url": "/index"}]
guides_footer = {
    "text": "Generated text.",
    "columns": [{"title": "About", "links": [{"url": "/index"}, {"url": "https://example.org/"}]}],
    "social": [{"title": "Example", "url": "https://example.org/"}],
}
"""
)
FURO = 'html_theme = "furo"\npygments_dark_style = "native"\n'
#: Kind of site -> its conf.py.
KINDS = {
    "floor": COMMON + FLOOR,
    "project": COMMON + PROJECT,
    "stock-furo": COMMON + PLAIN + FURO,
}


@dataclass(frozen=True)
class Cost:
    """What a process and its children used.

    :param cpu: seconds in user and system mode
    :param wall: seconds of wall time
    :param peak: resident memory of the largest process, in MB (1,000,000 bytes)
    """

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True)
class Size:
    """What readers load, in kB (1,000 bytes), uncompressed.

    :param mean: average HTML of a guide
    :param largest: HTML of the largest guide
    :param index: the search index; for Pagefind, what every first query loads
    """

    mean: float
    largest: float
    index: float


def put_aside(folder: Path) -> None:
    """Rename *folder* if it exists, instead of deleting it.

    ext4 does not reuse recently deleted inodes (``recently_deleted`` in its ``ialloc.c``) and
    searches past them for every new file: after a deletion, the project's 1,600 guides took a
    third more CPU time.
    """
    if folder.exists():
        number = sum(1 for _ in folder.parent.glob(f"{folder.name}.old-*"))
        folder.rename(folder.with_name(f"{folder.name}.old-{number}"))


def run(
    command: list[str],
    folder: Path | None = None,
    *,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Cost:
    """Run *command*, in *folder* if given, and return its cost.

    :param environment: environment variables to set
    :raises RuntimeError: with the output, if it fails
    """
    with tempfile.TemporaryFile("w+", errors="replace") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=folder,
            env={**os.environ, **environment})  # fmt: skip
        # Includes the usage of child processes that it has waited for.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read())
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / 1e6)


def sizes(pages: Iterable[Path], index: Iterable[Path]) -> Size:
    """Return what readers load, given the HTML files of the guides and the files of the index.

    :raises FileNotFoundError: if a page has not been written
    """
    guides = [file.stat().st_size / 1e3 for file in pages]
    found = sum(file.stat().st_size / 1e3 for file in index if file.is_file())
    return Size(sum(guides) / len(guides), max(guides), found)


class Builder:
    """Builds the sources in *folder* with Sphinx, as one of the :data:`KINDS`.

    :param jobs: number of processes (``sphinx-build -j``)
    :param python: the Python in whose environment Sphinx is
    """

    def __init__(
        self, folder: Path, kind: str, jobs: int = 1, python: str = sys.executable
    ) -> None:
        self.docs = folder / "docs"
        self.folder = folder / kind
        self.out = self.folder / "html"
        self.jobs = jobs
        self.python = python
        put_aside(self.folder)
        self.folder.mkdir()
        (self.folder / "conf.py").write_text(KINDS[kind], encoding="utf-8")

    def build(self, *options: str, is_strict: bool = True) -> Cost:
        """Build in a separate process.

        :param is_strict: whether a warning is an error
        :raises RuntimeError: with the output, if the build fails
        """
        command = [self.python, "-m", "sphinx", "-q", "-n"]
        command += ["-W", "--keep-going"] if is_strict else []
        command += ["-j", str(self.jobs), "-c", str(self.folder), *options]
        command += ["-d", str(self.folder / "doctrees"), str(self.docs), str(self.out)]
        return run(command, environment=variables())

    def clean(self) -> Cost:
        """Build everything into an empty folder."""
        for folder in (self.out, self.folder / "doctrees", self.folder / CACHE):
            put_aside(folder)
        return self.build("-E", "-a")

    def rebuild(self, page: Path | None = None, old: str = "", new: str = "") -> tuple[Cost, int]:
        """Replace *old* with *new* in *page*, build, restore; return cost and pages written."""
        text = page.read_text(encoding="utf-8") if page else ""
        before = {file: file.stat().st_mtime_ns for file in self.pages()}
        if page:
            page.write_text(text.replace(old, new, 1), encoding="utf-8")
        cost = self.build()
        written = sum(file.stat().st_mtime_ns != before[file] for file in self.pages())
        if page:
            page.write_text(text, encoding="utf-8")
            self.build()
        return cost, written

    def pages(self) -> list[Path]:
        """Return the HTML files of the guides."""
        guides = sorted(self.docs.glob("*/*.md"))
        return [self.out / file.relative_to(self.docs).with_suffix(".html") for file in guides]

    def size(self) -> Size:
        index = [self.out / "searchindex.js", *(self.out / "_pagefind").glob("*.*")]
        return sizes(self.pages(), index)
