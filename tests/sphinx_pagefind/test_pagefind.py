"""An index brought up to date page by page is the one that Pagefind would make of all pages."""

from __future__ import annotations

import shutil
import sqlite3
from random import Random
from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind import file_format as pagefind_files
from sphinx_pagefind.bundle import serve
from sphinx_pagefind.file_format import LETTERS, decode, divide
from sphinx_pagefind.pagefind_output import Output
from sphinx_pagefind.run import make
from sphinx_pagefind.store import Index
from sphinx_pagefind.update import bring_in_line, write
from tests.conftest import snapshot

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = ["--force-language", "en", "--keep-index-url"]
WORDS = [
    *("the", "the", "the", "nurse", "nurses", "nursing", "résumé", "resume", "Resumé", "café"),
    *("cafe", "day-in-life", "CamelCase", "shift", "ward", "patient", "patience", "x1", "2027"),
    *("hello_world", "naïve"),
]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a word be on almost all pages, and a part be full, where thousands would be needed."""
    monkeypatch.setattr(pagefind_files, "PLACES", 100)
    monkeypatch.setattr(pagefind_files, "PART", 60)


def page(random: Random) -> str:
    """Return a page of random words, fields and filters."""
    words = " ".join(random.choices(WORDS, k=random.randint(0, 40)))
    text = f"<html lang=en><title>x</title><main data-pagefind-body><h1>{random.choice(WORDS)}</h1>"
    for field in random.sample(["career", "description"], random.randint(1, 2)):
        text += f'<i data-pagefind-meta="{field}:{random.choice(WORDS)} café"></i>'
    for value in random.sample(["a", "b, c", "image"], random.randint(0, 2)):
        text += f'<i data-pagefind-filter="topic:{value}"></i>'
    return f"{text}<p>{words}</p></main>"


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("seed", range(2))
def test_page_by_page_is_the_same_as_all_at_once(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    site, some = tmp_path / "site", tmp_path / "some"
    site.mkdir()
    for number in random.sample(range(25), 25):  # folders list them in another order
        (site / f"{number}.html").write_text(page(random), "utf-8")
    index = Index(":memory:")
    everything = Output(make(site, OPTIONS))
    index.fill(everything)
    served = tmp_path / "served"
    write(served, *serve(index, everything))
    ways = {True: 0, False: 0}
    for _round in range(12):
        shutil.rmtree(some, ignore_errors=True)
        some.mkdir()
        for number in random.sample(range(25), random.randint(1, 3)):
            text = page(random)
            if random.random() < 0.7:  # a word of it is another
                text = (site / f"{number}.html").read_text("utf-8")
                text = text.replace(random.choice(WORDS), random.choice(WORDS), 1)
            for folder in (site, some):
                (folder / f"{number}.html").write_text(text, "utf-8")
        output, everything = Output(make(some, OPTIONS)), Output(make(site, OPTIONS))
        by_page = index.change(output)
        ways[by_page] += 1
        if by_page:
            write(served, *serve(index, output, served))
        else:
            index.fill(everything)
            write(served, *serve(index, everything))
        fresh = Index(":memory:")
        fresh.fill(everything)
        clean = tmp_path / "clean"
        write(clean, *serve(fresh, everything))
        assert snapshot(served) == snapshot(clean)
        for rows in ("select * from words", "select * from parts", "select * from pages"):
            assert [*index.data.execute(rows)] == [*fresh.data.execute(rows)]
    assert ways[True] > 3, ways
    assert len(list((served / "index").iterdir())) > 5


def test_parts_are_divided_by_letters(small_parts: None) -> None:
    random = Random(1)
    names = {"".join(random.choices("abc", k=random.randint(1, 7))) for _ in range(400)}
    words = [(name, random.choice([1, 2, 5, 70])) for name in sorted(names)]
    parts = list(divide(words))
    assert [low for low, _high in parts] == [0, *(high for _low, high in parts[:-1])]
    assert parts[-1][1] == len(words)
    for low, high in parts:
        size = sum(size for _word, size in words[low:high])
        assert size <= 60 or len({word[:LETTERS] for word, _size in words[low:high]}) == 1
        assert high - low == 1 or all(size <= 60 for _word, size in words[low:high])
    # A word that grows leaves all parts alone but some of those whose words begin like it.
    at = next(at for at, (word, size) in enumerate(words) if word > "bb" and size == 1)
    words[at] = (words[at][0], 40)
    new = set(divide(words)) ^ set(parts)
    assert all(words[low][0][0] == words[high - 1][0][0] == "b" for low, high in new)
    assert len(new) < 8


@pytest.fixture
def site(tmp_path: Path) -> Path:
    random = Random(3)
    for number in range(8):
        (tmp_path / f"site/{number}").mkdir(parents=True)
        (tmp_path / f"site/{number}/a.html").write_text(page(random), "utf-8")
    return tmp_path / "site"


def paths(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


def test_orders_of_results_are_of_all_pages(site: Path) -> None:
    for number, file in enumerate(sorted(site.rglob("*.html"))):
        mark = f'<i data-pagefind-sort="weight:{(number * 5) % 8}"></i><p>'
        file.write_text(file.read_text("utf-8").replace("<p>", mark, 1), "utf-8")
    index, output = Index(":memory:"), Output(make(site, OPTIONS))
    index.fill(output)
    files, paths = serve(index, output)
    [meta] = [decode(files[path]) for path in paths if path.endswith(".pf_meta")]
    [[name, pages]] = meta[4]
    assert (name, pages) == ("weight", sorted(range(8), key=lambda number: (number * 5) % 8))
    assert not index.change(output)


def test_what_is_kept_may_be_broken_or_gone(site: Path, tmp_path: Path) -> None:
    pages, kept = paths(site), tmp_path / "kept.db"
    bring_in_line(site, pages, OPTIONS, kept)
    made = snapshot(site / "_pagefind")

    def again() -> dict[str, str]:
        page = site / pages[0]
        page.write_text(page.read_text("utf-8"), "utf-8")
        bring_in_line(site, pages, OPTIONS, kept)
        return snapshot(site / "_pagefind")

    assert again() == made
    next(site.glob("_pagefind/fragment/*")).unlink()
    assert again() == made
    (site / "_pagefind/pagefind-entry.json").write_text("{}", "utf-8")
    assert again() == made
    kept.write_bytes(b"no database at all" * 999)
    assert again() == made
    kept.unlink()
    assert again() == made


def test_only_what_has_changed_is_handed_to_pagefind(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, kept = paths(site), tmp_path / "kept.db"
    bring_in_line(site, pages, OPTIONS, kept)
    seen = []

    def noting(folder: Path, options: list[str], size: int = 0) -> dict[str, bytes]:
        seen.append(sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html")))
        return make(folder, options, size)

    monkeypatch.setattr("sphinx_pagefind.update.make", noting)
    bring_in_line(site, pages, OPTIONS, kept)
    assert seen == []
    page = site / pages[3]
    page.write_text(page.read_text("utf-8").replace("<p>", "<p>zebra ", 1), "utf-8")
    bring_in_line(site, pages, OPTIONS, kept)
    assert seen == [["3/a.html"]]
    bring_in_line(site, pages[1:], OPTIONS, kept)  # a page less: all numbers change
    assert len(seen[1]) == 8


def test_another_file_in_its_place_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "kept.db").write_bytes(b"no database at all" * 999)
    with pytest.raises(sqlite3.Error):
        Index(tmp_path / "kept.db")
