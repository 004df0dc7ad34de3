"""The view of a page: all that it shows of the rest of the site.

Plain Sphinx writes a page again when its own file changes; the new title or description of
another page does not appear on it until someone builds from scratch. Here, pages whose view
differs from the one in the output folder are written again.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_cache.digests import digest
from career_guides.domain import GuideDomain, guides
from career_guides.exports import feed
from career_guides.html import head, sidebar, theme
from career_guides.html.gettext import texts_of_conf
from career_guides.listings.chapter_nav import neighbours, place
from career_guides.listings.comparable import compare_page
from career_guides.listings.facets import facets
from career_guides.listings.shown import Shown
from career_guides.nodes.picture_sources import PictureVariants
from career_guides.output import repository
from career_guides.search import found_by

from .dependencies import kept
from .inputs import inventories
from .navigation import Navigation
from .software import hashes_of_settings, state_of_software

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.application import Sphinx


class Views:
    """The views of all pages of one build.

    :param relations: page -> the pages above, before and after it in the toctrees
    """

    def __init__(self, app: Sphinx, relations: Mapping[str, Sequence[str | None]]) -> None:
        self.app = app
        self.env = app.env
        self.domain: GuideDomain = guides(app.env)
        self.relations = relations
        self.shown = self.domain.build.of(Shown)
        self.navigation = Navigation(app, relations)
        self.site = site_digest(app)
        self.objects: dict[str, str] = {}
        self.images: dict[str, list[list[str]]] = {}
        for path, (docnames, name) in sorted(app.env.images.items()):
            for docname in docnames:
                found = self.domain.build.of(PictureVariants).by_path.get(path)
                shown = [path, name, found.key if found else ""]
                self.images.setdefault(docname, []).append(shown)

    def digest(self, docname: str) -> str:
        """Return a digest of the view of *docname*."""
        return digest([self.site, *self.view(docname)])

    @cached_property
    def numbers(self) -> str:
        """Digest of the numbers of all figures and sections."""
        numbers = (self.env.toc_fignumbers, self.env.toc_secnumbers)
        return digest([repr(sorted(table.items())) for table in numbers])

    @cached_property
    def std_objects(self) -> str:
        """Digest of terms, options and the like."""
        std = self.env.domains.standard_domain
        # Their keys may have None in them, which has no place in an order.
        return digest([sorted(map(repr, t.items())) for t in (std.objects, std.progoptions)])

    @cached_property
    def all_objects(self) -> str:
        """Digest of the objects of all domains, but for labels and guides."""
        others = [domain.name for domain in self.env.domains.sorted() if domain.name not in _APART]
        return digest([self.std_objects, *map(self._objects, others)])

    @cached_property
    def elsewhere(self) -> str:
        """Digest of the objects of other projects."""
        return digest(inventories(self.env))

    def view(self, docname: str) -> Iterator[Any]:
        """Yield all that *docname* shows of other pages, as JSON-serializable data."""
        domain = self.domain
        entry = domain.build.catalogue.entries.get(docname)
        # Another builder may have read the page since it was written here, and numbered it.
        yield self.env.all_docs[docname]
        yield self.env.toc_secnumbers.get(docname)
        yield self.env.toc_fignumbers.get(docname)
        if entry is None:
            yield self.navigation.of_theme(docname)  # with its neighbours there
        else:
            if not theme.is_furo(self.app):  # in Furo, the drawer takes its place
                yield self.navigation.of_theme(docname)
            yield sidebar.drawer(domain, docname)
            for side in neighbours(domain, docname):
                yield [side, side and side.docname and domain.title(side.docname)]
            yield place(domain, docname)
            yield repr(entry)  # with defaults of the folder, logo and image
            yield [facets(domain, entry), found_by(domain, entry)]
            related = self.relations.get(docname) or []
            yield [[name, domain.title(name)] for name in related if name]
        for kind, request in domain.listings.get(docname, ()):
            yield self.shown.look(domain, docname, kind, request)
        for _was, dependency in kept(self.env, docname):
            yield from dependency.view(self)
        yield self.images.get(docname)
        yield head.shown(self.app, docname)

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """Docname -> id of a labelled place -> what is known of it."""
        std = self.env.domains.standard_domain
        found: dict[str, dict[str, str]] = {}
        for table in (std.labels, std.anonlabels):
            for name, (docname, where, *title) in sorted(table.items()):
                places = found.setdefault(docname, {})
                places[where] = places.get(where, "") + repr((name, *map(str, title)))
        return found

    def reference(self, domainname: str, role: str, target: str) -> Any:
        """Return what a reference in another Sphinx domain depends on.

        For a label, that is its page and title; for anything else, the whole domain, which may
        write a page more often than needed, but never too seldom.

        :param domainname: name of the domain; '' for a reference that is looked up in all
        """
        if not domainname:
            return [self._label(target), self.all_objects]
        if domainname != "std":
            return self._objects(domainname)
        if role in _LABELS:
            return self._label(target)
        # A term may have the name of a label.
        return self.std_objects

    def _label(self, target: str) -> list[Any]:
        std = self.env.domains.standard_domain
        label = target.rpartition("#")[2].lower()
        # Those of "genindex" and the like are lazy translations, not strings.
        places = (std.labels.get(label, ()), std.anonlabels.get(label, ()))
        return [label, *([str(part) for part in place] for place in places)]

    def _objects(self, domainname: str) -> str:
        """Return a digest of the objects of a domain."""
        if domainname not in self.objects:
            try:
                domain = self.env.get_domain(domainname)
                found = sorted(domain.get_objects())
                # These two list no objects.
                for key in ("objects", "citations") if domainname in _UNLISTED else ():
                    found += sorted(domain.data.get(key, {}).items())
            except Exception:  # noqa: BLE001 - an unknown domain, or one that fails
                found = []
            self.objects[domainname] = digest([[str(part) for part in item] for item in found])
        return self.objects[domainname]


#: Roles of Sphinx's "std" that find labels alone; the others find none.
_LABELS = ("ref", "numref", "keyword")
#: Domains whose objects are not looked up with those of all others: labels and objects of "std"
#: are known by name, and guides are found as pages.
_APART = ("std", "guide")
_UNLISTED = ("math", "citation")


def site_digest(app: Sphinx) -> str:
    """Return a digest of what every page shows: navbar, footer, templates, style sheets, settings.

    Sphinx compares templates by date, and pages contain the checksums of style sheets. It writes
    all pages again after a change of the settings, but not the rest after an interruption.
    """
    domain = guides(app.env)
    config = app.config
    found = hashlib.blake2b(digest_size=12)
    # The lists include our own folders: see career_guides.config.on_config_inited().
    named = (*config.templates_path, *config.html_static_path)
    folders = [Path(app.confdir) / name for name in named]
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:  # or a single file
            if file.is_file():
                found.update(file.relative_to(folder).as_posix().encode() + b"\0")
                found.update(file.read_bytes())
    columns = config.guides_footer.get("columns", ())
    shown: list[Any] = [[domain.build.translations.of_site(text) for text in texts_of_conf(config)]]
    shown += [sidebar.links(domain, column.get("links", ())) for column in columns]
    shown += [
        sidebar.links(domain, wanted)
        for wanted in (config.guides_navbar, config.guides_footer.get("social", ()))
    ]
    shown.append(sidebar.links(domain, [{"url": config.guides_search_fallback}]))
    logos = domain.build.catalogue.logos
    logo = [logos.get(config.guides_logo), logos.get(config.guides_footer.get("logo", ""))]
    made = [state_of_software(app), hashes_of_settings(app)]
    where = repository.source_folder(Path(app.srcdir), Path(app.confdir))
    shown.append(compare_page(domain))  # where readers can mark careers, scripts lead there
    return digest([found.hexdigest(), shown, repr(logo), made, feed.has_feed(app), where])
