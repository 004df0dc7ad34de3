"""Models of mappings in front matter: dataclasses that say what kind of value each key takes."""

from __future__ import annotations

from dataclasses import MISSING, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Self, cast

from .kinds import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from .kinds import Kind, Path


class InvalidError(ValueError):
    """A mapping does not fit its model.

    :param faults: what does not, in the order of the model's keys; unknown keys are the last
    """

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


class Key(NamedTuple):
    """A key of a model.

    :param about: its description in the reference and in editors
    :param is_required: whether the mapping needs it
    :param default: its value if it is not given; ``None`` also if that is a new list
    :param is_nullable: whether ``null`` is the same as no value
    """

    name: str
    kind: Kind
    about: str
    is_required: bool
    default: Any
    is_nullable: bool


def key(
    kind: Kind, about: str, default: Any = MISSING, *, new: Callable[[], Any] | None = None
) -> Any:
    """Declare a key of a model.

    :param about: its description
    :param default: its value if it is not given; without one, the key is required
    :param new: returns the value if it is not given
    """
    metadata = {"kind": kind, "about": about}
    if new is not None:
        return field(default_factory=new, metadata=metadata)
    return field(default=default, metadata=metadata)


class Model:
    """Base class of the models: no coercion of types, no unknown keys, no later changes."""

    __slots__ = ()

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """Return the model of *values*.

        :raises InvalidError: if a value is invalid, missing, or unknown
        """
        faults: list[Fault] = []
        found = Nested(cls).read(values, (), faults)
        if faults:
            raise InvalidError(faults)
        assert isinstance(found, cls)
        return found

    def fault(self) -> str:
        """Return what is not right with the values together; '' if nothing."""
        return ""


def keys_of(model: type[Model]) -> dict[str, Key]:
    """Return name -> key of a model, in the order of their declaration."""
    return _keys_of(cast("Hashable", model))


@cache
def _keys_of(model: Hashable) -> dict[str, Key]:
    found = {}
    for each in fields(cast("Any", model)):
        default = None if each.default is MISSING else each.default
        required = each.default is MISSING and each.default_factory is MISSING
        found[each.name] = Key(
            each.name, each.metadata["kind"], each.metadata["about"],
            required, default, each.default is None,
        )  # fmt: skip
    return found


class Nested(NamedTuple):
    """A mapping that a model describes."""

    model: type[Model]

    def read(self, value: Any, path: Path, faults: list[Fault]) -> Any:
        if isinstance(value, self.model):
            return value
        if not isinstance(value, dict):
            faults.append(Fault(path, "mapping", value))
            return None
        known, before = keys_of(self.model), len(faults)
        found = {}
        for name, about in known.items():
            if name in value:
                given = value[name]
                if given is None and about.is_nullable:
                    continue
                found[name] = about.kind.read(given, (*path, name), faults)
            elif about.is_required:
                faults.append(Fault((*path, name), "missing", value))
        faults.extend(
            Fault((*path, name), "unknown", given)
            for name, given in value.items()
            if name not in known
        )
        if len(faults) > before:
            return None
        model = self.model(**found)
        if message := model.fault():
            faults.append(Fault(path, "value", value, message))
        return model

    def schema(self) -> dict[str, Any]:
        return {"$ref": f"#/$defs/{self.model.__name__}"}
