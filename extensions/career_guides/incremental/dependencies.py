"""What a page takes from other pages: recorded when it is read, checked before it is written.

Each kind of dependency is a class. Its state is what its target was when the page was read: when
that changes, the page is read again. Its view is what the page shows of it: when that changes,
the page is written again.
"""

from __future__ import annotations

import os
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from build_cache.digests import digest
from build_cache.files import is_file
from career_guides.domain import guides
from career_guides.facts.formatting import FigureError
from career_guides.facts.soc import ALL
from career_guides.nodes.fact import CARD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sphinx.environment import BuildEnvironment

    from career_guides.build import Build
    from career_guides.domain import GuideDomain

    from .navigation import Navigation


class Views(Protocol):
    """What a dependency asks of :class:`.views.Views`."""

    env: BuildEnvironment
    domain: GuideDomain

    navigation: Navigation

    @property
    def numbers(self) -> str: ...

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]: ...

    @property
    def elsewhere(self) -> str: ...

    def reference(self, domainname: str, role: str, target: str) -> Any: ...


class Cards:
    """Digests of what the cards of occupations show, which many pages of a career have."""

    def __init__(self, build: Build) -> None:
        self._facts = build.catalogue.facts
        self._digests: dict[str, str] = {}

    def digest(self, code: str) -> str:
        """Return a digest of what the card of an occupation shows."""
        if code not in self._digests:
            facts = self._facts
            rows = (facts.occupations.get(code), facts.occupations.get(ALL))
            found = [repr(rows), repr(facts.release), repr(bool(facts.earlier))]
            self._digests[code] = digest(found)
        return self._digests[code]


class Dependency:
    """Something that a page takes from elsewhere; its fields are strings, as they are stored."""

    kind: ClassVar[str]

    def state(self, env: BuildEnvironment) -> str:
        """Return what reading the page depends on; '' if it does not depend on the target."""
        return ""

    def view(self, views: Views) -> Iterator[Any]:
        """Yield what the page shows of the target, as JSON-serializable data."""
        yield from ()

    def may_change(self, changed: Collection[str], read: Collection[str]) -> bool:
        """Return whether the page may show something different from before.

        :param changed: guides whose front matter has changed, when nothing but guides has
        :param read: pages whose bodies have been read again
        """
        raise NotImplementedError


@dataclass(frozen=True, order=True)
class PageLink(Dependency):
    """A link to a page; it shows the page's title unless it has its own text (``explicit``)."""

    kind: ClassVar[str] = "page"
    target: str
    explicit: str = ""

    def state(self, env: BuildEnvironment) -> str:
        """Return what the link finds: a ``page``, a ``file`` that is not built, or ''.

        MyST decides whether the file exists when it reads the link.
        """
        if self.target in env.found_docs:
            return "page"
        path = os.path.join(env.srcdir, self.target)  # noqa: PTH118 - a thousand names of a project
        return "file" if any(is_file(path + suffix) for suffix in env.config.source_suffix) else ""

    def view(self, views: Views) -> Iterator[Any]:
        exists = self.target in views.env.found_docs
        if self.explicit:
            yield [self.target, exists]
            return
        domain = views.domain
        yield [self.target, exists and [domain.title(self.target), domain.description(self.target)]]
        yield exists or views.elsewhere

    def may_change(self, changed: Collection[str], read: Collection[str]) -> bool:
        return not self.explicit and self.target in changed


@dataclass(frozen=True, order=True)
class HeadingLink(Dependency):
    """A heading of another page."""

    kind: ClassVar[str] = "heading"
    target: str
    heading: str

    def view(self, views: Views) -> Iterator[Any]:
        slugs = views.env.metadata.get(self.target, {}).get("myst_slugs")
        anchor = views.domain.heading_id(self.target, self.heading)
        labels = views.labels.get(self.target, {}).get(self.heading)
        yield [slugs, anchor, labels, views.reference("std", "ref", self.heading)]

    def may_change(self, changed: Collection[str], read: Collection[str]) -> bool:
        return self.target in read


@dataclass(frozen=True, order=True)
class Figure(Dependency):
    """A figure of pay or employment, or the card of an occupation."""

    kind: ClassVar[str] = "figure"
    name: str

    def state(self, env: BuildEnvironment) -> str:
        """Return the text of the figure, or a digest of all that the card shows."""
        build = guides(env).build
        code, _, figure = self.name.partition(" ")
        if figure == CARD:
            return build.of(Cards).digest(code)
        try:
            return " | ".join(build.formatter.of(code, figure))
        except FigureError as error:
            return f"! {error}"

    def may_change(self, changed: Collection[str], read: Collection[str]) -> bool:
        return False  # if the figure changes, the page is read again


@dataclass(frozen=True, order=True)
class Toctree(Dependency):
    """A visible toctree in the text of a page; ``headings`` if it shows more than titles."""

    kind: ClassVar[str] = "toctree"
    docname: str
    headings: str = ""

    def view(self, views: Views) -> Iterator[Any]:
        yield views.navigation.of_text(self.docname, titles_only=not self.headings)

    def may_change(self, changed: Collection[str], read: Collection[str]) -> bool:
        return True


@dataclass(frozen=True, order=True)
class Reference(Dependency):
    """A reference in another Sphinx domain; in all of them if ``domain`` is ''."""

    kind: ClassVar[str] = "reference"
    domain: str
    role: str
    target: str

    def view(self, views: Views) -> Iterator[Any]:
        yield [views.reference(self.domain, self.role, self.target), views.elsewhere]
        if self.role == "numref":
            yield views.numbers

    def may_change(self, changed: Collection[str], read: Collection[str]) -> bool:
        return True


KINDS: dict[str, type[Any]] = {
    cls.kind: cls for cls in (PageLink, HeadingLink, Figure, Toctree, Reference)
}


def note(env: BuildEnvironment, docname: str, found: Iterable[Dependency]) -> None:
    """Record the dependencies of a page in the environment, each with its current state."""
    rows = sorted({(each.kind, each.state(env), *astuple(each)) for each in found})  # type: ignore[call-overload]
    if rows:
        guides(env).dependencies[docname] = rows


def leading_to(env: BuildEnvironment, pages: Collection[str]) -> set[str]:
    """Return the pages that link to one of *pages*, or will when it is there."""
    return {
        docname
        for docname, rows in (guides(env).dependencies.items() if pages else ())
        if any(row[0] == PageLink.kind and row[2] in pages for row in rows)
    }


def kept(env: BuildEnvironment, docname: str) -> Iterator[tuple[str, Dependency]]:
    """Yield the recorded dependencies of a page, each with its state when the page was read."""
    for kind, state, *fields in guides(env).dependencies.get(docname, ()):
        yield state, KINDS[kind](*fields)
