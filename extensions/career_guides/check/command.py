"""The command ``career-guides check``: print problems in the content, in seconds."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.logging import is_suppressed_warning
from sphinx.util.matching import get_matching_files

from career_guides.catalogue.assets import IMAGE_SUFFIXES
from career_guides.catalogue.load import load
from career_guides.cli.arguments import UsageError, date, today
from career_guides.cli.documents import find_documents, load_arguments
from career_guides.cli.exit_status import OK, PROBLEMS, USAGE
from career_guides.cli.settings import Settings, read_settings
from career_guides.content.trust import TEXT

from .changes import GitError, find_changes
from .fix_command import fix
from .formats import FORMATS, Line
from .run import Content, Finding, check

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Mapping


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
    parser.add_argument("--fix", action="store_true", help="mend what is safe to mend first")
    parser.add_argument(
        "--format", choices=FORMATS, default="text",
        help="how to print it: for people, as annotations of a pull request, for programs",
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
        changes = None
        if arguments.changed or arguments.base:
            changes = find_changes(source, arguments.base)
        files = find_documents(source, settings)
        read = partial(gather, source, files, settings, arguments.today, drafts=arguments.drafts)
        content = read()
        fixed: list[Line] = []
        if arguments.fix:
            fixed = fix(content, source, changes)
            content = read()
        findings = check(content, changes)
    except (UsageError, GitError, OSError) as error:
        print(f"career-guides check: {error}", file=sys.stderr)
        return USAGE
    suppressed = settings.texts("suppress_warnings")
    lines = [line(finding, source, files) for finding in findings if _is_shown(finding, suppressed)]
    print(
        FORMATS[arguments.format](sorted([*fixed, *lines]), len(content.catalogue.entries)), end=""
    )
    return PROBLEMS if any(line.level == "WARNING" for line in lines) else OK


def _is_shown(finding: Finding, suppressed: list[str]) -> bool:
    """Return whether to print a message, which depends on ``suppress_warnings``.

    Reviews that have run out are printed here even if the build does not mention them.
    """
    subtype = finding.problem.subtype
    is_due = finding.is_note and subtype == "stale"
    return is_due or not is_suppressed_warning("guide", subtype, suppressed)


def line(finding: Finding, source: Path, files: Mapping[str, Path]) -> Line:
    """Return the line to print for a finding."""
    problem = finding.problem
    file = source / problem.path if problem.path else files[problem.docname]
    level = "NOTE" if finding.is_note else "WARNING"
    return Line(file, problem.line, level, problem.message, problem.subtype)


def gather(
    source: Path,
    files: Mapping[str, Path],
    settings: Settings,
    day: dt.date | None,
    *,
    drafts: bool,
) -> Content:
    """Read everything that the rules check.

    :param files: docname -> file of all pages
    :param day: date on which reviews must still be valid; default: today
    :param drafts: whether to check drafts as if they were built
    """
    catalogue, unreadable = load(
        source, files, drafts=drafts, today=day or today(), **load_arguments(settings)
    )
    texts = {
        docname: files[docname].read_text(encoding="utf-8-sig")
        for docname in sorted(files)
        if (docname in catalogue.pages or docname in catalogue.drafts) and docname not in unreadable
    }
    exclude = [*settings.texts("exclude_patterns"), "_*", "**/_*"]
    patterns = [f"**{suffix}" for suffix in sorted(IMAGE_SUFFIXES)]
    language = settings.get("language", "en")
    return Content(
        source.resolve(),
        catalogue,
        texts,
        {name: file for name, file in files.items()
         if name not in catalogue.drafts and name not in unreadable},
        tuple(sorted(get_matching_files(source, patterns, exclude))),
        tuple(settings.texts("myst_enable_extensions")),
        settings.text,
        is_english=language.partition("_")[0] == "en",
        is_judged=day is not None,
        trust=settings.get("guides_trust", TEXT),
        substitutions=tuple(settings.get("myst_substitutions", {})),
    )  # fmt: skip
