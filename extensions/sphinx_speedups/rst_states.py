"""The states of docutils' parser of reStructuredText."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docutils import statemachine
from docutils.parsers.rst.states import RSTState, RSTStateMachine

from .patches import Patch, Step, always, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patches import Build


class States(dict[str, Any]):
    """Name -> state, which is made when the machine first gets there.

    :param machine: whose states they are
    :param classes: name -> class of each
    """

    def __init__(self, machine: RSTStateMachine, classes: dict[str, Any]) -> None:
        super().__init__()
        self.machine = machine
        self.classes = classes

    def __missing__(self, name: str) -> Any:
        """Make a state; one that is made while the machine runs gets what it runs on at once.

        :raises KeyError: if there is no such state
        """
        state = self[name] = self.classes[name](self.machine, self.machine.debug)
        if getattr(self.machine, "memo", None) is not None:
            state.runtime_init()
        return state

    def __contains__(self, name: object) -> bool:
        return name in self.classes or super().__contains__(name)


def made_when_needed(build: Build, original: Any) -> Any:
    """Return ``add_states`` that keeps the classes, and makes a state when it is asked for.

    docutils makes a machine for each list. It has fifteen states with two to thirteen transitions
    each, of which two or three are needed.
    """

    def add_states(self: RSTStateMachine, state_classes: Any) -> None:
        classes = {each.__name__: each for each in state_classes}
        if self.states or len(classes) != len(state_classes):
            original(self, state_classes)
        else:
            self.states = States(self, classes)

    return add_states


_ADD_STATES = Patch(
    "rst_states", always(RSTStateMachine), "add_states", made_when_needed,
    defined_in(statemachine), "all states are made for each list",
)  # fmt: skip


@contextmanager
def applied(build: Build) -> Iterator[None]:
    """Have machines make their states when they are needed; leave none of them to docutils."""
    with _ADD_STATES.applied(build):
        try:
            yield
        finally:
            RSTState.nested_sm_cache.clear()


SPEEDUPS = (Step("rst_states", applied, _ADD_STATES.reason),)
