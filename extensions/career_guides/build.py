"""One build of a site: its catalogue, its translations, and the objects its pages share."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx.locale import _

from career_guides.catalogue.assets import find_logos
from career_guides.catalogue.model import Catalogue
from career_guides.catalogue.taxonomy import collect
from career_guides.catalogue.translation import Translations
from career_guides.content.trust import TEXT
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
    """One build: its catalogue, its translations, and one object for each feature that needs one.

    Every build gets a new object, so nothing has to be reset. Worker processes inherit it when
    they fork.

    :param load: returns the catalogue in the authors' language; called when the catalogue is first
        needed, which is never in a build in which nothing has changed
    :param translations: the messages in the site's language
    """

    def __init__(
        self,
        app: Sphinx,
        load: Callable[[], Catalogue] = Catalogue,
        translations: Translations | None = None,
    ) -> None:
        self.app = app
        self.translations = translations or Translations()
        #: Docnames of the pages that a book leaves out.
        self.left_out: frozenset[str] = frozenset()
        self._load = load
        self._objects: dict[Any, Any] = {}

    def of(self, make: Callable[[Build], T]) -> T:
        """Return ``make(build)``; *make*, a class or function, is called once in a build."""
        if make not in self._objects:
            self._objects[make] = make(self)
        found: T = self._objects[make]
        return found

    @cached_property
    def catalogue(self) -> Catalogue:
        """All guides of the site, in the site's language."""
        return self.translations.catalogue(self._load())

    @cached_property
    def formatter(self) -> FactFormatter:
        """The formatter of pay and employment figures in the site's language."""
        return FactFormatter(self.catalogue.facts, self.app.config.language, _)

    @cached_property
    def taxonomy(self) -> Mapping[str, Term]:
        """Docname of a page -> the industry or tag whose page it is."""
        return collect(self.catalogue, self.translations.of_site, kind_name)

    def generated_pages(self) -> Mapping[str, Term]:
        """Return the industries and tags whose pages are generated, not written, by docname."""
        found = self.app.env.found_docs
        return {name: term for name, term in self.taxonomy.items() if name not in found}

    def is_generated(self, docname: str) -> bool:
        """Return whether *docname* is the generated page of an industry or tag."""
        return docname in self.taxonomy and docname not in self.app.env.found_docs

    def content_pages(self) -> list[str]:
        """Return every page meant for readers: of source files, industries and tags."""
        return sorted({*self.app.env.all_docs, *self.generated_pages()} - {NOT_FOUND})

    def logo(self, name: str) -> Logo | None:
        """Return a logo by name, without loading the catalogue just for that."""
        if "catalogue" not in vars(self):
            links = self.app.config.guides_trust != TEXT
            return find_logos(Path(self.app.srcdir).resolve(), follows_links=links).get(name)
        return self.catalogue.logos.get(name)


def kind_name(kind: str, number: int = 1) -> str:
    """Return the name of a kind of term, in the plural if *number* is not 1.

    "Industry" needs no plural, since a guide has at most one.
    """
    if kind == "industry":
        return _("Industry")
    return _("Topic") if number == 1 else _("Topics")
