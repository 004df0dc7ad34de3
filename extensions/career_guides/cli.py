"""``career-guides``: what can be done with a folder of guides without building it."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .facts import Release
from .facts_files import FactsError
from .facts_import import import_release
from .report import place
from .sources import FACTS, MARKDOWN, load
from .typed_figures import typed_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

OK, PROBLEMS, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 where it found problems. Wrong usage exits with 2."""
    parser = argparse.ArgumentParser(prog="career-guides", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="check front matter, links and images of guides")
    check.add_argument("source", type=Path, nargs="?", default=Path("docs"), help="default: docs")
    check.add_argument("--drafts", action="store_true", help="check drafts as if they were built")
    check.add_argument(
        "--today",
        type=date,
        help="a review that has run out by DATE is a problem; without it, those that have run out"
        " by now are listed only",
    )
    check.set_defaults(run=run_check)

    facts = commands.add_parser("facts", help="read figures of pay and employment")
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
    release.set_defaults(run=run_facts_import)

    hugo = commands.add_parser("import-hugo", help="import a Hugo site as guides")
    live = commands.add_parser("live", help="preview that follows edits")
    # Their libraries are extras of their own, and take longer to load than a check takes.
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["live"]:
        try:
            from .live import cli as live_cli  # noqa: PLC0415
        except ImportError as error:
            live.error(f"{error}; install it with: pip install 'career-guides[live]'")
        live_cli.add_arguments(live)
        live.set_defaults(run=live_cli.run)
    if words[:1] == ["import-hugo"]:
        try:
            from .hugo import cli as hugo_cli  # noqa: PLC0415
        except ImportError as error:
            hugo.error(f"{error}; install it with: pip install 'career-guides[import]'")
        hugo_cli.add_arguments(hugo)
        hugo.set_defaults(run=hugo_cli.run)

    arguments = parser.parse_args(argv)
    return int(arguments.run(arguments))


def date(text: str) -> dt.date:
    """Read a day; argparse names this function where it cannot be."""
    return dt.date.fromisoformat(text)


def run_check(arguments: argparse.Namespace) -> int:
    """Print what is wrong, a line each as the build words it."""
    source: Path = arguments.source
    if not source.is_dir():
        print(f"career-guides: no folder {source}", file=sys.stderr)
        return USAGE
    files = sorted([*source.rglob(f"*{MARKDOWN}"), *source.rglob("*.rst")])
    documents = {
        file.relative_to(source).with_suffix("").as_posix(): file
        for file in files
        if not file.is_dir()
    }
    today = arguments.today or dt.datetime.now(dt.UTC).date()
    catalogue, _unreadable = load(source, documents, drafts=arguments.drafts, today=today)
    problems = [*catalogue.problems]
    for docname, entry in catalogue.entries.items():
        if entry.occupations:
            text = documents[docname].read_text(encoding="utf-8-sig")
            problems += typed_figures(text, docname)
    # Nobody broke what has only grown old.
    due = [p for p in problems if p.subtype == "stale" and not arguments.today]
    for problem in sorted(problems):
        file = source / problem.path if problem.path else documents[problem.docname]
        kind = "NOTE" if problem in due else "WARNING"
        where = place(file, problem.line)
        print(f"{where}: {kind}: {problem.message} [guide.{problem.subtype}]")
    number = len(problems) - len(due)
    print(_counted(len(catalogue.entries), "guide") + ", " + _counted(number, "problem"), end="")
    print(f", {_counted(len(due), 'review')} due" if due else "")
    return PROBLEMS if number else OK


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def run_facts_import(arguments: argparse.Namespace) -> int:
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
    print("\n".join(lines))
    return OK


if __name__ == "__main__":
    sys.exit(main())
