"""The command ``career-guides check-pdf``: lines of a PDF that stick out of the page.

TeX makes the PDF after the build has ended, so no build can report them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from career_guides.cli.arguments import UsageError
from career_guides.cli.exit_status import OK, PROBLEMS, USAGE
from career_guides.cli.settings import read_settings
from career_guides.diagnostics.problem import shorten

from .formats import FORMATS, NEED_COLUMNS, Line, with_columns
from .pdf_log import Wide, pages, wide_lines

if TYPE_CHECKING:
    import argparse

_SUBTYPE = "pdf"
_ADVICE = {
    "text": "a line of this text is {mm} mm too wide; the longest word is {word}: shorten it, or"
    " give an address a text, [text](address)",
    "heading": "this heading is {mm} mm too wide; its longest word is {word}: use a shorter one",
    "table": "a cell of this table is {mm} mm too wide; the longest word is {word}: use shorter"
    " words or fewer columns",
    "code": "a line of this code is {mm} mm too wide, with {word}; break the line",
}
_UNKNOWN = "a line is {mm} mm too wide; its page is not known: look for it in the PDF"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "folder", type=Path, nargs="?", default=Path("build/latex"), metavar="FOLDER",
        help="folder in which TeX has run; default: %(default)s",
    )  # fmt: skip
    parser.add_argument(
        "--source", type=Path, default=Path("docs"), metavar="FOLDER",
        help="the source folder; default: %(default)s",
    )  # fmt: skip
    parser.add_argument(
        "-c", "--conf", type=Path, metavar="FOLDER",
        help="folder of conf.py; default: the source folder, or the one around it",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="as in 'career-guides check'"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the lines that stick out of the page, at the author's file and line."""
    try:
        logs = [log for log in sorted(arguments.folder.glob("*.log")) if _tex(log).is_file()]
        if not logs:
            raise UsageError(f"no log of TeX in {arguments.folder}; make the PDF first")
        settings = read_settings(arguments.source, arguments.conf)
        lines = [_line(wide, log, arguments.source) for log in logs for wide in wide_lines(log)]
        guides = set().union(*(pages(_tex(log)) for log in logs))
    except (UsageError, OSError) as error:
        print(f"career-guides check-pdf: {error}", file=sys.stderr)
        return USAGE
    # As in Sphinx, whose own function is in a module that takes long to load.
    if {"guide", "guide.*", f"guide.{_SUBTYPE}"} & {*settings.texts("suppress_warnings")}:
        lines = []
    if arguments.format in NEED_COLUMNS:
        lines = with_columns(lines, {})
    print(FORMATS[arguments.format](sorted(lines), len(guides)), end="")
    return PROBLEMS if lines else OK


def _tex(log: Path) -> Path:
    return log.with_suffix(".tex")


def _line(wide: Wide, log: Path, source: Path) -> Line:
    """Return the line to print."""
    mm = f"{wide.millimetres:.0f}"
    if wide.place is None:
        return Line(log, 1, "WARNING", f"in the PDF, {_UNKNOWN.format(mm=mm)}", _SUBTYPE)
    path, line, kind, word = wide.place
    advice = _ADVICE[kind].format(mm=mm, word=shorten(word))
    file = source / path
    where = line if kind == "heading" else _line_with(file, line, word)
    return Line(file, where, "WARNING", f"in the PDF, {advice}", _SUBTYPE)


def _line_with(file: Path, line: int, word: str) -> int:
    """Return the first line from *line* on that has *word*; *line* itself if none has it."""
    try:
        rows = file.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return line
    return next(
        (number for number, row in enumerate(rows, 1) if number >= line and word in row), line
    )
