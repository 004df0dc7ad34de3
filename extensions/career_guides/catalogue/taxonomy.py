"""Industries and tags, each with a page, collected from the front matter of guides."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from career_guides.content.schema import Guide

    from .model import Catalogue


#: Kinds of terms; each is also the name of the folder of its pages.
KINDS = ("industry", "tag")

#: What signs are called in addresses, where that is not their name in Unicode.
_SIGNS = {"#": "sharp", "&": "and", "@": "at", "%": "percent", "*": "star"}


class Term(NamedTuple):
    """An industry or a tag.

    :param kind: one of :data:`KINDS`
    :param name: as written in the first guide that has it, in the site's language
    :param docname: name of its page
    :param guides: for each career, its landing page if that has the term, else its guides that do
    :param title: the kind and the name, for a heading
    """

    kind: str
    name: str
    docname: str
    guides: tuple[str, ...]
    title: str


@cache
def slug(name: str) -> str:
    """Return *name* in a form for addresses, in any script: ``C++ & Go`` -> c-plus-plus-and-go.

    It depends on the name alone, so that no address changes when another name is added. Signs are
    words, as is a full stop before a word; other punctuation only separates words, as spaces do. A
    name of nothing else has the numbers of its characters.
    """
    words = [""]
    text = re.sub(r"(?<!\S)\.(?=\w)", "dot ", name.casefold())
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        if letter.isalnum() or (kind.startswith("M") and words[-1]):  # marks belong to a letter
            words[-1] += letter
        elif letter in _SIGNS or kind in {"Sm", "Sc", "So"}:
            said = _SIGNS.get(letter) or unicodedata.name(letter).lower().removesuffix(" sign")
            words += [said.replace(" ", "-"), ""]
        else:
            words.append("")
    return "-".join(filter(None, words)) or "-".join(f"u{ord(letter):x}" for letter in name)


def terms_of(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield kind, name and page of each industry and tag of *guide*."""
    named = [("industry", guide.industry)] if guide.industry else []
    for kind, name in (*named, *(("tag", tag) for tag in guide.tags)):
        yield kind, name, f"{kind}/{slug(name)}"


def collect(
    catalogue: Catalogue,
    translate: Callable[[str], str] = str,
    kind_name: Callable[[str], str] = str.capitalize,
) -> dict[str, Term]:
    """Return docname -> term for all industries and tags of guides, ordered by kind and name.

    :param translate: translates a name into the site's language; addresses keep the author's
    :param kind_name: returns the name of a kind in that language
    """
    names: dict[str, tuple[str, str]] = {}
    having: dict[str, dict[str, None]] = {}
    for docname, entry in catalogue.entries.items():
        for kind, name, page in terms_of(entry.guide):
            names.setdefault(page, (kind, name))
            having.setdefault(page, {})
            if entry.is_listed:
                having[page][docname] = None
    found = []
    for page, (kind, name) in names.items():
        # A landing page represents all guides of its career.
        landing_pages = {guide for guide in having[page] if _is_landing_page(guide, catalogue)}
        folders = {guide.rpartition("/")[0] for guide in landing_pages}
        guides = [
            guide
            for guide in having[page]
            if guide in landing_pages or guide.rpartition("/")[0] not in folders
        ]
        guides.sort(key=lambda guide: (catalogue.entries[guide].title.casefold(), guide))
        shown = translate(name)
        found.append(Term(kind, shown, page, tuple(guides), f"{kind_name(kind)}: {shown}"))
    found.sort(key=lambda term: (term.kind, term.name.casefold(), term.docname))
    return {term.docname: term for term in found}


def _is_landing_page(docname: str, catalogue: Catalogue) -> bool:
    folder = docname.rpartition("/")[0]
    return bool(folder) and catalogue.careers[folder].index == docname
