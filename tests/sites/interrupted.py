"""Builds that are interrupted at a given event of Sphinx, not after a given time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from . import sphinx_process

if TYPE_CHECKING:
    from . import Site

#: Raises or kills at the event whose number the environment has; writes how many there were.
CONF = """
import os, pathlib, signal
from sphinx.events import EventManager
def setup(app):
    emit, fault, count = app.events.emit, os.environ.get("GUIDES_FAULT", ""), [0]
    kind, _, at = fault.partition(":")
    main = os.getpid()
    def counted(*arguments, **options):
        count[0] += os.getpid() == main
        if fault and count[0] == int(at):
            pathlib.Path(app.confdir, "interrupted").write_text(arguments[0])
            if kind == "kill":
                os.kill(main, signal.SIGKILL)
            raise {"ctrl-c": KeyboardInterrupt, "error": ValueError}[kind](fault)
        found = emit(*arguments, **options)
        pathlib.Path(app.confdir, "events").write_text(str(count[0]))
        return found
    app.events.emit = counted
"""
KINDS = ("ctrl-c", "kill", "error")


def interrupted_build(site: Site, kind: str, at: int, *options: str) -> str:
    """Build, and end it at event number *at*; return the event's name, '' if it came to its end.

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


def number_of_events(site: Site) -> int:
    """Return how many events the last whole build had."""
    return int((site.path / "events").read_text())
