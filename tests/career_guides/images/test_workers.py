"""Work in other processes is done, or the build fails."""

from __future__ import annotations

import os
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.errors import SphinxParallelError
from sphinx.util.parallel import ParallelTasks

from career_guides.images.workers import share_out, start

if TYPE_CHECKING:
    from collections.abc import Sequence

APP: Any = SimpleNamespace(parallel=2)


@pytest.fixture(autouse=True)
def slow_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each task end before the next one is added."""
    add_task = ParallelTasks.add_task

    def add_task_later(self: ParallelTasks, *arguments: Any) -> None:
        time.sleep(0.3)
        add_task(self, *arguments)

    monkeypatch.setattr(ParallelTasks, "add_task", add_task_later)


def total(share: Sequence[int]) -> int:
    return sum(share)


def fail(share: Sequence[int]) -> None:
    raise OSError(f"no space for {share[0]}")


def end(share: Sequence[int]) -> None:
    os._exit(1)


def test_all_is_done() -> None:
    assert sum(share_out(APP, total, range(10), 1)) == 45
    assert sum(start(APP, total, range(11), 1)()) == 55
    assert start(APP, total, range(3), 3)() == [3]


@pytest.mark.parametrize("way", [share_out, lambda *given: start(*given)()])
def test_an_error_is_raised_whenever_it_happens(way: Any) -> None:
    with pytest.raises(SphinxParallelError, match="no space for 0"):
        way(APP, fail, range(4), 1)
    with pytest.raises((SphinxParallelError, EOFError)):
        way(APP, end, range(4), 1)
