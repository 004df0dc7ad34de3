"""The command ``career-guides check``: print problems in the content, in seconds."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from career_guides.cli.arguments import UsageError, date
from career_guides.cli.documents import find_documents
from career_guides.cli.exit_status import OK, PROBLEMS, USAGE
from career_guides.cli.settings import Settings, read_settings

from .formats import FORMATS, NEED_COLUMNS, Line, with_columns
from .one_file import check_text, docname_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Set

    from .page_rules import Finding


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("source", type=Path, nargs="?", default=Path("docs"), help="default: docs")
    parser.add_argument(
        "-c", "--conf", type=Path, metavar="FOLDER",
        help="folder of conf.py; default: the source folder, or the one around it",
    )  # fmt: skip
    parser.add_argument(
        "--changed", action="store_true", help="only what differs from the main branch"
    )
    parser.add_argument(
        "--base", default="", metavar="BRANCH",
        help="branch that --changed compares with; default: origin/main, main, or that of the"
        " pull request ($GITHUB_BASE_REF)",
    )  # fmt: skip
    parser.add_argument(
        "--stdin", type=Path, metavar="NAME",
        help="check only the file NAME, whose text an editor writes to the standard input",
    )  # fmt: skip
    parser.add_argument("--fix", action="store_true", help="first fix what needs no guess")
    parser.add_argument(
        "--format", choices=FORMATS, default="text",
        help="how to print it: for people, as annotations of a pull request, for programs, for"
        " tools that show findings (SARIF), with columns as compilers do",
    )  # fmt: skip
    parser.add_argument("--drafts", action="store_true", help="check drafts as if they were built")
    parser.add_argument(
        "--today", type=date, metavar="DATE",
        help="a review that has run out by DATE is a problem; without it, those that have run out"
        " by now are notes",
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Print the problems, one per line, in the words of the build."""
    source: Path = arguments.source
    try:
        if not source.is_dir():
            raise UsageError(f"no folder {source}")
        settings = read_settings(source, arguments.conf)
        if arguments.stdin:
            return _check_stdin(arguments, settings)
        # What a whole site needs would take an editor's check, above, too long to load.
        from .whole_site import check_site  # noqa: PLC0415

        files = find_documents(source, settings)
        fixed, findings, guides = check_site(arguments, files, settings)
    except (UsageError, OSError) as error:
        print(f"career-guides check: {error}", file=sys.stderr)
        return USAGE
    lines = _shown(findings, source, files, settings)
    return _print(arguments.format, [*fixed, *lines], guides)


def _check_stdin(arguments: argparse.Namespace, settings: Settings) -> int:
    gc.disable()  # the process ends soon, and most objects come from the cache
    source: Path = arguments.source
    docname = docname_of(arguments.stdin, source)
    files = find_documents(source, settings)
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    findings = check_text(text, docname, source, files, settings)
    file = source / f"{docname}.md"
    lines = _shown(findings, source, {**files, docname: file}, settings)
    return _print(arguments.format, lines, 1, {file: text})


def _shown(
    findings: list[Finding], source: Path, files: Mapping[str, Path], settings: Settings
) -> list[Line]:
    """Return the lines to print."""
    suppressed = {*settings.texts("suppress_warnings")}
    return [line(each, source, files) for each in findings if _is_shown(each, suppressed)]


def _print(
    form: str, lines: list[Line], guides: int, texts: Mapping[Path, str] | None = None
) -> int:
    """Print the findings; return the exit status.

    :param texts: file -> its text, where that is not the one on disk
    """
    if form in NEED_COLUMNS:
        lines = with_columns(lines, texts or {})
    print(FORMATS[form](sorted(lines), guides), end="")
    return PROBLEMS if any(line.level == "WARNING" for line in lines) else OK


def _is_shown(finding: Finding, suppressed: Set[str]) -> bool:
    """Return whether to print a message, which depends on ``suppress_warnings``.

    Reviews that have run out are printed here even if the build does not mention them.
    """
    subtype = finding.problem.subtype
    is_due = finding.is_note and subtype == "stale"
    # As in Sphinx, whose own function is in a module that takes long to load.
    return is_due or suppressed.isdisjoint({"guide", "guide.*", f"guide.{subtype}"})


def line(finding: Finding, source: Path, files: Mapping[str, Path]) -> Line:
    """Return the line to print for a finding."""
    problem = finding.problem
    file = source / problem.path if problem.path else files[problem.docname]
    level = "NOTE" if finding.is_note else "WARNING"
    return Line(file, problem.line, level, problem.message, problem.subtype)
