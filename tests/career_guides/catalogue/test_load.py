"""From a folder to its catalogue."""

from __future__ import annotations

from pathlib import Path

from build_cache.stamps import stamp
from career_guides.catalogue.load import load
from tests.sites import guide
from tests.sites.catalogues import catalogue


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
