"""When an index is made again, and from which pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind import run as run_module
from sphinx_pagefind import update as module
from sphinx_pagefind.run import run
from sphinx_pagefind.update import Site
from tests.sites import snapshot, without_pagefind

from .pages import OPTIONS, paths, update
from .project import PAGES, Project, indexed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Clean = Callable[[Project], dict[str, str]]


def test_what_is_kept_may_be_broken_or_gone(pages: Path, tmp_path: Path) -> None:
    names, kept = paths(pages), tmp_path / "kept.db"
    site = Site(pages, pages / "_pagefind", OPTIONS, "en")
    update(site, names, kept)
    made = snapshot(pages / "_pagefind")

    def again() -> dict[str, str]:
        page = pages / names[0]
        page.write_text(page.read_text("utf-8"), "utf-8")
        update(site, names, kept)
        return snapshot(pages / "_pagefind")

    assert again() == made
    next(pages.glob("_pagefind/fragment/*")).unlink()
    assert again() == made
    (pages / "_pagefind/pagefind-entry.json").write_text("{}", "utf-8")
    assert again() == made
    kept.write_bytes(b"no database at all" * 999)
    assert again() == made
    kept.unlink()
    assert again() == made


def test_only_what_has_changed_is_handed_to_pagefind(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, kept = paths(pages), tmp_path / "kept.db"
    site = Site(pages, pages / "_pagefind", OPTIONS, "en")
    update(site, names, kept)
    seen = []

    def noting(folder: Path, options: list[str], language: str, size: int = 0) -> dict[str, bytes]:
        seen.append(sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html")))
        return run(folder, options, language, size)

    monkeypatch.setattr(module, "run", noting)
    update(site, names, kept)
    assert seen == []
    page = pages / names[3]
    page.write_text(page.read_text("utf-8").replace("<p>", "<p>zebra ", 1), "utf-8")
    update(site, names, kept)
    assert seen == [["3/a.html"]]
    update(site, names[1:], kept)  # a page less, whose file is there still: all numbers change
    assert seen[1] == [names[1]]  # which Pagefind says its version about
    assert sorted(indexed(pages)) == [f"/{name}" for name in names[1:]]
    update(site, names, kept)
    assert seen[2] == [names[0]]
    made = snapshot(site.folder)
    kept.unlink()
    update(site, names, kept)
    assert snapshot(site.folder) == made


# -- a project ----------------------------------------------------------------

#: Has the build note in a file which pages it hands to Pagefind, a line each time.
NOTE = """
import pathlib
import sphinx_pagefind.update as update
run = update.run
def noting(folder, options, language, size=0):
    with open("indexed.txt", "a") as file:
        print(*sorted(page.name for page in folder.rglob("*.html")), file=file)
    return run(folder, options, language, size)
