"""The arguments of the importer, and what it prints: `python -m hugo_to_myst`, `import-hugo`."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shlex
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from build_cache.files import write_whole
from build_cache.garbage_collection import no_garbage_collection
from hugo_to_myst.compare_sites.compare import compare_sites
from hugo_to_myst.compare_sites.table import as_json, as_table
from hugo_to_myst.read.config import NotHugoError, read_config
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
    parser.add_argument(
        "--against", type=Path, metavar="PUBLIC", help="compare with the site as Hugo built it"
    )
    parser.add_argument(
        "--content", default="", metavar="CSS", help="where PUBLIC's pages hold their content"
    )
    parser.add_argument(
        "--processes", type=int, default=_processes(), metavar="N",
        help="how many processes convert pages: %(default)s by default",
    )  # fmt: skip


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
    if arguments.against:
        _print_comparison(arguments, report)
    problems = report.problems
    for finding in problems[:_MAX_LISTED]:
        print(finding)
    if len(problems) > _MAX_LISTED:
        print(f"… and {len(problems) - _MAX_LISTED} more; --report FILE lists them all")
    print(report.summary())
    if report.counts["guides written"] and not arguments.dry_run:
        print(_build_command(arguments))
    if arguments.only and not pages:
        return _fail(arguments, f"--only {arguments.only}: no page has such a name", PROBLEMS)
    return PROBLEMS if problems else OK


def _import(arguments: argparse.Namespace) -> tuple[Report, int]:
    """Import the site with a progress bar; return the report and the number of pages."""
    pages = 0
    with ExitStack() as stack:
        # A tenth of the time; the memory is the same without it.
        stack.enter_context(no_garbage_collection())
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
            built=arguments.against,
            selector=arguments.content,
            processes=arguments.processes,
            progress=progress,
        )
    return report, pages


def _processes() -> int:
    """Return how many processes are used by default: two, or one if there is one core."""
    usable = getattr(os, "sched_getaffinity", None)  # on Linux, fewer than there are
    return min(2, len(usable(0)) if usable else os.cpu_count() or 1)


def _build_command(arguments: argparse.Namespace) -> str:
    """Return the command that builds the guides at the addresses that the pages had in Hugo."""
    ugly = read_config(arguments.site).values.get("uglyurls") is True
    builder = "html" if ugly else "dirhtml"
    why = "gives pages the addresses that they had in Hugo"
    return f"sphinx-build -b {builder} {shlex.quote(str(arguments.out))} public  # {why}"


def _print_comparison(arguments: argparse.Namespace, report: Report) -> None:
    """Compare the guides with the built site; print the table, and write the differences."""
    comparison = compare_sites(
        arguments.site,
        arguments.against,
        arguments.out,
        report.sources,
        base_url=read_config(arguments.site).base_url,
        redirects=report.redirects,
        selector=arguments.content,
    )
    for difference in comparison.differences[:_MAX_LISTED]:
        print(difference)
    if (more := len(comparison.differences) - _MAX_LISTED) > 0:
        print(f"… and {more} more differences; --report FILE lists them all")
    print(as_table(comparison))
    if arguments.report:
        beside = arguments.report.with_suffix(".against.json")
        write_whole(beside, json.dumps(as_json(comparison), ensure_ascii=False, indent=1).encode())


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
    with contextlib.suppress(FileNotFoundError):
        out.stat()  # raises if the name is too long; from Python 3.14, exists() does not
    above = next(p for p in (out.resolve(), *out.resolve().parents) if p.exists())
    writes = not arguments.dry_run
    public: Path | None = arguments.against
    table: Path | None = arguments.shortcodes
    wrong = [
        (not arguments.site.is_dir(), f"no folder {arguments.site}"),
        (out.exists() and not out.is_dir(), f"--out {out} is not a folder"),
        (writes and not os.access(above, os.W_OK | os.X_OK), f"--out {out} cannot be written"),
        *(
            (
                out.resolve().is_relative_to(arguments.site.resolve() / name),
                f"--out {out} is inside the site's own {name}",
            )
            for name in ("content", "static", "assets", "themes")
        ),
        (table and not table.is_file(), f"no file {table}"),
        (public and not public.is_dir(), f"no folder {public}"),
        (public and not writes, "--against compares guides that are written: no --dry-run"),
    ]
    return next((message for is_wrong, message in wrong if is_wrong), "")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command by itself."""
    parser = argparse.ArgumentParser(
        prog="python -m hugo_to_myst", description="Import a Hugo site as MyST files."
    )
    add_arguments(parser)
    return run(parser.parse_args(argv))
