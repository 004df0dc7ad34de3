"""Speed-ups are in place while a build lasts, and leave nothing behind."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import sphinx
from docutils import nodes
from sphinx.application import Sphinx

from sphinx_speedups import build, versions
from sphinx_speedups.patches import Build, Patch
from tests.sites import ROOT
from tests.sphinx_speedups.process_state import STEPS
from tests.sphinx_speedups.rich_site import in_process, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def state(folder: Path, *steps: str) -> dict[str, Any]:
    """Return what is in a fresh process after *steps* and a build without speed-ups."""
    command = [sys.executable, "-m", "tests.sphinx_speedups.process_state", folder, *steps]
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": "1700000000",
    }  # Sphinx's modules tell the time
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return state(tmp_path_factory.mktemp("fresh"))


def test_the_state_has_what_speedups_touch(fresh: dict[str, Any]) -> None:
    for name in (
        "docutils.nodes.Node:findall", "docutils.nodes.Node:document", "docutils.nodes:unescape",
        "sphinx.builders:make_chunks", "sphinx.environment.BuildEnvironment:relfn2path",
        "sphinx.search.en.SearchEnglish:__init__", "myst_parser.parsers.sphinx_:create_md_parser",
        "sphinx.builders.html.StandaloneHTMLBuilder:render_partial",
    ):  # fmt: skip
        assert "speedups" not in fresh["attributes"][name]
    assert "docutils.nodes.Node:__new__" not in fresh["attributes"]
    assert "sphinx.events:repr" not in fresh["attributes"]


@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_left_in_the_process(tmp_path: Path, fresh: dict[str, Any], step: str) -> None:
    found = state(tmp_path, step)
    ours, theirs = found.pop("attributes"), dict(fresh["attributes"])
    # A build may load modules of its own.
    assert {name: ours.get(name) for name in theirs} == theirs
    loaded = {name.partition(":")[0] for name in theirs}
    assert not [name for name in ours.keys() - theirs if name.partition(":")[0] in loaded]
    assert not [name for name, value in ours.items() if "sphinx_speedups" in value]
    assert found["files"] == fresh["files"]
    assert found["collector"] == fresh["collector"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A site of one page, with an extension that says what ``findall`` is during the build."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.rst").write_text("Home\n====\n\nText.\n")
    (tmp_path / "conf.py").write_text(
        "extensions = ['sphinx_speedups']\n"
        "templates_path = ['templates']\n"
        "def say(app, *more):\n"
        "    from docutils import nodes\n"
        "    from sphinx.util import logging\n"
        "    module = nodes.Node.findall.__globals__['__name__']\n"
        "    logging.getLogger('x').info('findall: %s', module)\n"
        "def setup(app):\n"
        "    app.connect('builder-inited', say)\n"
        "    app.connect('doctree-read', say)\n"
    )
    return tmp_path


def said(folder: Path, settings: dict[str, Any], result: Path) -> None:
    result.write_text(run(folder, "html", settings), encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "is_fast"),
    [
        ({}, True),
        ({"speedups_enabled": False}, False),
        ({"speedups_disabled": ["docutils_nodes.findall"]}, False),
        ({"speedups_disabled": ["docutils_nodes"]}, False),
        ({"speedups_disabled": ["docutils_nodes.walkabout"]}, True),
    ],
)
def test_speedups_are_in_place_unless_they_are_switched_off(
    page: Path, settings: dict[str, Any], is_fast: bool
) -> None:
    in_process(said, page, settings, page / "said")
    modules = ["docutils.nodes", "sphinx_speedups.docutils_nodes" if is_fast else "docutils.nodes"]
    lines = (page / "said").read_text().splitlines()
    assert [line for line in lines if line.startswith("findall")] == [
        f"findall: {module}" for module in modules
    ]


def description(value: Any) -> tuple[str | None, str, str | None]:
    """Return what autodoc and viewcode show of a function, method or property."""
    function = getattr(value, "fget", None) or getattr(value, "__func__", value)
    where = inspect.getsourcefile(inspect.unwrap(function))
    return inspect.getdoc(value), str(inspect.signature(function)), where


def describe_twice(folder: Path) -> None:
    """Compare what is replaced before and in a build."""
    app = Sphinx(
        folder / "docs", folder, folder / "out", folder / "d", "html", status=None, warning=None
    )
    patched = [speedup for speedup in build.chosen(app) if isinstance(speedup, Patch)]

    def descriptions() -> dict[str, Any]:
        state = Build(app)
        owners = {patch: patch.owner(state) for patch in patched}
        return {
            patch.name: description(getattr(owner, patch.attribute))
            for patch, owner in owners.items()
            if isinstance(owner, type) and inspect.isroutine(getattr(owner, patch.attribute, None))
        }

    before = descriptions()
    assert len(before) > 10
    app.connect("env-updated", lambda *_given: during.update(descriptions()))
    during: dict[str, Any] = {}
    app.build()
    assert during == before


def test_autodoc_sees_what_is_replaced_as_before(page: Path) -> None:
    in_process(describe_twice, page)


def test_a_name_that_no_speedup_has_is_a_warning(page: Path) -> None:
    in_process(said, page, {"speedups_disabled": ["lazy_tocs", "lazy_toc"]}, page / "said")
    text = (page / "said").read_text()
    assert "WARNING: speedups_disabled: there is no speed-up 'lazy_toc'" in text


def with_another_sphinx(folder: Path) -> None:
    sphinx.__version__ = "9.99.0"
    said(folder, {}, folder / "said")


def test_on_another_version_speedups_are_left_alone_one_by_one(page: Path) -> None:
    in_process(with_another_sphinx, page)
    lines = (page / "said").read_text().splitlines()
    left = [line for line in lines if "left alone" in line]
    assert "speedups: lazy_tocs is left alone on sphinx 9.99.0" in left
    proved = {name for name, packages in versions.PROVED_ON.items() if "sphinx" in packages}
    used = {
        name for name in proved if versions.PROVED_ON[name].keys() <= {"sphinx", "docutils", "furo"}
    }
    assert len(left) == len(used)  # each once
    assert "findall: sphinx_speedups.docutils_nodes" not in lines


def build_twice(folder: Path) -> None:
    templates = folder / "templates"
    templates.mkdir()
    app = Sphinx(
        folder / "docs", folder, folder / "out", folder / "d", "html", status=None, warning=None
    )
    for text in ("first", "second"):
        (templates / "page.html").write_text(f"{text}: {{{{ body }}}}")
        app.build(force_all=True)
        assert (folder / "out/index.html").read_text().startswith(f"{text}: ")
        assert nodes.Node.findall.__globals__ is vars(nodes)


def test_a_template_may_change_between_two_builds(page: Path) -> None:
    in_process(build_twice, page)


def build_inside(folder: Path) -> None:
    def build_another(*_arguments: Any) -> None:
        during = nodes.Node.findall
        run(folder, "dirhtml", {})
        assert nodes.Node.findall is during

    app = Sphinx(
        folder / "docs", folder, folder / "out", folder / "d", "html", status=None, warning=None
    )
    app.connect("env-updated", build_another)
    app.build()
    assert nodes.Node.findall.__globals__ is vars(nodes)


def test_a_site_is_built_while_another_is(page: Path) -> None:
    in_process(build_inside, page)
    assert (page / "out/dirhtml/index.html").is_file()


def test_each_speedup_has_its_versions() -> None:
    class App:
        extensions = ("myst_parser",)

    declared = [*build.declared(App())]  # type: ignore[arg-type]
    assert sorted(speedup.name for speedup in declared) == sorted(versions.PROVED_ON)
    assert all(speedup.reason for speedup in declared)
