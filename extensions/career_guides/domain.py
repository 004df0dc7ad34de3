"""The Sphinx domain ``guide``, whose objects are guides that roles and other projects link to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.locale import _
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from career_guides.build import Build
from career_guides.catalogue.targets import Target, TargetError, find_target, no_heading
from career_guides.diagnostics.log import warn
from career_guides.diagnostics.problem import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from build_cache.stamps import Stamp


#: Tables of the domain's data, each keyed by docname.
TABLES = (
    "read", "files", "listings", "figures", "dependencies", "mentions", "titles", "names",
    "pictures",
)  # fmt: skip
#: Name of the domain.
DOMAIN = "guide"


class GuideRole(XRefRole):
    """``{guide}`liaison/history` ``: a link to a guide, with its title or with explicit text."""

    innernodeclass = nodes.inline

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        # A role without a prefix belongs to no domain: this makes {guide} mean {guide:guide}.
        refnode["refdomain"], refnode["reftype"] = DOMAIN, "guide"
        refnode["refdoc"] = env.docname
        return title, target


class GuideDomain(Domain):
    """Guides as objects, and what each page took from other pages when it was read.

    The build is an attribute, not part of :attr:`data`: worker processes inherit it when they fork.
    """

    name = DOMAIN
    label = "Career guide"
    object_types: ClassVar[dict[str, ObjType]] = {"guide": ObjType(_("guide"), "guide")}
    roles: ClassVar[dict[str, Any]] = {"guide": GuideRole(warn_dangling=True)}
    initial_data: ClassVar[dict[str, Any]] = {table: {} for table in TABLES}
    data_version = 13

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        #: Set when the pages to read are chosen, and replaced by the next build.
        self._build: Build | None = None

    @property
    def build(self) -> Build:
        """The current build, or the last one; before the first, one without guides."""
        assert self._build is not None, "no build has begun"
        return self._build

    @build.setter
    def build(self, build: Build) -> None:
        self._build = build

    @property
    def read(self) -> dict[str, str]:
        """Docname -> digest of everything the page was read from, apart from its own body."""
        read: dict[str, str] = self.data["read"]
        return read

    @property
    def files(self) -> dict[str, list[tuple[Stamp, str]]]:
        """Docname -> stamp and digest of each file that the page was read from."""
        files: dict[str, list[tuple[Stamp, str]]] = self.data["files"]
        return files

    @property
    def listings(self) -> dict[str, list[tuple[str, dict[str, Any]]]]:
        """Docname -> the listings on the page: kind and request of each."""
        listings: dict[str, list[tuple[str, dict[str, Any]]]] = self.data["listings"]
        return listings

    @property
    def figures(self) -> dict[str, list[str]]:
        """Docname -> the figures on the page: SOC code and name, such as ``27-3091 median-pay``."""
        figures: dict[str, list[str]] = self.data["figures"]
        return figures

    @property
    def dependencies(self) -> dict[str, list[tuple[str, ...]]]:
        """Docname -> the page's other dependencies on pages.

        See :mod:`career_guides.incremental.dependencies`.
        """
        dependencies: dict[str, list[tuple[str, ...]]] = self.data["dependencies"]
        return dependencies

    @property
    def mentions(self) -> dict[str, list[str]]:
        """Docname -> the pages that the page's text links to."""
        mentions: dict[str, list[str]] = self.data["mentions"]
        return mentions

    @property
    def titles(self) -> dict[str, str]:
        """Docname -> title, for each guide."""
        titles: dict[str, str] = self.data["titles"]
        return titles

    @property
    def names(self) -> dict[str, list[str]]:
        """Docname -> the names that the page defines for all pages, such as labels and terms."""
        names: dict[str, list[str]] = self.data["names"]
        return names

    @property
    def pictures(self) -> dict[str, list[str]]:
        """Docname -> paths of the pictures in the page's text that are shown with variants."""
        pictures: dict[str, list[str]] = self.data["pictures"]
        return pictures

    def clear_doc(self, docname: str) -> None:
        for table in TABLES:
            self.data[table].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        # The other process has the data of all documents, not only of those that it read.
        for docname in docnames:
            for key in TABLES:
                if docname in otherdata[key]:
                    self.data[key][docname] = otherdata[key][docname]

    def find_target(self, written: str, docname: str) -> Target:
        """Return the page, and the heading, that *written* refers to on *docname*, if any."""
        folder = docname.rpartition("/")[0]
        try:
            return find_target(written, folder, self.env.found_docs)
        except TargetError:
            return Target()

    def heading_id(self, docname: str, heading: str) -> str:
        """Return the id in the output of a heading or other target; ``''`` if there is none.

        :param docname: its page
        :param heading: its name in Markdown, its id, or a label
        """
        slugs = self.env.metadata.get(docname, {}).get("myst_slugs", {})
        if heading in slugs:
            return str(slugs[heading][1])
        label = self.env.domains.standard_domain.anonlabels.get(heading.casefold())
        if label and label[0] == docname:
            return label[1]
        toc = self.env.tocs.get(docname) if heading else None
        links = toc.findall(nodes.reference) if toc is not None else ()
        return heading if any(link["anchorname"] == f"#{heading}" for link in links) else ""

    def title(self, docname: str) -> str:
        """Return the title of any page as plain text."""
        if docname in self.titles:
            return self.titles[docname]
        if (title := self.env.titles.get(docname)) is not None:
            return title.astext()
        term = self.build.taxonomy.get(docname)
        return term.title if term else docname

    def description(self, docname: str) -> str:
        """Return the description of a guide; ``''`` for other pages."""
        entry = self.build.catalogue.entries.get(docname)
        return entry.guide.description or "" if entry else ""

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        for docname, title in sorted(self.titles.items()):
            # Priority -1 keeps guides out of the search index, which lists them as pages already.
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
        found = self.find_target(target, fromdocname)
        docname = found.docname
        if not docname:
            return None
        if not node["refexplicit"]:
            contnode.clear()
            contnode += nodes.Text(self.title(docname))
        anchor = self.heading_id(docname, found.heading)
        if found.heading and not anchor:
            page = self.build.catalogue.pages.get(docname)
            reason = no_heading(found.heading, docname, page.names if page else {})
            warn(env, node, "anchor", f"'guide' points at {shorten(target)}, but {reason}")
        description = self.description(docname)
        return make_refnode(builder, fromdocname, docname, anchor, contnode, description)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        return []  # {any} already finds pages through `doc` of the standard domain


def guides(env: BuildEnvironment) -> GuideDomain:
    """Return the domain ``guide`` of *env*."""
    domain = env.get_domain(DOMAIN)
    assert isinstance(domain, GuideDomain)
    return domain


def on_builder_inited(app: Sphinx) -> None:
    """Begin with no guides: text may be parsed in an application that builds nothing."""
    guides(app.env).build = Build(app)


def setup(app: Sphinx) -> None:
    """Add the domain, and its role ``guide`` without a prefix."""
    app.add_domain(GuideDomain)
    app.add_role("guide", GuideRole(warn_dangling=True))
    app.connect("builder-inited", on_builder_inited)
