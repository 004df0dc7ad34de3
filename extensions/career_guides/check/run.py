"""Run the rules of ``career-guides check``, each of which is a function that yields problems.

Loading the catalogue has already checked the front matter; the rules check the texts, the
images, and what is duplicated or missing in the site as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from career_guides.check.rules.alt_text import empty_alts
from career_guides.check.rules.body import read_body
from career_guides.check.rules.descriptions import poor_descriptions, repeated_descriptions
from career_guides.check.rules.headings import skipped_levels
from career_guides.check.rules.image_files import check_file, unused
from career_guides.check.rules.links import broken_links, broken_pictures
from career_guides.check.rules.spelling import WORDS, find_slips, misspelt, prose
from career_guides.check.rules.trust import untrusted
from career_guides.check.rules.typed_figures import typed_figures
from career_guides.content.trust import TEXT, own_extensions, substitutions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from career_guides.catalogue.model import Catalogue
    from career_guides.check.rules.body import Body
    from career_guides.check.rules.spelling import Slip
    from career_guides.diagnostics.problem import Problem

    from .changes import Changes


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A problem that a rule found.

    :param is_note: whether it is only worth a note, because it breaks nothing
    """

    problem: Problem
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the rules check.

    :param srcdir: the source folder, resolved
    :param catalogue: all guides
    :param texts: docname -> source of every Markdown page, drafts included
    :param documents: docname -> file of every page that is built, of any format
    :param images: paths of all image files, from the source folder
    :param extensions: the values of ``myst_enable_extensions``
    :param conf: the text of ``conf.py``
    :param is_english: whether spelling can be checked
    :param trust: the value of ``guides_trust``
    :param substitutions: the names in ``myst_substitutions``
    :param is_judged: whether a review that has run out is more than a note
    """

    srcdir: Path
    catalogue: Catalogue
    texts: Mapping[str, str]
    documents: Mapping[str, Path]
    images: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    conf: str = ""
    is_english: bool = True
    is_judged: bool = False
    trust: str = TEXT
    substitutions: tuple[str, ...] = ()


def check(content: Content, changes: Changes | None = None) -> list[Finding]:
    """Return all findings, in the order of files and lines.

    :param changes: check only these files, and what they break in others
    """
    catalogue = content.catalogue
    bodies = read_bodies(content, changes)
    findings = {
        Finding(problem, problem.subtype == "stale" and not content.is_judged)
        for problem in catalogue.problems
    }
    for docname, body in bodies.items():
        findings.update(map(Finding, check_page(docname, body, content)))
        if docname in catalogue.entries:
            notes = poor_descriptions(docname, catalogue)
            findings.update(Finding(problem, is_note=True) for problem in notes)
    findings.update(map(Finding, repeated_descriptions(catalogue)))
    findings.update(map(Finding, misspelt(slips(content, bodies))))
    for path in content.images:
        if changes is None or path in changes.paths:
            findings.update(map(Finding, check_file(content.srcdir, path)))
    for problem in unused(content.images, content.texts, catalogue, content.conf):
        findings.add(Finding(problem, is_note=True))
    if changes is not None:
        named = changes.names()
        findings = {f for f in findings if changes.concern(f.problem, named)}
    return sorted(findings)


def read_bodies(content: Content, changes: Changes | None = None) -> dict[str, Body]:
    """Return docname -> body of the pages to check, all of which are built."""
    catalogue = content.catalogue
    tails = changes.tails(catalogue.drafts) if changes else ()
    return {
        docname: read_body(
            text,
            catalogue.pages[docname].fence,
            {*content.extensions, *own_extensions(catalogue.pages[docname].foreign)},
        )
        for docname, text in content.texts.items()
        if docname in catalogue.pages
        and (
            changes is None
            or changes.has(docname)
            or any(tail in text for tail in tails)  # it may link to a deleted page
        )
    }


def check_page(docname: str, body: Body, content: Content) -> Iterator[Problem]:
    """Yield the problems in the text of one page, except misspelled words."""
    catalogue = content.catalogue
    has_title = "title" in catalogue.pages[docname].values
    yield from skipped_levels(docname, body.headings, has_title=has_title)
    yield from broken_links(docname, body, catalogue, content.documents)
    yield from broken_pictures(docname, body, content.srcdir)
    yield from empty_alts(docname, body, catalogue)
    if content.trust == TEXT:
        own = substitutions(catalogue.pages[docname].foreign)
        yield from untrusted(docname, body, content.srcdir, {*own, *content.substitutions})
    entry = catalogue.entries.get(docname)
    if entry and entry.occupations:
        yield from typed_figures(content.texts[docname], docname)


def slips(content: Content, bodies: Mapping[str, Body]) -> list[Slip]:
    """Return the misspelled words of the pages."""
    if not content.is_english:
        return []
    pages = {name: prose(name, body, content.catalogue) for name, body in bodies.items()}
    return find_slips(pages, content.srcdir / WORDS)
