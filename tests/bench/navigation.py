"""Measure what the navigation of a page costs: ``python -m tests.bench.navigation``.

This includes the drawer, site links, neighbours, and the replacement for the theme's own tree.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from .generate import generate
from .measure import Builder

# The functions are replaced before the extension connects them.
_TIMED = """
import time
from pathlib import Path
from career_guides.html import context as page, sidebar as navigation

spent, pages = 0.0, 0

def timed(function):
    def call(*arguments):
        global spent
        start = time.perf_counter()
        function(*arguments)
        spent += time.perf_counter() - start
    return call

navigation.on_html_page_context_early = timed(navigation.on_html_page_context_early)
navigation.on_html_page_context_late = timed(navigation.on_html_page_context_late)
page.set_neighbours = timed(page.set_neighbours)

def count(*_arguments):
    global pages
    pages += 1

def write(app, _error):
    Path(app.confdir, "milliseconds").write_text(str(1000 * spent / pages))

def setup(app):
    app.connect("html-page-context", count)
    app.connect("build-finished", write)
"""


def navigation(guides: int, chapters: int) -> float:
    """Return the milliseconds that the navigation of a page takes, with *guides* guides.

    :param chapters: guides per career
    :raises RuntimeError: with the output, if the build fails
    """
    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), guides, chapters)
        builder = Builder(Path(name), "project")
        with (builder.folder / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(_TIMED)
        builder.clean()
        return float((builder.folder / "milliseconds").read_text("utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.navigation", description=__doc__)
    parser.add_argument("--guides", type=int, nargs="+", default=[100, 400, 1600])
    parser.add_argument("--chapters", type=int, nargs="+", default=[4, 14])
    options = parser.parse_args()
    for chapters in options.chapters:
        for guides in options.guides:
            spent = navigation(guides, chapters)
            print(f"{guides} guides, {chapters} per career: {spent:.3f} ms of navigation per page")


if __name__ == "__main__":
    main()
