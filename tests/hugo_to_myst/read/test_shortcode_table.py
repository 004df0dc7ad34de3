"""The table of shortcodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst.read.shortcode_table import TableError, load_table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.sites import Make


def test_own_table(make: Make, tmp_path: Path) -> None:
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


def test_arguments_without_a_place(make: Make) -> None:
    source = (
        '{{< alert color="info" class="x" text="Read me" >}}Body{{< /alert >}}\n\n'
        '{{< figure src="https://x.example/a.png" alt="A" caption="C" height="3" >}}\n\n'
        '{{< youtube id="abc" start="30" >}}\n\n'
        '{{< highlight python "linenos=table,hl_lines=1 3-4" >}}\na\nb\nc\nd\n{{< /highlight >}}\n'
    )
    done = make({"content/page.md": source})
    found = [f.was for f in done.of("shortcode-argument")]
    assert found == ["alert: text=Read me", "youtube: start=30"]
    assert ":linenos:\n:emphasize-lines: 1,3-4" in done.body("page")
