"""``python -m tests.bench``: what a build of many guides costs, beside Sphinx's bare floor."""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

from .generate import generate
from .measure import Builder, Cost, Size

EDITS = ("nothing", "one body", "one title")


@dataclass
class Figures:
    """All that has been measured, one item a round.

    :ivar costs: (guides, kind of site) -> builds from scratch
    :ivar sizes: the same -> what they wrote
    :ivar rebuilds: edit -> rebuilds of the largest site, and the pages that they wrote
    """

    costs: dict[tuple[int, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[tuple[int, str], Size] = field(default_factory=dict)
    rebuilds: dict[str, list[tuple[Cost, int]]] = field(default_factory=lambda: defaultdict(list))

    def median(self, guides: int, kind: str, name: str) -> float:
        return float(median(getattr(cost, name) for cost in self.costs[guides, kind]))


def play(
    figures: Figures, folder: Path, sites: dict[int, list[str]], jobs: int, number: int
) -> None:
    """Build every site of every size once, every other round in reverse order."""
    for guides, kinds in sites.items():
        for kind in kinds[:: -1 if number % 2 else 1]:
            print(f"round {number + 1}: {guides} guides, {kind} ...", file=sys.stderr)
            builder = Builder(folder / str(guides), kind, jobs)
            figures.costs[guides, kind].append(builder.clean())
            figures.sizes[guides, kind] = builder.size()
            if kind == "project" and guides == max(sites):
                for edit in EDITS:
                    figures.rebuilds[edit].append(rebuild(builder, edit))


def rebuild(builder: Builder, edit: str) -> tuple[Cost, int]:
    pages = sorted(builder.docs.glob("*/*.md"))
    page = pages[len(pages) // 2]
    if edit == "one body":
        return builder.rebuild(page, "\n\n## ", "\n\nOne more sentence.\n\n## ")
    if edit == "one title":
        return builder.rebuild(page, "title: ", "title: Changed ")
    return builder.rebuild()


def report(figures: Figures, jobs: int) -> list[str]:
    """Return the lines of the tables."""
    packages = ("Sphinx", "myst-parser", "furo", "career-guides")
    rounds = max(len(costs) for costs in figures.costs.values())
    lines = [
        f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in packages),
        f"medians of {rounds} rounds, -j {jobs}; x: to the floor; +-: half the spread; kB: 1000 B",
        "",
        "guides  site         CPU s    x   +-%   wall s    x  peak MB  HTML kB  largest  index kB",
    ]
    for (guides, kind), size in figures.sizes.items():
        cpu, wall, peak = (figures.median(guides, kind, key) for key in ("cpu", "wall", "peak"))
        all_cpu = [cost.cpu for cost in figures.costs[guides, kind]]
        lines.append(
            f"{guides:6}  {kind:10} {cpu:7.1f} {cpu / figures.median(guides, 'floor', 'cpu'):4.2f}"
            f" {50 * (max(all_cpu) - min(all_cpu)) / cpu:5.1f}"
            f"  {wall:7.1f} {wall / figures.median(guides, 'floor', 'wall'):4.2f}"
            f"  {peak:7.0f}  {size.mean:7.1f}  {size.largest:7.1f}  {size.index:8.0f}"
        )
    sizes = sorted({guides for guides, _ in figures.costs})
    if len(sizes) > 1:
        lines += ["", f"CPU time grows from {sizes[0]} to {sizes[-1]} guides with the exponent"]
        for kind in dict.fromkeys(kind for guides, kind in figures.costs if guides == sizes[-1]):
            ratio = figures.median(sizes[-1], kind, "cpu") / figures.median(sizes[0], kind, "cpu")
            lines.append(f"  {kind:10} {math.log(ratio) / math.log(sizes[-1] / sizes[0]):.2f}")
    lines += ["", f"{sizes[-1]} guides, project, built again"]
    lines += ["  changed    wall s  CPU s  pages written"]
    for edit, found in figures.rebuilds.items():
        wall, cpu = (median(getattr(cost, key) for cost, _ in found) for key in ("wall", "cpu"))
        lines.append(f"  {edit:10} {wall:6.1f} {cpu:6.1f}  {max(pages for _, pages in found):13}")
    return lines


def as_json(figures: Figures) -> str:
    rows = [
        {"guides": guides, "site": kind, **asdict(size),
         "rounds": [asdict(cost) for cost in figures.costs[guides, kind]]}
        for (guides, kind), size in figures.sizes.items()
    ]  # fmt: skip
    rebuilds = {
        edit: [{**asdict(cost), "pages": pages} for cost, pages in found]
        for edit, found in figures.rebuilds.items()
    }
    return json.dumps({"builds": rows, "rebuilds": rebuilds}, indent=1)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    add = parser.add_argument
    add("--guides", type=int, nargs="+", default=[400, 1600], help="sizes of the sites")
    add("--chapters", type=int, default=4, help="guides of a career")
    add("--repeat", type=int, help="rounds; otherwise as many as end within the time, at least one")
    add("--minutes", type=float, default=5, help="the time")
    add("--jobs", type=int, default=1, help="processes of a build")
    add("--stock-furo", type=int, nargs="?", const=400, default=0, metavar="MOST",
        help="Furo without the extension too, up to this size: its time is quadratic")  # fmt: skip
    add("--json", type=Path, metavar="FILE", help="write all figures there")
    options = parser.parse_args()

    start = time.monotonic()
    figures = Figures()
    sites = {
        guides: ["floor", "project"] + ["stock furo"] * (guides <= options.stock_furo)
        for guides in sorted(set(options.guides))
    }
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for guides in sites:
            generate(Path(name) / str(guides), guides, options.chapters)
        number, slowest = 0, 0.0
        while number < (options.repeat or 1) or (
            not options.repeat and time.monotonic() + slowest < start + options.minutes * 60
        ):
            begun = time.monotonic()
            play(figures, Path(name), sites, options.jobs, number)
            number, slowest = number + 1, max(slowest, time.monotonic() - begun)
    print("\n".join(report(figures, options.jobs)))
    if options.json:
        options.json.write_text(as_json(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
