"""The stemmer that remembers words is Sphinx's own."""

from __future__ import annotations

from sphinx.search.en import SearchEnglish

from sphinx_speedups.english_stemmer import remembering

WORDS = ["running", "Careers", "organisations", "happily", "nurses", "I", "naïve", "C++", ""]


def test_words_have_the_same_stems(monkeypatch) -> None:
    theirs = SearchEnglish({})
    monkeypatch.setattr(SearchEnglish, "__init__", remembering(None, SearchEnglish.__init__))
    ours = SearchEnglish({})
    for word in WORDS * 2:
        assert ours.stem(word) == theirs.stem(word)
    assert ours.stopwords == theirs.stopwords
    assert ours.js_stemmer_rawcode == theirs.js_stemmer_rawcode
