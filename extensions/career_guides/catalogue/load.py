"""Load the catalogue of a source folder, with or without Sphinx."""

from __future__ import annotations

import os
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from career_guides.content.page import Page
from career_guides.content.page_cache import PageCache
from career_guides.content.trust import TEXT, leads_out, real_folders
from career_guides.diagnostics.problem import Problem
from career_guides.facts.csv_files import FactsError
from career_guides.facts.release import Facts, bundled

from .assemble import assemble
from .assets import find_logos
from .model import SiteInputs
from .store import Kept

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Iterable, Mapping
    from pathlib import Path

    from build_cache.stamps import Stamp

    from .model import Catalogue


MARKDOWN = ".md"
#: Default folder of a site's own facts.
FACTS = "facts"
_KEPT = "career_guides-catalogue.pickle"


def load(
    srcdir: Path,
    documents: Mapping[str, Path],
    *,
    root: str = "index",
    logo: str = "",
    drafts: bool = False,
    today: dt.date | None = None,
    extra_keys: Iterable[str] = (),
    suffixes: Container[str] = (MARKDOWN,),
    facts: str = FACTS,
    cache_file: Path | None = None,
    others: str = "",
    stamps: Mapping[str, Stamp] = MappingProxyType({}),
    links: Container[str] = (),
    trust: str = TEXT,
) -> tuple[Catalogue, frozenset[str]]:
    """Return the catalogue of a source folder, and the pages that are not UTF-8 text.

    :param srcdir: the source folder
    :param documents: docname -> file, for every page of any format
    :param root: docname of the root page
    :param logo: name of the logo for pages that do not name one
    :param drafts: whether drafts are built
    :param today: day on which reviews are judged; ``None`` if they are not
    :param extra_keys: front-matter keys of other extensions
    :param suffixes: suffixes of Markdown files
    :param facts: folder of the facts, relative to the source folder
    :param cache_file: file that keeps pages between builds; the catalogue is kept next to it
    :param others: identifies everything but pages that the catalogue is built from; ``''`` if that
        cannot be determined
    :param stamps: path -> stamp of each file, as far as they are known
    :param links: paths of those files that are symbolic links
    :param trust: the value of ``guides_trust``
    """
    srcdir = srcdir.resolve()
    cache = PageCache(cache_file, extra_keys)
    pages = {}
    unreadable = set()
    real = real_folders()

    def is_link(path: str) -> bool:
        return path in links if path in stamps else os.path.islink(path)  # noqa: PTH114

    for docname, path in sorted(documents.items()):
        if trust == TEXT and leads_out(path, srcdir, real, is_link):
            message = "a symbolic link out of the source folder; the page is left out"
            problem = Problem(docname, 1, "trust", message)
            pages[docname] = Page(docname, {}, {}, {}, 0, "", (problem,))
            unreadable.add(docname)
            continue
        if path.suffix not in suffixes:
            continue
        try:
            pages[docname] = cache.read(docname, path, stamps.get(str(path)))
        except UnicodeDecodeError as error:
            raw = bytes(error.object)
            line = raw.count(b"\n", 0, error.start) + 1
            message = f"not UTF-8 text (byte 0x{raw[error.start]:02x}); the page is left out"
        except OSError as error:  # such as a broken symbolic link
            line, message = 1, f"cannot be read ({error.strerror}); the page is left out"
        else:
            continue
        problem = Problem(docname, line, "syntax", message)
        pages[docname] = Page(docname, {}, {}, {}, 0, "", (problem,))
        unreadable.add(docname)
    before = cache.name
    cache.save()
    kept, old = None, None
    if cache_file and others and not unreadable:
        kept = Kept(cache_file.with_name(_KEPT), cache.name, others, frozenset(documents))
        if known := kept.find(pages):
            return known, frozenset()
        old = kept.of(before)
    readable = frozenset(documents.keys() - unreadable)
    # The same files give the same facts; without any, there may have been problems.
    same = old.facts if old else Facts()
    found, problems = (same, ()) if same else load_facts(srcdir, facts)
    follows = trust != TEXT
    logos = find_logos(srcdir, follows_links=follows)
    site = SiteInputs(srcdir, root, readable, logos, logo, drafts, today, found, follows)
    moved = kept.moved if kept else frozenset()
    catalogue = assemble(pages, site, old, cache.changed, moved)
    found_problems = [
        problem
        for problem in (*problems, *catalogue.problems)
        if problem.subtype != "trust" or trust == TEXT
    ]
    catalogue = replace(catalogue, problems=tuple(found_problems))
    if kept:
        catalogue = kept.keep(catalogue)
    return catalogue, frozenset(unreadable)


def load_facts(srcdir: Path, folder: str = FACTS) -> tuple[Facts, tuple[Problem, ...]]:
    """Return the facts of a site, else the bundled ones, and the problems with them.

    :param srcdir: the source folder, resolved
    :param folder: folder of the site's own facts, relative to the source folder
    """
    path = (srcdir / folder).resolve()
    if not path.is_dir() or not path.is_relative_to(srcdir):
        return bundled(), ()
    for each in sorted(path.iterdir()):
        if leads_out(each, srcdir):
            message = "a symbolic link out of the source folder; no figures are read"
            place = f"{path.relative_to(srcdir).as_posix()}/{each.name}"
            return Facts(), (Problem("", 1, "trust", message, place),)
    try:
        return Facts.read(path), ()
    except FactsError as error:
        file = error.path.relative_to(srcdir).as_posix()
        return Facts(), (Problem("", error.line, "syntax", str(error), file),)
