"""Plain Markdown gives the same words in compiled code as by the parsers for Hugo and MyST."""

from __future__ import annotations

import pytest

from hugo_to_myst.verify_text import hugo_page, myst_guide
from hugo_to_myst.verify_text.commonmark import is_plain, plain_html
from hugo_to_myst.verify_text.html_words import words

PLAIN = {
    "table": "| a | b\\|c |\n|---|---|\n| *d* | `e f` |\n",
    "definition": "term\n: text *a*\n\nother\n: b\n",
    "tasks": "- [ ] one\n- [x] two\n  1. three\n\n     four\n",
    "emphasis": "~old~ and **new**_x_ a*b*c\n",
    "html": "<div>\n\n*in* <kbd>K</kbd>\n\n</div>\n\n<pre>a <b>c</b></pre>\n<!-- no -->\n",
    "links": "[a](<b c> 'title') ![alt](x.png) <https://x.example/> [r]\n\n[r]: /to 'T'\n",
    "code": "```sh\nls <x>\n```\n\n    indented &amp;\n\n`a &lt; b`\n",
    "entities": "A &amp; B &copy; 1 < 2\n",
    "signs within a line": "50 % of a ::: b +++ c (d) = e ^f\n",
    "setext": "One\n===\n\nTwo\n---\n> # Three\n",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_the_words_of_plain_text(text: str) -> None:
    assert is_plain(text)
    found = words(plain_html(text))
    assert found
    assert found == words(hugo_page._PARSER.render(text))
    assert found == words(str(myst_guide._PARSER.render(text, {"slugs": None})))


@pytest.mark.parametrize("text", [
    "a[^1]\n\n[^1]: b", "{ref}`a`", "![a](b){width=1}", ":::{note}\na\n:::", "> :::{tip}",
    "% comment", "+++", "(label)=", "- % comment",
    "~~a~ b~~",
])  # fmt: skip
def test_what_is_not_plain(text: str) -> None:
    assert not is_plain(text)
