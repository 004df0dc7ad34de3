"""Included files: found in the site, never outside it, and never without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_a_file_beside_the_page_and_one_of_the_site(make: Make) -> None:
    done = make(
        {
            "content/a/b.md": '{{< include "c" >}}\n\n{{< include file="s/x.txt" code="true" >}}\n',
            "content/a/c.md": "---\ntitle: C\n---\n*Beside.*\n",
            "s/x.txt": "*as it is*\n",
        }
    )
    text = (done.out / "a/b.md").read_text()
    assert text.endswith("\n\n*Beside.*\n\n```text\n*as it is*\n```\n")
    assert not done.of("words")


def test_files_outside_the_site_and_missing_ones_are_not_included(make: Make) -> None:
    source = '{{< include "../../../secret.md" >}}\n\n{{< include "none" >}}\n'
    done = make({"content/b.md": source, "../secret.md": "secret words"})
    text = (done.out / "b.md").read_text()
    assert "secret words" not in text
    assert len(done.of("shortcode")) == 2
    assert "{{< include" in text


def test_files_that_include_themselves_come_to_an_end(make: Make) -> None:
    call = '{{< include "loop" >}}\n\n'
    done = make({"content/b.md": call, "content/loop.md": f"Word.\n\n{call * 9}"})
    text = (done.out / "b.md").read_text()
    assert 1 < text.count("Word.") < 400
    assert len(text) < 100_000
