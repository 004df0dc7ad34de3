"""Test the search of a site with a table of queries, and the page that each should find first.

A line of the table is a query and what is expected::

    nurse pay      -> nurse/pay
    rn             -> nurse/overview | nurse/index
    electricain    -> ?electrician
    zxqwv          -> nothing

A page is given without suffix; behind ``|`` are others that are as good. ``?`` expects the word to
be offered, ``nothing`` that nothing is found. Blank lines and lines that begin with ``#`` are left
out. The queries are run by Node.js with the code that runs in the browser.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .config import HERE
from .run import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator


NOTHING = "nothing"

#: What the browser loads to understand a query.
MODULES = tuple(
    f"guide-search-{name}.js" for name in ("query", "ranking", "scores", "spelling", "words")
)


class QueryTestError(Exception):
    """The table cannot be read, or the queries cannot be run; the message says why."""


@dataclass(frozen=True)
class Row:
    """A line of the table.

    :param line: its number
    :param query: as readers type it
    :param expected: the pages, ``?word``, or ``nothing``
    """

    line: int
    query: str
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What the search gives for a row.

    :param row: the line of the table
    :param words: what was searched for
    :param pages: the first results, without suffix
    :param suggestions: words offered for misspelled ones, and the query with each of them
    """

    row: Row
    words: tuple[str, ...]
    pages: tuple[str, ...]
    suggestions: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether it is what the row expects."""
        if self.row.expected == (NOTHING,):
            return not self.pages
        offered = {f"?{word}" for word in self.suggestions}
        return bool({*self.pages[:1], *offered} & {*self.row.expected})


def read_table(file: Path) -> list[Row]:
    """Read a table of queries.

    :raises QueryTestError: if a line has no ``->``, or nothing on one side of it
    """
    rows = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        query, _arrow, expected = (part.strip() for part in line.partition("->"))
        pages = tuple(page.strip(" /") for page in expected.split("|") if page.strip())
        if not (query and pages):
            message = f"{file}:{number}: expected 'query -> page', got {line.strip()!r}"
            raise QueryTestError(message)
        rows.append(Row(number, query, pages))
    return rows


def answers(site: Path, rows: list[Row]) -> list[Answer]:
    """Run the queries of a table over a site that was built.

    :param site: the output folder
    :raises QueryTestError: if the site has no index, or Node.js is missing or fails
    """
    node = shutil.which("node")
    if node is None:
        message = "Node.js is not installed; it runs the search as a browser does"
        raise QueryTestError(message)
    if not (site / FOLDER / "pagefind.js").is_file():
        message = f"{site} has no search index; build the site with Pagefind first"
        raise QueryTestError(message)
    with tempfile.TemporaryDirectory() as name, served(site) as address:
        shutil.copyfile(HERE / "run_queries.mjs", Path(name, "run_queries.mjs"))
        shutil.copyfile(site / FOLDER / "pagefind.js", Path(name, "pagefind.js"))
        for module in MODULES:
            shutil.copyfile(site / "_static" / module, Path(name, module))
        Path(name, "package.json").write_text('{"type": "module"}', "utf-8")
        done = subprocess.run(  # noqa: S603 - no word of the command is an author's
            [node, str(Path(name, "run_queries.mjs")), address],
            input=json.dumps([row.query for row in rows]),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "Error" in line]
        raise QueryTestError("the queries could not be run: " + (lines or ["no reason given"])[0])
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return [
        Answer(
            row,
            tuple(one["words"]),
            tuple(page.strip("/").removesuffix(".html") for page in one["pages"]),
            tuple(one["suggestions"]),
        )
        for row, one in zip(rows, found, strict=True)
    ]


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder to this machine; yield its address."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def report(site: Path, table: Path) -> tuple[list[str], bool]:
    """Run a table of queries.

    :param site: the output folder
    :param table: the file
    :returns: a line for each query that finds another page, then one that counts; and whether all
        find what they should
    :raises QueryTestError: if a file cannot be read, or the queries cannot be run
    """
    try:
        rows = read_table(table)
    except (OSError, UnicodeDecodeError) as error:
        message = f"{table} cannot be read: {error}"
        raise QueryTestError(message) from None
    found = answers(site, rows)
    lines = []
    for one in found:
        if not one.is_right:
            got = one.pages[0] if one.pages else NOTHING
            words = " ".join(one.words)
            expected = " | ".join(one.row.expected)
            lines.append(
                f"{table}:{one.row.line}: {one.row.query!r} finds {got}, not {expected}"
                f" (searched for: {words})"
            )
    number = sum(one.is_right for one in found)
    share = f"{100 * number / len(found):.0f} %" if found else "none"
    return [*lines, f"{number} of {len(found)} queries find the right page ({share})"], not lines


def run(site: Path, table: Path) -> int:
    """Print the report.

    :returns: an exit status: 0; 1 if a query finds another page; 2 if the table cannot be run
    """
    try:
        lines, is_right = report(site, table)
    except QueryTestError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command
        return 2
    print("\n".join(lines))  # noqa: T201
    return 0 if is_right else 1


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m sphinx_pagefind.query_test",
        description="Test the search of a site with a table of queries.",
    )
    parser.add_argument("site", type=Path, help="folder of the site, as it was built")
    parser.add_argument("table", type=Path, help="file with a line 'query -> page' for each query")
    arguments = parser.parse_args()
    return run(arguments.site, arguments.table)


if __name__ == "__main__":
    sys.exit(main())
