"""The command `career-guides import-hugo`."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from career_guides.cli.exit_status import INTERRUPTED, PROBLEMS, USAGE
from hugo_to_myst.read.config import NotHugoError
from hugo_to_myst.read.shortcode_table import TableError

from .import_site import import_site
from .safe_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence


#: Findings that are listed on screen; all are in the report.
_LISTED = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to a parser."""
    parser.add_argument("site", type=Path, help="folder of the Hugo site")
    parser.add_argument("--out", type=Path, required=True, help="folder of the guides: docs/")
    parser.add_argument("--report", type=Path, help="file to write all findings to, as JSON")
    parser.add_argument("--dry-run", action="store_true", help="write nothing but the report")
    parser.add_argument("--only", metavar="GLOB", help="only these pages, such as 'liaison/*'")
    parser.add_argument("--force", action="store_true", help="replace guides that differ")
    parser.add_argument(
        "--fix-links", action="store_true", help="repair broken links by their suggestions"
    )
    parser.add_argument("--shortcodes", type=Path, help="a table of your own shortcodes (TOML)")


def run(arguments: argparse.Namespace) -> int:
    """Import; give 0, 1 where something needs a person, 2 where the command is used wrongly."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print("career-guides import-hugo: stopped; run it again to finish", file=sys.stderr)
        return INTERRUPTED


def _run(arguments: argparse.Namespace) -> int:
    pages = 0
    if fault := _fault(arguments):
        print(f"career-guides import-hugo: {fault}", file=sys.stderr)
        return USAGE
    with ExitStack() as stack:
        bar = stack.enter_context(
            tqdm(unit="page", disable=not sys.stderr.isatty(), leave=False, file=sys.stderr)
        )

        def progress(done: int, total: int, name: str) -> None:
            nonlocal pages
            bar.total = pages = total
            bar.set_postfix_str(name[:40], refresh=False)
            bar.update(done - bar.n)

        try:
            report = import_site(
                arguments.site,
                arguments.out,
                dry_run=arguments.dry_run,
                only=arguments.only,
                force=arguments.force,
                fix_links=arguments.fix_links,
                shortcodes=arguments.shortcodes,
                progress=progress,
            )
        except (NotHugoError, TableError) as error:
            print(f"career-guides import-hugo: {error}", file=sys.stderr)
            return USAGE
    if arguments.report:
        try:
            write_whole(arguments.report, report.to_json().encode())
        except OSError as error:
            print(f"career-guides import-hugo: --report: {error}", file=sys.stderr)
            return USAGE
    problems = [f for f in report.findings if f.level == "problem"]
    for finding in problems[:_LISTED]:
        print(finding)
    if len(problems) > _LISTED:
        print(f"… and {len(problems) - _LISTED} more; --report FILE lists them all")
    print(report.summary())
    if arguments.only and not pages:
        said = f"--only {arguments.only}: no page has such a name"
        print(f"career-guides import-hugo: {said}", file=sys.stderr)
        return PROBLEMS
    return report.exit_status


def _fault(arguments: argparse.Namespace) -> str:
    """Say what is wrong with the arguments, or nothing."""
    try:
        return _misused(arguments)
    except (OSError, RuntimeError, ValueError) as error:
        return str(error)


def _misused(arguments: argparse.Namespace) -> str:
    out: Path = arguments.out
    if not arguments.site.is_dir():
        return f"no folder {arguments.site}"
    if out.exists() and not out.is_dir():
        return f"--out {out} is no folder"
    above = next(p for p in (out.resolve(), *out.resolve().parents) if p.exists())
    if not arguments.dry_run and not os.access(above, os.W_OK | os.X_OK):
        return f"--out {out} cannot be written"
    for name in ("content", "static", "assets", "themes"):
        if out.resolve().is_relative_to(arguments.site.resolve() / name):
            return f"--out {out} is inside the site's own {name}"
    if arguments.shortcodes and not arguments.shortcodes.is_file():
        return f"no file {arguments.shortcodes}"
    return ""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command by itself."""
    parser = argparse.ArgumentParser(prog="career-guides import-hugo", description=__doc__)
    add_arguments(parser)
    return run(parser.parse_args(argv))


if __name__ == "__main__":
    sys.exit(main())
