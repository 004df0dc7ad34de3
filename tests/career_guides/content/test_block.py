"""Front matter whose lines ``---`` are wrong or missing is read, reported, and not shown."""

from __future__ import annotations

import pytest

from career_guides.content.page import read_page


@pytest.mark.parametrize(
    ("text", "line", "message", "fence"),
    [
        ("title: x\ntags: [a]\n---\n\nText.", 1, "the first line of the file must be '---'", 3),
        ("title: x\ntags: [a]\n\nText.", 1, "front matter needs a line '---' above and below", 2),
        ("\n---\ntitle: x\n---\nText.", 1, "front matter must begin on the first line", 4),
        (" ---\ntitle: x\n---\nText.", 1, "the line '---' must begin in the first column", 3),
        ("----\ntitle: x\n---\nText.", 1, "the line before the front matter must be '---'", 3),
        ("\u2014-\ntitle: x\n\u2014-\nText.", 1, "the line before the front matter must be", 3),
        ("---\ntitle: x\n\u2014\nText.", 3, "the line after the front matter must be '---'", 3),
        ("---\ntitle: x\n\nText: yes.", 1, "the front matter opens with '---' here but no", 2),
        ("---\ntitle: x\n# Heading\nText.", 1, "the front matter opens with '---' here but", 2),
        ("```markdown\n---\ntitle: x\n---\nText.\n```", 1, "remove the line '```markdown'", 4),
    ],
)
def test_front_matter_is_read_all_the_same(text: str, line: int, message: str, fence: int) -> None:
    page = read_page(text, "a/b")
    ((at, said),) = [(problem.line, problem.message) for problem in page.problems]
    assert at == line
    assert said.startswith(message)
    assert page.values["title"] == "x"
    assert page.fence == fence


@pytest.mark.parametrize(
    "text",
    [
        "Note: this is text\n---\n\nMore.", "title: one line of prose\n\nMore.",
        "---\n\nA break.", "---\nText after a break.", "# A heading\n\ntitle: x\n",
    ],
)  # fmt: skip
def test_text_is_not_taken_for_front_matter(text: str) -> None:
    page = read_page(text, "a/b")
    assert page.problems == ()
    assert page.fence == 0
