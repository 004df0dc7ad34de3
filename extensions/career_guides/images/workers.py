"""Distribute independent work over processes."""

from __future__ import annotations

import traceback
from functools import partial
from typing import TYPE_CHECKING, Any

from sphinx.errors import SphinxParallelError
from sphinx.util.parallel import ParallelTasks, make_chunks, parallel_available

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx.application import Sphinx

    Work = Callable[[Sequence[Any]], Any]


def share_out(app: Sphinx, work: Work, items: Sequence[Any], few: int) -> list[Any]:
    """Call *work* on *items*, in several processes if the build has several.

    :param work: takes a share of *items*; only its return value is pickled
    :param few: number of items up to which starting processes is not worthwhile
    :returns: the return value of each call, in any order
    :raises SphinxParallelError: if a call in another process has failed
    """
    if not _are_many(app, items, few):
        return [work(items)]
    return _started(app, work, make_chunks(items, app.parallel))()


def start(app: Sphinx, work: Work, items: Sequence[Any], few: int) -> Callable[[], list[Any]]:
    """Call *work* on *items*, in the background if the build has several processes.

    :param work: see :func:`share_out`
    :param few: likewise
    :returns: a function that waits until all is done, and then is as :func:`share_out`
    """
    if not _are_many(app, items, few):
        done = [work(items)]
        return lambda: done
    size = -(-len(items) // app.parallel)  # a share for each process: all start at once
    shares = [items[first : first + size] for first in range(0, len(items), size)]
    return _started(app, work, shares)


def _are_many(app: Sphinx, items: Sequence[Any], few: int) -> bool:
    return app.parallel > 1 and parallel_available and len(items) > few


def _started(app: Sphinx, work: Work, shares: Sequence[Any]) -> Callable[[], list[Any]]:
    tasks = ParallelTasks(app.parallel)
    ended: list[tuple[Any, tuple[str, str] | None]] = []
    for share in shares:
        tasks.add_task(partial(_outcome, work), share, lambda _share, found: ended.append(found))

    def wait() -> list[Any]:
        tasks.join()
        for _result, error in ended:
            if error:
                raise SphinxParallelError(*error)
        if len(ended) < len(shares):
            message = "a process ended before its work was done"
            raise SphinxParallelError(message, "")
        return [result for result, _error in ended]

    return wait


def _outcome(work: Work, share: Sequence[Any]) -> tuple[Any, tuple[str, str] | None]:
    """Return what a call returns, and the error that it raises, in words and with its traceback.

    While tasks are added, Sphinx drops the errors of those that have ended already.
    """
    try:
        return work(share), None
    except Exception as error:  # noqa: BLE001 - whatever it is, the build fails with it
        words = traceback.format_exception_only(error)[-1].strip()
        return None, (words, traceback.format_exc())
