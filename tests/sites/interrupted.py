"""Builds that are interrupted at a given event of Sphinx, not after a given time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from . import sphinx_process

if TYPE_CHECKING:
    from . import Site

#: Raises or kills at the event, or kills at the change of a file of the output or the doctrees,
#: whose number the environment has; writes how many there were of both.
CONF = """
import os, pathlib, signal, sys
from sphinx.events import EventManager
def setup(app):
    emit, fault, count, changes = app.events.emit, os.environ.get("GUIDES_FAULT", ""), [0], [0]
    kind, _, at = fault.partition(":")
    main, here = os.getpid(), os.path.join(str(app.confdir), "out")
    def changed(event, arguments):
        if event not in {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}:
            return
        path = os.fspath(arguments[0]) if isinstance(arguments[0], (str, os.PathLike)) else ""
        is_read = event == "open" and not (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR)
        if is_read or os.getpid() != main or not path.startswith(here):
            return
        changes[0] += 1
        if kind == "kill-file" and changes[0] == int(at):
            pathlib.Path(app.confdir, "interrupted").write_text(event + " " + path[len(here):])
            os.kill(main, signal.SIGKILL)
    sys.addaudithook(changed)
    def counted(*arguments, **options):
        count[0] += os.getpid() == main
        if fault and kind != "kill-file" and count[0] == int(at):
            pathlib.Path(app.confdir, "interrupted").write_text(arguments[0])
            if kind == "kill":
                os.kill(main, signal.SIGKILL)
            raise {"ctrl-c": KeyboardInterrupt, "error": RuntimeError}[kind](fault)
        found = emit(*arguments, **options)
        pathlib.Path(app.confdir, "events").write_text(f"{count[0]} {changes[0]}")
        return found
    app.events.emit = counted
"""
KINDS = ("ctrl-c", "kill", "error", "kill-file")


def interrupted_build(site: Site, kind: str, at: int, *options: str) -> str:
    """Build, and end it at event or change number *at*; return its name, '' if it came to its end.

    :param kind: one of :data:`KINDS`
    """
    mark = site.path / "interrupted"
    mark.unlink(missing_ok=True)
    os.environ["GUIDES_FAULT"] = f"{kind}:{at}"
    try:
        command = ["-b", "html", "-c", ".", "-d", "out.doctrees", *options, "docs", "out"]
        done = sphinx_process.run(command, site.path)
    finally:
        del os.environ["GUIDES_FAULT"]
    name = mark.read_text() if mark.exists() else ""
    assert (done.returncode != 0) == bool(name), done.stdout + done.stderr
    return name


def number_of_events(site: Site, kind: str = "") -> int:
    """Return how many events, or changes of files, the last whole build had."""
    return int((site.path / "events").read_text().split()[kind == "kill-file"])
