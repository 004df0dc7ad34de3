"""Pages are read as Sphinx reads them."""

from __future__ import annotations

import pickle
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils.parsers import rst
from docutils.readers import doctree
from sphinx.util import docutils as sphinx_docutils
from sphinx.util import parallel
from sphinx.util.build_phase import BuildPhase

from sphinx_speedups import environment
from sphinx_speedups.patches import Build
from tests.sites import Site
from tests.sphinx_speedups.rich_site import in_process, run, write
from tests.sphinx_speedups.varied import VARIED

if TYPE_CHECKING:
    from pathlib import Path


def test_documents_that_are_not_kept_are_read_again(site: Site, clean) -> None:
    site.write(VARIED)
    kept = clean(site)
    site.conf = (
        "from sphinx_speedups import environment\n"
        "assert environment.KEPT == 9_000_000\n"
        "environment.KEPT = 100\n"
        "def count(app):\n"
        "    assert not app.env._write_doc_doctree_cache\n"
        "def setup(app):\n"
        "    app.connect('env-check-consistency', lambda app, env: count(app))\n"
    )
    assert clean(site) == kept


def test_documents_of_small_sites_are_kept(site: Site, clean) -> None:
    site.write(VARIED)
    site.conf = (
        "def count(app):\n"
        "    assert app.env._write_doc_doctree_cache.keys() == app.env.all_docs.keys()\n"
        "def setup(app):\n"
        "    app.connect('env-check-consistency', lambda app, env: count(app))\n"
    )
    clean(site)


def test_settings_are_the_same_and_a_pages_own() -> None:
    build = Build(SimpleNamespace())  # type: ignore[arg-type]
    original = sphinx_docutils._get_settings
    fast = environment.settings(build, original)
    kinds = (doctree.Reader, rst.Parser)
    given: dict[str, Any] = {"defaults": {"tab_width": 3}, "read_config_files": True}
    plain, first, second = original(*kinds, **given), fast(*kinds, **given), fast(*kinds, **given)
    others = fast(*kinds, defaults={"tab_width": 4})

    def values(settings: Any) -> dict[str, Any]:
        found = dict(vars(settings))
        return found | {"record_dependencies": found["record_dependencies"].list}

    assert values(first) == values(plain) == values(second)
    assert type(first) is type(plain)
    assert (first.tab_width, others.tab_width) == (3, 4)
    first.record_dependencies.add("table.csv")
    first._config_files.append("mine")
    first.title = "Mine"
    assert values(second) == values(plain) == values(fast(*kinds, **given))


def build(folder: Path) -> None:
    write(folder)
    table = ":orphan:\n\nA\n=\n\n.. csv-table::\n   :file: data.csv\n"
    (folder / "docs/a.rst").write_text(table, encoding="utf-8")
    run(folder, "html", {})
    env = pickle.loads((folder / "doctrees1/environment.pickle").read_bytes())  # noqa: S301
    found = {name: {file.name for file in files} for name, files in env.dependencies.items()}
    assert {name for name, files in found.items() if "data.csv" in files} == {"a", "text"}, found


def test_a_page_depends_on_its_own_files_alone(tmp_path: Path) -> None:
    """``csv-table :file:`` notes what it reads in the settings."""
    in_process(build, tmp_path)


PURGES = """
def note(app, env, docname, *more):
    with open(app.confdir / "purged", "a") as file:
        file.write(f"{docname} {docname in env.all_docs} {len(env.all_docs)}\\n")
def setup(app):
    app.connect("env-purge-doc", note)
"""


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_handlers_are_told_before_each_page_is_read(site: Site, jobs: str) -> None:
    site.conf = PURGES
    site.write(VARIED)
    purged = site.path / "purged"
    found = []
    for value in ("1", "0"):
        for arguments in (("-E",), ()):
            site.write({"a/c.md": VARIED["a/c.md"] + str(len(found))})
            site.build(jobs, "-D", f"speedups_enabled={value}", *arguments)
            found.append(purged.read_text().splitlines())
            purged.unlink()
    first, again = found[:2]
    assert len(first) == 6
    assert all(" False " in line for line in first)
    assert any(" True " in line for line in again)
    if jobs == "-j1":  # where there are two, a few pages are read in one all the same
        assert found[:2] == found[2:]
    else:
        assert [line.split()[:2] for line in first] == [line.split()[:2] for line in found[2]]


def test_pages_to_read_are_divided_once_and_pages_to_write_as_before() -> None:
    builder = SimpleNamespace(phase=BuildPhase.READING)
    build = Build(SimpleNamespace(builder=builder))  # type: ignore[arg-type]
    fast = environment.chunks(build, parallel.make_chunks)
    names = [f"p{number}" for number in range(101)]
    chunks = fast(names, 4)
    assert len(chunks) == 4
    assert sorted(name for chunk in chunks for name in chunk) == sorted(names)
    assert fast(names[:2], 4) == [["p0"], ["p1"]]
    builder.phase = BuildPhase.RESOLVING
    assert fast(names, 4) == parallel.make_chunks(names, 4)


def test_pickles_are_not_kept() -> None:
    kept = environment.Unkept()
    kept["a"] = pickled = b"x"
    assert (pickled, len(kept)) == (b"x", 0)
