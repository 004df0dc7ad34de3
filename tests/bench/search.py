"""Measure the search: ``python -m tests.bench.search``. It needs Chromium.

A generated site is built and indexed. Then a page of it is edited several times, and a browser
searches it: on a desk, and on a phone that is four times slower and on a line as slow as
Lighthouse's default (1.6 Mbit/s, 150 ms); and on the desk for a sample of queries of one to four
words. The exit status is 1 if a figure is above its limit.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from build_cache.garbage_collection import no_garbage_collection
from build_cache.stamps import stamp
from sphinx_pagefind.update import Site, update
from tests.browser.helpers.host import Host
from tests.browser.helpers.server import find_chromium, serve

from .generate import generate
from .measure import KINDS, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

OPTIONS = ["--exclude-selectors", "nav", "--include-characters", "+#&", "--keep-index-url"]
#: Figure -> its limit and unit; those without a limit are only shown.
LIMITS = {
    "CPU time of an edit": (1.0, "s"),
    "from / to the field, desk": (0.1, "s"),
    "from / to the field, phone": (1.0, "s"),
    "first query, desk": (None, "s"),
    "first query, phone": (None, "s"),
    "first query, median": (200.0, "kB"),
    "first query, most": (200.0, "kB"),
}
#: When a key is pressed, a field gets the focus, and a result appears.
WATCH = """window.times = {};
const note = (name) => { times[name] ??= performance.now(); };
addEventListener("keydown", () => note("key"), true);
addEventListener("focusin", ({ target }) => target.name === "q" && note("field"), true);
addEventListener("input", () => note("letter"), true);
new MutationObserver(() => document.querySelector(".guide-hit") && note("result"))
  .observe(document, { childList: true, subtree: true });"""


def build(folder: Path, guides: int) -> Path:
    """Generate and build a site, unless it is there; return the output folder."""
    out = folder / "out"
    if not (out / "index.html").is_file():
        generate(folder, guides)
        (folder / "conf.py").write_text(KINDS["project"], "utf-8")
        command = ["-m", "sphinx", "-q", "-c", str(folder), str(folder / "docs"), str(out)]
        run([sys.executable, *command, "-d", str(folder / "doctrees")])
    return out


def cpu() -> float:
    """Return the CPU time of this process and of those that it has waited for, in seconds."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def edits(out: Path, number: int) -> list[float]:
    """Edit a page several times; return the CPU time that each edit takes to be indexed."""
    pages = [
        file.relative_to(out).as_posix()
        for file in sorted(out.glob("*/*.html"))
        if "data-pagefind-body" in file.read_text("utf-8")
    ]
    page = out / pages[len(pages) // 2]
    before, costs = page.read_text("utf-8"), []
    with tempfile.TemporaryDirectory() as name, no_garbage_collection():
        site = Site(out, Path(name, "index"), OPTIONS, "en")
        for edit in range(number + 1):  # the first makes the index
            text = before.replace("<p>", f"<p>Edit {edit} of zebras. ", 1)
            page.write_text(text, "utf-8")
            start = cpu()
            stamps = {page: stamp(out / page) for page in pages}
            update(site, stamps, Path(name, "index.db"))
            costs.append(cpu() - start)
    page.write_text(before, "utf-8")
    return costs[1:]


def sample(out: Path, number: int) -> list[str]:
    """Return *number* queries of words of names, and as many of words of texts, of each length."""
    random = Random(1)
    pages = sorted(out.glob("*/overview.html"))
    names = sorted({word for page in pages for word in page.parent.name.split("-")})
    paragraphs = re.findall(r"(?s)<p>(.*?)</p>", random.choice(pages).read_text("utf-8"))
    text = re.sub(r"<[^>]*>", " ", " ".join(paragraphs))
    others = sorted({*re.findall(r"\b[a-z]{4,}\b", text)})
    return [
        " ".join(random.sample(words, length))
        for length in (1, 2, 3, 4)
        for words in (names, others)
        for _ in range(number)
    ]


def search(browser: Browser, address: str, words: str, *, is_phone: bool) -> dict[str, float]:
    """Search for *words* from a page that was opened for the first time.

    :returns: the seconds until the field and the first result, and the kB of the query
    """
    size: dict[str, Any] = {"viewport": {"width": 360 if is_phone else 1440, "height": 800}}
    context = browser.new_context(**size, is_mobile=is_phone, has_touch=is_phone)
    page = context.new_page()
    page.set_default_timeout(60_000)  # a slow phone on a busy machine
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if is_phone:
        line = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
        session.send("Network.emulateNetworkConditions", {"offline": False, **line})
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="networkidle")
    # On a busy machine the network may be idle before the page has read its scripts.
    page.wait_for_function("document.readyState === 'complete'")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator(".guide-hit").first.wait_for()
    page.wait_for_load_state("networkidle")
    times = page.evaluate("times")
    context.close()
    return {
        "field": (times["field"] - times["key"]) / 1e3,
        "result": (times["result"] - times["letter"]) / 1e3,
        "size": sum(sizes) / 1e3,
    }


def figures(folder: Path, guides: int, repeat: int, queries: int) -> dict[str, float]:
    """Return the figures by the names in :data:`LIMITS`."""
    out = build(folder, guides)
    found = {"CPU time of an edit": median(edits(out, repeat))}
    page = sorted(out.glob("*/overview.html"))[0]
    words = page.parent.name.split("-")[0]
    with serve(out, Host) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        place = f"{address}/{page.relative_to(out).as_posix()}"
        for name in ("desk", "phone"):
            rounds = [
                search(browser, place, words, is_phone=name == "phone") for _ in range(repeat)
            ]
            found[f"from / to the field, {name}"] = median(each["field"] for each in rounds)
            found[f"first query, {name}"] = median(each["result"] for each in rounds)
        asked = sample(out, queries)
        sizes = {query: search(browser, place, query, is_phone=False)["size"] for query in asked}
        browser.close()
    found["first query, median"] = median(sizes.values())
    found["first query, most"] = max(sizes.values())
    print("\n".join(f"{size:8.1f} kB  {query}" for query, size in sizes.items()))
    return found


def report(found: dict[str, float]) -> tuple[list[str], bool]:
    """Return a line for each figure, and whether all are within their limits."""
    lines, is_good = [], True
    for name, (limit, unit) in LIMITS.items():
        line = f"{name:28}{found[name]:8.2f} {unit}"
        if limit is not None:
            line += f" (limit {limit:g} {unit})"
            is_good &= found[name] <= limit
        lines.append(line)
    return lines, is_good


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--guides", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=3, help="edits, and searches on each device")
    parser.add_argument("--queries", type=int, default=3, help="of each kind and length")
    parser.add_argument("--folder", type=Path, help="keep the site there, or use the one there")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        lines, is_good = report(
            figures(options.folder or Path(name), options.guides, options.repeat, options.queries)
        )
    print("\n".join(lines))
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
