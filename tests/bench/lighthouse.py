"""``python -m tests.bench.lighthouse``: run Lighthouse on the documentation, as on a phone.

It tests a guide, a career's landing page and the home page, served like a good host does. The exit
status is 1 if the median of three runs is below 100 in any category.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser.helpers.host import Host, loaded
from tests.browser.helpers.server import serve
from tests.sites import ROOT

RUNS = 3
PAGES = ("nurse/overview.html", "nurse/index.html", "index.html")
#: The page read before, for the column "next".
BEFORE = "nurse/day-in-the-life.html"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
#: Column -> Lighthouse's audit, in milliseconds except for the shift, which has no unit.
AUDITS = {
    "LCP ms": "largest-contentful-paint",
    "CLS": "cumulative-layout-shift",
    "TBT ms": "total-blocking-time",
}


def find_chromium() -> str:
    """Return the path of Chromium; empty if there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = map(shutil.which, filter(None, [os.environ.get("CHROMIUM"), *names]))
    return next(filter(None, found), "")


def install() -> Path | None:
    """Return Lighthouse, in the version of ``package.json``; ``None`` if npm fails."""
    program = ROOT / "node_modules/.bin/lighthouse"
    if not program.exists():
        command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"]
        subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr)
    return program if program.exists() else None


def build(folder: Path) -> Path:
    """Build ``docs/`` in *folder*; return the folder of the pages."""
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-c", ROOT, ROOT / "docs"]
    subprocess.run([*command, "-d", folder / "doctrees", folder / "html"], check=True)
    return folder / "html"


def ask(program: Path, chromium: str, address: str) -> dict[str, Any]:
    """Return Lighthouse's report for a page, with its default settings: a phone, a slow network."""
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    run = subprocess.run(
        [program, address, flags, "--quiet", "--output=json", "--output-path=stdout"],
        check=True,
        stdout=subprocess.PIPE,
        timeout=180,
        env={**os.environ, "CHROME_PATH": chromium},
    )
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def weights(chromium: str, address: str) -> dict[str, tuple[float, float]]:
    """Return page -> kB (1,000 bytes) at the first visit, and after reading another page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only if there is Chromium

    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])

        def weigh(*paths: str) -> float:
            page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
            return [sum(loaded(page, f"{address}/{path}").values()) for path in paths][-1] / 1000

        for path in PAGES:
            found[path] = weigh(path), weigh(BEFORE, path)
        browser.close()
    return found


def table(reports: dict[str, list[dict[str, Any]]], kb: dict[str, tuple[float, float]]) -> str:
    """Return the table of medians, one line for each page."""
    lines = [
        f"{'page':20}  performance  a11y  practices  seo  LCP ms    CLS  TBT ms  kB first  next"
    ]
    for path, runs in reports.items():
        scores = [score(runs, name) for name in CATEGORIES]
        lcp, cls, tbt = (
            median(run["audits"][name]["numericValue"] for run in runs) for name in AUDITS.values()
        )
        lines.append(
            "{:20}  {:11.0f}  {:4.0f}  {:9.0f}  {:3.0f}".format(path, *scores)
            + f"  {lcp:6.0f}  {cls:5.3f}  {tbt:6.0f}  {kb[path][0]:8.1f}  {kb[path][1]:4.1f}"
        )
    return "\n".join(lines)


def score(runs: list[dict[str, Any]], category: str) -> float:
    """Return the median score of the runs, from 0 to 100."""
    return 100 * median(run["categories"][category]["score"] or 0 for run in runs)


def faults(runs: list[dict[str, Any]]) -> list[str]:
    """Return the audits that cost points in the last run."""
    audits, found = runs[-1]["audits"], []
    for category in runs[-1]["categories"].values():
        for ref in category["auditRefs"]:
            audit = audits[ref["id"]]
            if ref["weight"] and audit["score"] not in {None, 1}:
                found.append(
                    f"  {category['id']}: {audit['title']} {audit.get('displayValue', '')}"
                )
    return found


def main() -> int:
    chromium = find_chromium()
    tools = {"node": shutil.which("node"), "npm": shutil.which("npm"), "Chromium": chromium}
    missing = [name for name, path in tools.items() if not path]
    program = None if missing else install()
    if program is None:
        print(f"Lighthouse is skipped; missing: {', '.join(missing or ['Lighthouse itself'])}.")
        return 1 if os.environ.get("CI") else 0
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = build(Path(name))
        with serve(folder, Host) as address:
            kb = weights(chromium, address)
            reports: dict[str, list[dict[str, Any]]] = {path: [] for path in PAGES}
            for number in range(RUNS):
                for path, runs in reports.items():
                    print(f"run {number + 1}: {path} ...", file=sys.stderr)
                    runs.append(ask(program, chromium, f"{address}/{path}"))
    version = reports[PAGES[0]][0]["lighthouseVersion"]
    print(f"\nLighthouse {version}, mobile, medians of {RUNS} runs")
    print("kB: 1000 B as transferred, compressed, with headers, without the figure\n")
    print(table(reports, kb))
    below = [
        path
        for path, runs in reports.items()
        if any(score(runs, category) < 100 for category in CATEGORIES)
    ]
    for path in below:
        print(f"{path} is below 100:", *faults(reports[path]), sep="\n")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
