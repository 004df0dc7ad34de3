"""``career-guides``: what can be done with a folder of guides without building it."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .report import place
from .sources import MARKDOWN, load

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
    check.add_argument("--today", type=date, help="also list reviews that have run out by DATE")
    check.set_defaults(run=run_check)

    hugo = commands.add_parser("import-hugo", help="import a Hugo site as guides")
    # Its libraries are an extra of their own, and take longer to load than a check takes.
    words = sys.argv[1:] if argv is None else argv
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
    catalogue, _unreadable = load(source, documents, drafts=arguments.drafts, today=arguments.today)
    for problem in catalogue.problems:
        where = place(documents[problem.docname], problem.line)
        print(f"{where}: WARNING: {problem.message} [guide.{problem.subtype}]")
    number = len(catalogue.problems)
    guides = len(catalogue.entries)
    print(
        f"{guides} guide{'' if guides == 1 else 's'}, {number} problem{'' if number == 1 else 's'}"
    )
    return PROBLEMS if number else OK


if __name__ == "__main__":
    sys.exit(main())
