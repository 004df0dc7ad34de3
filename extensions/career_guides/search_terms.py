"""What the search of a site of careers knows of words: synonyms, and the ranking."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from .search_occupations import OCCUPATIONS
from .search_words import OTHER, SAID

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping


#: The word in the metadata of pages that are about no career. The part of an index that has words
#: with such a sign is small.
GENERAL = "#general"

#: Names of pages for those who do not know yet what they look for: see SAID.
LISTS = ("compare", "find")

#: That may be meant by misspelled ones: 2,000 take 8 kB.
MOST_WORDS = 2_000
LONG_WORD = re.compile(r"\b[^\W\d_]{5,}\b")

#: https://pagefind.app/docs/ranking/. Names count as titles do; how often a word is in the text
#: says little about what a page is about.
RANKING = {
    "termFrequency": 0.2,
    "metaWeights": {
        **dict.fromkeys(("title", "name", "groups", "alias"), 3.0),
        "also": 1.0,
        "career": 0.0,
        "topic": 0.0,
    },
}

#: The number of names of chapters that lead to the chapter: those that most careers have.
MOST_TOPICS = 50

#: Names of more words than this are sentences.
LONGEST_NAME = 3

#: What is beside the topic in a key of the table of words.
TOPIC = re.compile(r"[-*+~ ]|/.*")


def synonyms(language: str, names: Iterable[str], ignored: Container[str] = ()) -> dict[str, str]:
    """Return phrase -> what is searched instead.

    :param language: of the site, such as ``de_AT``
    :param names: of careers. A word that is one of these is left as it is; one that is a part of it
        is left beside its neighbour there: a primary *school* teacher
    :param ignored: words that are dropped from a query, but not there either
    """
    said = {**by_phrase(SAID, language), **by_phrase(OTHER, language)}
    found = {phrase: instead_of(phrase, word) for phrase, word in said.items()}
    folded = sorted({name.casefold() for name in names})  # a set has another order in each process
    for name in folded:
        found.pop(name, None)
    for name in folded:
        words = name.replace("-", " ").split()
        for pair in pairwise(words) if len(words) <= LONGEST_NAME else ():
            if any(word in found or word in ignored for word in pair):
                found[" ".join(pair)] = " ".join(pair)
    return found


def occupations(language: str, names: Iterable[str]) -> dict[str, str]:
    """Return what readers call an occupation -> words of its title; parameters as of `synonyms`."""
    own = {name.casefold() for name in names}
    known = by_phrase(OCCUPATIONS, language)
    return {phrase: title for phrase, title in known.items() if phrase not in own}


def by_phrase(table: Mapping[str, Mapping[str, str]], language: str) -> dict[str, str]:
    """Return phrase -> what is searched instead, from a table by language and by the latter."""
    said = table.get(language.partition("_")[0].lower(), {})
    return {phrase: word for word, phrases in said.items() for phrase in phrases.split(", ")}


def instead_of(phrase: str, word: str) -> str:
    """Return what is searched instead of a phrase; its gaps are kept unless *word* has some."""
    word = word.replace("+", phrase)
    return word if "*" in word else "* " * phrase.count("*") + word


def topics(names: Iterable[str]) -> dict[str, str]:
    """Return topic -> the word in the metadata of chapters on it, in the order of precedence.

    :param names: first words of the names of all chapters, as often as there are chapters
    """
    most = [word for word, _number in Counter(names).most_common(MOST_TOPICS)]
    known = [*dict.fromkeys(TOPIC.sub("", key) for key in SAID["en"])]
    rank = {word: known.index(word) for word in most if word in known}
    last = rank.get("start", 0) - 0.5
    return {
        word: f"_{word}_" for word in sorted(most, key=lambda each: (rank.get(each, last), each))
    }


def common_words(texts: Iterable[str], ignored: Iterable[str]) -> list[str]:
    """Return the words that most *texts* have, those of five letters and more, in lower case.

    :param ignored: words that are left out
    """
    words = map(set, map(LONG_WORD.findall, map(str.casefold, texts)))
    found = Counter(chain.from_iterable(words))
    for word in ignored:
        del found[word]
    return sorted(found, key=lambda word: (-found[word], word))[:MOST_WORDS]
