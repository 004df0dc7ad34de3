"""The files of the content folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_languages(make: Make) -> None:
    done = make({
        "hugo.yaml": "defaultContentLanguage: en\nlanguages: {en: {}, fr: {}}\n",
        "content/a.md": "one", "content/a.fr.md": "un",
    })  # fmt: skip
    assert done.guides == ["a", "fr/a", "fr/index", "index"]


def test_other_formats_and_bundled_pages_are_put_aside(make: Make) -> None:
    done = make({
        "content/a.rst": "A\n=", "content/b/index.md": "b", "content/b/extra.md": "x",
        "content/b/data.csv": "1",
    })  # fmt: skip
    assert [f.file for f in done.of("format")] == ["content/a.rst"]
    assert (done.out / "_unread/content/a.rst.txt").read_text() == "A\n="
    assert {f.file for f in done.of("resource")} == {"content/b/extra.md", "content/b/data.csv"}


def test_mounts_and_themes_that_are_not_followed_are_reported(make: Make) -> None:
    config = """\
baseURL: https://old.example
module:
  mounts:
  - {source: content, target: content}
  - {source: docs, target: content/docs}
"""
    done = make({
        "config.yaml": config, "content/p.md": "a", "docs/d.md": "d",
        "themes/t/content/x.md": "x",
    })  # fmt: skip
    said = [f.was for f in done.of("config")]
    assert "module.mounts: docs as content/docs" in said
    assert "themes/t/content" in said
    assert not any(s.removeprefix("module.mounts: ") == "content as content" for s in said)
