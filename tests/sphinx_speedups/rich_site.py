"""A small site of much that Sphinx has, built in several ways with and without speed-ups."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import FileSystemBytecodeCache
from sphinx.application import Sphinx, builtin_extensions

from sphinx_speedups.versions import PROVED_ON
from tests.sites import snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

NAMES = tuple(sorted(PROVED_ON))
#: These read the pages once, in one process.
BUILDERS = ("html", "latex", "text", "json")
ROOT = Path(__file__).parent / "rich"


class Outcome(NamedTuple):
    """What came of a row of builds: path -> digest, and what each of them said, with ``-v``."""

    files: Mapping[str, str]
    said: Sequence[str]

    @property
    def warnings(self) -> list[list[str]]:
        """What each build warned about."""
        return [[line for line in said.splitlines() if "WARNING" in line] for said in self.said]


def write(folder: Path) -> None:
    """Write the site into *folder*."""
    shutil.copytree(ROOT, folder, dirs_exist_ok=True)
    (folder / "docs/many").mkdir()
    for number in range(18):  # with these, more than are read in one process where there are two
        (folder / f"docs/many/p{number}.md").write_text(f"# Page {number}\n\nText.\n")


def build(folder: Path, **settings: Any) -> Outcome:
    """Build the site in several ways, in a process of its own, with *settings*."""
    in_process(_build_all, folder, settings)
    files = snapshot(folder / "out")
    del files["json/environment.pickle"]  # with times and paths
    said: list[str] = json.loads((folder / "said.json").read_text("utf-8"))
    return Outcome(files, [text.replace(str(folder), "") for text in said])


def _build_all(folder: Path, settings: dict[str, Any]) -> None:
    os.environ |= {"SOURCE_DATE_EPOCH": "1700000000", "NO_COLOR": "1"}
    write(folder)
    said = [run(folder, builder, settings) for builder in BUILDERS]
    said.append(run(folder, "dirhtml", settings, jobs=2))
    shutil.copytree(folder / "out/html", folder / "out/before")
    page = folder / "docs/sub/deep/page.md"
    page.write_text(page.read_text("utf-8").replace("## Part", "## Another part", 1), "utf-8")
    with (folder / "docs/api/module.rst").open("a", encoding="utf-8") as stream:
        stream.write("\nA word.\n")  # its modules are the same
    (folder / "docs/many/p3.md").unlink()
    (folder / "docs/many/new.md").write_text("# New\n", "utf-8")
    said.append(run(folder, "html", settings))
    (folder / "said.json").write_text(json.dumps(said), "utf-8")


def run(folder: Path, builder: str, settings: dict[str, Any], jobs: int = 1) -> str:
    """Build the site once, in this process; return what the build says."""
    said = io.StringIO()
    settings = {"html_theme": "furo" if builder == "html" else "basic", **settings}
    app = Sphinx(
        folder / "docs", folder, folder / "out" / builder, folder / f"doctrees{jobs}", builder,
        settings, status=said, warning=said, verbosity=1, parallel=jobs,
    )  # fmt: skip
    templates = getattr(getattr(app.builder, "templates", None), "environment", None)
    is_off = "compiled_templates" in settings.get("speedups_disabled", ())
    is_tested = settings.get("speedups_enabled", True) and not is_off
    if templates is not None and not is_tested:  # half of the time is that of compiling the theme's
        templates.bytecode_cache = FileSystemBytecodeCache(str(folder.parent))
    app.build()
    return said.getvalue()


def in_process(do: Callable[..., None], *arguments: Any) -> None:
    """Call *do* in a process of its own, forked from one that has loaded Sphinx, if it can be."""
    is_forking = "forkserver" in multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("forkserver" if is_forking else "spawn")
    if is_forking:
        loaded = (__name__, *builtin_extensions, "myst_parser.sphinx_ext.main", "furo")
        context.set_forkserver_preload(list(loaded))
    process = context.Process(target=do, args=arguments)
    process.start()
    process.join(120)
    assert process.exitcode == 0
