"""``career-guides facts``: figures of pay and employment."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from career_guides.catalogue.load import FACTS
from career_guides.diagnostics.place import place
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
    release = actions.add_parser("import", help="read the publishers' files into the figures")
    add = release.add_argument
    about = "files of the Bureau of Labor Statistics and of O*NET, as published (.zip, .xlsx, .txt)"
    add("files", type=Path, nargs="+", metavar="FILE", help=f"{about}, or .csv")
    add("--out", type=Path, default=Path("docs", FACTS), help="default: %(default)s")
    add("--release", default="", help="period of files that do not say it, 'May 2026'")
    add("--published", type=date, help="day of publication, as 2027-05-14")
    top = "pay by the {} that '#' stands for, in files that do not say it"
    add("--top-annual", type=float, default=0, help=top.format("year"))
    add("--top-hourly", type=float, default=0, help=top.format("hour"))
    onet = "credit of O*NET files that do not say it: name, version, licence"
    add("--onet", default="", help=onet)


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
