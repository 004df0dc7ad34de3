"""Names of headings, as MyST and docutils make them."""

from __future__ import annotations

from career_guides.content.headings import find_headings
from career_guides.content.page import read_page
from tests.sites import Site, guide

BODY = """\
(my-label)=
## The *court* & `code`

## The *court* & `code`

Under line
----------

```
## no heading
```

{#own}
### C++

| a |
| - |

Text {guide}`x`.
"""


def test_names_are_those_of_the_build(site: Site) -> None:
    site.conf = (
        "myst_enable_extensions += ['attrs_block', 'attrs_inline']\nmyst_heading_anchors = 4"
    )
    text = guide("A title", BODY)
    names = read_page(text, "a").names
    site.write({"a.md": text})
    site.build()
    page = site.soup("a.html")
    ids = {section["id"] for section in page.select("section")}
    assert ids <= names.keys() | {"id1"}
    assert {"a-title", "the-court--code", "the-court--code-1", "under-line", "own"} <= names.keys()
    assert names["a-title"] == 1
    assert names["my-label"] == 0


def test_headings_have_lines_and_levels() -> None:
    found = [(each.line, each.level) for each in find_headings(BODY.split("\n"))]
    assert found == [(2, 2), (4, 2), (6, 2), (14, 3)]


def test_html_that_ends_with_its_own_mark_has_no_headings() -> None:
    text = "<!-- # a -->\n# One\n<!--\n# b\n\n# c -->\n# Two\n<PRE>\n# d\n</PRE>\n# Three\n"
    text += "\n<preface>\n\n# 4"
    assert [each.text for each in find_headings(text.split("\n"))] == ["One", "Two", "Three", "4"]


def test_an_outline_is_unwritten_until_it_has_text() -> None:
    outline = guide("A", "% a note\n\n## One\n\n% another")
    assert read_page(outline, "a").unwritten == 7
    assert read_page(outline + "\nText.\n", "a").unwritten == 0
    assert read_page(guide("A", ""), "a").unwritten == 0
