"""Distribute independent work over processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util.parallel import ParallelTasks, make_chunks, parallel_available

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx.application import Sphinx


def share_out(
    app: Sphinx, work: Callable[[Sequence[Any]], Any], items: Sequence[Any], few: int
) -> list[Any]:
    """Call *work* on *items*, in several processes if the build has several.

    :param work: takes a share of *items*; only its return value is pickled
    :param few: number of items up to which starting processes is not worthwhile
    :returns: the return value of each call, in any order
    """
    if not _are_many(app, items, few):
        return [work(items)]
    tasks = ParallelTasks(app.parallel)
    done: list[Any] = []
    for share in make_chunks(items, app.parallel):
        tasks.add_task(work, share, lambda _share, result: done.append(result))
    tasks.join()
    return done


def start(
    app: Sphinx, work: Callable[[Sequence[Any]], Any], items: Sequence[Any], few: int
) -> Callable[[], None]:
    """Call *work* on *items*, in the background if the build has several processes.

    :param work: see :func:`share_out`; what it returns is dropped
    :param few: likewise
    :returns: a function that waits until all is done
    :raises SphinxParallelError: by that function, if a call in the background has failed
    """
    if not _are_many(app, items, few):
        work(items)
        return lambda: None
    tasks = ParallelTasks(app.parallel)
    size = -(-len(items) // app.parallel)  # a share for each process: all start at once
    for first in range(0, len(items), size):
        tasks.add_task(work, items[first : first + size])
    return tasks.join


def _are_many(app: Sphinx, items: Sequence[Any], few: int) -> bool:
    return app.parallel > 1 and parallel_available and len(items) > few
