"""What becomes of shortcodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


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
    "unknown": ('{{< odd "x" >}}', '```text\n{{< odd "x" >}}\n```'),
    "unknown in a line": ("a {{< odd >}} b", "a `{{< odd >}}` b"),
    "unknown pair": (
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
def test_shortcode(case: str, body: Body) -> None:
    source, expected = CASES[case]
    made = body(f"---\ntitle: T\ncolour: red\n---\n{source}\n")
    assert [part.rstrip() for part in made.split("\n")] == expected.split("\n")


def test_figure(make: Make) -> None:
    done = make({
        "content/page.md": (
            'x\n\n{{< figure src="/a.png" alt="A" title="T" caption="C *d*" width="40%" >}}'),
        "static/a.png": b"1",
    })  # fmt: skip
    assert done.body("page") == (
        "x\n\n```{figure} /images/a.png\n:alt: A\n:width: 40%\n\nT C *d*\n```"
    )
    assert not done.of("words")