update.run = noting
"""


def handed(project: Project) -> list[list[str]]:
    """Return the pages that each run of Pagefind was handed since this was last asked."""
    file = project.path / "indexed.txt"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    file.unlink(missing_ok=True)
    return [line.split() for line in lines]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_an_edit_indexes_that_page_alone(project: Project, builder: str) -> None:
    project.conf += NOTE
    project.build(builder)
    assert len(handed(project)) == 1
    project.write({"index.rst": PAGES["index.rst"] + "\nMade of metal.\n"})
    project.build(builder)
    assert handed(project) == [["index.html"]]
    address = "/" if builder == "dirhtml" else "/index.html"
    assert "metal" in indexed(project.out)[address]["content"]
    # Sphinx writes a page whose toctree has the other again with it.
    project.write({"tools/saw.rst": "Saw\n===\n\nIt cuts wood.\n"})
    project.build(builder)
    assert handed(project) == [["index.html", "saw.html" if builder == "html" else "index.html"]]
    project.build(builder)
    assert handed(project) == []


def index(files: dict[str, str]) -> dict[str, str]:
    return {path: digest for path, digest in files.items() if path.startswith("_pagefind/")}


def test_after_an_edit_the_output_is_that_of_a_clean_build(project: Project, clean: Clean) -> None:
    project.build()
    project.write({"tools/saw.rst": "Saw\n===\n\nIt cuts metal.\n\nBlades\n------\n"})
    project.build()
    assert snapshot(project.out) == clean(project)
    # Sphinx leaves the old title in the sidebar of other pages, which is not searched.
    project.write({"tools/saw.rst": "Handsaw\n=======\n\nIt cuts metal.\n"})
    project.write({"tools/number3.rst": ":no-search:\n\n" + PAGES["tools/number3.rst"]})
    project.build()
    assert index(snapshot(project.out)) == index(clean(project))
    assert indexed(project.out)["/tools/saw.html"]["meta"]["title"] == "Handsaw"
    assert "/tools/number3.html" not in indexed(project.out)


def test_pages_whose_sources_have_gone_leave_the_index(project: Project, clean: Clean) -> None:
    project.build()
    (project.docs / "tools/number3.rst").unlink()
    project.build()
    assert (project.out / "tools/number3.html").is_file()  # Sphinx removes none
    assert index(snapshot(project.out)) == index(clean(project))
    assert "/tools/number3.html" not in indexed(project.out)


def test_no_page_has_to_be_looked_at_if_a_listener_says_so(project: Project) -> None:
    project.conf += NOTE + "def setup(app):\n"
    project.conf += "    app.connect('pagefind-is-current', lambda app: True)\n"
    project.build()
    assert len(handed(project)) == 1  # there is no index yet
    project.write({"tools/saw.rst": "Saw\n===\n\nIt cuts metal.\n"})
    project.build()
    assert handed(project) == []


@pytest.mark.parametrize("is_handled", [False, True])
def test_without_the_binary_it_is_said_once_and_nothing_stale_is_served(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_handled: bool
) -> None:
    project.conf += "def setup(app):\n    app.connect('pagefind-failed', handle)\n"
    project.conf += f"def handle(app, reason):\n    print(reason)\n    return {is_handled}\n"
    project.build()
    without_pagefind(tmp_path, monkeypatch, "no such binary")
    project.write({"tools/saw.rst": "Saw\n===\n\nIt cuts metal.\n"})
    message = (
        "WARNING: the site cannot be searched, Pagefind does not run: no such binary; install"
        " 'pagefind[bin]' [pagefind.failed]\n"
    )
    assert project.build() == ("" if is_handled else message)
    assert not (project.out / "_pagefind").exists()
    monkeypatch.undo()
    assert project.build() == ""  # the next build that can makes it
    assert "metal" in indexed(project.out)["/tools/saw.html"]["content"]


@pytest.mark.parametrize("builder", ["singlehtml", "text"])
def test_other_builders_have_no_search(project: Project, builder: str) -> None:
    assert project.build(builder) == ""
    assert not (project.out / "_pagefind").exists()


def test_a_language_of_its_own(project: Project) -> None:
    project.conf += 'language = "pt_BR"\n'
    project.build()
    assert [file.name for file in project.out.glob("_pagefind/wasm.*")] == ["wasm.pt-br.pagefind"]


def test_switched_off_and_on_again(project: Project, clean: Clean) -> None:
    conf = project.conf
    project.build()
    project.conf += "pagefind_enabled = False\n"
    project.build()
    assert not (project.out / "_pagefind").exists()
    page = (project.out / "tools/saw.html").read_text("utf-8")
    assert "guide-search" not in page
    assert "data-pagefind" not in page
    assert "searchtools.js" in (project.out / "search.html").read_text("utf-8")
    project.conf = conf
    project.build()
    made = snapshot(project.out)
    assert clean(project).items() <= made.items()


def index_files(pages: Path, folder: Path) -> dict[str, str]:
    """Index a site from scratch; return the files of the index."""
    site = Site(pages, folder / "_pagefind", OPTIONS, "en")
    update(site, paths(pages), folder / "store.db")
    return snapshot(site.folder)


def small_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Pagefind index two or three pages at once."""
    monkeypatch.setattr(run_module, "AT_ONCE", 1_000)
    monkeypatch.setattr(module, "AT_ONCE", 1_000)


def test_run_after_run_is_the_same_as_all_at_once(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("once", "parts"):
        (tmp_path / folder).mkdir()
    expected = index_files(pages, tmp_path / "once")
    sizes = []

    def noting(folder: Path, options: list[str], language: str, size: int = 0) -> dict[str, bytes]:
        sizes.append(size)
        return run(folder, options, language, size)

    monkeypatch.setattr(module, "run", noting)
    small_runs(monkeypatch)
    assert index_files(pages, tmp_path / "parts") == expected
    assert len(sizes) > 2
    assert max(sizes) <= 1_000


def test_orders_of_results_are_of_all_pages(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, page in enumerate(sorted(pages.rglob("*.html"))):
        text = page.read_text("utf-8").replace("<p>", f'<p data-pagefind-sort="date:{number}">')
        page.write_text(text, "utf-8")
    for folder in ("once", "parts"):
        (tmp_path / folder).mkdir()
    expected = index_files(pages, tmp_path / "once")
    small_runs(monkeypatch)
    assert index_files(pages, tmp_path / "parts") == expected
