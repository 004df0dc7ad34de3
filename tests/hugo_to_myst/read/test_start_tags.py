"""Start tags that people broke."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


CASES = {
    "swallowed by an open tag": ("<p>a</p>\n<pGone: x\n\nkept", "a\n\n% pGone: x\n\nkept"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_broken_tags(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


@pytest.mark.parametrize(("source", "alt"), [
    ("<p><img src=/a.png alt='alt'; alt='rocket ship';/>", "rocket ship"),
    ("<p><img src=/a.png alt='pirate's hat';/>", "pirate's hat"),
    ("<p><img src=/a.png alt='alt'; alt='pirate's hat';/>", "pirate's hat"),
    ("<img alt='first' alt='second' src=/a.png>", "first"),
    ('<p><img alt="hat src="/a.png"></p>', "hat"),
    ('<p><img src=/a.png alt="hat></p>', "hat"),
])  # fmt: skip
def test_attributes_that_say_something_win(source: str, alt: str, make: Make) -> None:
    done = make({"content/page.md": source, "static/a.png": b"1"})
    assert done.body("page") == f"![{alt}](/images/a.png)"
    assert done.of("attribute")
