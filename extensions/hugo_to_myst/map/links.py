"""Links: the target of each on the old site, and the address of that target for a guide."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from . import urls
from .sphinx_names import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hugo_to_myst.read.config import Config

    from .site import Page, Site


#: Characters that browsers remove from addresses. https://url.spec.whatwg.org/#url-parsing
_BREAKS = {ord(c): None for c in "\t\n\r"}


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a link.

    :param page: the page of this site; None if there is none.
    :param path: the path on this site.
    :param external: whether it leaves the site; it then stays as it is.
    :param case_differs: whether it was found by ignoring letter case.
    :param suggestion: the docname of the guide that was probably meant.
    """

    page: Page | None = None
    fragment: str = ""
    path: str = ""
    external: bool = False
    case_differs: bool = False
    suggestion: str = ""


class Links:
    """Finds the targets of a site's links.

    :param anchors: returns the ids in a page that links can name.
    """

    def __init__(self, site: Site, anchors: Callable[[Page], frozenset[str]]) -> None:
        self.site = site
        self.anchors = anchors
        self.host = urls.host(site.config.base_url)
        self.base = urlsplit(site.config.base_url).path.rstrip("/")
        self.finds_pages = _finds_pages(site.config)
        self.children: dict[str, set[str]] = {}
        self._suggested: dict[tuple[str, str], str] = {}
        for docname in site.by_docname:
            parts = docname.removesuffix("/index").split("/")
            for n, part in enumerate(parts):
                self.children.setdefault("/".join(parts[:n]), set()).add(part)

    def find(self, page: Page, href: str) -> Target:
        """Find the target of a link on a page."""
        href = href.strip().translate(_BREAKS)
        if href.startswith("hugo-ref:"):
            return self._ref(page, href.removeprefix("hugo-ref:"))
        try:
            parts = urlsplit(href)
        except ValueError:
            return Target(external=True, path=href)
        own = parts.netloc and self.host and urls.host(href) == self.host
        if (parts.scheme and not own) or (parts.netloc and not own):
            return Target(external=True, path=href)
        path, fragment = parts.path, unquote(parts.fragment)
        if not path and not own:
            return Target(page=page, fragment=fragment)
        # A page of the own language comes before one of the same name in another.
        top = f"/{page.source.language.prefix}"
        if own or path.startswith("/"):
            path = path.removeprefix(self.base) if path.startswith(self.base + "/") else path
            places = [top.rstrip("/") + path] if self.finds_pages and not own else []
            return self._target(page, [path or "/", *places][::-1], fragment, path or "/")
        served = urljoin(page.url if page.url.endswith("/") else page.url + "/", path)
        inside = posixpath.normpath(posixpath.join("/", page.source.folder, unquote(path)))
        by_file = top.rstrip("/") + inside  # no path leads out of the language
        # A browser resolves it against the served URL; authors of `x.md` meant the file.
        file_first = path.lower().endswith((".md", ".markdown"))
        places = [by_file, served] if file_first else [served, by_file]
        if self.finds_pages:
            places = [by_file, posixpath.join(top, path), served]
        return self._target(page, places, fragment, places[0])

    def _target(self, page: Page, paths: list[str], fragment: str, shown: str) -> Target:
        for path in paths:
            found, case_differs = self._page(page, path)
            if found:
                return Target(found, fragment, path, case_differs=case_differs)
        return Target(None, fragment, shown, suggestion=self.suggest(page, shown))

    def _page(self, page: Page, path: str) -> tuple[Page | None, bool]:
        key = urls.key(path)
        prefix = page.source.language.prefix
        for name in (key, f"{prefix}/{key}" if prefix else key):
            if found := self.site.by_url.get(name):
                return found, False
        if found := self.site.by_lower.get(key.casefold()):
            return found, True
        # In the URLs of Hugo, blanks are hyphens.
        served = urls.hugo_path(key, lower=True)
        return self.site.by_lower.get(served.casefold()), True

    def _ref(self, page: Page, path: str) -> Target:
        """Find the target of a `ref`: relative to the page, else any page of that name."""
        path, _, fragment = path.strip().partition("#")
        if not path:
            return Target(page=page, fragment=fragment)
        folder = page.source.folder
        places = [posixpath.normpath(posixpath.join("/", folder, path)), "/" + path.strip("/")]
        if path.startswith("/"):
            places = [path]
        elif page.source.kind == "leaf":
            beside = posixpath.join("/", posixpath.dirname(folder), path)
            places.insert(1, posixpath.normpath(beside))
        for place in places:
            found, case_differs = self._page(page, place)
            if found:
                return Target(found, fragment, place, case_differs=case_differs)
        named = self.site.by_name.get(urls.key(path).rpartition("/")[2].casefold(), [])
        tail = urls.key(path).casefold()
        named = [p for p in named if ("/" + p.source.logical.casefold()).endswith("/" + tail)]
        same = [p for p in named if p.source.language == page.source.language] or named
        if same:
            near = sorted(same, key=lambda p: (p.folder != page.folder, p.docname))
            return Target(near[0], fragment, path)
        return Target(None, fragment, "/" + path.strip("/"), suggestion=self.suggest(page, path))

    def suggest(self, page: Page, path: str) -> str:
        """Return the guide that a path may have meant; empty if none comes near."""
        name = urls.key(path)
        if (page.folder, name) not in self._suggested:
            self._suggested[page.folder, name] = self._near(page.folder, name)
        return self._suggested[page.folder, name]

    def _near(self, folder: str, name: str) -> str:
        """Return the guide that a name may mean, seen from a folder.

        If the name's folder does not exist, it is the guide of the same name in the own folder;
        else the guide whose folders and name come nearest; else the only one of that name.
        """
        first, _, last = name.rpartition("/")
        own = f"{folder}/{last}"
        if first and first not in self.children and folder and own in self.site.by_docname:
            return own
        at = ""
        for part in name.split("/"):
            near = _nearest(part, self.children.get(at, set()))
            if not near:
                at = ""
                break
            at = f"{at}/{near}".lstrip("/")
        for docname in (at, f"{at}/index"):
            if at and docname in self.site.by_docname:
                return docname
        named = self.site.by_name.get(last.casefold(), []) if first else []
        return named[0].docname if len(named) == 1 else ""

    def fragment(self, target: Target) -> tuple[str, str]:
        """Return a target's fragment if its page has it, else an empty one and a suggestion."""
        if not target.fragment or target.page is None:
            return "", ""
        known = self.anchors(target.page)
        for name in (target.fragment, target.fragment.lower(), label(target.fragment)):
            if name in known:
                return name, ""
        near = get_close_matches(target.fragment.lower(), known, n=1, cutoff=0.75)
        return "", near[0] if near else ""

    def old_url(self, path: str) -> str:
        """Return the address on the old site; empty if the site does not say its own.

        The `./` keeps a path such as `javascript:x` from being read as an address of its own.
        """
        return (
            urljoin(self.site.config.base_url.rstrip("/") + "/", "./" + path.lstrip("/"))
            if self.host
            else ""
        )


