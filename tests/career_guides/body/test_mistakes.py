"""Mistakes in the text of a page that show in its lines."""

from __future__ import annotations

import pytest

from career_guides.body.mistakes import body_mistakes
from career_guides.content.page import read_page
from tests.sites import guide

#: Text below five lines of front matter, and what is said: line, subtype, beginning of the message.
WRONG = {
    "an open code block": ("Text.\n\n```\ncode\n\n## A", (7, "fence", "the code block that opens")),
    "an open directive": (":::{tip}\nText.\n\n## A", (5, "fence", "the directive that opens here")),
    "an open directive before another": (
        ":::{tip}\nText.\n\n:::{note}\nMore.\n:::", (5, "fence", "the directive that opens here"),
    ),
    "an inner directive": (
        "::::{note}\n:::{tip}\nText.\n::::", (6, "fence", "the directive that opens here is never"),
    ),
    "marks of the same length": (
        "```{note}\n```python\ncode\n```\n```", (6, "fence", "this block is inside one that also"),
    ),
    "a list item": ("- ```\n  code\n\nText.", (5, "fence", "the code block that opens here")),
    "no brace": (":::{tip\nText.\n:::", (5, "directive", "the name of this directive lacks its")),
    "no braces": ("::: tip\nText.\n:::", (5, "directive", "the name of a directive stands in")),
    "no second colon": (
        "```{figure-card} /a.svg\n:alt A pipe\n```",
        (6, "directive", "the option ':alt A pipe' lacks its second colon; write ':alt: A pipe'"),
    ),
    "no first colon": (
        "```{figure-card} /a.svg\nalt: A pipe\n```",
        (6, "directive", "the option 'alt: A pipe' lacks its first colon"),
    ),
    "more cells": ("| A | B |\n|---|---|\n| 1 | 2 | 3 |", (7, "table", "this row has 1 cell more")),
    "fewer cells": ("| A | B |\n|---|---|\n| 1 |", (7, "table", "this row has fewer cells than")),
    "text below": ("| A | B |\n|---|---|\nText.", (7, "table", "this line is taken for a row")),
    "hyphens": ("| A | B |\n| --- |\n| 1 | 2 |", (6, "table", "this line has 1 cell, the heading")),
    "a second title": ("Text.\n\n# Another", (7, "heading", "the heading 'Another' is a second")),
    "an underlined title": ("Text.\n\nAnother\n===", (7, "heading", "the heading 'Another' is a")),
    "a heading without a space": ("##Bread", (5, "heading", "a heading needs a space after '##'")),
    "Word": ('<p class="MsoNormal">x</p>', (5, "pasted", "this was pasted with the styles")),
    "bullets": ("• Bread\n• Butter", (5, "pasted", "'•' makes no list; begin each item with '- '")),
    "a merge": ("<<<<<<< HEAD\nText.", (5, "pasted", "this line was left by a merge")),
    "a spaced link": ("[a] (b.md)", (5, "link", "a link has no space between ']' and '('")),
    "a swapped link": ("(a)[b.md]", (5, "link", "the brackets of this link are swapped; write")),
    "no https": ("[a](www.example.org)", (5, "link", "the address 'www.example.org' lacks its")),
    "a Windows path": ("![a](C:\\a.png)", (5, "local_path", "'C:\\a.png' is on your own computer")),
    "a file address": ("[a](file:///a.pdf)", (5, "local_path", "'file:///a.pdf' is on your own")),
    "quotes of a role": ("{guide}'a'", (5, "role", "the text of the role 'guide' belongs between")),
    "a space in a role": ("{fact} `a`", (5, "role", "the text of the role 'fact' belongs between")),
    "an open comment": ("<!-- to do\n\nText.", (5, "comment", "the comment that opens here is")),
}  # fmt: skip


def found(body: str, **keys: str) -> list[tuple[int, str, str]]:
    text = guide("A title", body, **keys)
    page = read_page(text, "a/b")
    return [(each.line, each.subtype, each.message) for each in body_mistakes(text, page)]


@pytest.mark.parametrize("case", WRONG)
def test_mistake_is_reported_at_its_line(case: str) -> None:
    body, (line, subtype, message) = WRONG[case]
    ((at, kind, said),) = found(body)
    assert (at, kind) == (line, subtype)
    assert said.startswith(message)


@pytest.mark.parametrize(
    "body",
    [
        "````{note}\n```{tip}\nText.\n```\n````",
        "::::{grid}\n:::{card}\nx\n:::\n:::{card}\n:::\n::::",
        "- item\n\n  ```\n  code\n  ```\n- next", "1. item\n   ```{tip}\n   x\n   ```\n\nText.",
        "> ```\n> code\n> ```\n\nText.",
        "```text\n:::{tip\n##no\n| a | b |\n```", "Text ``` in a line.",
        "    ```\n    indented code", "| A | B |\n|---|---|\n| 1 | 2 \\| 3 |\n\nText.",
        "A | B\n--|--\n1 | 2", "# A title\n\nText.", "```\n# a comment\n```", "#hashtag and #1",
        "`[a] (b.md)` and `{guide}'a'`", "[a](b.md) (and more)", "{guide}`a` {fact}`b c`",
        "<!-- one line --> Text.", "<!--\nover\nlines\n-->\n\nText.", "Text.\n\n---\n\nText.",
        "[a](https://www.example.org/)", "~~~~\n```\n~~~~", "Term\n: Definition",
        "```{code-block} python\n:caption: a\n\n:alt x\n```",
        # What a fence may have before it, and what ends it: CommonMark 0.31, 4.5.
        " ```{tip}\nText.\n ```\n\nText.", "- item\n\n ```\ncode\n ```", "```\n    ```\n```",
        ":::{glossary}\na\n  - b\n\n    :::{note}\n    Text.\n    :::\n\n  - c\n:::",
        "<!-- [[[cog\n# A comment\n]]] -->", "<pre>\n# A comment\n</pre>", "<style>\n# a\n</style>",
    ],
)  # fmt: skip
def test_good_text_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_colons_are_text_where_no_extension_reads_them() -> None:
    text = guide("A", ":::{tip}\nText.")
    assert [*body_mistakes(text, read_page(text, "a"), has_colons=False)] == []


def test_pasted_styles_are_reported_once() -> None:
    assert len(found('<p class="MsoNormal">x</p>\n\n<p class="MsoNormal">y</p>')) == 1
