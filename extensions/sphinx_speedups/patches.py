"""What changes for the time of a build, and how it is taken back.

A speed-up is a :class:`Patch` of one attribute, or a :class:`Step` that does more than that. Each
module of this package declares its own in ``SPEEDUPS``. They keep what they have computed in the
:class:`Build` or in closures made for it, so that nothing of one build is seen by the next.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import update_wrapper
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from types import ModuleType

    from sphinx.application import Sphinx


logger = logging.getLogger(__name__)

Kept = TypeVar("Kept")


class Build:
    """One run of :meth:`!Sphinx.build`, and what its speed-ups keep.

    :ivar app: the application that builds
    """

    def __init__(self, app: Sphinx) -> None:
        self.app = app
        self._kept: dict[type, Any] = {}

    def of(self, kind: type[Kept]) -> Kept:
        """Return the build's one object of class *kind*, which is made without arguments."""
        if kind not in self._kept:
            self._kept[kind] = kind()
        found: Kept = self._kept[kind]
        return found


@dataclass(frozen=True)
class Step:
    """A speed-up that is more than one attribute.

    :param name: the module and what it does, as ``speedups_disabled`` takes it
    :param applied: a context manager that does it, and takes it back
    :param reason: what is slow without it
    """

    name: str
    applied: Callable[[Build], AbstractContextManager[None]]
    reason: str


@dataclass(frozen=True)
class Patch:
    """An attribute of Sphinx, docutils or MyST that has another value while a build lasts.

    :param name: the module and the attribute, as ``speedups_disabled`` takes it
    :param owner: returns the class, module or object that has it; ``None`` if this build has none
    :param attribute: its name there
    :param replacement: returns the new value, from the build and the original
    :param is_original: whether a value is the original, and not another extension's
    :param reason: what is slow without it
    """

    name: str
    owner: Callable[[Build], Any]
    attribute: str
    replacement: Callable[[Build, Any], Any]
    is_original: Callable[[Any], bool]
    reason: str

    @contextmanager
    def applied(self, build: Build) -> Iterator[None]:
        """Replace the attribute; put the original back whatever happens."""
        owner = self.owner(build)
        if owner is None:
            yield
            return
        own = vars(owner)
        is_own = self.attribute in own
        original = own[self.attribute] if is_own else getattr(owner, self.attribute, None)
        if not self.is_original(original):
            logger.verbose("speedups: %s is left alone, another extension replaced it", self.name)
            yield
            return
        replacement = self.replacement(build, original)
        if isinstance(replacement, FunctionType) and isinstance(original, FunctionType):
            # Its docstring, signature and source are the original's to autodoc and viewcode, which
            # document Sphinx's own classes and what projects derive from them.
            update_wrapper(replacement, original)
        setattr(owner, self.attribute, replacement)
        try:
            yield
        finally:
            if vars(owner).get(self.attribute) is not replacement:
                logger.verbose("speedups: %s stays, another extension replaced it", self.name)
            elif is_own:
                setattr(owner, self.attribute, original)
            else:
                delattr(owner, self.attribute)


def always(owner: Any) -> Callable[[Build], Any]:
    """Return a function that returns *owner* for every build."""
    return lambda build: owner


def defined_in(*modules: ModuleType) -> Callable[[Any], bool]:
    """Return whether a function, method or property is defined in one of *modules*.

    Its globals tell: those of a wrapper are its own module's, whatever name it has taken over.
    """

    def is_defined_there(value: Any) -> bool:
        function = getattr(value, "fget", None) or getattr(value, "__func__", value)
        names = getattr(function, "__globals__", None)
        return any(names is vars(module) for module in modules)

    return is_defined_there


def equals(expected: Any) -> Callable[[Any], bool]:
    """Return whether a value is *expected*, and of the same class."""
    return lambda value: type(value) is type(expected) and value == expected
