"""One build of the preview, in a process of its own.

Whatever the sources hold, a process that ends badly takes nothing with it, and each one reads
``conf.py`` anew. It is forked from one that has Sphinx loaded already, where the system can.
"""

from __future__ import annotations

import io
import json
import multiprocessing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache
from sphinx.application import Sphinx, builtin_extensions
from sphinx.util.console import nocolor

from career_guides.domain import guides
from career_guides.incremental.inputs import folders_beside

from .messages import Message, from_error, read

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from multiprocessing.connection import Connection

    from sphinx.environment import BuildEnvironment


def modules_of(package: str, left_out: Collection[str] = ()) -> list[str]:
    """Return the modules of a package, those of some of its folders left out. None is loaded."""
    top = Path(__file__).parents[2]
    files = (file.relative_to(top) for file in sorted((top / package).rglob("*.py")))
    return [
        ".".join(file.with_suffix("").parts)
        for file in files
        if file.name != "__init__.py" and file.parts[1] not in left_out
    ]


#: Loaded once, before any build; one that is not installed is passed over.
PRELOADED = (
    *builtin_extensions, *modules_of("career_guides", ("check", "cli", "live", "new")),
    *modules_of("sphinx_speedups"), *modules_of("sphinx_pagefind"), "career_guides.live.build",
    "furo", "myst_parser.sphinx_ext.main", "sphinx_design", "sphinx_sitemap", "sphinx.search.en",
)  # fmt: skip


@dataclass(frozen=True)
class Options:
    """What to build, as ``sphinx-build`` takes it. All paths are absolute."""

    source: Path
    confdir: Path
    out: Path
    doctrees: Path
    builder: str = "html"
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """What came of a build.

    :param is_built: whether it came to its end
    :param said: its warnings, as it printed them
    :param messages: the same as data, and what ended it
    :param folders: folders that the pages are made from, beside the sources
    """

    is_built: bool
    said: str = ""
    messages: tuple[Message, ...] = ()
    folders: tuple[Path, ...] = ()


class Builds:
    """Builds the site again and again."""

    def __init__(self, options: Options) -> None:
        self.options = options
        is_forking = "forkserver" in multiprocessing.get_all_start_methods()
        self.context: Any = multiprocessing.get_context("forkserver" if is_forking else "spawn")
        if is_forking:
            self.context.set_forkserver_preload(list(PRELOADED))

    def build(self, jobs: int) -> Result:
        """Build once, and wait for it.

        :param jobs: processes to share the work among; for a page or two, one is soonest done
        """
        here, there = self.context.Pipe(duplex=False)
        process = self.context.Process(target=_run, args=(there, self.options, jobs))
        process.start()
        there.close()
        try:
            result: Result = here.recv()
        except EOFError:
            process.join()
            text = f"the build ended with status {process.exitcode}"
            result = Result(is_built=False, messages=(Message("", 0, "ERROR", text),))
        process.join()
        return result


def _run(connection: Connection, options: Options, jobs: int) -> None:
    if "fork" in multiprocessing.get_all_start_methods():
        # What starts a process by itself, as sphinx-sitemap 2.9 does, would otherwise have
        # Sphinx loaded anew for it.
        multiprocessing.set_start_method("fork", force=True)
    nocolor()  # what it says is read as data too
    connection.send(build(options, jobs))


def build(options: Options, jobs: int) -> Result:
    """Build the site in this process."""
    said = io.StringIO()
    folders: tuple[Path, ...] = ()
    try:
        app = Sphinx(
            options.source, options.confdir, options.out, options.doctrees, options.builder,
            confoverrides=dict(options.settings), status=None, warning=said,
            parallel=jobs,
        )  # fmt: skip
        folders = folders_of(app)
        keep_templates(app, options.doctrees)
        again = Again(options.doctrees / "live.json")
        app.connect("env-get-outdated", again.on_env_get_outdated)
        app.build()
        messages = read(said.getvalue().splitlines())
        again.save(app.env, messages)
    except Exception as error:  # noqa: BLE001 - whatever it is, the preview has to say it
        messages = read(said.getvalue().splitlines())
        ended = from_error(error, (options.confdir / "conf.py", options.source, *folders))
        return Result(False, said.getvalue(), (ended, *messages), folders)
    return Result(True, said.getvalue(), tuple(messages), folders)


def keep_templates(app: Sphinx, folder: Path) -> None:
    """Let Jinja find what it has compiled in an earlier build, as long as it is the same."""
    environment: Any = getattr(getattr(app.builder, "templates", None), "environment", None)
    if environment is not None:
        environment.bytecode_cache = FileSystemBytecodeCache(str(folder))


def folders_of(app: Sphinx) -> tuple[Path, ...]:
    """Return the folders of templates, static files and figures, those that are there."""
    folders = {*folders_beside(app), Path(app.srcdir, app.config.guides_facts)}
    return tuple(sorted(folder for folder in folders if folder.is_dir()))


class Again:
    """Pages that Sphinx warned about while it read or wrote them: they are read again.

    Sphinx says what is wrong with a page when that page is built. Without this, the next
    build, of another page, would say nothing, and the problem would seem gone.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.docnames: list[str] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.docnames = []

    def on_env_get_outdated(
        self, app: Sphinx, env: BuildEnvironment, *changes: Collection[str]
    ) -> list[str]:
        """Name the pages that had a problem."""
        return [name for name in self.docnames if name in env.found_docs]

    def save(self, env: BuildEnvironment, messages: Collection[Message]) -> None:
        """Note the pages that *messages* are about, less those of the front matter.

        Those come in every build.
        """
        front = {
            (problem.docname, problem.line) for problem in guides(env).build.catalogue.problems
        }
        found = {
            (docname, message.line)
            for message in messages
            if message.file and (docname := env.path2doc(Path(message.file).absolute()))
        }
        docnames = sorted({docname for docname, _line in found - front})
        if docnames != self.docnames:
            self.path.write_text(json.dumps(docnames), encoding="utf-8")
