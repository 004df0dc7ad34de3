"""The index of a site: its pages by every name that a link may use, and what folders share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from hugo_to_myst.findings import Finding, PageLog, source_name
from hugo_to_myst.read import front_matter
from hugo_to_myst.read.content_files import find, not_imported
from hugo_to_myst.read.data_files import decode
from hugo_to_myst.safe_files import why_not_read

from . import urls
from .dates import DATES, date_keys
from .inherited import Inheritance, read_cascades
from .page_names import guide_folders, page_docname, page_url
from .section_order import Member, needed_weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from hugo_to_myst.read.config import Config
    from hugo_to_myst.read.content_files import ContentFile


#: Keys that the guides of a folder may take from the `cascade` of its index.
SHARED_KEYS = ("description", "include_footer", "sidebar", "sidebarlogo")
#: The keys of front matter that the index needs.
_INDEXED_KEYS = frozenset({
    "url", "slug", "title", "aliases", "cascade", "params", "weight", "linktitle",
    *DATES["date"], *SHARED_KEYS,
})  # fmt: skip
#: Ids that the author gave: `{#id}` on a heading, `id="…"` or `name="…"` in HTML.
_IDS = re.compile(r"""(?:\{#|\b(?:id|name)=["']?)([^\s"'<>{}]+)""")
#: One of them is in every text that has such an id.
_ID_MARKS = ("{#", "id=", "name=")
_FRAGMENTS = re.compile(r"""#([^\s"'<>{}()]+)""")


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    :param source: its content file.
    :param file: that file's name in the report.
    :param url: its URL path on the old site.
    :param docname: the name of its guide, as Sphinx has it.
    """

    source: ContentFile
    file: str
    url: str
    docname: str

    @property
    def folder(self) -> str:
        """Return the folder that the guide is in."""
        return self.docname.rpartition("/")[0]


@dataclass(slots=True)
class Site:
    """The index of a site.

    :param resources: the files beside pages.
    :param other_formats: pages in formats that Hugo passes to other programs.
    :param by_url: pages by the key of each address (:func:`.urls.key`), exact; `by_lower`: in
        lower case; `by_name`: by the last part of their path; `by_docname`: by their guide.
    :param shared: folder -> the values of `SHARED_KEYS` that all its guides have.
    :param sizes: folder -> the number of guides in it and below it.
    :param ids: how often each id is given.
    :param fragments: the fragments that links of the site name.
    :param list_pages: docname -> text of the list pages that Hugo generated.
    :param weights: the weights that guides need for the order of their section, by docname.
    :param inheritance: the cascades of the site.
    :param descriptions: how many pages have each description.
    :param aliases: the aliases of all pages, as paths, in the order of the pages.
    :param built: the content of pages that have no file of their own, by docname.
    """

    config: Config
    pages: list[Page] = field(default_factory=list)
    resources: list[ContentFile] = field(default_factory=list)
    other_formats: list[ContentFile] = field(default_factory=list)
    by_url: dict[str, Page] = field(default_factory=dict)
    by_lower: dict[str, Page] = field(default_factory=dict)
    by_name: defaultdict[str, list[Page]] = field(default_factory=partial(defaultdict, list))
    by_docname: dict[str, Page] = field(default_factory=dict)
    shared: dict[str, dict[str, Any]] = field(default_factory=dict)
    sizes: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    fragments: set[str] = field(default_factory=set)
    list_pages: dict[str, str] = field(default_factory=dict)
    descriptions: Counter[str] = field(default_factory=Counter)
    weights: dict[str, int] = field(default_factory=dict)
    inheritance: Inheritance = field(default_factory=Inheritance)
    aliases: list[tuple[str, Page]] = field(default_factory=list)
    built: dict[str, front_matter.Content] = field(default_factory=dict)

    def read(self, page: Page) -> front_matter.Content:
        """Read the file of a page; what it inherits is in its front matter.

        :raises OSError: if it cannot be read.
        """
        content = self.built.get(page.docname)
        if content is None:
            content = front_matter.split(decode(page.source.path.read_bytes()))
        values = self.inheritance.effective(page.source, content.values)
        inherited = frozenset(values) - {*content.values}
        return replace(content, values=values, inherited=inherited, path=page.source.path)

    def add(self, page: Page, content: front_matter.Content) -> None:
        """Add a page that has no file of its own."""
        self.built[page.docname] = content
        _add(self, page, content.values)


def index_site(config: Config, sink: Callable[[Finding], None]) -> Site:
    """Read the front matter of every page once, and keep what other pages need.

    :param sink: takes the findings.
    """
    site = Site(config)
    site.inheritance.of_site = read_cascades(config.values.get("cascade"))
    for what in not_imported(config):
        sink(Finding(config.file, 0, "config", what, "not imported"))
    heads = _read_heads(site, sink)
    folders = guide_folders(config, (file for file, _ in heads))
    taken: set[str] = set()
    indexed: list[Member] = []
    for file, head in heads:
        values = site.inheritance.effective(file, head)
        log = PageLog(source_name(file.path, config.root), sink)
        try:
            url = page_url(config, file, values)
            wanted = page_docname(config, file, values, folders)
        except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
            reason = f"{type(error).__name__}: {error}"
            log("front-matter-value", 0, reason, "address taken from the file")
            values = {}
            url = page_url(config, file, values)
            wanted = page_docname(config, file, values, folders)
        docname = wanted
        for n in range(2, 10_000):
            if docname.casefold() not in taken:
                break
            stem = wanted.removesuffix("/index") if file.kind != "section" else wanted
            docname = f"{stem}-{n}"
        if docname != wanted:
            log("name", 0, wanted, f"written as {docname}: the name is taken")
        taken.add(docname.casefold())
        page = Page(file, log.file, url, docname)
        site.aliases += [(alias, page) for alias in urls.alias_paths(url, values)]
        _add(site, page, values)
        indexed.append(Member(docname, file, values))
    site.weights = needed_weights(indexed, date_keys(config.values, "date"))
    for alias, page in site.aliases:
        site.by_url.setdefault(urls.key(alias), page)
        site.by_lower.setdefault(urls.key(alias).casefold(), page)
    return site


def _read_heads(
    site: Site, sink: Callable[[Finding], None]
) -> list[tuple[ContentFile, dict[str, Any]]]:
    """Return the pages with the indexed keys of their front matter; sort other files."""
    heads: list[tuple[ContentFile, dict[str, Any]]] = []
    for file in find(site.config):
        if why := why_not_read(file.path, site.config.root):
            name = source_name(file.path, site.config.root)
            sink(Finding(name, 0, "resource", name, why))
            continue
        if file.kind in ("resource", "other"):
            (site.resources if file.kind == "resource" else site.other_formats).append(file)
            continue
        try:
            text = decode(file.path.read_bytes())
        except OSError:
            text = ""
        content = front_matter.split(text)
        if any(mark in content.body for mark in _ID_MARKS):
            site.ids.update(_IDS.findall(content.body))
        site.fragments.update(unquote(n) for n in _FRAGMENTS.findall(content.body))
        site.inheritance.add(file, content.values.get("cascade"))
        heads.append((file, {k: v for k, v in content.values.items() if k in _INDEXED_KEYS}))
    return heads


def _add(site: Site, page: Page, values: dict[str, Any]) -> None:
    site.pages.append(page)
    site.by_docname[page.docname] = page
    prefix = f"{page.source.language.prefix}/" if page.source.language.prefix else ""
    for name in (page.url, prefix + page.source.logical, page.docname):
        site.by_url.setdefault(urls.key(name), page)
        site.by_lower.setdefault(urls.key(name).casefold(), page)
    last = page.source.logical.rpartition("/")[2]
    site.by_name[last.casefold()].append(page)
    if isinstance(description := values.get("description"), str):
        site.descriptions[" ".join(description.split())] += 1
    # The guides of a folder include those of the folders below it.
    folder = page.folder
    own = {k: v for k in SHARED_KEYS if isinstance(v := values.get(k), str | bool)}
    while folder:
        site.sizes[folder] += 1
        shared = site.shared.get(folder, own)
        site.shared[folder] = {k: v for k, v in shared.items() if own.get(k) == v}
        folder = folder.rpartition("/")[0]
