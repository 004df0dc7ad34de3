"""Speed-ups change no output, and leave no trace when the build has ended."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_speedups import build, versions
from sphinx_speedups.patches import Build
from tests.sites import ROOT, Site, guide
from tests.sphinx_speedups.varied import VARIED

#: Prints the state of all classes and modules that speed-ups touch, after some builds.
PROGRAM = """
import contextlib, gc, importlib, json, sys
from pathlib import Path
from sphinx.application import Sphinx

def build(name, **settings):
    app = Sphinx(name, ".", f"{name}.out", f"{name}.doctrees", "html", settings, status=None,
                 warning=None)
    app.build()

def owners():
    import docutils.nodes, myst_parser.mdit_to_docutils.base, myst_parser.parsers.sphinx_
    import sphinx.builders.html, sphinx.environment, sphinx.environment.adapters.toctree
    import sphinx.events, sphinx.project, sphinx.search.en, sphinx.transforms.i18n
    import sphinx.transforms.references, sphinx.transforms.post_transforms.code
    import sphinx.util.docutils, sphinx.builders, docutils.writers._html_base
    import myst_parser.sphinx_ext.myst_refs, furo
    for name, module in sorted(sys.modules.items()):
        if name.split(".")[0] in {"docutils", "sphinx", "myst_parser", "furo"}:
            yield name, module
            for key, value in sorted(vars(module).items()):
                if isinstance(value, type) and value.__module__ == name:
                    yield f"{name}.{key}", value

def where(value):
    value = getattr(value, "fget", None) or getattr(value, "__func__", value)
    names = getattr(value, "__globals__", None)
    return names.get("__name__", "") if isinstance(names, dict) else ""

PLAIN = {"extensions": ["myst_parser", "career_guides"], "html_theme": "furo"}
FAST = {**PLAIN, "extensions": [*PLAIN["extensions"], "sphinx_speedups"]}
steps = sys.argv[1:]
for step in steps:
    with contextlib.suppress(Exception):
        if step == "fast":
            build("docs", **FAST)
        elif step == "unbuilt":
            Sphinx("docs", ".", "u", "u.d", "html", FAST, status=None, warning=None)
        elif step == "theme":
            Sphinx("docs", ".", "t", "t.d", "html", {**FAST, "html_theme": "none"}, status=None,
                   warning=None)
        elif step == "fails":
            app = Sphinx("docs", ".", "f", "f.d", "html", FAST, status=None, warning=None)
            app.connect("html-page-context", lambda *arguments: 1 / 0)
            app.build()
build("plain", **PLAIN)
ours = sorted(
    f"{owner}.{name}"
    for owner, thing in owners()
    for name, value in vars(thing).items()
    if where(value).startswith("sphinx_speedups")
)
import docutils.nodes
state = {"ours": ours, "new": "__new__" in vars(docutils.nodes.Node),
         "threshold": gc.get_threshold(), "enabled": gc.isenabled()}
print(json.dumps(state))
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "conf.py").write_text("")
    for name in ("docs", "plain"):
        (folder / name).mkdir()
        (folder / name / "index.md").write_text(guide("Home", "Text."))
    return folder


def state(project: Path, *steps: str) -> dict[str, object]:
    command = [sys.executable, "-c", PROGRAM, *steps]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("step", ["fast", "unbuilt", "theme", "fails"])
def test_nothing_is_left_in_the_process(project: Path, step: str) -> None:
    fresh = state(project)
    assert fresh["ours"] == []
    assert state(project, step) == fresh


def test_every_speedup_names_its_versions() -> None:
    class App:
        extensions = ("myst_parser",)

    names = [speedup.name for speedup in build.declared(App())]  # type: ignore[arg-type]
    assert sorted(names) == sorted(versions.PROVED_ON)


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    import sphinx  # noqa: PLC0415

    assert versions.unproved("lazy_tocs") == []
    monkeypatch.setattr(sphinx, "__version__", "9.99.0")
    assert versions.unproved("lazy_tocs") == ["sphinx 9.99.0"]


def test_what_another_extension_has_replaced_stays() -> None:
    from docutils import nodes  # noqa: PLC0415

    from sphinx_speedups import docutils_nodes  # noqa: PLC0415

    original = nodes.Node.findall

    def theirs(self: nodes.Node, *arguments: object) -> object:
        return original(self, *arguments)

    nodes.Node.findall = theirs
    try:
        with docutils_nodes.SPEEDUPS[0].applied(Build(None)):
            assert nodes.Node.findall is theirs
        assert nodes.Node.findall is theirs
    finally:
        nodes.Node.findall = original


def test_a_plain_project_needs_no_other_package(tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    shutil.copytree(ROOT / "extensions/sphinx_speedups", packages / "sphinx_speedups")
    (tmp_path / "index.rst").write_text("Home\n====\n\nText.\n")
    (tmp_path / "conf.py").write_text(
        "import sys\n"
        "sys.path[:] = [path for path in sys.path if not path.endswith('extensions')]\n"
        f"sys.path.insert(0, {str(packages)!r})\n"
        "extensions = ['sphinx_speedups']\n"
    )
    command = [sys.executable, "-m", "sphinx", "-W", "-q", tmp_path, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    assert done.returncode == 0, done.stderr
    assert "Text." in (tmp_path / "out/index.html").read_text("utf-8")


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "latex", "text", "man"])
def test_the_output_is_the_same_without(site: Site, builder: str) -> None:
    site.write(VARIED)
    outputs = []
    for value in ("1", "0"):
        site.build("-D", f"speedups_enabled={value}", builder=builder, out=value)
        outputs.append(contents(site.path / value))
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("name", sorted(versions.PROVED_ON))
def test_the_output_is_the_same_without_one(
    site: Site, name: str, with_all: dict[str, bytes]
) -> None:
    site.write(VARIED)
    site.build("-D", f"speedups_disabled={name}")
    assert contents(site.out) == with_all


@pytest.fixture(scope="module")
def with_all(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    site = Site(tmp_path_factory.mktemp("all") / "site")
    site.write({"index.md": guide("Home"), **VARIED})
    site.write({"logos/acme.svg": VARIED["images/one.svg"]})
    site.build()
    return contents(site.out)


def contents(folder: Path) -> dict[str, bytes]:
    """Return path -> content, without Sphinx's hash of the settings."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != ".buildinfo"
    }
