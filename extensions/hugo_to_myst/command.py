"""The arguments of the importer, and what it prints: `python -m hugo_to_myst`, `import-hugo`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from build_cache.files import write_whole
from hugo_to_myst.read.config import NotHugoError
from hugo_to_myst.read.shortcode_table import TableError

from .import_site import import_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .findings import Report


#: Exit statuses: success, problems in the report, wrong usage, interrupted by the user.
OK, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130
#: The most problems that are printed; all are in the report.
_MAX_LISTED = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to a parser."""
    parser.set_defaults(prog=parser.prog)
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
    """Run the command; return its exit status."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return _fail(arguments, "stopped; run it again to finish", INTERRUPTED)


def _run(arguments: argparse.Namespace) -> int:
    if error := _usage_error(arguments):
        return _fail(arguments, error, USAGE)
    try:
        report, pages = _import(arguments)
    except (NotHugoError, TableError) as error:
        return _fail(arguments, str(error), USAGE)
    if arguments.report:
        try:
            write_whole(arguments.report, report.to_json().encode())
        except OSError as error:
            return _fail(arguments, f"--report: {error}", USAGE)
    problems = report.problems
    for finding in problems[:_MAX_LISTED]:
        print(finding)
    if len(problems) > _MAX_LISTED:
        print(f"… and {len(problems) - _MAX_LISTED} more; --report FILE lists them all")
    print(report.summary())
    if arguments.only and not pages:
        return _fail(arguments, f"--only {arguments.only}: no page has such a name", PROBLEMS)
    return PROBLEMS if problems else OK


def _import(arguments: argparse.Namespace) -> tuple[Report, int]:
    """Import the site with a progress bar; return the report and the number of pages."""
    pages = 0
    with ExitStack() as stack:
        bar = stack.enter_context(
            tqdm(unit="page", disable=not sys.stderr.isatty(), leave=False, file=sys.stderr)
        )

        def progress(done: int, total: int, name: str) -> None:
            nonlocal pages
            bar.total = pages = total
            bar.set_postfix_str(name[:40], refresh=False)
            bar.update(done - bar.n)

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
    return report, pages


def _fail(arguments: argparse.Namespace, message: str, status: int) -> int:
    print(f"{arguments.prog}: {message}", file=sys.stderr)
    return status


def _usage_error(arguments: argparse.Namespace) -> str:
    """Say which argument cannot be used, and why; empty if all can."""
    try:
        return _misuse(arguments)
    except (OSError, RuntimeError, ValueError) as error:
        return str(error)


def _misuse(arguments: argparse.Namespace) -> str:
    out: Path = arguments.out
    if not arguments.site.is_dir():
        return f"no folder {arguments.site}"
    with contextlib.suppress(FileNotFoundError):
        out.stat()  # raises if the name is too long; from Python 3.14, exists() does not
    if out.exists() and not out.is_dir():
        return f"--out {out} is not a folder"
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
    parser = argparse.ArgumentParser(
        prog="python -m hugo_to_myst", description="Import a Hugo site as MyST files."
    )
    add_arguments(parser)
    return run(parser.parse_args(argv))
