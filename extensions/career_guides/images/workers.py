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
    if not (app.parallel > 1 and parallel_available and len(items) > few):
        return [work(items)]
    tasks = ParallelTasks(app.parallel)
    done: list[Any] = []
    for share in make_chunks(items, app.parallel):
        tasks.add_task(work, share, lambda _share, result: done.append(result))
    tasks.join()
    return done
