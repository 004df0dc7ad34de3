"""Report the results of the benchmark as tables."""

from __future__ import annotations

import json
import math
import os
import platform
import re
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from .interpreters import floor_of
from .measure import Cost, Size
from .tools import TOOLS, installed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .interpreters import Interpreter

_CPUS = Path("/proc/cpuinfo")
_BUSY = " Other programs kept the machine busy: compare CPU time, not wall time."
_COLUMNS = (
    *("guides", "site", "CPU s", "x", "+-%", "wall s", "x", "peak MB"),
    *("HTML kB", "largest", "index kB", "exponent"),
)


@dataclass
class Figures:
    """All measurements, with one item for each round.

    :ivar costs: (guides, site) -> costs of clean builds
    :ivar sizes: (guides, site) -> sizes of their output
    :ivar rebuilds: edit -> costs of rebuilding the project's largest site, and pages written
    :ivar pythons: the Pythons with which Sphinx is run
    """

    costs: dict[tuple[int, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[tuple[int, str], Size] = field(default_factory=dict)
    rebuilds: dict[str, list[tuple[Cost, int]]] = field(default_factory=lambda: defaultdict(list))
    pythons: list[Interpreter] = field(default_factory=list)

    def median(self, guides: int, site: str, name: str) -> float:
        """Return the median of ``cpu``, ``wall`` or ``peak`` over all rounds."""
        return float(median(getattr(cost, name) for cost in self.costs[guides, site]))

    def ratio(self, guides: int, site: str, name: str) -> float:
        """Return that median as a multiple of the floor's, or else of the first site's.

        A Python's sites are compared with the floor that it builds, all others with the first.
        """
        sites = [other for size, other in self.costs if size == guides]
        floors = [floor_of(site), *(other for other in sites if other.startswith("floor"))]
        base = next((other for other in floors if other in sites), sites[0])
        return self.median(guides, site, name) / self.median(guides, base, name)

    def spread(self, guides: int, site: str) -> float:
        """Return half the difference in CPU time between the slowest and fastest rounds, in %."""
        all_cpu = [cost.cpu for cost in self.costs[guides, site]]
        return 50 * (max(all_cpu) - min(all_cpu)) / self.median(guides, site, "cpu")

    def exponent(self, guides: int, site: str) -> float | None:
        """Return *e* if CPU time grows as guides ** e, starting at the site's smallest size."""
        smallest = min(size for size, other in self.costs if other == site)
        if smallest == guides:
            return None
        growth = self.median(guides, site, "cpu") / self.median(smallest, site, "cpu")
        return math.log(growth) / math.log(guides / smallest)

    def short(self, site: str) -> str:
        """Return a site's name for the page: what other Pythons build has the version of Sphinx."""
        for number, python in enumerate(self.pythons):
            if site.endswith(python.label):
                version = ".".join(python.versions["Sphinx"].split(".")[:2])
                return site.removesuffix(python.label) + (f" {version}" if number else "")
        return site

    def series(self) -> dict[str, list[tuple[int, float]]]:
        """Return site -> (guides, median CPU seconds), smallest size first; of the first Python."""
        others = tuple(python.label for python in self.pythons[1:])
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for guides, site in sorted(self.costs):
            if not site.endswith(others):
                found[self.short(site)].append((guides, self.median(guides, site, "cpu")))
        return dict(found)


def rows(figures: Figures) -> list[list[str]]:
    """Return the table, header first: one row for each site and size."""
    table = [list(_COLUMNS)]
    for (guides, site), size in figures.sizes.items():
        cpu, wall, peak = (figures.median(guides, site, key) for key in ("cpu", "wall", "peak"))
        exponent = figures.exponent(guides, site)
        table.append([
            f"{guides}", site,
            f"{cpu:.1f}", f"{figures.ratio(guides, site, 'cpu'):.2f}",
            f"{figures.spread(guides, site):.1f}" if len(figures.costs[guides, site]) > 1 else "",
            f"{wall:.1f}", f"{figures.ratio(guides, site, 'wall'):.2f}", f"{peak:.0f}",
            f"{size.mean:.1f}", f"{size.largest:.1f}", f"{size.index:.0f}",
            "" if exponent is None else f"{exponent:.2f}",
        ])  # fmt: skip
    return table


def edits(figures: Figures) -> list[list[str]]:
    """Return the table of rebuilds, header first."""
    table = [["changed", "wall s", "CPU s", "pages written"]]
    for edit, found in figures.rebuilds.items():
        wall, cpu = (median(getattr(cost, key) for cost, _ in found) for key in ("wall", "cpu"))
        table.append([edit, f"{wall:.1f}", f"{cpu:.1f}", f"{max(pages for _, pages in found)}"])
    return table


def as_text(table: list[list[str]]) -> list[str]:
    """Return the lines of *table* for a terminal, with words left- and numbers right-aligned."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    words = {table[0].index(name) for name in ("source", "site", "changed") if name in table[0]}
    return [
        "  ".join(
            cell.ljust(width) if number in words else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ).rstrip()
        for cells in table
    ]


def as_markdown(table: list[list[str]]) -> list[str]:
    """Return the lines of *table* as Markdown."""
    rule = ["---" if name in ("source", "site", "changed") else "---:" for name in table[0]]
    return [f"| {' | '.join(cells)} |" for cells in (table[0], rule, *table[1:])]


def machine(pythons: Iterable[Interpreter]) -> str:
    """Describe the machine and the versions of the Pythons and of what builds the project."""
    cpus = _CPUS.read_text("utf-8") if _CPUS.is_file() else ""
    models = [line.partition(": ")[2] for line in cpus.splitlines() if "model name" in line]
    name = models[0] if models else platform.machine()
    return f"{os.cpu_count()} cores ({name}), {'; '.join(map(str, pythons))}"


def circumstances(figures: Figures) -> str:
    """Describe the machine, the versions, the number of rounds, and other load."""
    sites = dict.fromkeys(site for _, site in figures.costs)
    pins = {(installed(tool) or tool.pins)[0]: 1 for site, tool in TOOLS.items() if site in sites}
    tools = [re.sub("==|(?<=.)@", " ", pin) for pin in pins]
    rounds = max(len(costs) for costs in figures.costs.values())
    # A single process uses a core all the time, unless it has to wait for other programs.
    busy = any(
        figures.median(guides, site, "cpu") < 0.8 * figures.median(guides, site, "wall")
        for guides, site in figures.costs
        if site.startswith("floor")
    )
    return (
        ", ".join([machine(figures.pythons), *tools])
        + ". "
        + (f"Medians of {rounds} rounds." if rounds > 1 else "One round.")
        + (_BUSY if busy else "")
    )


def text(figures: Figures) -> list[str]:
    """Return the lines of the report for a terminal."""
    lines = [circumstances(figures), "", *as_text(rows(figures))]
    if figures.rebuilds:
        lines += ["", f"{largest(figures)} guides, project, rebuilt"]
        lines += as_text(edits(figures))
    return lines


def markdown(figures: Figures) -> list[str]:
    """Return the lines of the report as Markdown, with a table for each size."""
    heading, *cells = rows(figures)
    for row in cells:
        row[1] = figures.short(row[1])
    # Save space: the size is in the heading, and a single round has no spread.
    shown = [
        number
        for number, name in enumerate(heading)
        if name != "guides" and any(row[number] for row in cells)
    ]
    lines = [circumstances(figures)]
    for guides in sorted({guides for guides, _ in figures.costs}):
        table = [heading, *(row for row in cells if row[0] == str(guides))]
        lines += ["", f"### {guides:,} guides", ""]
        lines += as_markdown([[row[number] for number in shown] for row in table])
    if figures.rebuilds:
        lines += ["", f"### {largest(figures):,} guides, rebuilt after an edit", ""]
        lines += ["Only the site `project`.", "", *as_markdown(edits(figures))]
    return lines


def largest(figures: Figures) -> int:
    """Return the number of guides of the project's largest site."""
    return max(guides for guides, site in figures.costs if site.startswith("project"))


def as_json(figures: Figures) -> str:
    """Return the figures of all rounds as JSON."""
    builds = [
        {"guides": guides, "site": site, **asdict(size),
         "rounds": [asdict(cost) for cost in figures.costs[guides, site]]}
        for (guides, site), size in figures.sizes.items()
    ]  # fmt: skip
    rebuilds = {
        edit: [{**asdict(cost), "pages": pages} for cost, pages in found]
        for edit, found in figures.rebuilds.items()
    }
    return json.dumps({"builds": builds, "rebuilds": rebuilds}, indent=1)
