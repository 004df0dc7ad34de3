"""The part of the catalogue that the problems of one page depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assemble import Assembly
from .consistency import compare
from .model import Career, Catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.content.page import Page

    from .model import SiteInputs


def assemble_folder(
    pages: Mapping[str, Page], is_draft: Mapping[str, bool], site: SiteInputs, folder: str
) -> Catalogue:
    """Return a catalogue with the guides of one folder only, for a quick answer about one of them.

    It knows the names of all other pages and careers, but not what other guides lead to.

    :param pages: docname -> page, for every Markdown file of the site
    :param is_draft: docname -> whether it is a draft, for every guide of the site
    :param site: everything else that the catalogue is built from
    :param folder: the folder, relative to the source folder
    """
    assembly = Assembly(pages, site)
    drafts = frozenset(name for name, given in is_draft.items() if given and name != site.root)
    assembly.drafts = frozenset() if site.drafts else drafts
    assembly.documents = site.documents - assembly.drafts
    inside = [name for name in sorted(pages) if name.rpartition("/")[0] == folder]
    guides = {name: assembly.guide(pages[name]) for name in inside if name in is_draft}
    entries = {name: assembly.entry(name, guide) for name, guide in guides.items()}
    folders = {name.rpartition("/")[0] for name in is_draft}
    careers = {name: Career(name, "", "", ()) for name in sorted(folders)}
    problems = {*assembly.problems, *compare(entries, {n: pages[n] for n in inside}, site.srcdir)}
    problems.update(problem for name in inside for problem in pages[name].problems)
    return Catalogue(
        entries, careers, {}, {}, site.logos, pages, assembly.drafts, site.facts,
        tuple(sorted(problems)),
    )  # fmt: skip
