"""The command ``career-guides live``: build and serve the site, and build after each change."""

from __future__ import annotations

import argparse
import os
import queue
import sys
import threading
import time
import webbrowser
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, watch

from career_guides.cli.exit_status import OK, USAGE
from career_guides.diagnostics.problem import counted

from .build import Builds, Options, Result
from .server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


#: The first port to try, and how many after it.
PORT, PORTS = 8000, 20
#: Milliseconds without further changes before a build starts: editors write in steps.
QUIET = 30
#: Maximum number of changed source files, with nothing else changed, for a small edit.
SMALL = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("source", type=Path, nargs="?", default=Path("docs"), help="default: docs")
    parser.add_argument(
        "-c", "--conf", type=Path, help="folder of conf.py; default: here, if it is"
    )
    parser.add_argument("-b", "--builder", choices=("html", "dirhtml"), default="html")
    parser.add_argument("-D", dest="settings", action="append", type=_setting, default=[],
                        metavar="NAME=VALUE", help="a setting in place of conf.py's")  # fmt: skip
    parser.add_argument("--out", type=Path, default=Path("build/live"), help="default: %(default)s")
    parser.add_argument(
        "--port", type=int, help=f"default: the first free one from {PORT}; 0: any free one"
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"expected NAME=VALUE, got {text!r}")
    return name, value


def run(arguments: argparse.Namespace) -> int:
    """Run the preview until the user ends it."""
    source: Path = arguments.source
    confdir: Path = arguments.conf or (Path() if Path("conf.py").is_file() else source)
    for path in (source, confdir / "conf.py"):
        if not path.exists():
            print(f"career-guides: no {path}", file=sys.stderr)
            return USAGE
    out = arguments.out.resolve()
    # Beside the pages, not below them: doctrees are not part of the site.
    doctrees = out.with_name(f".{out.name}.doctrees")
    options = Options(
        source.resolve(), confdir.resolve(), out, doctrees, arguments.builder,
        dict(arguments.settings),
    )  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    try:
        server = listen(out, arguments.port)
    except OSError as error:
        print(f"career-guides: port {arguments.port}: {error.strerror}", file=sys.stderr)
        return USAGE
    options = replace(options, address=server.address)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        follow(options, server, is_quiet=arguments.no_browser or "CI" in os.environ)
    except KeyboardInterrupt:
        print("\nThe preview has ended.")
    finally:
        server.shutdown()
    return OK


def listen(folder: Path, port: int | None) -> Server:
    """Return a server on *port*; if that is ``None``, on the first free port.

    :raises OSError: if *port* is taken
    """
    if port is not None:
        return Server(folder, port)
    for number in range(PORT, PORT + PORTS):
        try:
            return Server(folder, number)
        except OSError:
            continue
    return Server(folder, 0)


def follow(options: Options, server: Server, *, is_quiet: bool) -> None:
    """Build, and build again after each change."""
    builds = Builds(options)
    # Watching starts before the first build, so that no edit is missed.
    changes = Changes(options)
    print(f"{server.address} is the preview. It follows your edits; Ctrl+C ends it.", flush=True)
    result = build(builds, server, changed=())
    if not is_quiet:
        webbrowser.open(server.address)
    while True:
        changes.watch(result.folders)
        result = build(builds, server, changes.wait())


def build(builds: Builds, server: Server, changed: Iterable[Path]) -> Result:
    """Build once, print the output, and update the open pages.

    :param changed: files that were edited; their problems come first
    """
    edited = set(changed)
    pages = [path for path in edited if path.is_relative_to(builds.options.source)]
    is_small = edited and len(pages) == len(edited) <= SMALL
    start = time.perf_counter()
    result = builds.build(1 if is_small else os.cpu_count() or 1)
    took = time.perf_counter() - start
    ordered = sorted(
        result.messages, key=lambda message: Path(message.file).resolve() not in edited
    )
    server.state.set(tuple(ordered), is_built=result.is_built)
    print(result.output, end="", file=sys.stderr)
    if not result.is_built:
        ended = result.messages[0]
        place = f"{ended.file}:{ended.line}: " if ended.file else ""
        print(f"{place}{ended.level}: {ended.text}", file=sys.stderr)
    outcome = "built" if result.is_built else "not built"
    notes = sum(message.level == "NOTE" for message in result.messages)
    number = counted(len(result.messages) - notes, "problem")
    and_notes = f", {counted(notes, 'note')}" if notes else ""
    print(f"{outcome} in {took:.1f} s, {number}{and_notes}", flush=True)
    return result


class Changes:
    """Watches the folders from which a site is built for changed files."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.found: queue.SimpleQueue[set[Path]] = queue.SimpleQueue()
        self.folders: set[Path] = set()
        self.ignored = DefaultFilter(ignore_paths=[options.out, options.doctrees])
        # The folder, not the file: many editors replace the file when saving.
        self._start([options.confdir], lambda _change, path: Path(path).name == "conf.py", False)
        self.watch(())

    def watch(self, folders: Iterable[Path]) -> None:
        """Watch these folders too."""
        new = {self.options.source, *folders} - self.folders
        new = {path for path in new if not any(path.is_relative_to(top) for top in self.folders)}
        if new:
            self.folders |= new
            self._start(sorted(new), self.ignored, True)

    def wait(self) -> set[Path]:
        """Return the files that have changed since the last call, as soon as there is one."""
        changed = self.found.get()
        while not self.found.empty():
            changed |= self.found.get()
        return changed

    def _start(self, folders: list[Path], is_wanted: Callable[..., bool], recursive: bool) -> None:
        def run() -> None:
            for changes in watch(*folders, watch_filter=is_wanted, step=QUIET, recursive=recursive):
                self.found.put({Path(path).resolve() for _change, path in changes})

        threading.Thread(target=run, daemon=True).start()
