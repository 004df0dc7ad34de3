"""Run each build of the preview in a process of its own.

Whatever the sources contain, a process that crashes does not end the preview, and each process
reads ``conf.py`` again. Where the system supports it, the process is forked from one that has
Sphinx loaded already.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import select
import signal
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx, builtin_extensions
from sphinx.util.console import nocolor

from career_guides.domain import guides
from career_guides.incremental.inputs import folders_beside
from career_guides.output.failures import OutputFolderError

from .messages import Message, from_error, read

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from multiprocessing.connection import Connection

    from sphinx.environment import BuildEnvironment


def modules_of(package: str, left_out: Collection[str] = ()) -> list[str]:
    """Return the names of a package's modules, without some of its folders; import none."""
    top = Path(__file__).parents[2]
    files = (file.relative_to(top) for file in sorted((top / package).rglob("*.py")))
    return [
        ".".join(file.with_suffix("").parts)
        for file in files
        if file.name != "__init__.py" and file.parts[1] not in left_out
    ]


#: Modules to import once, before any build; those that are not installed are skipped.
PRELOADED = (
    *builtin_extensions, *modules_of("career_guides", ("check", "cli", "live", "new")),
    *modules_of("sphinx_speedups"), *modules_of("sphinx_pagefind"), "career_guides.live.build",
    "career_guides.live.preload",
    "furo", "myst_parser.sphinx_ext.main", "sphinx_design", "sphinx_sitemap", "sphinx.search.en",
    "myst_parser.sphinx_ext.directives", "sphinx.ext.mathjax", "sphinx_basic_ng",
    "myst_parser.sphinx_ext.mathjax", "sphinx.builders.latex.transforms", "html_to_markdown",
    "docutils.languages.en", "jinja2.ext", "pygments.styles.native",
    "a11y_pygments.a11y_high_contrast_light.style", "a11y_pygments.a11y_light.style",
)  # fmt: skip


@dataclass(frozen=True)
class Options:
    """The arguments of a build, as for ``sphinx-build``. All paths are absolute.

    :param address: address of the preview's first page; '' if it is not served
    """

    source: Path
    confdir: Path
    out: Path
    doctrees: Path
    builder: str = "html"
    settings: Mapping[str, str] = field(default_factory=dict)
    address: str = ""


@dataclass(frozen=True)
class Result:
    """The result of a build.

    :param is_built: whether it finished
    :param output: its warnings, as printed
    :param messages: the same warnings, parsed; first the error that ended the build, if any
    :param folders: folders, besides the sources, from which the pages are built
    """

    is_built: bool
    output: str = ""
    messages: tuple[Message, ...] = ()
    folders: tuple[Path, ...] = ()


class Builds:
    """Starts the builds of one preview, one after another."""

    def __init__(self, options: Options) -> None:
        self.options = options
        is_forking = "forkserver" in multiprocessing.get_all_start_methods()
        self.context: Any = multiprocessing.get_context("forkserver" if is_forking else "spawn")
        if is_forking:
            self.context.set_forkserver_preload(list(PRELOADED))

    def build(self, jobs: int) -> Result:
        """Build once, and wait for the result.

        :param jobs: number of processes; for a page or two, one is fastest
        """
        here, there = self.context.Pipe(duplex=False)
        process = self.context.Process(target=_run, args=(there, self.options, jobs))
        process.start()
        there.close()
        try:
            try:
                result: Result = here.recv()
            except EOFError:
                process.join()
                text = f"the build ended with status {process.exitcode}"
                result = Result(is_built=False, messages=(Message("", 0, "ERROR", text),))
            process.join()
        finally:
            here.close()  # if the preview is stopped, this ends the build
        return result


def _end_with(connection: Connection) -> None:
    """End this process, and those that it has started, when nobody waits for its result.

    That is when the preview has been stopped, also by a signal that it cannot handle.
    """
    if not hasattr(select, "poll"):
        return
    os.setpgid(0, 0)
    waiting = select.poll()
    waiting.register(connection.fileno(), 0)  # nothing but the end of the other side

    def wait() -> None:
        waiting.poll()
        os.killpg(0, signal.SIGKILL)

    threading.Thread(target=wait, daemon=True).start()


def _run(connection: Connection, options: Options, jobs: int) -> None:
    _end_with(connection)
    if "fork" in multiprocessing.get_all_start_methods():
        # An extension that starts a process itself, as sphinx-sitemap 2.9 does, would otherwise
        # load Sphinx again in it.
        multiprocessing.set_start_method("fork", force=True)
    nocolor()  # its output is parsed too
    connection.send(build(options, jobs))


def build(options: Options, jobs: int) -> Result:
    """Build the site in this process."""
    output, progress = io.StringIO(), io.StringIO()
    folders: tuple[Path, ...] = ()
    try:
        app = Sphinx(
            options.source, options.confdir, options.out, options.doctrees, options.builder,
            confoverrides=dict(options.settings), status=progress, warning=output,
            parallel=jobs,
        )  # fmt: skip
        folders = folders_of(app)
        app.config.guides_messages_url = here(app, app.config.guides_messages_url, options.address)
        problem_pages = ProblemPages(options.doctrees / "live.json")
        app.connect("env-get-outdated", problem_pages.on_env_get_outdated)
        app.build()
        messages = read(output.getvalue().splitlines())
        problem_pages.save(app.env, messages)
        messages += read(progress.getvalue().splitlines(), only_notes=True)
        messages = [replace(each, page=page_of(app, each.file)) for each in messages]
    except (Exception, OutputFolderError) as error:  # noqa: BLE001 - any error is shown
        messages = read(output.getvalue().splitlines())
        ended = from_error(error, (options.confdir / "conf.py", options.source, *folders))
        return Result(False, output.getvalue(), (ended, *messages), folders)
    return Result(True, output.getvalue(), tuple(messages), folders)


def here(app: Sphinx, url: str, address: str) -> str:
    """Return the address at which the preview shows the page at *url*, if it is one of this site.

    :param address: address of the preview's first page
    """
    base = app.config.html_baseurl.rstrip("/") + "/"
    if not url or not address or base == "/" or not url.startswith(base):
        return url
    docname = url.removeprefix(base).rstrip("/").removesuffix(".html")
    if not Path(app.srcdir, f"{docname}.md").is_file():
        return url
    return address + app.builder.get_target_uri(docname)


def page_of(app: Sphinx, file: str) -> str:
    """Return the address, without the host, of the page that is built from a file; '' if none."""
    docname = app.env.path2doc(Path(file).absolute()) if file else None
    if docname not in app.env.all_docs:
        return ""
    return "/" + app.builder.get_target_uri(docname)


def folders_of(app: Sphinx) -> tuple[Path, ...]:
    """Return the existing folders of templates, static files and figures."""
    folders = {*folders_beside(app), Path(app.srcdir, app.config.guides_facts)}
    return tuple(sorted(folder for folder in folders if folder.is_dir()))


class ProblemPages:
    """Pages that Sphinx warned about while it read or wrote them: every build reads them again.

    Sphinx reports the problems of a page when it builds that page. Without this, the next build,
    of another page, would report nothing, and the problem would seem to be fixed.
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
        """Return the pages that had a problem in the previous build."""
        return [name for name in self.docnames if name in env.found_docs]

    def save(self, env: BuildEnvironment, messages: Collection[Message]) -> None:
        """Save the pages that *messages* are about.

        Problems in front matter do not count: they are reported in every build.
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
