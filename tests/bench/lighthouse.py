"""``python -m tests.bench.lighthouse``: what Lighthouse says to the documentation, on a phone.

A guide, a career's page and the home page, served as a good host does. 100 in each category is
due: the exit status is 1 where the median of three runs is below.
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
#: What readers of the next page have seen.
BEFORE = "nurse/day-in-the-life.html"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
#: Column -> Lighthouse's audit, milliseconds but for the shift, which has no unit.
AUDITS = {
    "LCP ms": "largest-contentful-paint",
    "CLS": "cumulative-layout-shift",
    "TBT ms": "total-blocking-time",
}


def find_chromium() -> str:
    """Return the path of Chromium; empty where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = map(shutil.which, filter(None, [os.environ.get("CHROMIUM"), *names]))
    return next(filter(None, found), "")


def install() -> Path | None:
    """Return Lighthouse's program, at the version of ``package.json``; ``None`` if npm fails."""
    program = ROOT / "node_modules/.bin/lighthouse"
    if not program.exists():
        command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"]
        subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr)
    return program if program.exists() else None


def build(folder: Path) -> Path:
    """Build ``docs/`` into *folder*; return where the pages are."""
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-c", ROOT, ROOT / "docs"]
    subprocess.run([*command, "-d", folder / "doctrees", folder / "html"], check=True)
    return folder / "html"


def ask(program: Path, chromium: str, address: str) -> dict[str, Any]:
    """Return what Lighthouse reports of a page, in its default setting: a phone, slow lines."""
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
    """Return page -> kB (1,000 bytes) at the first visit, and after another page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is Chromium

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
    """Return the table: medians, a page a line."""
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
    """Return the median of the runs, up to 100."""
    return 100 * median(run["categories"][category]["score"] or 0 for run in runs)


def faults(runs: list[dict[str, Any]]) -> list[str]:
    """Return what costs points in the last run: the audits that count and have not the best."""
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
        print(f"Lighthouse is not asked: there is no {', no '.join(missing or ['way to get it'])}.")
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
    print("kB: 1000 B as sent, compressed, with headers, without the figure\n")
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
