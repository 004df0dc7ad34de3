"""The garbage collector of the host is as it was."""

from __future__ import annotations

import atexit
import gc
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.application import Sphinx

from sphinx_speedups import garbage_collection
from tests.sphinx_speedups.rich_site import in_process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


#: As in Python 3.12, where it is 375; what is set aside can only be taken back as a whole.
FEW = 1_000


def state() -> tuple[Any, ...]:
    """Return whether the collector runs, its thresholds, and how many objects are set aside."""
    frozen = gc.get_freeze_count()
    return gc.isenabled(), gc.get_threshold(), frozen if frozen > FEW else 0


def application(folder: Path, during: list[tuple[Any, ...]]) -> Sphinx:
    """Return an application that notes the collector's state while a page is read."""
    (folder / "index.rst").write_text("Home\n====\n")
    app = Sphinx(
        folder, None, folder / "out", folder / "doctrees", "html",
        {"extensions": ["sphinx_speedups"], "root_doc": "index"}, status=None, warning=None,
    )  # fmt: skip
    app.connect("source-read", lambda *_arguments: during.append(state()))
    return app


def build_in_a_host_of_its_own_mind(folder: Path) -> None:
    gc.disable()
    gc.set_threshold(111, 7, 5)
    gc.freeze()
    before = state()
    assert before[2]
    during: list[tuple[Any, ...]] = []
    application(folder, during).build()
    for now in (during[0], state()):
        assert now[0] is False  # a host that wants no collector has none
        assert 0 < now[2] <= before[2]  # what it has set aside could not be told from ours
    assert state()[1] == before[1]


def build_in_a_plain_host(folder: Path) -> None:
    before = state()
    during: list[tuple[Any, ...]] = []
    app = application(folder, during)
    assert state() == before
    app.build()
    assert state() == before
    is_enabled, thresholds, frozen = during[0]
    assert is_enabled
    assert thresholds[0] > 700
    assert frozen > 10_000


def build_without(folder: Path) -> None:
    gc.freeze()
    before = state()
    during: list[tuple[Any, ...]] = []
    app = application(folder, during)
    app.config.speedups_disabled = ["garbage_collection"]
    app.build()
    for now in (during[0], state()):
        assert now[:2] == before[:2]
        assert 0 < now[2] <= before[2]


@pytest.mark.parametrize(
    "build", [build_in_a_host_of_its_own_mind, build_in_a_plain_host, build_without]
)
def test_the_collector_is_as_it_was(tmp_path: Path, build: Callable[[Path], None]) -> None:
    in_process(build, tmp_path)


def test_a_pause_ends_with_an_exception() -> None:
    before = state()

    @garbage_collection.paused()
    def fail() -> None:
        assert not gc.isenabled()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert state() == before


class App:
    """Stands for an application, which can be referred to weakly."""


def test_objects_are_set_aside_at_exit_while_their_site_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    called: list[Any] = []
    frozen: list[None] = []
    monkeypatch.setattr(atexit, "register", called.append)
    monkeypatch.setattr(atexit, "unregister", called.remove)
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(None))
    app = App()
    garbage_collection.leave_at_exit(app)  # type: ignore[arg-type]
    at_exit = called[0]
    at_exit()
    assert frozen == [None]
    here = weakref.ref(app)
    del app
    assert here() is None
    assert at_exit not in called
    at_exit()
    assert frozen == [None]
