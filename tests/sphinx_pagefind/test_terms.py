"""What the script in the browser knows of words."""

from __future__ import annotations

from sphinx_pagefind.terms import outside


def test_words_of_names_are_never_too_common() -> None:
    names = ["Office manager", "The history of planes"]
    stems = ["manag", "histori", "peopl", "time", "of"]  # as Pagefind stems them
    assert outside(names, stems) == ["peopl", "time"]
