"""The words of the old page."""

from __future__ import annotations

from hugo_to_myst.verify_text.hugo_page import words_of_page


def test_words_as_a_browser_shows_them() -> None:
    source = "a<b>b</b>c <script>x</script><p>d<p hidden>e<table><td>f<td>g</table><style>h</style>"
    assert words_of_page(source, lambda *_: []) == ["abc", "d", "e", "f", "g"]
