"""What is removed from HTML, and what is reported about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


CASES = {
    "comment": ("<!-- note\nto self -->\n\ntext", "% note\n% to self\n\ntext"),
    "summary divider": ("a\n\n<!--more-->\n\nb", "a\n\nb"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_comments(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def test_nothing_that_runs_is_carried_over(make: Make) -> None:
    done = make({"content/page.md": (
        "<script>alert(1)</script>\n<p onclick=x()>a <a href='JavaScript:x()'>b</a></p>\n"
        "<svg onload=x()><script>y</script><text>drawn</text></svg>\n"
    )})  # fmt: skip
    text = done.text("page").lower()
    assert not any(bad in text for bad in ("script", "alert", "onload", "onclick"))
    assert "drawn" in text
    assert len(done.of("script")) == 2
    assert len(done.of("handler")) == 3
    assert not done.of("words")


def test_code_in_markdown_links(make: Make) -> None:
    source = "[press](javascript:alert(1)) ![pic](data:image/svg+xml,x)\n"
    done = make({"content/page.md": source}, fix_links=True)
    assert [f.was for f in done.of("handler")] == ['href="javascript:alert(1)"']
    assert [f.was for f in done.of("image")] == ["data:image/svg+xml,x"]
    assert "](javascript" not in done.body("page")
    assert "press" in done.body("page")


def test_styles_are_dropped_and_counted(make: Make) -> None:
    done = make({"content/page.md": '<p style="color: red" class="big">a</p>\n'})
    (finding,) = done.of("style")
    assert finding.was == "1 style, 1 class"
    assert finding.line == 4


def test_what_has_no_place_is_reported(make: Make) -> None:
    page = (
        "---\n# old\ntitle: A\n---\na <!-- b --> <blink>c</blink><nonsense>d</nonsense>\n\n[^1]: x"
    )
    done = make({"content/page.md": page})
    assert done.body("page") == "% b\n\na cd"
    assert [(f.line, f.was) for f in done.of("comment")] == [(2, "# old"), (5, "b")]
    assert [f.was for f in done.of("element-unknown")] == ["<nonsense>"]
    assert [f.was for f in done.of("footnote")] == ["[^1]"]


def test_attributes_that_markdown_has_no_place_for_are_reported(
    make: Make,
) -> None:
    done = make({"content/a.md": '<p title="hover">t</p>\n\n<ol type="a"><li>x</li></ol>\n'})
    assert [(f.line, f.was, f.became) for f in done.of("element")] == [
        (4, '<p title="hover">', "its title is dropped"),
        (6, '<ol type="a">', "numbered 1, 2, 3"),
    ]
