"""The languages of a site: Pagefind makes an index for each, in a folder of its own.

A region is a language of its own, as in Pagefind: ``en-GB`` is not searched together with ``en``.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx


#: The folder of the indexes of other languages than the site's, in that of the index.
FOLDER = "languages"

#: Languages written without spaces between words, or, in Korean, with particles joined to them:
#: only the extended binary divides these.
#: https://pagefind.app/docs/multilingual/#specialized-languages
DIVIDED = {"ja": "Japanese", "ko": "Korean", "th": "Thai", "zh": "Chinese"}

#: Most of those whose words Pagefind searches by their stems: a query on a large site loads less.
#: https://pagefind.app/docs/multilingual/
_STEMMERS = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip


def tag_of(language: str) -> str:
    """Return a language as Pagefind names it: ``de-at`` for ``de_AT``."""
    return language.strip().replace("_", "-").lower()


def of_site(app: Sphinx) -> str:
    """Return the language of the site."""
    return tag_of(str(app.config.language)) or "en"


def of_page(app: Sphinx, docname: str) -> str:
    """Return the language of a page: what a listener says, its metadata, or that of the site."""
    said = app.emit_firstresult("pagefind-language", docname)
    said = said or app.env.metadata.get(docname, {}).get("lang", "")
    return tag_of(str(said)) or of_site(app)


def by_language(app: Sphinx, docnames: Iterable[str]) -> dict[str, list[str]]:
    """Return language -> the pages in it, the main language first.

    That is the language of the site. If no page is in it, it is the first one of the others.
    """
    found = defaultdict(list)
    for docname in docnames:
        found[of_page(app, docname)].append(docname)
    main = of_site(app)
    return {
        language: found[language]
        for language in sorted(found, key=lambda each: (each != main, each))
    }


@cache
def stemmer_of(language: str) -> Callable[[str], str]:
    """Return the function from a word to its stem, as Pagefind has it; if none, to the word."""
    import snowballstemmer  # noqa: PLC0415 - Sphinx's; only large sites need it

    name = _STEMMERS.get(language.partition("-")[0])
    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord if name else str
    return stem


def is_divided(language: str) -> bool:
    """Return whether Pagefind needs the extended binary for the words of a language."""
    return language.partition("-")[0] in DIVIDED
