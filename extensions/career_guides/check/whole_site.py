"""Check all pages and images of a site, after fixing what needs no guess."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sphinx.util.matching import get_matching_files

from career_guides.catalogue.assets import IMAGE_SUFFIXES
from career_guides.catalogue.load import load
from career_guides.cli.arguments import UsageError, today
from career_guides.cli.documents import load_arguments

from .changes import GitError, find_changes
from .fix_command import fix
from .one_file import cache_file
from .page_rules import Content, Finding, options_of
from .run import check

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from career_guides.cli.settings import Settings

    from .formats import Line


def check_site(
    arguments: argparse.Namespace, files: Mapping[str, Path], settings: Settings
) -> tuple[list[Line], list[Finding], int]:
    """Return what was fixed, the findings, and the number of guides.

    :param arguments: those of the command
    :param files: docname -> file of all pages
    :raises UsageError: if Git cannot determine what has changed
    """
    source: Path = arguments.source
    changes = None
    if arguments.changed or arguments.base:
        try:
            changes = find_changes(source, arguments.base)
        except GitError as error:
            raise UsageError(str(error)) from error
    read = partial(gather, source, files, settings, arguments.today, drafts=arguments.drafts)
    content = read()
    fixed: list[Line] = []
    if arguments.fix:
        fixed = fix(content, source, changes)
        content = read()
    return fixed, check(content, changes), len(content.catalogue.entries)


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
        source, files, drafts=drafts, today=day or today(),
        cache_file=cache_file(source), **load_arguments(settings),
    )  # fmt: skip
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
        conf=settings.text,
        is_english=language.partition("_")[0] == "en",
        is_judged=day is not None,
        **options_of(settings),
    )  # fmt: skip
