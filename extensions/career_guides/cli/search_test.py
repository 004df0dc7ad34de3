"""``career-guides search-test``: whether queries find the page that they should."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_pagefind import query_test

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "table", type=Path, metavar="FILE", help="table with a line 'query -> page' for each query"
    )
    parser.add_argument(
        "--site",
        type=Path,
        metavar="FOLDER",
        default=Path("build/html"),
        help="folder of the site, as it was built; default: build/html",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the queries that find another page, and the number of those that find theirs."""
    return query_test.run(arguments.site, arguments.table)
