"""What the script in the browser knows of words: synonyms, ignored words, names, ranking.

It is written to two files beside the index: ``terms.json``, which is loaded with the first query,
and ``names.json``, which is loaded if a word is on no page.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .config import PART, is_searched
from .run import FOLDER

if TYPE_CHECKING:
    from sphinx.application import Sphinx


#: Words of questions, by language: they are dropped from a query that has others.
IGNORED = {
    "en": "a about actually all also am an and any anybody anyone are arent around as at average"
    " be been being best but by can cant certain choose choosing could current did didnt"
    " different do does doesnt doing done dont each ever every everyone exactly find for"
    " from get gets getting give go goes going gonna good got has have having he her hi his"
    " how i id if im in info information into is it its ive just kind know let like looking"
    " lot lots make makes making many may me might more much my near need needs not now of"
    " ok on only or other our over people's please pls quickly r really say see several she"
    " should show so some somebody someone something still such take takes tell than that"
    " the their them then there they think thinking this those to too try u up ur us use"
    " various very vs wanna want wants was wat way we well were what whats when where"
    " whether which while who whos why will with without working would wouldnt yes you your"
    " youre",
    "de": "als am an auf aus bei beim bin das dem den der die ein eine einem einen einer es für hat"
    " ich im in ist kann man mein mit muss oder sich sind soll und viel von war was wann wenn wer"
    " werden wie will wird wo zu zum zur",
}  # fmt: skip

#: Beginnings of words that Americans and others spell differently, each pair in both directions.
#: Of the two spellings that is searched for which more pages have.
_SPELLINGS = {
    "en": "aluminum-aluminium anesth-anaesth behavior-behaviour center-centre"
    " color-colour counsel-counsell defense-defence enroll-enrol favor-favour fulfill-fulfil"
    " gray-grey gyneco-gynaeco harbor-harbour honor-honour jewelry-jewellery labor-labour"
    " license-licence licensing-licencing maneuver-manoeuvre meter-metre mold-mould"
    " neighbor-neighbour offense-offence organiz-organis orthoped-orthopaed"
    " pajama-pyjama pediatr-paediatr plow-plough practice-practise"
    " recogniz-recognis rumor-rumour skillful-skilful specializ-specialis theater-theatre"
    " tire-tyre travele-travelle traveli-travelli tumor-tumour",
}

TERMS = "terms.json"
NAMES = "names.json"


@dataclass
class Terms:
    """What the listeners of ``pagefind-terms`` may change.

    :ivar synonyms: word or phrase of up to seven words -> what is searched instead; both as readers
        type them, the first in lower case and without accents. ``*`` is for one or more words that
        are kept, ``#`` for a number: ``what do * make`` -> ``* pay``. ``~`` before a topic only
        suggests it, see ``guide-search-words.js``
    :ivar whole: phrase -> what is searched instead where a query has nothing else but a topic
    :ivar spellings: beginning of a word -> how others spell it
    :ivar ignored: words that are dropped from a query that has others, likewise
    :ivar excluded: name of a filter -> values whose pages are found only if nothing else is, or if
        readers choose the filter
    :ivar topics: word of a query -> word in the metadata of the pages that are about this. These
        come first where the query has other words too; with several topics, those on the first
        one here
    :ivar general: word in the metadata of the pages about nothing in particular, such as a table of
        everything
    :ivar lists: topic -> word in the metadata of a page that lists things, which comes first for a
        query that suggests it and names nothing; the first one, also for a topic alone
    :ivar naming: names of metadata that hold names of what a page is about. Pages with a word of
        the query there come first, and this word is left out last
    :ivar leading: those of them that hold names of the page itself, which comes first if the query
        is such a name
    :ivar grouping: names of metadata that hold names of what several pages belong to, such as
        industries. Pages with the one word of a query there come first, if it names nothing
    :ivar ranking: Pagefind's: https://pagefind.app/docs/ranking/
    :ivar languages: those that have an index, that of the site first
    :ivar common: language -> words that are on nearly every page of a large site, as Pagefind stems
        them. They are dropped from a query that has others, but for those in *names*
    :ivar names: titles and the like, whose words are offered for misspelled ones
    :ivar words: other words that are offered for misspelled ones; where one of a name is spelled
        as much like it, that comes first
    """

    synonyms: dict[str, str] = field(default_factory=dict)
    whole: dict[str, str] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    excluded: dict[str, list[str]] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)
    general: str = ""
    lists: dict[str, str] = field(default_factory=dict)
    naming: list[str] = field(default_factory=list)
    leading: list[str] = field(default_factory=list)
    grouping: list[str] = field(default_factory=list)
    ranking: dict[str, Any] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    common: dict[str, list[str]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def spellings(language: str) -> dict[str, str]:
    """Return beginning of a word -> how others spell it.

    :param language: without region, such as ``en``
    """
    pairs = [pair.split("-") for pair in _SPELLINGS.get(language, "").split()]
    return dict(pairs) | {other: one for one, other in pairs}


def outside(names: list[str], stems: list[str]) -> list[str]:
    """Return the *stems* with which no word of *names* begins.

    :param stems: beginnings of words, in lower case
    """
    words = sorted({word for name in names for word in re.findall(r"\w+", name.casefold())})

    def is_beginning(stem: str) -> bool:
        at = bisect_left(words, stem)
        return at < len(words) and words[at].startswith(stem)

    return [stem for stem in stems if not is_beginning(stem.removesuffix("i"))]  # histori: history


def terms_of(app: Sphinx, common: dict[str, list[str]]) -> Terms:
    """Return the terms of a project, from its settings and the listeners of ``pagefind-terms``.

    :param common: language -> words that are on nearly every page, the language of the site first
    """
    main = str(app.config.language).partition("_")[0].lower()
    terms = Terms(
        synonyms=dict(app.config.pagefind_synonyms),
        spellings=spellings(main),
        ignored=IGNORED.get(main, "").split(),
        languages=list(common),
        names=sorted(
            {title.astext() for name, title in app.env.titles.items() if is_searched(app.env, name)}
        ),
    )
    if app.config.pagefind_exclude:
        terms.excluded[PART] = sorted({*app.config.pagefind_exclude.values()})
    app.emit("pagefind-terms", terms)
    for language, stems in common.items():
        if found := outside(terms.names, stems):
            terms.common[language] = found
    return terms


def read_languages(folder: Path) -> list[str]:
    """Return the languages that the last build has found, from the folder of the index."""
    try:
        found = json.loads((folder / TERMS).read_text("utf-8"))
    except (OSError, ValueError):  # the build was interrupted
        return []
    return list(found["languages"])


def write_terms(app: Sphinx, common: dict[str, list[str]]) -> None:
    """Write both files, where they differ.

    :param common: see :func:`terms_of`
    """
    terms = terms_of(app, common)
    query = {
        "languages": terms.languages,
        "synonyms": {key.replace("'", ""): word for key, word in terms.synonyms.items()},
        "whole": terms.whole,
        "spellings": terms.spellings,
        "ignored": terms.ignored,
        "excluded": terms.excluded,
        "topics": terms.topics,
        "general": terms.general,
        "lists": terms.lists,
        "naming": terms.naming,
        "leading": terms.leading,
        "grouping": terms.grouping,
        "ranking": terms.ranking,
        "common": terms.common,
    }
    for name, content in ((TERMS, query), (NAMES, [*terms.names, *terms.words])):
        data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        file = Path(app.outdir, FOLDER, name)
        if not file.is_file() or file.read_bytes() != data:
            file.write_bytes(data)
