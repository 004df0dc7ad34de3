"""An index that is updated page by page is the one that Pagefind would make of all pages."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from random import Random
from sqlite3 import Connection
from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind import word_table
from sphinx_pagefind.bundle import bundle, write
from sphinx_pagefind.file_format import decode
from sphinx_pagefind.pagefind_output import Output
from sphinx_pagefind.run import run
from sphinx_pagefind.store import Index
from sphinx_pagefind.update import Site
from tests.sites import snapshot

from .pages import OPTIONS, WORDS, page, paths, update

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("seed", range(2))
def test_page_by_page_is_the_same_as_all_at_once(
    tmp_path: Path, new_index: Callable[[], Index], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if seed:  # as after many renumberings
        monkeypatch.setattr(word_table, "MOST", 1)
    random = Random(seed)
    site, some = tmp_path / "site", tmp_path / "some"
    site.mkdir()
    for number in random.sample(range(25), 25):  # folders list them in another order
        (site / f"{number}.html").write_text(page(random), "utf-8")
    index = new_index()
    everything = Output(run(site, OPTIONS, "en"))
    index.fill(everything)
    served = tmp_path / "served"
    write(served, *bundle(index, everything))
    ways = {True: 0, False: 0}
    come_and_gone = 0
    for _round in range(16):
        shutil.rmtree(some, ignore_errors=True)
        some.mkdir()
        before = {file.name for file in site.iterdir()}
        for number in random.sample(range(30), random.randint(0, 3)):
            (site / f"{number}.html").unlink(missing_ok=True)
        gone = [f"/{name}" for name in sorted(before - {file.name for file in site.iterdir()})]
        for number in random.sample(range(30), random.randint(1, 3)):
            if f"/{number}.html" in gone:
                continue
            text = page(random)
            if (site / f"{number}.html").is_file() and random.random() < 0.7:  # another word
                text = (site / f"{number}.html").read_text("utf-8")
                text = text.replace(random.choice(WORDS), random.choice(WORDS), 1)
            for folder in (site, some):
                (folder / f"{number}.html").write_text(text, "utf-8")
        output, everything = Output(run(some, OPTIONS, "en")), Output(run(site, OPTIONS, "en"))
        by_page = index.change(output, gone)
        ways[by_page] += 1
        come_and_gone += by_page and before != {file.name for file in site.iterdir()}
        if by_page:
            write(served, *bundle(index, output, served))
        else:
            index.fill(everything)
            write(served, *bundle(index, everything))
        fresh = new_index()
        fresh.fill(everything)
        clean = tmp_path / "clean"
        write(clean, *bundle(fresh, everything))
        assert snapshot(served) == snapshot(clean)
        assert words_of(index) == words_of(fresh)
        for rows in ("select word from words", "select * from parts", "select * from pages"):
            assert [*index.data.execute(rows)] == [*fresh.data.execute(rows)]
    assert ways[True] > 3, ways
    assert come_and_gone > 2
    assert len(list((served / "index").iterdir())) > 5


@pytest.mark.usefixtures("small_parts")
def test_a_page_that_has_come_and_gone_leaves_nothing(pages: Path, tmp_path: Path) -> None:
    names, kept = paths(pages), tmp_path / "kept.db"
    site = Site(pages, pages / "_pagefind", OPTIONS, "en")
    update(site, names, kept)
    before = snapshot(site.folder)
    text = "<html lang=en><title>x</title><main data-pagefind-body><h1>zebra</h1></main>"
    for name in ("1b.html", "5b.html"):
        (pages / name).write_text(text)
        update(site, paths(pages), kept)
        assert snapshot(site.folder) != before
        (pages / name).unlink()
        update(site, names, kept)
        assert snapshot(site.folder) == before


def words_of(index: Index) -> list[tuple[object, ...]]:
    """Return all words, with what the index has of them now."""
    found = [index.words.get(word) for (word,) in index.data.execute("select word from words")]
    return [(*numbers, postings.columns()) for *numbers, postings, _row in found]


def test_orders_of_results_are_of_all_pages(pages: Path, new_index: Callable[[], Index]) -> None:
    for number, file in enumerate(sorted(pages.rglob("*.html"))):
        mark = f'<i data-pagefind-sort="weight:{(number * 5) % 8}"></i><p>'
        file.write_text(file.read_text("utf-8").replace("<p>", mark, 1), "utf-8")
    index, output = new_index(), Output(run(pages, OPTIONS, "en"))
    index.fill(output)
    files, paths = bundle(index, output)
    [meta] = [decode(files[path]) for path in paths if path.endswith(".pf_meta")]
    [[name, ordered]] = meta[4]
    assert (name, ordered) == ("weight", sorted(range(8), key=lambda number: (number * 5) % 8))
    assert not index.change(output)


@pytest.mark.parametrize("is_database", [False, True])
def test_another_file_in_its_place_is_no_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_database: bool
) -> None:
    file = tmp_path / "kept.db"
    file.write_bytes(b"" if is_database else b"no database at all" * 999)
    if is_database:  # of another version
        with closing(sqlite3.connect(file)) as data:
            data.execute("create table site (key text, value text)")
    opened = []
    monkeypatch.setattr(
        sqlite3, "connect", lambda path: opened.append(Connection(path)) or opened[-1]
    )
    with pytest.raises(sqlite3.Error):
        Index(file)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("select 1")
