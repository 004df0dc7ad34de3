"""Build existing folders of guides: as plain Sphinx, and as the project.

Plain Sphinx gets the same files. It does not know the project's directives and says so, which
costs it next to nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from .interpreters import floor_of, variables
from .measure import CACHE, EXTENSIONS, FLOOR, Cost, put_aside, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .interpreters import Interpreter

ROOT = Path(__file__).parents[2]
#: Hugo sites that are imported, as far as they are there.
HUGO = ROOT.parent / "shared" / "hugo"
SAMPLES = ("workdojos", "kubeflow")

# As in our conf.py, for both, so that both read the same markup.
COMMON = """\
project = "Guides"
language = "en"
html_title = project
html_baseurl = "https://example.org/"
extensions = ["myst_parser"]
exclude_patterns = ["README.md"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist",
                          "strikethrough", "tasklist"]
myst_heading_anchors = 3
smartquotes = False
"""
#: Site -> its conf.py. Of the two in the middle, the second finds what the first has cached.
SITES = {
    "floor": COMMON + FLOOR,
    "project": COMMON + EXTENSIONS,
    "pictures made before": COMMON + EXTENSIONS,
    "without variants": COMMON + EXTENSIONS + "guides_image_variants = False\n",
}
COLUMNS = ("source", "site", "CPU s", "x", "wall s", "x", "peak MB", "output MB")


@dataclass
class Sources:
    """All measurements, with one item for each round.

    :ivar costs: (source, site) -> costs of clean builds
    :ivar output: (source, site) -> size of the output, in MB (1,000,000 bytes)
    """

    costs: dict[tuple[str, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    output: dict[tuple[str, str], float] = field(default_factory=dict)

    def best(self, source: str, site: str, name: str) -> float:
        """Return the least of ``cpu``, ``wall`` or ``peak``: other programs only ever add to it."""
        return float(min(getattr(cost, name) for cost in self.costs[source, site]))

    def ratio(self, source: str, site: str, name: str) -> float:
        """Return that figure as a multiple of the floor's, built by the same Python."""
        return self.best(source, site, name) / self.best(source, floor_of(site), name)

    def rows(self) -> list[list[str]]:
        """Return the table, header first: one row for each source and site."""
        table = [list(COLUMNS)]
        for source, site in self.costs:
            cpu, wall, peak = (self.best(source, site, name) for name in ("cpu", "wall", "peak"))
            table.append([
                source, site,
                f"{cpu:.1f}", f"{self.ratio(source, site, 'cpu'):.2f}",
                f"{wall:.1f}", f"{self.ratio(source, site, 'wall'):.2f}",
                f"{peak:.0f}", f"{self.output[source, site]:.1f}",
            ])  # fmt: skip
        return table


def imported(folder: Path) -> dict[str, Path]:
    """Import the samples that are there into *folder*; return name -> source folder.

    :raises RuntimeError: with the output, if an import writes nothing
    """
    found = {}
    for name in SAMPLES:
        if not (HUGO / name).is_dir():
            print(f"left out because it is not there: {HUGO / name}", file=sys.stderr)
            continue
        out = folder / name
        command = [sys.executable, "-m", "career_guides.cli", "import-hugo", str(HUGO / name)]
        command += ["--out", str(out), "--fix-links"]
        # It ends with 1 if a page needs an author, as real pages do.
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode > 1 or not (out / "index.md").is_file():
            raise RuntimeError(done.stdout + done.stderr)
        found[name] = out
    return found


def copied(sources: Iterable[Path], folder: Path) -> dict[str, Path]:
    """Copy sources into *folder*, so that nobody changes them meanwhile; return name -> copy."""
    found: dict[str, Path] = {}
    for source in sources:
        name = source.resolve().name
        if name in found:
            name = f"{source.resolve().parent.name}/{name}"
        found[name] = folder / name
        shutil.copytree(source, found[name], symlinks=True)
    return found


def measure(
    sources: Mapping[str, Path], folder: Path, rounds: int, pythons: Mapping[str, Interpreter]
) -> Sources:
    """Build each source as each of the :data:`SITES`, in turn, and return what it cost.

    :param sources: name -> source folder
    :param folder: a temporary folder; in each round, the first build finds an empty cache there
    :param pythons: what is added to the name of a site -> the Python that builds it
    """
    found = Sources()
    for number in range(rounds):
        for (name, source), (label, python), site in product(
            sources.items(), pythons.items(), SITES
        ):
            print(f"round {number + 1}: {name}, {site}{label} ...", file=sys.stderr)
            place = folder / name
            found.costs[name, site + label].append(build(source, place, site, python.path))
            size = sum(file.stat().st_size for file in place.glob("html/**/*") if file.is_file())
            found.output[name, site + label] = size / 1e6
    return found


def build(source: Path, place: Path, site: str, python: str = sys.executable) -> Cost:
    """Build *source* in one process, into an empty folder in *place*, and return the cost."""
    for name in ("html", "doctrees", *([CACHE] if site == "project" else [])):
        put_aside(place / name)
    place.mkdir(parents=True, exist_ok=True)
    (place / "conf.py").write_text(SITES[site], encoding="utf-8")
    command = [python, "-m", "sphinx", "-q", "-c", str(place)]
    command += ["-d", str(place / "doctrees"), str(source), str(place / "html")]
    return run(command, environment=variables())
