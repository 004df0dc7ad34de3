"""The Sphinx domain ``guide``: guides as objects that roles and other projects can link to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.locale import _
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from career_guides.catalogue.assets import find_logos
from career_guides.catalogue.model import Catalogue
from career_guides.catalogue.targets import TargetError, find_target
from career_guides.catalogue.taxonomy import collect
from career_guides.catalogue.translation import Translations
from career_guides.diagnostics.log import warn
from career_guides.diagnostics.problem import shorten
from career_guides.facts.formatting import Words
from career_guides.output.names import NOT_FOUND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Set

    from docutils.nodes import Element
    from markdown_it import MarkdownIt
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from career_guides.catalogue.assets import Logo
    from career_guides.catalogue.taxonomy import Term
    from career_guides.images.social_cards import Card
    from career_guides.nodes.picture_sources import Variants
    from career_guides.output.record import State


#: Name of the domain whose objects guides are.
DOMAIN = "guide"


class GuideRole(XRefRole):
    """``{guide}`liaison/history` ``: a link with the guide's title, or with one's own text."""

    innernodeclass = nodes.inline

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        # Without a prefix the role is no domain's: {guide} and {guide:guide} are the same.
        refnode["refdomain"], refnode["reftype"] = DOMAIN, "guide"
        refnode["refdoc"] = env.docname
        return title, target


def content_pages(domain: GuideDomain) -> list[str]:
    """Return every page that is for readers: those of files, of industries and of tags."""
    return sorted({*domain.env.all_docs, *domain.made_pages()} - {NOT_FOUND})


class GuideDomain(Domain):
    """Holds the catalogue of this build, and what each page showed when it was read.

    The catalogue is an attribute, not part of :attr:`data`: processes inherit it when they fork.
    """

    name = DOMAIN
    label = "Career guide"
    object_types: ClassVar[dict[str, ObjType]] = {"guide": ObjType(_("guide"), "guide")}
    roles: ClassVar[dict[str, Any]] = {"guide": GuideRole(warn_dangling=True)}
    initial_data: ClassVar[dict[str, Any]] = {
        "read": {}, "shows": {}, "mentions": {}, "titles": {},
    }  # fmt: skip
    data_version = 3

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.start(Catalogue)
        #: What is known of the output folder; set while pages to read are chosen.
        self.state: State | None = None
        #: The parser of captions, made when the first is parsed.
        self.markdown: MarkdownIt | None = None

    def start(
        self, catalogue: Callable[[], Catalogue], translations: Translations | None = None
    ) -> None:
        """Take the catalogue of a new build, and forget what was made from the one before.

        :param catalogue: makes it, in its authors' words, when somebody asks for it
        :param translations: the messages of the site's language
        """
        self._catalogue: Catalogue | None = None
        self._make_catalogue = catalogue
        self.translations = translations or Translations()
        self._words: Words | None = None
        self._terms: Mapping[str, Term] | None = None
        #: File -> its digest, and page -> what networks show of it: many pages ask for them.
        self.checksums: dict[Path, str] = {}
        self.cards: dict[str, Card | None] = {}
        #: Picture, from the source folder -> its smaller forms; known once every page is read.
        self.variants: Mapping[str, Variants] = {}
        self._has_reviews: bool | None = None
        self._mentioned_in: Mapping[str, list[str]] | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of this build."""
        if self._catalogue is None:
            self._catalogue = self.translations.catalogue(self._make_catalogue())
        return self._catalogue

    def logo(self, name: str) -> Logo | None:
        """Return a logo by name."""
        if self._catalogue is None:  # not made for its sake
            return find_logos(Path(self.env.srcdir).resolve()).get(name)
        return self._catalogue.logos.get(name)

    def words(self) -> Words:
        """Return the words for figures."""
        if self._words is None:
            self._words = Words(self.catalogue.facts, self.env.config.language)
        return self._words

    def terms(self) -> Mapping[str, Term]:
        """Return page -> industry or tag."""
        if self._terms is None:
            self._terms = collect(self.catalogue, self.translations.of_site)
        return self._terms

    def made_pages(self) -> Mapping[str, Term]:
        """Return the industries and tags whose pages no author has written."""
        found = self.env.found_docs
        return {name: term for name, term in self.terms().items() if name not in found}

    def is_made(self, docname: str) -> bool:
        """Return whether *docname* is the page of an industry or tag that no author has written."""
        return docname in self.terms() and docname not in self.env.found_docs

    def has_reviews(self) -> bool:
        """Return whether any guide says when it was last reviewed."""
        if self._has_reviews is None:
            entries = self.catalogue.entries.values()
            self._has_reviews = any(entry.guide.last_reviewed for entry in entries)
        return self._has_reviews

    def mentioned_in(self) -> Mapping[str, list[str]]:
        """Return page -> guides whose text links to it. Known once every page has been read."""
        if self._mentioned_in is None:
            found: dict[str, list[str]] = {}
            for docname, targets in sorted(self.mentions.items()):
                for target in targets if docname in self.catalogue.entries else ():
                    found.setdefault(target, []).append(docname)
            self._mentioned_in = found
        return self._mentioned_in

    @property
    def read(self) -> dict[str, str]:
        """Docname -> digest of all that the page was read from, beside its own body."""
        read: dict[str, str] = self.data["read"]
        return read

    @property
    def shows(self) -> dict[str, list[list[str]]]:
        """Docname -> what the page shows of others: ``[domain, type, target]`` each."""
        shows: dict[str, list[list[str]]] = self.data["shows"]
        return shows

    @property
    def mentions(self) -> dict[str, list[str]]:
        """Docname -> the pages that its text links to."""
        mentions: dict[str, list[str]] = self.data["mentions"]
        return mentions

    @property
    def titles(self) -> dict[str, str]:
        """Docname -> title, of each guide."""
        titles: dict[str, str] = self.data["titles"]
        return titles

    def clear_doc(self, docname: str) -> None:
        for table in (self.read, self.shows, self.mentions, self.titles):
            table.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        # The other process has the data of all documents, not of its own alone.
        for docname in docnames:
            for key in ("read", "shows", "mentions", "titles"):
                if docname in otherdata[key]:
                    self.data[key][docname] = otherdata[key][docname]

    def find(self, written: str, docname: str) -> str:
        """Return the page that *written* means in *docname*; nothing if there is none."""
        folder = docname.rpartition("/")[0]
        try:
            return find_target(written, folder, self.env.found_docs).docname
        except TargetError:
            return ""

    def title(self, docname: str) -> str:
        """Return the title of any page, as plain text."""
        if docname in self.titles:
            return self.titles[docname]
        if (title := self.env.titles.get(docname)) is not None:
            return title.astext()
        term = self.terms().get(docname)
        return term.title if term else docname

    def description(self, docname: str) -> str:
        """Return the description of a guide; nothing for other pages."""
        entry = self.catalogue.entries.get(docname)
        return entry.guide.description or "" if entry else ""

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        for docname, title in sorted(self.titles.items()):
            # Priority -1 keeps guides out of the search index, which has them as pages.
            yield docname, title, "guide", docname, "", -1

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        docname = self.find(target, fromdocname)
        if not docname:
            return None
        if not node["refexplicit"]:
            contnode.clear()
            contnode += nodes.Text(self.title(docname))
        return make_refnode(builder, fromdocname, docname, "", contnode, self.description(docname))

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        return []  # {any} finds pages through the standard domain's `doc` already


def guides(env: BuildEnvironment) -> GuideDomain:
    """Return the domain of *env*."""
    domain = env.get_domain(GuideDomain.name)
    assert isinstance(domain, GuideDomain)
    return domain


def on_warn_missing_reference(
    app: Sphinx, domain: Domain | None, node: pending_xref
) -> bool | None:
    """Word a broken ``{guide}`` as the catalogue words a broken ``next``."""
    if domain is None or domain.name != GuideDomain.name:
        return None
    folder = str(node["refdoc"]).rpartition("/")[0]
    drafts = guides(app.env).catalogue.drafts
    try:
        target = find_target(node["reftarget"], folder, app.env.found_docs, drafts)
    except TargetError as error:
        message = f"{shorten(error.target)}, {error}"
    else:
        message = f"an address, {shorten(target.url)}; write an ordinary link"
    warn(app.env, node, "target", f"'guide' points at {message}")
    return True
