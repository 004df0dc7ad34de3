"""The front matter in the documentation is valid and complete."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from career_guides.content.models import keys_of
from career_guides.content.page import read_page
from career_guides.content.schema import FOREIGN_KEYS, KEYS, Figure
from tests.project.documentation import MANUAL, PAGES, blocks, headings, of_language
from tests.sites import LOGO, Site, guide

if TYPE_CHECKING:
    from pathlib import Path


def test_every_key_has_its_entry() -> None:
    assert headings("front-matter.md") == set(KEYS)
    for key in {*keys_of(Figure), *FOREIGN_KEYS}:
        assert f"`{key}`" in PAGES["front-matter.md"], key


YAML = [
    (name, block.text)
    for name in MANUAL
    for block in blocks(name)
    if block.language == "yaml" and not block.caption
]


@pytest.mark.parametrize(("name", "text"), YAML, ids=[text.split("\n")[1] for _, text in YAML])
def test_yaml_example_is_front_matter_without_problems(name: str, text: str) -> None:
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    page = read_page(text, "baker/index" if "cascade:" in text else "baker/overview")
    assert page.problems == ()
    assert page.values


def test_examples_show_every_key() -> None:
    shown = set()
    for text in of_language("yaml", "front-matter.md"):
        shown |= read_page(text, "baker/index").values.keys()
    assert shown == set(KEYS)


def test_the_examples_of_the_keys_build(tmp_path: Path) -> None:
    """Each is a page of a career that has what they point at."""
    site = Site(tmp_path / "site")
    texts = dict(enumerate(of_language("yaml", "front-matter.md")))
    site.write({
        "index.md": guide("Home"),
        "liaison/day-in-the-life.md": guide("A day"),
        **{f"baker/{name}.md": guide(name) for name in ("overview", "dough", "first-day")},
        **dict.fromkeys(("images/baker/oven.svg", "images/baker/stars.svg"), LOGO),
        "logos/workdojos_logo.svg": LOGO,
        **{
            f"{'other/index' if 'cascade:' in text else f'baker/example-{number}'}.md":
            # Two guides of a career may not have the same title.
            re.sub(r"^(title: .+)", rf"\1 {number}", text, flags=re.MULTILINE) + "\nSome text.\n"
            for number, text in texts.items()
        },
    })  # fmt: skip
    assert site.build("-n", "-W", "--keep-going", "-D", "guides_drafts=1") == ""
    for number, text in texts.items():
        if "cascade:" not in text:
            assert (site.out / f"baker/example-{number}.html").is_file()
