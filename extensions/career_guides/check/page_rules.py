"""The rules for one page, which are all that an editor needs while its author types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from career_guides.body.mistakes import body_mistakes
from career_guides.check.rules.alt_text import empty_alts
from career_guides.check.rules.body import read_body
from career_guides.check.rules.descriptions import poor_descriptions
from career_guides.check.rules.headings import skipped_levels
from career_guides.check.rules.links import broken_links, broken_pictures
from career_guides.check.rules.names import unknown_figures, unknown_names
from career_guides.check.rules.trust import untrusted
from career_guides.check.rules.typed_figures import typed_figures
from career_guides.content.trust import TEXT, own_extensions, substitutions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from career_guides.catalogue.assets import Sizes
    from career_guides.catalogue.model import Catalogue
    from career_guides.check.rules.body import Body
    from career_guides.cli.settings import Settings
    from career_guides.diagnostics.problem import Problem


class Finding(NamedTuple):
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
    :param loaded: the values of ``extensions``; ``None`` if ``conf.py`` does not list them
    :param conf: the text of ``conf.py``
    :param is_english: whether spelling can be checked
    :param is_judged: whether a review that has run out is more than a note
    :param trust: the value of ``guides_trust``
    :param substitutions: the names in ``myst_substitutions``
    :param sizes: what is known of images from an earlier run; ``None`` if nothing is kept
    """

    srcdir: Path
    catalogue: Catalogue
    texts: Mapping[str, str]
    documents: Mapping[str, Path]
    images: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    loaded: tuple[str, ...] | None = None
    conf: str = ""
    is_english: bool = True
    is_judged: bool = False
    trust: str = TEXT
    substitutions: tuple[str, ...] = ()
    sizes: Sizes | None = None


def check_page(docname: str, body: Body, content: Content) -> Iterator[Problem]:
    """Yield the problems in the text of one page, except misspelled words."""
    catalogue = content.catalogue
    entry, page = catalogue.entries.get(docname), catalogue.pages[docname]
    # The build makes a title for a guide without one.
    has_title = "title" in page.values or bool(entry and page.fence and not page.heading)
    has_colons = "colon_fence" in content.extensions
    yield from body_mistakes(content.texts[docname], page, has_colons=has_colons)
    yield from skipped_levels(docname, body.headings, has_title=has_title)
    yield from unknown_names(docname, body, content.loaded)
    yield from broken_links(docname, body, catalogue, content.documents)
    yield from broken_pictures(
        docname, body, content.srcdir, follows_links=content.trust != TEXT, sizes=content.sizes
    )
    yield from unknown_figures(docname, body, catalogue.facts)
    yield from empty_alts(docname, body, catalogue)
    if content.trust == TEXT:
        own = substitutions(page.foreign)
        yield from untrusted(docname, body, content.srcdir, {*own, *content.substitutions})
    if entry and entry.occupations:
        yield from typed_figures(content.texts[docname], docname)


def options_of(settings: Settings) -> dict[str, Any]:
    """Return what :class:`Content` has from ``conf.py`` for the text of pages."""
    return {
        "extensions": tuple(settings.texts("myst_enable_extensions")),
        "loaded": tuple(settings.texts("extensions")) if "extensions" in settings.values else None,
        "trust": settings.get("guides_trust", TEXT),
        "substitutions": tuple(settings.get("myst_substitutions", {})),
    }


def body_of(docname: str, content: Content) -> Body:
    """Return the body of a page."""
    page = content.catalogue.pages[docname]
    extensions = {*content.extensions, *own_extensions(page.foreign)}
    return read_body(content.texts[docname], page.fence, extensions)


def page_findings(docname: str, body: Body, content: Content) -> Iterator[Finding]:
    """Yield what is to be said of the text and the description of one page."""
    yield from map(Finding, check_page(docname, body, content))
    catalogue = content.catalogue
    # One message about broken front matter is enough.
    if docname in catalogue.entries and not catalogue.pages[docname].is_unreadable:
        for problem in poor_descriptions(docname, catalogue):
            yield Finding(problem, is_note=True)


def check_one(docname: str, content: Content) -> list[Finding]:
    """Return the findings of one page, without its spelling, in the order of its lines.

    :param content: the page and what its links need
    """
    catalogue = content.catalogue
    own = [problem for problem in catalogue.problems if problem.docname == docname]
    findings = {Finding(problem, problem.is_note) for problem in own}
    findings.update(page_findings(docname, body_of(docname, content), content))
    return sorted(findings)
