"""From a folder to its catalogue."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from build_cache.stamps import stamp
from career_guides.catalogue.load import load
from career_guides.facts.release import bundled
from tests.sites import guide
from tests.sites.catalogues import catalogue

if TYPE_CHECKING:
    from career_guides.catalogue.model import Catalogue


def test_the_catalogue_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {f"a/{n}.md": guide(f"T{n % 3}") for n in range(9)})
    files = {name: tmp_path / f"{name}.md" for name in sorted(found.pages, reverse=True)}
    assert load(tmp_path, files)[0] == found


def test_a_page_behind_a_link_out_of_the_source_folder_is_left_out(tmp_path: Path) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    for folder in (docs / "in", outside / "below"):
        folder.mkdir(parents=True)
    for file in (docs / "index.md", docs / "in/a.md", outside / "b.md", outside / "below/c.md"):
        file.write_text("---\ntitle: A\n---\n", "utf-8")
    (docs / "out").symlink_to(outside)
    (docs / "in/again").symlink_to(docs / "in")
    (docs / "in/linked.md").symlink_to(outside / "b.md")
    names = ("index", "in/a", "in/linked", "in/again/a", "in/again/linked", "out/b", "out/below/c")
    documents = {name: docs / f"{name}.md" for name in names}
    left_out = {"in/linked", "in/again/linked", "out/b", "out/below/c"}

    assert load(docs, documents)[1] == left_out

    links = [str(docs / "in/linked.md")]
    stamps = {path: stamp(path) for path in (str(docs / "in/a.md"), *links)}
    assert load(docs, documents, stamps=stamps, links=links)[1] == left_out


def test_facts_are_kept_apart_and_read_when_they_are_needed(tmp_path: Path) -> None:
    page = tmp_path / "a/index.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: A\noccupation: 29-1141\n---\n", "utf-8")
    file = tmp_path / "kept/career_guides-facts.pickle"

    def again(others: str = "the same") -> Catalogue:
        stamps = {str(page): (1, 1, 1, 1)}  # not of this moment, so that the page is kept, too
        options = {"cache_file": file.with_name("pages.pickle"), "others": others}
        return load(tmp_path, {"a/index": page}, stamps=stamps, **options)[0]  # type: ignore[arg-type]

    first = again()
    assert (
        file.stat().st_size > 100 * file.with_name("career_guides-catalogue.pickle").stat().st_size
    )
    assert again().facts is bundled()  # this process has read them
    bundled.cache_clear()
    assert again() == replace(first, since=first.made, changed=frozenset())
    assert again().facts.occupations == first.facts.occupations
    assert not bundled.cache_info().currsize  # they were kept
    assert again("other settings").facts == first.facts
    file.unlink()
    bundled.cache_clear()
    found = again("other settings")
    assert (found.facts, found.changed) == (first.facts, None)
    assert file.is_file()
