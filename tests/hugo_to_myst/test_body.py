"""Markdown and HTML of a page's body, and the MyST that is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Imported

CASES = {
    "paragraphs around blank lines": ("<p>\nOne\n\nTwo\n<br>\n</p>", "One\n\nTwo"),
    "hard wraps": ("one\ntwo", "one\\\ntwo"),
    "two breaks are paragraphs": ("one<br><br>two", "one\n\ntwo"),
    "headings begin at the second": ("# A\n\n### B\n\n# C", "## A\n\n### B\n\n## C"),
    "heading id of its own": ("## A thing {#a-thing}", "## A thing"),
    "linked heading id": ("[x](#odd)\n\n## A {#odd}", "[x](#odd)\n\n(odd)=\n## A"),
    "emphasis": ("<b> bold </b>and <i>it</i>", "**bold** and *it*"),
    "emphasis inside a word": ("a<b>“b”</b>c", "a{strong}`“b”`c"),
    "neighbours join": ("<b>a</b><b>b</b>", "**ab**"),
    "roles": ("H<sub>2</sub>O <kbd>q</kbd>", "H{sub}`2`O {kbd}`q`"),
    "spans": ("<u>u</u> <mark>m</mark>", "[u]{.underline} [m]{.mark}"),
    "text that looks like markup": (
        "<p>1. a * b_c *d* [e](f)</p>", "1\\. a * b_c \\*d\\* \\[e\\](f)"),
    "comment": ("<!-- note\nto self -->\n\ntext", "% note\n% to self\n\ntext"),
    "summary divider": ("a\n\n<!--more-->\n\nb", "a\n\nb"),
    "whole document": (
        "<html><head><style>p{}</style></head><body><a href='https://x.example'>Go</a></body></html>",
        "[Go](https://x.example)"),
    "unclosed": ("<div><p>one<p>two<li>three", "one\n\ntwo\n\nthree"),
    "text after a void tag": ("<hr>after<br>\nend", "after\\\nend"),
    "lists": ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"),
    "list start": ("3. a\n4. b", "3. a\n4. b"),
    "loose list": ("- a\n\n  b\n- c", "- a\n\n  b\n\n- c"),
    "two lists": ("- a\n\n<!---->\n\n- b", "- a\n\n* b"),
    "tasks": ("- [x] done\n- [ ] open", "- [x] done\n- [ ] open"),
    "definitions": ("Term\n: Meaning\n: Other", "Term\n: Meaning\n: Other"),
    "quote": ("> a\n>\n> b", "> a\n>\n> b"),
    "alert": ("> [!WARNING]\n> Hot", ":::{warning}\nHot\n:::"),
    "alert with title": (
        "> [!TIP] Do *so*\n> Body", ":::{tip}\nDo *so*\\\nBody\n:::"),
    "alert with plain title": (
        "> [!TIP] Do so\n> Body", ":::{admonition} Do so\n:class: tip\n\nBody\n:::"),
    "footnote": ("a[^1]\n\n[^1]: b", "a[^1]\n\n[^1]: b"),
    "fence": ("```python\nx = 1\n```", "```python\nx = 1\n```"),
    "fence with attributes": (
        '```python {linenos=table,hl_lines=[2,"4-5"],linenostart=7}\nx = 1\n```',
        "```{code-block} python\n:linenos:\n:lineno-start: 7\n\n"
        "x = 1\n```"),
    "unknown language": ("```goat\na\n```", "```text\na\n```"),
    "language that does not fit": ("```json\n{a}\n```", "```text\n{a}\n```"),
    "pipe table": ("| a | b |\n|:-:|---|\n| `c|d` | e |", None),
    "table of rows": (
        "<table><tr><th>a<th>b<tr><td>c<td>d</table>", "| a | b |\n| --- | --- |\n| c | d |"),
    "table with row heads": (
        "<table><tr><td><th>b<tr><th>c<td>d</table>",
        ":::{list-table}\n:header-rows: 1\n:stub-columns: 1\n\n* -\n  - b\n* - c\n  - d\n:::"),
    "table with spans": (
        "<table><tr><th>a<th>b<tr><td colspan=2>c</table>",
        "| a | b |\n| --- | --- |\n| c | |"),
    "table with lists": (
        "<table><tr><th>a<th>b<tr><td><ul><li>c</ul><td>d</table>",
        ":::{list-table}\n:header-rows: 1\n\n* - a\n  - b\n* - - c\n  - d\n:::"),
    "table for layout": (
        "<table><tr><td><h1>A</h1>a<td><h1>B</h1>b</table>", "## A\n\na\n\n## B\n\nb"),
    "details": ("<details><summary>More</summary>text</details>", ":::{dropdown} More\ntext\n:::"),
    "frame": (
        '<iframe src="https://v.example" style="width: 100%;height: 63px" onload="x()"></iframe>',
        '```{raw} html\n<iframe src="https://v.example" width="100%" height="63"></iframe>\n```'),
    "image with size": (
        '<img src="https://x.example/a.png" alt="A" width="30">',
        '![A](https://x.example/a.png){width="30px"}'),
    "linked heading": ("<a href='https://x.example'><h2>H</h2></a>", "## [H](https://x.example)"),
    "rules beside nothing": ("***\n\na\n\n***\n\n***\n\nb\n\n***", "a\n\n---\n\nb"),
    "bare address": ("see https://x.example/a_b.", "see <https://x.example/a_b>."),
    "swallowed by an open tag": ("<p>a</p>\n<pGone: x\n\nkept", "a\n\n% pGone: x\n\nkept"),
    "non-breaking blank": ("a&nbsp;b", "a&nbsp;b"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_body(case: str, body: Callable[[str], str]) -> None:
    source, expected = CASES[case]
    made = body("\n" + source if source.startswith("---") else source)
    if expected is not None:
        assert made == expected


@pytest.mark.parametrize(("source", "alt"), [
    ("<p><img src=/a.png alt='alt'; alt='rocket ship';/>", "rocket ship"),
    ("<p><img src=/a.png alt='pirate's hat';/>", "pirate's hat"),
    ("<p><img src=/a.png alt='alt'; alt='pirate's hat';/>", "pirate's hat"),
    ("<img alt='first' alt='second' src=/a.png>", "first"),
    ('<p><img alt="hat src="/a.png"></p>', "hat"),
    ('<p><img src=/a.png alt="hat></p>', "hat"),
])  # fmt: skip
def test_attributes_that_say_something_win(
    source: str, alt: str, make: Callable[..., Imported]
) -> None:
    done = make({"content/page.md": source, "static/a.png": b"1"})
    assert done.body("page") == f"![{alt}](/images/a.png)"
    assert done.of("attribute")


def test_nothing_that_runs_is_carried_over(make: Callable[..., Imported]) -> None:
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


def test_styles_are_dropped_and_counted(make: Callable[..., Imported]) -> None:
    done = make({"content/page.md": '<p style="color: red" class="big">a</p>\n'})
    (finding,) = done.of("style")
    assert finding.was == "1 style, 1 class"
    assert finding.line == 4


def test_what_has_no_place_is_told(make: Callable[..., Imported]) -> None:
    page = (
        "---\n# old\ntitle: A\n---\na <!-- b --> <blink>c</blink><nonsense>d</nonsense>\n\n[^1]: x"
    )
    done = make({"content/page.md": page})
    assert done.body("page") == "% b\n\na cd"
    assert [(f.line, f.was) for f in done.of("comment")] == [(2, "# old"), (5, "b")]
    assert [f.was for f in done.of("element-unknown")] == ["<nonsense>"]
    assert [f.was for f in done.of("footnote")] == ["[^1]"]


def test_html_that_hugo_hid_is_told(make: Callable[..., Imported]) -> None:
    done = make({"hugo.yaml": "title: x\n", "content/a.md": "<div>\n\nshown\n\n</div>"})
    assert done.body("a") == "shown"
    assert len(done.of("html-hidden")) == 1


def test_findings_name_the_line(make: Callable[..., Imported]) -> None:
    page = "---\ntitle: T\n---\nfirst\n\n{{< note >}}\ntwo\nlines\n{{< /note >}}\n\n[x](/nowhere)\n"
    (finding,) = make({"content/page.md": page}).of("link")
    assert (finding.file, finding.line) == ("content/page.md", 11)


def test_formulas_and_emoji(make: Callable[..., Imported]) -> None:
    config = (
        "enableEmoji = true\n[markup.goldmark.extensions.passthrough]\nenable = true\n"
        "delimiters = {block = [['$$', '$$']], inline = [['\\(', '\\)']]}\n"
    )
    page = "in \\(a_b*c*\\) line :tada:\n\n$$\nx_1 *y*\n$$\n\n`\\(a\\)`"
    done = make({"hugo.toml": config, "content/a.md": page})
    assert done.body("a") == (
        "in {math}`a_b*c*` line \N{PARTY POPPER}\n\n```{math}\nx_1 *y*\n```\n\n`\\(a\\)`"
    )
    assert not done.of("words")


def test_attributes_that_markdown_has_no_place_for_are_reported(
    make: Callable[..., Imported],
) -> None:
    done = make({"content/a.md": '<p title="hover">t</p>\n\n<ol type="a"><li>x</li></ol>\n'})
    assert [(f.line, f.was, f.became) for f in done.of("element")] == [
        (4, '<p title="hover">', "its title is dropped"),
        (6, '<ol type="a">', "numbered 1, 2, 3"),
    ]
