"""``python -m tests.bench``: what a build of many guides costs, beside other ways to build them."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from .generate import generate
from .measure import KINDS, Builder, Cost
from .picture import picture
from .report import Figures, as_json, markdown, text
from .tools import TOOLS, ToolBuilder, set_up

if TYPE_CHECKING:
    from collections.abc import Iterable

DOCS = Path(__file__).parents[2] / "docs"
PAGE, PICTURE = DOCS / "contribute" / "speed.md", DOCS / "images" / "contribute" / "speed.svg"
#: What stands between these lines of the page is made: comments of MyST's.
MARK = "% made by the benchmark: make bench O=--write-docs"
END = "% end of what the benchmark has made"

EDITS = ("nothing", "one body", "one title")
SITES = ("floor", "project", "project-j2", "stock-furo", *TOOLS)
#: Site -> guides that it is built with at most, since its time or its pages grow as their square.
MOST = {"stock-furo": 100} | {site: 1600 for site in TOOLS if site != "hugo"}


def site_of(word: str) -> str:
    """Return *word* if it names a site: one of :data:`SITES`, or one of Sphinx's with ``-jN``."""
    if word in TOOLS or re.sub(r"-j[1-9]\d*$", "", word) in KINDS:
        return word
    message = f"{word!r} is none of {', '.join(SITES)}"
    raise argparse.ArgumentTypeError(message)


def most_of(word: str) -> tuple[str, int]:
    """Return site and number of ``SITE=GUIDES``."""
    site, _, guides = word.partition("=")
    return site_of(site), int(guides)


def builder_of(folder: Path, site: str) -> Builder | ToolBuilder:
    """Return what builds the guides in *folder* as *site*."""
    if site in TOOLS:
        return ToolBuilder(folder, site)
    kind, _, jobs = site.partition("-j")
    return Builder(folder, kind, int(jobs or 1))


def available(sites: list[str]) -> list[str]:
    """Return those of *sites* whose tools are there, or can be installed; say which are not."""
    failed = set()
    for tool in {TOOLS[site].packages: TOOLS[site] for site in sites if site in TOOLS}.values():
        try:
            set_up(tool)
        except (OSError, RuntimeError) as error:
            failed.add(tool.packages)
            print(f"left out, since it cannot be installed: {tool.packages[0]}\n{error}",
                  file=sys.stderr)  # fmt: skip
    return [site for site in sites if site not in TOOLS or TOOLS[site].packages not in failed]


def play(figures: Figures, folder: Path, sites: dict[int, list[str]], number: int) -> None:
    """Build every site of every size once, every other round in reverse order.

    Nothing is deleted before the last of them: see :func:`.measure.put_aside`.
    """
    # The first of the project's sites is built again after edits.
    edited = next((site for site in sites[max(sites)] if site.startswith("project")), "")
    for guides, names in sites.items():
        for site in names[:: -1 if number % 2 else 1]:
            print(f"round {number + 1}: {guides} guides, {site} ...", file=sys.stderr)
            builder = builder_of(folder / str(guides), site)
            figures.costs[guides, site].append(builder.clean())
            figures.sizes[guides, site] = builder.size()
            if isinstance(builder, Builder) and site == edited and guides == max(sites):
                for edit in EDITS:
                    figures.rebuilds[edit].append(rebuild(builder, edit))


def rebuild(builder: Builder, edit: str) -> tuple[Cost, int]:
    """Build again after *edit*, one of :data:`EDITS`; return the cost and the pages written."""
    pages = sorted(builder.docs.glob("*/*.md"))
    page = pages[len(pages) // 2]
    if edit == "one body":
        return builder.rebuild(page, "\n\n## ", "\n\nOne more sentence.\n\n## ")
    if edit == "one title":
        return builder.rebuild(page, "title: ", "title: Changed ")
    return builder.rebuild()


def filled(page: str, lines: Iterable[str]) -> str:
    """Return the text of *page* with *lines* between its marks."""
    before, _, rest = page.partition(MARK)
    _, _, after = rest.partition(END)
    return f"{before}{MARK}\n\n" + "\n".join(lines) + f"\n\n{END}{after}"


def options_of(words: list[str] | None = None) -> argparse.Namespace:
    """Return the options that *words*, or those of the command line, ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    add = parser.add_argument
    add("--guides", type=int, nargs="+", default=[100, 400], help="sizes of the sites")
    add("--chapters", type=int, default=4, help="guides of a career")
    add(
        "--only",
        type=site_of,
        nargs="+",
        default=SITES,
        metavar="SITE",
        help=f"some of the sites {', '.join(SITES)}; floor-j4 and the like, for more processes",
    )
    add(
        "--most",
        type=most_of,
        nargs="+",
        default=[],
        metavar="SITE=GUIDES",
        help="leave a site out above this size",
    )
    add("--repeat", type=int, help="rounds; otherwise as many as end within the time, at least one")
    add("--minutes", type=float, default=5, help="the time")
    add("--json", type=Path, metavar="FILE", help="write all figures there")
    add("--svg", type=Path, metavar="FILE", help="draw the CPU times there")
    add("--write-docs", action="store_true", help=f"both into {PAGE.name} of the documentation")
    return parser.parse_args(words)  # fmt: skip


def main() -> None:
    options = options_of()
    names = available(list(dict.fromkeys(options.only)))
    most = {**MOST, **dict(options.most)}
    sites = {
        guides: [name for name in names if guides <= most.get(name, guides)]
        for guides in sorted(set(options.guides))
    }
    start = time.monotonic()
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for guides in sites:
            generate(Path(folder) / str(guides), guides, options.chapters)
        number, slowest = 0, 0.0
        while number < (options.repeat or 1) or (
            not options.repeat and time.monotonic() + slowest < start + options.minutes * 60
        ):
            begun = time.monotonic()
            play(figures, Path(folder), sites, number)
            number, slowest = number + 1, max(slowest, time.monotonic() - begun)
    print("\n".join(text(figures)))
    if options.json:
        options.json.write_text(as_json(figures), encoding="utf-8")
    if options.svg:
        options.svg.write_text(picture(figures.series()), encoding="utf-8")
    if options.write_docs:
        PICTURE.write_text(picture(figures.series()), encoding="utf-8")
        PAGE.write_text(filled(PAGE.read_text("utf-8"), markdown(figures)), encoding="utf-8")


if __name__ == "__main__":
    main()
