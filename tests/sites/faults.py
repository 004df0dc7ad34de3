"""Faults at each operation on files: an error, an interruption, or the end of the process.

Python announces each operation to audit hooks. A hook cannot be removed, so each run is in a
process of its own, forked from the test's.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Events of operations that change files or folders, besides opening a file to write.
_CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
#: Exit statuses: it raised; it was successful in spite of the fault.
RAISED, IGNORED = 3, 4
KILLED = -signal.SIGKILL


def full_disk() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def ctrl_c() -> None:
    raise KeyboardInterrupt


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


FAULTS = (full_disk, ctrl_c, kill)


def in_child(run: Callable[[], int]) -> int:
    """Call *run* in a forked process; return its exit status, negative for a signal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of pytest-xdist
        child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = RAISED
    try:
        status = run()
    finally:  # also after an exception: this process must not go on as the test
        os._exit(status)


def with_fault(run: Callable[[], Any], folder: Path, fault: Callable[[], None], at: int) -> int:
    """Call *run* in a process of its own, with *fault* at operation *at*, from 1, below *folder*.

    :returns: 0 if there are fewer operations; else what *run* returns, or :data:`RAISED`,
        :data:`IGNORED` or :data:`KILLED`
    """
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        path = arguments[0] if arguments else ""
        is_change = event in _CHANGES
        if event == "open" and isinstance(arguments[2], int):
            is_change = bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if not is_change or not isinstance(path, str | os.PathLike):
            return
        if Path(path).absolute().is_relative_to(folder):
            count += 1
            if count == at:
                fault()

    def child() -> int:
        sys.addaudithook(hook)
        status = int(run() or 0)
        return status or IGNORED if count >= at else 0

    return in_child(child)


def with_all_faults(
    run: Callable[[], Any], folder: Path, prepare: Callable[[], None]
) -> Iterator[tuple[str, int, int]]:
    """Run with each fault at each operation in turn; yield fault, operation and exit status.

    :param prepare: called before each run; restores the files
    """
    for fault in FAULTS:
        at = 1
        prepare()
        while status := with_fault(run, folder, fault, at):
            yield fault.__name__, at, status
            at += 1
            prepare()
        assert at > 1, "no operation was seen"


def with_largest_file(run: Callable[[], Any], size: int, *, is_deadly: bool) -> int:
    """Call *run* in a process of its own that cannot write files of more than *size* bytes.

    What fits is written, as on a disk that becomes full.

    :param is_deadly: whether the process is then killed, in the middle of writing
    """

    def child() -> int:
        if is_deadly:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        return int(run() or 0)

    return in_child(child)
