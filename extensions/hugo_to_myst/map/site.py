"""The index of a site: every page's old address and new name, and what folders share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from hugo_to_myst.findings import Finding, PageLog
from hugo_to_myst.read import front_matter as frontmatter
from hugo_to_myst.read.content_files import find, left_out
from hugo_to_myst.safe_files import fault, safe_path

from . import urls

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hugo_to_myst.read.config import Config
    from hugo_to_myst.read.content_files import Found


#: Names of pages that Sphinx makes itself.
SPHINX = {"search", "genindex", "modindex", "py-modindex"}
#: Keys that a folder's guides may take from the `cascade` of its index.
SHARED = ("description", "include_footer", "sidebar", "sidebarlogo")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it comes from, its old address, and the name of the guide."""

    found: Found
    file: str
    url: str
    docname: str

    @property
    def folder(self) -> str:
        """Name the folder that the guide lies in."""
        return self.docname.rpartition("/")[0]


@dataclass(slots=True)
class Site:
    """All pages by all names that a link may call them."""

    config: Config
    pages: list[Page] = field(default_factory=list)
    resources: list[Found] = field(default_factory=list)
    others: list[Found] = field(default_factory=list)
    by_url: dict[str, Page] = field(default_factory=dict)
    by_lower: dict[str, Page] = field(default_factory=dict)
    by_name: defaultdict[str, list[Page]] = field(default_factory=lambda: defaultdict(list))
    by_docname: dict[str, Page] = field(default_factory=dict)
    shared: dict[str, dict[str, Any]] = field(default_factory=dict)
    sizes: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    fragments: set[str] = field(default_factory=set)
    made: dict[str, str] = field(default_factory=dict)
    descriptions: Counter[str] = field(default_factory=Counter)

    def read(self, page: Page) -> frontmatter.Content:
        """Read a page's file.

        :raises OSError: if it cannot be read.
        """
        return frontmatter.read(frontmatter.decode(page.found.source.read_bytes()))


def index(config: Config, sink: Callable[[Finding], None]) -> Site:
    """Read the front matter of every page once and keep what others need to know of it."""
    site = Site(config)
    heads: list[tuple[Found, dict[str, Any]]] = []
    for said in left_out(config):
        sink(Finding(config.file, 0, "config", said, "not imported"))
    for found in find(config):
        if said := fault(found.source, config.root):
            name = relative(found.source, config.root)
            sink(Finding(name, 0, "resource", name, said))
            continue
        if found.kind in ("resource", "other"):
            (site.resources if found.kind == "resource" else site.others).append(found)
            continue
        try:
            text = frontmatter.decode(found.source.read_bytes())
        except OSError:
            text = ""
        content = frontmatter.read(text)
        site.ids.update(urls.label(name) for name in _IDS.findall(content.body))
        site.fragments.update(urls.label(unquote(n)) for n in _FRAGMENTS.findall(content.body))
        values = content.values
        keep = {k: v for k, v in values.items() if k in _KEEP}
        heads.append((found, keep))
    folders = _folders(config, heads)
    taken: set[str] = set()
    alias_of: list[tuple[str, Page]] = []
    for found, head in heads:
        values = head
        file = relative(found.source, config.root)
        try:
            aliases = [str(alias) for alias in as_list(values.get("aliases"))]
            url = _url(config, found, values)
            wished = _docname(config, found, values, folders)
        except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
            reason = f"{type(error).__name__}: {error}"
            PageLog(file, sink)("front-matter-value", 0, reason, "address taken from the file")
            aliases, values = [], {}
            url = _url(config, found, values)
            wished = _docname(config, found, values, folders)
        docname = wished
        for n in range(2, 10_000):
            if docname.casefold() not in taken:
                break
            stem = wished.removesuffix("/index") if found.kind != "section" else wished
            docname = f"{stem}-{n}"
        if docname != wished:
            PageLog(file, sink)("name", 0, wished, f"written as {docname}: the name is taken")
        taken.add(docname.casefold())
        page = Page(found, file, url, docname)
        alias_of += [(alias, page) for alias in aliases]
        _enter(site, page, values)
    for alias, page in alias_of:
        site.by_url.setdefault(urls.key(alias), page)
        site.by_lower.setdefault(urls.key(alias).casefold(), page)
    return site


