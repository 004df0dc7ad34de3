"""One build of a site: what its pages are made from, and what is made once for all of them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx.locale import _

from career_guides.catalogue.assets import find_logos
from career_guides.catalogue.model import Catalogue
from career_guides.catalogue.taxonomy import collect
from career_guides.catalogue.translation import Translations
from career_guides.facts.formatting import FactFormatter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx

    from career_guides.catalogue.assets import Logo
    from career_guides.catalogue.taxonomy import Term

T = TypeVar("T")

#: The page for addresses that do not exist.
NOT_FOUND = "404"


class Build:
    """The catalogue of this build, its translations, and one object of each feature that needs one.

    A new build is a new object: nothing has to be reset. Worker processes inherit it when they
    fork.

    :param load: returns the catalogue in the language of its authors; called when it is first
        needed, which is never in a build of which nothing has changed
    :param translations: the messages of the site's language
    """

    def __init__(
        self,
        app: Sphinx,
        load: Callable[[], Catalogue] = Catalogue,
        translations: Translations | None = None,
    ) -> None:
        self.app = app
        self.translations = translations or Translations()
        self._load = load
        self._objects: dict[Any, Any] = {}

    def of(self, make: Callable[[Build], T]) -> T:
        """Return what *make*, a class or a function, returns for this build; called once."""
        if make not in self._objects:
            self._objects[make] = make(self)
        found: T = self._objects[make]
        return found

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every guide of the site, in the site's language."""
        return self.translations.catalogue(self._load())

    @cached_property
    def formatter(self) -> FactFormatter:
        """Writes figures of pay and employment in the site's language."""
        return FactFormatter(self.catalogue.facts, self.app.config.language, _)

    @cached_property
    def taxonomy(self) -> Mapping[str, Term]:
        """Docname of a page -> the industry or tag that it is about."""
        return collect(self.catalogue, self.translations.of_site, kind_name)

    def generated_pages(self) -> Mapping[str, Term]:
        """Return the industries and tags whose pages no author has written, by docname."""
        found = self.app.env.found_docs
        return {name: term for name, term in self.taxonomy.items() if name not in found}

    def is_generated(self, docname: str) -> bool:
        """Return whether *docname* is the page of an industry or tag that no author has written."""
        return docname in self.taxonomy and docname not in self.app.env.found_docs

    def content_pages(self) -> list[str]:
        """Return every page that is for readers: those of files, of industries and of tags."""
        return sorted({*self.app.env.all_docs, *self.generated_pages()} - {NOT_FOUND})

    def logo(self, name: str) -> Logo | None:
        """Return a logo by name, without loading the catalogue for it."""
        if "catalogue" not in vars(self):
            return find_logos(Path(self.app.srcdir).resolve()).get(name)
        return self.catalogue.logos.get(name)


def kind_name(kind: str, number: int = 1) -> str:
    """Return what *number* terms of this kind are called. A guide has one industry at most."""
    if kind == "industry":
        return _("Industry")
    return _("Topic") if number == 1 else _("Topics")
