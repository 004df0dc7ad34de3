"""States of the parser of reStructuredText are made when they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import statemachine
from docutils.parsers.rst.states import NestedStateMachine, RSTState, RSTStateMachine, state_classes

from sphinx_speedups.rst_states import SPEEDUPS, States

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.statemachine import State


@pytest.fixture
def machine() -> Iterator[NestedStateMachine]:
    (speedup,) = SPEEDUPS
    with speedup.applied(None):  # type: ignore[arg-type]
        yield NestedStateMachine(state_classes, "Body")


def test_states_are_made_once_when_they_are_asked_for(machine: NestedStateMachine) -> None:
    assert isinstance(machine.states, States)
    assert [*machine.states] == []
    body = machine.get_state("Body")
    assert type(body).__name__ == "Body"
    assert machine.get_state("Body") is body
    assert [*machine.states] == ["Body"]


def test_unknown_and_duplicate_states_are_errors(machine: NestedStateMachine) -> None:
    with pytest.raises(statemachine.UnknownStateError):
        machine.get_state("Nowhere")
    with pytest.raises(statemachine.DuplicateStateError):
        machine.add_state(state_classes[0])
    twice: list[type[State]] = [state_classes[0], state_classes[0]]
    with pytest.raises(statemachine.DuplicateStateError):
        NestedStateMachine(twice, "Body")


def test_docutils_is_left_as_it_was(machine: NestedStateMachine) -> None:
    (speedup,) = SPEEDUPS
    with speedup.applied(None):  # type: ignore[arg-type]
        RSTState.nested_sm_cache.append(machine)
    assert not RSTState.nested_sm_cache
    assert "add_states" in vars(RSTStateMachine)  # of the fixture


def test_nothing_is_left_of_it() -> None:
    assert "add_states" not in vars(RSTStateMachine)
    assert len(NestedStateMachine(state_classes, "Body").states) == len(state_classes)
