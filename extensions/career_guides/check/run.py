"""Run the rules of ``career-guides check``, each of which is a function that yields problems.

Loading the catalogue has already checked the front matter; the rules check the texts, the
images, and what is duplicated or missing in the site as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.check.rules.descriptions import repeated_descriptions
from career_guides.check.rules.image_files import check_file, unused
from career_guides.check.rules.spelling import WORDS, find_slips, misspelt, prose

from .page_rules import Finding, body_of, page_findings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.check.rules.body import Body
    from career_guides.check.rules.spelling import Slip

    from .changes import Changes
    from .page_rules import Content


def check(content: Content, changes: Changes | None = None) -> list[Finding]:
    """Return all findings, in the order of files and lines.

    :param changes: check only these files, and what they break in others
    """
    catalogue = content.catalogue
    bodies = read_bodies(content, changes)
    findings = {
        Finding(problem, problem.is_note or (problem.subtype == "stale" and not content.is_judged))
        for problem in catalogue.problems
    }
    for docname, body in bodies.items():
        findings.update(page_findings(docname, body, content))
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
        docname: body_of(docname, content)
        for docname, text in content.texts.items()
        if docname in catalogue.pages
        and (
            changes is None
            or changes.has(docname)
            or any(tail in text for tail in tails)  # it may link to a deleted page
        )
    }


def slips(content: Content, bodies: Mapping[str, Body]) -> list[Slip]:
    """Return the misspelled words of the pages."""
    if not content.is_english:
        return []
    pages = {name: prose(name, body, content.catalogue) for name, body in bodies.items()}
    return find_slips(pages, content.srcdir / WORDS)
