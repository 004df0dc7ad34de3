"""Shortcodes: their grammar, the table, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst.read.shortcode_table import TableError, load_table
from hugo_to_myst.read.shortcodes import arguments, mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Imported


@pytest.mark.parametrize(("source", "positional", "named"), [
    ('a "b c" `d "e"`', ("a", "b c", 'd "e"'), {}),
    ('src=/a.png title = "x \\"y\\"" n=3', (), {"src": "/a.png", "title": 'x "y"', "n": "3"}),
    ("", (), {}),
])  # fmt: skip
def test_arguments(source: str, positional: tuple[str, ...], named: dict[str, str]) -> None:
    assert arguments(source) == (positional, named)


def test_pairs_and_single_calls() -> None:
    source = 'a {{< x "}}" >}} b\n{{% y %}}in {{< y >}}deep{{< /y >}}\n{{% /y %}} {{< z />}}'
    marked = mark(source, 10, lambda _t, _p: set())
    assert [(c.name, c.inner, c.line) for c in marked.calls] == [
        ("x", None, 10), ("y", "in {{< y >}}deep{{< /y >}}\n", 11), ("z", None, 12),
    ]  # fmt: skip
    assert list(marked.lines) == [10, 11]


CASES = {
    "heading": ('{{% title3 "A *b*" %}}', "## A *b*"),
    "empty heading": ('{{% title3 "" %}}\n\nx', "x"),
    "box": ("{{< note >}}\na\n\n- b\n{{< /note >}}", ":::{note}\na\n\n- b\n:::"),
    "box with title": (
        '{{% alert title="Mind" color="warning" %}}\na\n{{% /alert %}}',
        ":::{admonition} Mind\n:class: warning\n\na\n:::"),
    "box called by its kind": (
        '{{< alert title="Warning" type="warning" >}}a{{< /alert >}}', ":::{warning}\na\n:::"),
    "box in a list": (
        "- a\n  {{< tip >}}\n  b\n  {{< /tip >}}\n- c", "- a\n\n  :::{tip}\n  b\n  :::\n\n- c"),
    "tabs": (
        '{{< tabs >}}\n{{< tab "A" >}}\na\n{{< /tab >}}\n{{% tab name="B" %}}b{{% /tab %}}\n'
        "{{< /tabs >}}",
        "::::{tab-set}\n\n:::{tab-item} A\na\n:::\n\n:::{tab-item} B\nb\n:::\n::::"),
    "tabs of code": (
        '{{< tabpane lang="sh" >}}{{< tab header="One" >}}\nls *\n{{< /tab >}}{{< /tabpane >}}',
        "::::{tab-set}\n\n:::{tab-item} One\n```sh\nls *\n```\n:::\n::::"),
    "details": ('{{< details summary="S" >}}x{{< /details >}}', ":::{dropdown} S\nx\n:::"),
    "highlight": ("{{< highlight python >}}\nx = 1\n{{< /highlight >}}", "```python\nx = 1\n```"),
    "button": ('{{< button href="https://x.example" >}}Go{{< /button >}}', "[Go](https://x.example)"),
    "video": (
        "{{< youtube abc >}}",
        '```{raw} html\n<iframe src="https://www.youtube-nocookie.com/embed/abc" '
        'title="YouTube video" width="560" height="315"></iframe>\n```'),
    "gist": (
        "{{< gist jo 12 >}}", "[gist.github.com/jo/12](https://gist.github.com/jo/12)"),
    "nobody's": ('{{< odd "x" >}}', '```text\n{{< odd "x" >}}\n```'),
    "nobody's in a line": ("a {{< odd >}} b", "a `{{< odd >}}` b"),
    "nobody's pair": (
        "{{< odd >}}\n*in*\n{{< /odd >}}", "```text\n{{< odd >}}\n*in*\n{{< /odd >}}\n```"),
    "escaped": ("{{</* note */>}} and {{%/* x */%}}", "{{< note >}} and {{% x %}}"),
    "in code": ("`{{< note >}}` x `{{< /note >}}`", "`{{< note >}}` x `{{< /note >}}`"),
    "escaped in code": ('```text\n{{</* ref "a" */>}}\n```', '```text\n{{< ref "a" >}}\n```'),
    "parameter": ("{{< param colour >}}", "red"),
    "heading and inside": (
        '{{< blocks/cover title="Hi" >}}\n{{% card title="C" link="https://x.example" %}}\nd\n'
        "{{% /card %}}\n{{< /blocks/cover >}}",
        "## Hi\n\n:::{card}\n[C](https://x.example)\n\nd\n:::"),
    "dropped": ("a\n\n{{< toc >}}\n\nb", "a\n\nb"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_shortcode(case: str, body: Callable[[str], str]) -> None:
    source, expected = CASES[case]
    made = body(f"---\ntitle: T\ncolour: red\n---\n{source}\n")
    assert [part.rstrip() for part in made.split("\n")] == expected.split("\n")


def test_figure(make: Callable[..., Imported]) -> None:
    done = make({
        "content/page.md": (
            'x\n\n{{< figure src="/a.png" alt="A" title="T" caption="C *d*" width="40%" >}}'),
        "static/a.png": b"1",
    })  # fmt: skip
    assert done.body("page") == (
        "x\n\n```{figure} /images/a.png\n:alt: A\n:width: 40%\n\nT C *d*\n```"
    )
    assert not done.of("words")


def test_unknown_ones_are_reported_with_their_line(make: Callable[..., Imported]) -> None:
    done = make({"content/page.md": "a\n\n{{< odd >}}\n\n`{{< note >}}`"})
    assert [(f.kind, f.line, f.was) for f in done.report.findings if "shortcode" in f.kind] == [
        ("shortcode-code", 8, "{{< note >}}"), ("shortcode", 6, "{{< odd >}}"),
    ]  # fmt: skip


def test_own_table(make: Callable[..., Imported], tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    table.write_text('[odd]\nas = "text"\ntext = "version {0}"\nalso = ["even"]\n')
    done = make({"content/page.md": "{{< odd 3 >}}, {{% even 4 %}}"}, shortcodes=table)
    assert done.body("page") == "version 3, version 4"
    assert not done.of("words")


@pytest.mark.parametrize("text", ["[x]\nas = 'nonsense'\n", "x = 1\n", "[x\n"])
def test_a_wrong_table_says_where(text: str, tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_text(text)
    with pytest.raises(TableError, match=r"t\.toml"):
        load_table(path)


def test_the_built_in_table_covers_hugo() -> None:
    table = load_table()
    named = "figure ref relref youtube vimeo gist highlight details alert note warning tip callout"
    also = [f"{part}title{n}" for part in ("", "sub") for n in range(1, 7)]
    assert not {*named.split(), "tabs", "tab", "button", "img", "param", *also} - set(table)