#: Ids that the author gave: `{#id}` on a heading, `id="…"` or `name="…"` in HTML.
_IDS = re.compile(r"""(?:\{#|\b(?:id|name)=["']?)([^\s"'<>{}]+)""")
_FRAGMENTS = re.compile(r"""#([^\s"'<>{}()]+)""")
_KEEP = frozenset({"url", "slug", "date", "title", "aliases", *SHARED})


def _enter(site: Site, page: Page, values: dict[str, Any]) -> None:
    site.pages.append(page)
    site.by_docname[page.docname] = page
    prefix = f"{page.found.language.prefix}/" if page.found.language.prefix else ""
    for name in (page.url, prefix + page.found.logical, page.docname):
        site.by_url.setdefault(urls.key(name), page)
        site.by_lower.setdefault(urls.key(name).casefold(), page)
    last = page.found.logical.rpartition("/")[2]
    site.by_name[last.casefold()].append(page)
    if isinstance(description := values.get("description"), str):
        site.descriptions[" ".join(description.split())] += 1
    # What every guide of a folder says alike; a folder's guides include those of its folders.
    folder = page.folder
    while folder:
        known = site.shared.get(folder)
        site.sizes[folder] += 1
        own = {k: v for k in SHARED if isinstance(v := values.get(k), str | bool)}
        site.shared[folder] = (
            own if known is None else {k: v for k, v in known.items() if own.get(k) == v}
        )
        folder = folder.rpartition("/")[0]


def _folders(config: Config, heads: list[tuple[Found, dict[str, Any]]]) -> set[str]:
    """Name every folder that has guides in it."""
    folders: set[str] = set()
    for found, _ in heads:
        path = _plain(config, found)
        folder = path if found.kind == "section" else path.rpartition("/")[0]
        while folder:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _plain(config: Config, found: Found) -> str:
    path = urls.hugo_path(found.logical, lower=config.lower)
    return safe_path("/".join(p for p in (found.language.prefix, path) if p))


def _docname(config: Config, found: Found, values: dict[str, Any], folders: set[str]) -> str:
    """Name the guide after its place in the content folder, which is its place in the URL."""
    path = _plain(config, found)
    slug = values.get("slug")
    if slug and found.kind in ("page", "leaf") and path not in folders:
        last = urls.hugo_path(str(slug), lower=config.lower).replace("/", "-")
        path = safe_path(f"{path.rpartition('/')[0]}/{last}") or path
    if found.kind in ("home", "section") or path in folders:
        return f"{path}/index" if path else "index"
    if path.lower() in SPHINX:
        return f"{path}-page"
    return path or "index"


def _url(config: Config, found: Found, values: dict[str, Any]) -> str:
    prefix = f"/{found.language.prefix}" if found.language.prefix else ""
    if isinstance(url := values.get("url"), str) and url.strip():
        # Two slashes at the start would be another host.
        start = "" if url.startswith("/") else prefix
        rest = url.lstrip("/ \t\r\n")
        return f"{start}/{rest}"
    path = urls.hugo_path(found.logical, lower=config.lower)
    folder, _, _ = path.rpartition("/")
    if found.kind in ("page", "leaf"):
        pattern = config.permalinks.get(path.partition("/")[0] if folder else "/")
        if pattern:
            raw = found.logical.split("/")
            return prefix + urls.permalink(pattern, sections=raw[:-1], stem=raw[-1], values=values)
        if slug := values.get("slug"):
            path = f"{folder}/{urls.hugo_path(str(slug), lower=config.lower)}"
    return f"{prefix}/{path}/".replace("//", "/")


def relative(path: Path, root: Path) -> str:
    """Name a file as the report does: relative to the site, with `/`."""
    name = path.relative_to(root) if path.is_relative_to(root) else path
    # A name that is no UTF-8 is a surrogate in Python, which no file of the output can hold.
    return name.as_posix().encode("utf-8", "backslashreplace").decode()


def as_list(value: Any) -> list[Any]:
    """Take a list, or one value as a list of it; nothing is the empty list."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def cascade(site: Site, folder: str) -> dict[str, Any]:
    """Give what every guide of a folder shares, where its index can say it for all."""
    if site.sizes[folder] < 2 or f"{folder}/index" not in site.by_docname:
        return {}
    return dict(site.shared[folder])
