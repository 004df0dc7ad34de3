"""Pages of the documentation that are visited, and what is looked at in them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import yaml

from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

HOME, LANDING, CHAPTER = "index.html", "liaison/index.html", "liaison/overview.html"
#: Tables and code.
REFERENCE = "contribute/front-matter.html"
#: A page of each other kind.
KINDS = ["liaison/pay.html", "a-z.html", "industry/international-relations.html", "search.html",
         "compare.html", "occupations.html", "find.html", REFERENCE]  # fmt: skip

ALL_KINDS = (HOME, LANDING, CHAPTER, *KINDS)
#: axe's rules that cannot hold, with the elements that may break them.
EXCEPT = {
    # Furo opens its drawers without JavaScript: a sibling selector leads from the check box to
    # the page, so that the box comes before all landmarks.
    "region": {"#__navigation", "#__toc"},
}


def build_docs(folder: Path, builder: str) -> Path:
    """Build the documentation with the real command; return the output, a folder in *folder*."""
    out = folder / builder
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-c", ROOT, "-d", folder / "doctrees"]
    run = subprocess.run(
        [*command, ROOT / "docs", out], capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return out


def findings(page: Page) -> list[str]:
    """Return what axe-core has to say about the page.

    Click targets are at least 24 pixels each way, or as far from the next: WCAG 2.2, 2.5.8. axe
    looks at that on request.
    """
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - after the skip

    rules = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    found = []
    for violation in Axe().run(page, options=rules).response["violations"]:
        for node in violation["nodes"]:
            target = " ".join(map(str, node["target"]))
            if target not in EXCEPT.get(violation["id"], ()):
                found.append(f"{violation['id']}: {target}: {node['failureSummary']}")
    return found


def chapters() -> list[str]:
    """Return the names of the liaison's ring as its source files have it."""
    names = ["index"]
    while names.count(names[-1]) == 1:
        text = (ROOT / "docs/liaison" / f"{names[-1]}.md").read_text("utf-8")
        following = yaml.safe_load(text.split("---\n")[1])["next"]
        names.append(following["to"] if isinstance(following, dict) else following)
    return names[1:]


def shown(page: Page, selector: str) -> list[bool]:
    """Return for each element whether the reader sees it."""
    return [element.is_visible() for element in page.query_selector_all(selector)]


def focus_ring(page: Page) -> str:
    """Return the width of the outline around what has the focus, empty where there is none."""
    return page.evaluate(
        """() => {
            const style = getComputedStyle(document.activeElement)
            return style.outlineStyle === 'none' ? '' : style.outlineWidth
        }"""
    )


#: Elements that reach out of the page, those left out that a scroller of their own holds.
WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => !e.closest('.table-wrapper > *, .guide-letters > *, pre, svg'))
    .filter(e => !e.closest('.sidebar-drawer, .toc-drawer'))
    .filter(e => !e.closest('.overlay, .skip-to-content, .sidebar-toggle') && e.checkVisibility())
    .filter(e => {
        const box = e.getBoundingClientRect()
        return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5)
    })
    .map(e => e.outerHTML.slice(0, 120))"""


def wait_for_sort(page: Page, header: str) -> None:
    """Wait until a table is sorted, which it is by a timer after its *header* says so.

    :param header: selector of the header with its ``aria-sort``
    """
    page.locator(header).wait_for()
    page.evaluate("new Promise((done) => setTimeout(done, 10))")  # timers run one after the other
