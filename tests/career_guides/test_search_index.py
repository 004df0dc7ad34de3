"""The search index follows what is edited and set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.sites import FACTS, Site, guide, snapshot, without_pagefind
from tests.sites.searched import index, write_searched_pages

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def careers(site: Site) -> Site:
    write_searched_pages(site)
    return site


def pagefind(out: Path) -> dict[str, str]:
    return {path: sha for path, sha in snapshot(out).items() if path.startswith("_pagefind/")}


def test_the_index_is_the_same_for_the_same_pages(careers: Site, clean) -> None:
    careers.build()
    assert clean(careers) == snapshot(careers.out)
    entry = json.loads((careers.out / "_pagefind/pagefind-entry.json").read_text())
    assert entry["languages"]["en"]["page_count"] == 5


def test_only_what_changed_of_the_index_is_written(careers: Site, clean) -> None:
    careers.build()
    before = {file: file.stat().st_mtime_ns for file in (careers.out / "_pagefind").rglob("*")}
    careers.build()
    assert before == {file: file.stat().st_mtime_ns for file in before}
    old = pagefind(careers.out)
    careers.write({"nurse/day.md": guide("A night", "A patient sleeps.", tags="[Nights]")})
    (careers.docs / "plain.md").unlink()
    careers.build()
    assert snapshot(careers.out) == clean(careers)
    assert "sleeps" in index(careers)["/nurse/day.html"]["content"]
    assert "/plain.html" not in index(careers)
    new = pagefind(careers.out)
    kept = [path for path in old if old[path] == new.get(path)]
    assert len([path for path in kept if "/fragment/" in path]) == 3
    for file, written in before.items():
        if file.relative_to(careers.out).as_posix() in kept:
            assert file.stat().st_mtime_ns == written


def test_what_others_change_reaches_the_index(careers: Site, clean) -> None:
    careers.build()
    careers.write({name: text.replace("97550", "59000") for name, text in FACTS.items()})
    careers.build()
    assert index(careers)["/nurse/day.html"]["filters"]["pay"] == ["$40,000 to $59,999"]
    careers.write({"a/first.md": guide("First", "To write it so.", tags="[NIGHTS]")})
    careers.build()
    assert index(careers)["/nurse/day.html"]["filters"]["topic"] == ["NIGHTS", "health care"]
    text = (careers.docs / "nurse/index.md").read_text()
    careers.write({"nurse/index.md": text.replace("Nurses & <b>carers</b> [x, y]: a", "Nurse")})
    careers.build()
    assert index(careers)["/nurse/day.html"]["filters"]["career"] == ["Nurse"]
    assert snapshot(careers.out) == clean(careers)


def test_sphinxs_search_by_one_setting_and_back(careers: Site, clean) -> None:
    careers.build()
    assert not (careers.out / "searchindex.js").exists()
    careers.conf = 'guides_search = "sphinx"\n'
    careers.build()
    made = snapshot(careers.out)
    assert not pagefind(careers.out)
    assert {"searchindex.js", "search.html"} <= made.keys()
    page = (careers.out / "search.html").read_text()
    assert "searchtools.js" in page
    assert "guide-search" not in (careers.out / "nurse/day.html").read_text().partition("<body")[2]
    assert "data-pagefind" not in (careers.out / "nurse/day.html").read_text()
    careers.conf = ""
    careers.build()
    assert snapshot(careers.out) == clean(careers)


def test_without_the_binary_it_is_said_once_and_nothing_stale_is_served(
    careers: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careers.build()
    without_pagefind(tmp_path, monkeypatch, "no such binary")
    careers.write({"singer/index.md": guide("Singer", "Hums.")})
    assert careers.build() == (
        "WARNING: the site cannot be searched, Pagefind does not run: no such binary; install"
        " 'pagefind[bin]', or set guides_search = 'sphinx' [guide.search]\n"
    )
    assert not (careers.out / "_pagefind").exists()
    monkeypatch.undo()
    assert careers.build() == ""  # the next build that can makes it
    assert "Hums." in index(careers)["/singer/index.html"]["content"]


def test_a_language_of_its_own(careers: Site) -> None:
    careers.conf = 'language = "pt_BR"\n'
    careers.build()
    assert [file.name for file in careers.out.glob("_pagefind/wasm.*")] == ["wasm.pt-br.pagefind"]


def test_a_site_of_hidden_pages_has_no_index(site: Site) -> None:
    site.write({"index.md": guide("Home", **{"no-search": "true"})})
    assert site.build() == ""
    assert not (site.out / "_pagefind").exists()


def test_the_page_that_searches_is_left_alone_until_something_changes(careers: Site) -> None:
    careers.conf = "import build_cache.stamps\nbuild_cache.stamps.MOMENT = 0\n"
    careers.build()
    page = careers.out / "search.html"
    text, written = page.read_text(), page.stat().st_mtime_ns
    careers.build()
    assert page.stat().st_mtime_ns == written
    page.unlink()
    careers.build()
    assert page.read_text() == text
    careers.write({"singer/index.md": guide("Singer", "Sings.", tags="[stage]")})
    careers.build()
    assert page.stat().st_mtime_ns != written