def _finds_pages(config: Config) -> bool:
    """Return whether Hugo looks for the page that a link names, wherever it is.

    https://gohugo.io/render-hooks/links/#default
    """
    settings: Any = config.values
    for key in ("markup", "goldmark", "renderhooks", "link"):
        settings = settings.get(key) if isinstance(settings, dict) else None
    table = settings if isinstance(settings, dict) else {}
    if table.get("enabledefault") is True:  # its name before Hugo 0.148
        return True
    has_languages = bool(config.values.get("languages"))  # one is enough
    use = str(table.get("useembedded", "auto"))
    return use in ("always", "fallback") or (use == "auto" and has_languages)


def address(page: Page, target: Page, fragment: str = "") -> str:
    """Return the address of a guide for another: its name in the same folder, else its path."""
    if target is page and fragment:
        return f"#{fragment}"
    folder, _, name = target.docname.rpartition("/")
    path = name if folder == page.folder else f"/{target.docname}"
    return quote(f"{path}.md", safe="/@+~:") + (f"#{fragment}" if fragment else "")


def _nearest(word: str, options: set[str]) -> str:
    """Return the option that a word may have meant: itself, its beginning, or a near spelling."""
    lower = {o.casefold(): o for o in sorted(options)}
    word = word.casefold()
    if word in lower:
        return lower[word]
    starts = [o for o in lower if word.startswith((o + "-", o + "_")) or o.startswith(word + "-")]
    near = sorted(starts, key=len)[-1:] or get_close_matches(word, lower, n=1, cutoff=0.82)
    return lower[near[0]] if near else ""
