"""An attribute has another value for the time of a build."""

from __future__ import annotations

import functools
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from sphinx.util import logging

from sphinx_speedups import patches
from sphinx_speedups.patches import Build, Patch, defined_in, equals

HERE = sys.modules[__name__]
#: No application: these tests need none.
BUILD = Build(SimpleNamespace())  # type: ignore[arg-type]


class Above:
    """What a class has from above."""

    def inherited(self) -> str:
        return "inherited"


class Owner(Above):
    def own(self) -> str:
        return "own"

    @property
    def shown(self) -> str:
        return "shown"


def patch(owner: Any, attribute: str, replacement: Any = None, **more: Any) -> Patch:
    """Return a patch that gives *owner* another *attribute*."""
    is_original = more.get("is_original", defined_in(HERE))
    return Patch(
        "test", lambda _build: owner, attribute,
        lambda _build, original: replacement or (lambda self: f"not {original(self)}"),
        is_original, "a reason",
    )  # fmt: skip


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said with ``-v``."""
    lines: list[str] = []
    monkeypatch.setattr(
        patches, "logger", SimpleNamespace(verbose=lambda text, *given: lines.append(text % given))
    )
    return lines


@pytest.mark.parametrize("attribute", ["own", "inherited"])
def test_an_attribute_is_replaced_and_put_back(attribute: str) -> None:
    before = dict(vars(Owner))
    with patch(Owner, attribute).applied(BUILD):
        assert getattr(Owner(), attribute)() == f"not {attribute}"
    assert dict(vars(Owner)) == before
    assert getattr(Owner(), attribute)() == attribute


def test_it_is_put_back_after_an_exception() -> None:
    before = dict(vars(Owner))
    with pytest.raises(KeyboardInterrupt), patch(Owner, "own").applied(BUILD):
        raise KeyboardInterrupt
    assert dict(vars(Owner)) == before


def test_objects_and_modules_have_attributes_too(said: list[str]) -> None:
    owner, module = Owner(), ModuleType("module")
    module.flag = True  # type: ignore[attr-defined]
    flag = patch(module, "flag", replacement="other", is_original=equals(True))
    new = patch(module, "new", replacement="new", is_original=lambda value: value is None)
    with (
        patch(owner, "own", replacement=lambda: "other").applied(BUILD),
        flag.applied(BUILD),
        new.applied(BUILD),
    ):
        assert (owner.own(), module.flag, module.new) == ("other", "other", "new")  # type: ignore[attr-defined]
    assert vars(owner) == {}
    assert module.flag is True  # type: ignore[attr-defined]
    assert not hasattr(module, "new")
    assert said == []


def test_a_build_may_have_no_such_object(said: list[str]) -> None:
    with patch(None, "own").applied(BUILD):
        pass
    assert said == []


def test_what_another_extension_has_replaced_is_left_alone(
    said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Owner.own

    class Object:
        @functools.wraps(original)
        def __call__(self, *_given: Any) -> str:
            return "theirs"

    theirs: Any = {}
    program = (
        "import functools\ndef wrap(f):\n    return functools.wraps(f)(lambda *given: f(*given))"
    )
    exec(program, theirs)  # noqa: S102 - a function of another module
    for other in (theirs["wrap"](original), functools.partial(original), Object()):
        monkeypatch.setattr(Owner, "own", other)
        with patch(Owner, "own").applied(BUILD):
            assert vars(Owner)["own"] is other
        assert vars(Owner)["own"] is other
        assert said.pop() == "speedups: test is left alone, another extension replaced it"
    monkeypatch.setattr(Owner, "shown", property(theirs["wrap"](Owner.shown.fget)))
    assert not defined_in(HERE)(vars(Owner)["shown"])
    monkeypatch.undo()
    assert defined_in(HERE)(vars(Owner)["shown"])
    assert defined_in(logging, HERE)(Owner().own)


def test_what_another_extension_replaces_meanwhile_stays(
    said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Owner, "own", Owner.own)
    with patch(Owner, "own").applied(BUILD):
        Owner.own = other = lambda _self: "theirs"  # type: ignore[method-assign, assignment]
    assert vars(Owner)["own"] is other
    assert said == ["speedups: test stays, another extension replaced it"]


def test_a_value_is_of_the_same_class() -> None:
    assert equals(True)(True)
    assert not equals(True)(1)
    assert not equals({})({"a": 1})


def test_a_build_has_one_object_of_a_class() -> None:
    build = Build(SimpleNamespace())  # type: ignore[arg-type]
    known = build.of(dict)
    assert build.of(dict) is known
    assert Build(build.app).of(dict) is not known
