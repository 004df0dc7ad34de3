"""Mistakes that show only when pages are compared: equal titles, similar terms, stray files.

None of them breaks a page, so most are notes.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from career_guides.content.frontmatter import line_of
from career_guides.diagnostics.problem import Problem, shorten

from .targets import may_mean
from .taxonomy import slug, terms_of

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping
    from pathlib import Path

    from career_guides.content.page import Page

    from .model import Entry


def compare(
    entries: Mapping[str, Entry], pages: Mapping[str, Page], srcdir: Path
) -> Iterator[Problem]:
    """Yield the problems of all pages together.

    :param entries: docname -> guide
    :param pages: docname -> page, for every Markdown file that is built
    :param srcdir: the source folder
    """
    folders = {entry.career for entry in entries.values()} - {""}
    yield from same_titles(entries, pages)
    yield from similar_terms(entries, pages)
    yield from no_front_matter(pages, folders)
    yield from file_names(pages)
    yield from unwritten(entries, pages)
    yield from stray_files(srcdir, sorted(folders))


def same_titles(entries: Mapping[str, Entry], pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield a problem for each guide with the title of another guide of its career."""
    first: dict[tuple[str, str], str] = {}
    for docname, entry in sorted(entries.items(), key=lambda item: (_rank(item[0]), item[0])):
        if "title" not in pages[docname].values:
            continue
        other = first.setdefault((entry.career, entry.title.casefold()), docname)
        if other != docname:
            message = f"the same title as '{other}'; readers cannot distinguish them in lists"
            yield Problem(docname, line_of(pages[docname].lines, ("title",)), "title", message)


def _rank(docname: str) -> int:
    """Return a sort key that puts the pages first that others are likely to be copied from."""
    name = docname.rpartition("/")[2]
    return ("index", "overview").index(name) if name in {"index", "overview"} else 2


def similar_terms(entries: Mapping[str, Entry], pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield a note for each industry or tag that looks like another, more frequent one."""
    uses: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for docname, entry in entries.items():
        for kind, name, _page in terms_of(entry.guide):
            uses[kind, slug(name)].append((docname, name))
    near: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for term in uses:
        for form in _forms(term[1]):
            near[term[0], form].append(term)
    seen = set()
    for terms in near.values():
        for one in terms:
            for other in terms:
                pair = (min(one, other), max(one, other))
                if one == other or pair in seen or not _is_close(one[1], other[1]):
                    continue
                seen.add(pair)
                # The rarer spelling is the likelier mistake.
                wrong, right = sorted(pair, key=lambda term: (len(uses[term]), term))
                yield from _notes(uses[wrong], uses[right][0][1], wrong[0], entries, pages)


def _forms(name: str) -> set[str]:
    """Return forms of a term, one of which it shares with every term that is close to it."""
    short = _short(name)
    return {short, *(short[:n] + short[n + 1 :] for n in range(len(short)))}


def _short(name: str) -> str:
    return re.sub(r"-and(?=-)", "", name)


def _is_close(one: str, other: str) -> bool:
    """Return whether two terms differ by "and" or by one letter."""
    one, other = _short(one), _short(other)
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST or re.sub(r"\d", "", one) == re.sub(r"\d", "", other):
        return False
    start = next((n for n, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1),
                 min(len(one), len(other)))  # fmt: skip
    rest, other_rest = one[start:], other[start:]
    swapped = rest[:2][::-1] + rest[2:] == other_rest
    return swapped or other_rest[1:] in {rest, rest[1:]} or rest[1:] == other_rest


# Short words that differ by a letter are often different words: "art", "cart".
_SHORTEST = 5


def _notes(
    uses: Iterable[tuple[str, str]],
    right: str,
    kind: str,
    entries: Mapping[str, Entry],
    pages: Mapping[str, Page],
) -> Iterator[Problem]:
    for docname, name in uses:
        key = "industry" if kind == "industry" else "tags"
        lines = pages[docname].lines
        if (key,) not in lines:
            continue  # inherited: the guide that sets it has its own note
        tags = entries[docname].guide.tags
        path = (key, tags.index(name)) if key == "tags" else (key,)
        message = (
            f"'{key}': {shorten(name)} is nearly the same as {shorten(right)}, which other guides"
            " have; if both mean the same, use one spelling"
        )
        yield Problem(docname, line_of(lines, path), "term", message, is_note=True)


def no_front_matter(pages: Mapping[str, Page], folders: Iterable[str]) -> Iterator[Problem]:
    """Yield a note for each page without front matter among guides."""
    careers = {*folders}
    for docname, page in pages.items():
        is_inside = docname.rpartition("/")[0] in careers
        if is_inside and not page.is_guide and not page.foreign:
            message = (
                "this page has no front matter, so it is not a guide; if it is meant as one, begin"
                " it with '---', 'title: …' and '---'"
            )
            yield Problem(docname, 1, "front_matter", message, is_note=True)


def file_names(pages: Iterable[str]) -> Iterator[Problem]:
    """Yield a note for each page whose file name makes an address that is easy to mistype."""
    for docname in pages:
        name = docname.rpartition("/")[2]
        good = re.sub(r"[\s_]+", "-", name.strip()).lower()
        if not re.search(r"[\sA-Z]", name):
            continue
        what = "a space" if re.search(r"\s", name) else "a capital letter"
        message = (
            f"{what} in the name of a file becomes part of the page's address; rename the file to"
            f" '{good}.md'"
        )
        yield Problem(docname, 1, "file_name", message, is_note=True)


def unwritten(entries: Iterable[str], pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Yield a note for each guide that has headings and nothing below them."""
    for docname in entries:
        if line := pages[docname].unwritten:
            message = (
                "nothing is written below the headings yet; add 'draft: true' above if the guide"
                " is not to be published before it is"
            )
            yield Problem(docname, line, "unwritten", message, is_note=True)


#: Files that were probably meant as pages.
_STRAY = (".txt", ".doc", ".docx", ".odt", ".rtf", ".markdown", ".mdx", ".pages")


def stray_files(srcdir: Path, folders: Iterable[str]) -> Iterator[Problem]:
    """Yield a note for each file of a career that no page is made of."""
    for folder in folders:
        try:
            names = sorted(entry.name for entry in os.scandir(srcdir / folder))
        except OSError:
            continue
        for name in names:
            stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
            if suffix.lower() not in _STRAY:
                continue
            good = stem.removesuffix(".md") + ".md"
            message = f"no page is made of this file; if it is a guide, save it as text in '{good}'"
            yield Problem("", 1, "file_name", message, f"{folder}/{name}", is_note=True)


def leading_to_headings(entries: Mapping[str, Entry], pages: Container[str]) -> Iterator[str]:
    """Yield the guides whose front matter leads to a heading of one of these *pages*."""
    for docname, entry in entries.items():
        if any(target.heading and target.docname in pages for target in entry.targets):
            yield docname


def naming(entries: Mapping[str, Entry], pages: Collection[str]) -> Iterator[str]:
    """Yield the guides whose front matter may name one of these *pages*, in whatever folder."""
    ends = {part for page in pages for part in page.split("/")[-2:]}
    for docname, entry in entries.items() if ends else ():
        guide = entry.guide
        written = (*(link.to for link in (*guide.next, *guide.prev)), *guide.related)
        if any(may_mean(each, ends) for each in written):
            yield docname
