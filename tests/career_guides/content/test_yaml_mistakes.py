"""Broken YAML in human words, at the line with the mistake: one case for each pattern."""

from __future__ import annotations

import pytest

from career_guides.content.frontmatter import parse
from career_guides.content.yaml_mistakes import PATTERNS, explain

WRITE = "; write "

#: Pattern -> front matter, the line in the file, the message, and the line as it should be.
CASES: dict[str, tuple[str, int, str, str]] = {
    "left_by_merge": (
        "title: a\n<<<<<<< HEAD\nnext: b\n=======\nnext: c\n>>>>>>> x", 3,
        "this line was left by a merge of two versions; keep the version that is right and delete"
        " the lines '<<<<<<<', '=======' and '>>>>>>>'", "",
    ),
    "missing_end": (
        "title: a\n\nHe said: well: no.\n", 3,
        "the line '---' that ends the front matter is missing here", "",
    ),
    "tab": (
        "figure:\n\timage: a.svg\n\talt: b", 3, "this line is indented with a tab; use two spaces",
        "  image: a.svg",
    ),
    "invisible_character": (
        "title:\u00a0Baker\nnext: b", 2,
        "this line has an invisible character (no-break space), as text copied from a web page or a"
        " document has; type the spaces of this line again", "title: Baker",
    ),
    "curly_quotes": (
        "title: a\ntags: [\u2018a\u2019, b", 3,
        "curly quotes do not work here; write straight ones (\" or '); the list is not closed with"
        " ']' either", "tags: ['a', b]",
    ),
    "text_after_quote": (
        "title: 'It's me'", 2, "the quotes end before the text does; write title: \"It's me\"",
        "title: \"It's me\"",
    ),
    "backslash": (
        'title: a\nfigure: "C:\\Users\\me.svg"', 3,
        'a backslash means something special in double quotes; write figure: "C:/Users/me.svg"',
        'figure: "C:/Users/me.svg"',
    ),
    "open_quote": (
        'title: "Baker\ndescription: "Bread"\ntags: [a]', 2,
        'the quote that opens here is never closed; end the text with "', 'title: "Baker"',
    ),
    "open_bracket": (
        "title: a\ntags: [b, c\nnext: d", 3,
        "the list that opens here is never closed; end it with ']'", "tags: [b, c]",
    ),
    "text_after_bracket": (
        "title: [Draft] Baker", 2, "a text that begins with '[' needs quotes; write title:"
        ' "[Draft] Baker"', 'title: "[Draft] Baker"',
    ),
    "special_start": (
        "title: @home\nnext: b", 2, "a text that begins with '@' needs quotes; write title:"
        ' "@home"', 'title: "@home"',
    ),
    "space_after_colon": (
        "title: a\nnext:b\nsidebar: true", 3, "a space is missing after the colon; write next: b",
        "next: b",
    ),
    "colon_in_text": (
        "title: Baker: the first day", 2, "a text with ': ' in it needs quotes; write title:"
        ' "Baker: the first day"', 'title: "Baker: the first day"',
    ),
    "space_after_hyphen": (
        "title: a\ntags:\n-b\n-c", 4,
        "a space is missing after the hyphen of this list item; write - b", "- b",
    ),
    "indentation": (
        "figure:\n  image: a.svg\n   alt: b", 4,
        "this line is indented by 1 space more than the lines beside it", "  alt: b",
    ),
    "no_key": (
        "title: a\nbaker\nnext: b", 3, "'baker' is no line of the form 'key: value'", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("pattern", CASES)
def test_mistake_is_explained_at_its_line(pattern: str) -> None:
    block, line, message, instead = CASES[pattern]
    front = parse(f"---\n{block}\n---\n", "a/b")
    assert [(p.line, p.subtype, p.message) for p in front.problems] == [(line, "syntax", message)]
    assert front.instead == ({line: instead} if instead else {})


def test_every_pattern_has_a_case() -> None:
    assert [pattern.__name__ for pattern in PATTERNS] == list(CASES)


@pytest.mark.parametrize(
    ("block", "line", "message"),
    [
        ("tags:\n  - a\n  -b", 4, "a space is missing after the hyphen of this list item"),
        ("title: #1 in the trade", 2, "what follows '#' is only a comment"),
        ("figure:\n\u00a0 image: a.svg", 3, "this line has an invisible character"),
    ],
)
def test_what_yaml_reads_otherwise_than_meant_is_reported(
    block: str, line: int, message: str
) -> None:
    (problem,) = parse(f"---\n{block}\n---\n").problems
    assert problem.line == line
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    "block",
    [
        "title: a # a comment", "title: “Baker” said", "tags: [a,\n  b]",
        "description: |\n  - a\n  -b: c",
        "title: 'It''s'", 'title: "He said \\"no\\""', "tags:\n- a\n- b", "weight: -5",
        "sources:\n- title: a\n  url: https://example.org/",
    ],
)  # fmt: skip
def test_good_yaml_is_left_alone(block: str) -> None:
    assert parse(f"---\n{block}\n---\n").problems == ()


def test_parser_keeps_its_words_where_no_pattern_fits() -> None:
    assert explain(["a: b"], 0) is None
