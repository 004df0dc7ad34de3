"""The toctrees of all pages at one moment of a build: they differ where pages come or go."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from build_cache.digests import digest
from build_cache.tables import differing

from .relations import relations

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.environment import BuildEnvironment

    from career_guides.build import Build


class Toctrees:
    """What the environment says of the toctrees now.

    :ivar relations: page -> the pages above, before and after it
    """

    def __init__(self, env: BuildEnvironment) -> None:
        self.relations = relations(env)
        self._below = dict(env.toctree_includes)
        # Sphinx takes those of a page out before it reads the page.
        self._numbers: list[dict[str, Any]] = [dict(env.toc_secnumbers), dict(env.toc_fignumbers)]

    @cached_property
    def digest(self) -> str:
        """Digest of which pages each page has below it, and of all numbers."""
        numbers = [sorted(table.items()) for table in self._numbers]
        return digest([sorted(self._below.items()), repr(numbers)])

    def differ(self, before: Toctrees, moved: Set[str]) -> set[str] | None:
        """Return the pages that have other pages above, before or after them than *before*.

        :param moved: pages that have been added or removed
        :returns: ``None`` if numbers of other pages than these differ
        """
        for old, new in zip(before._numbers, self._numbers, strict=True):
            if differing(old, new) - moved:
                return None
        return differing(before.relations, self.relations)


class ToctreesBefore(Toctrees):
    """Those that the environment has when a build begins, which is when to ask for them first."""

    def __init__(self, build: Build) -> None:
        super().__init__(build.app.env)
