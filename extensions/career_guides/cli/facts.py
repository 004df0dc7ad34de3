"""``career-guides facts``: figures of pay and employment."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from career_guides.catalogue.load import FACTS
from career_guides.diagnostics.log import place
from career_guides.facts.csv_files import FactsError
from career_guides.facts.importer import import_release
from career_guides.facts.release import Release

from .arguments import date
from .exit_status import OK, PROBLEMS, USAGE

if TYPE_CHECKING:
    import argparse


def add_arguments(facts: argparse.ArgumentParser) -> None:
    """Add the command's actions and their arguments."""
    actions = facts.add_subparsers(required=True, metavar="ACTION")
    release = actions.add_parser("import", help="make a release out of the survey's own files")
    release.add_argument("files", type=Path, nargs="+", metavar="FILE", help="CSV files")
    release.add_argument(
        "--out", type=Path, default=Path("docs", FACTS), help="default: %(default)s"
    )
    release.add_argument("--release", default="", help="period that it is about, 'May 2026'")
    release.add_argument("--published", type=date, help="day of publication, as 2027-05-14")
    release.add_argument("--top-annual", type=float, default=0, help="highest yearly pay released")
    release.add_argument("--top-hourly", type=float, default=0, help="highest hourly pay released")
    release.add_argument("--onet", default="", help="version and licence of O*NET's file")


def run(arguments: argparse.Namespace) -> int:
    """Write a release, and print what was written."""
    published = arguments.published.isoformat() if arguments.published else ""
    about = Release(
        name=arguments.release,
        published=published,
        onet=arguments.onet,
        top_annual=arguments.top_annual,
        top_hourly=arguments.top_hourly,
    )
    try:
        lines = import_release(arguments.files, arguments.out, about)
    except FactsError as error:
        print(f"{place(error.path, error.line)}: ERROR: {error}", file=sys.stderr)
        return PROBLEMS
    except OSError as error:
        print(f"career-guides facts: {error}; nothing has been written", file=sys.stderr)
        return USAGE
    print("\n".join(lines))
    return OK
