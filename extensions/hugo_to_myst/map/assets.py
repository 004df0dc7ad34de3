"""Images and other files: found as Hugo finds them, each content written once."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from hugo_to_myst.findings import source_name
from hugo_to_myst.safe_files import digest, safe_path, why_not_read

from . import urls

if TYPE_CHECKING:
    from .site import Page, Site


_IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico", ".apng"}
_LOGOS = (".svg", ".png", ".webp")


class Assets:
    """The files of a site that are not pages.

    :ivar by_url: the files by the URL path that they are served at.
    :ivar names: the places of the files in the output. They depend on the files alone, not on the
        pages that show them, so that pages can be converted in any order.
    :ivar unread: the files that must not be read -> why.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.by_url: dict[str, Path] = {}
        self._sizes: dict[int, list[Path]] | None = None
        self.unread: dict[Path, str] = {}
        for root in site.config.static:
            for path in _files(root):
                if why := why_not_read(path, site.config.root):
                    self.unread[path] = why
                    continue
                self.by_url.setdefault(path.relative_to(root).as_posix(), path)
        for file in site.resources:
            folder, _, name = file.logical.rpartition("/")
            self.by_url.setdefault(f"{folder}/{name}".strip("/"), file.path)
            served = urls.hugo_path(folder, lower=site.config.lower)
            self.by_url.setdefault(f"{served}/{name}".strip("/"), file.path)
        self.by_lower = {url.casefold(): path for url, path in reversed(self.by_url.items())}
        self.names = self._names()

    def find(self, page: Page, source: str) -> Path | None:
        """Find a file as Hugo and browsers do; return None if there is none."""
        path = unquote(urlsplit(source).path).replace("\\", "/")
        if not path.strip("/"):
            return None
        base = urlsplit(self.site.config.base_url).path.rstrip("/")
        rooted = path.removeprefix(base) if base and path.startswith(base + "/") else path
        places = [rooted] if path.startswith("/") else [
            f"{page.source.folder}/{path}",
            urljoin(page.url if page.url.endswith("/") else page.url + "/", f"./{path}"),
            urljoin(page.url.rstrip("/"), f"./{path}"),
            path,
        ]  # fmt: skip
        names = [os.path.normpath(place.lstrip("/")) for place in places]
        for table, same in ((self.by_url, str), (self.by_lower, str.casefold)):
            for name in names:
                if found := table.get(same(name)):
                    return found
        return next((p for n in names for p in self._elsewhere(n)), None)

    def _elsewhere(self, name: str) -> list[Path]:
        """Look in the assets and in the content folder itself."""
        if name.startswith(".."):
            return []
        config = self.site.config
        roots = [*config.assets, *(language.content for language in config.languages)]
        return [p for root in roots if self._own(p := root / name, root)]

    def _own(self, path: Path, root: Path) -> bool:
        """Return whether a file is in the site, or in a folder that the site mounts."""
        if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file() raises on too long names
            return False
        real = path.resolve()
        return any(real.is_relative_to(r.resolve()) for r in (root, self.site.config.root))

    def suggest(self, source: str) -> str:
        """Suggest a file of a similar name."""
        path = unquote(urlsplit(source).path).strip("/").casefold()
        folder, _, name = path.rpartition("/")
        near = [u for u in self.by_url if u.casefold().rpartition("/")[0] == folder]
        stem = name.rpartition(".")[0] or name
        same = [u for u in near if Path(u).stem.casefold() == stem]
        if not same:
            same = get_close_matches(path, [u.casefold() for u in near], n=1, cutoff=0.85)
        return "/" + same[0] if same else ""

    def place(self, path: Path) -> tuple[str, Path]:
        """Return the place of a file in the output, and the first file that has its content."""
        first = self._first(path)
        if first not in self.names:  # a hidden file, or one behind a link
            name = source_name(first, self.site.config.root)
            unique = hashlib.sha256(name.encode()).hexdigest()[:8]
            return _place(first, f"{unique}-{first.name}"), first
        return self.names[first], first

    def _names(self) -> dict[Path, str]:
        """Name the files that are served, then those that Hugo processes."""
        served = ((path, url) for url, path in self.by_url.items())
        assets = ((path, path.name) for root in self.site.config.assets for path in _files(root))
        taken: set[str] = set()
        names: dict[Path, str] = {}
        for path, url in (*served, *assets):
            if path in names:
                continue
            name = first = _place(path, url)
            stem, dot, suffix = first.rpartition(".")
            for n in range(2, 10_000):
                if name.casefold() not in taken:
                    break
                name = f"{stem}-{n}{dot}{suffix}"
            taken.add(name.casefold())
            names[path] = name
        return names

    def _first(self, path: Path) -> Path:
        """Return the first of all files with this content, so that the choice never varies."""
        if self._sizes is None:
            self._sizes = defaultdict(list)
            for other in sorted(set(self.by_url.values())):
                self._sizes[other.stat().st_size].append(other)
        same = self._sizes.get(path.stat().st_size, [])
        if len(same) < 2:
            return path
        wanted = digest(path)
        return next((p for p in same if p == path or digest(p) == wanted), path)

    def logo(self, name: str) -> list[Path]:
        """Find a logo by name, and its dark variant; Hugo Fresh keeps them in images/logos."""
        found = []
        for stem in (name, f"{name}-dark"):
            places = [f"{folder}{stem}{ext}" for folder in ("images/logos/", "logos/", "images/")
                      for ext in _LOGOS]  # fmt: skip
            found += [p for place in places if (p := self.by_url.get(place))][:1]
        return found if found and found[0].stem == name else []

    def logos(self) -> list[str]:
        """Return the names of all logos of the site."""
        return sorted(Path(u).stem for u in self.by_url if "logos/" in u and u.endswith(_LOGOS))


def _place(path: Path, url: str) -> str:
    """Return the place in the output that a file has if no other has it."""
    kind = "images" if path.suffix.lower() in _IMAGES else "files"
    for start in ("images/", "img/", "files/"):
        url = url.removeprefix(start)
    return safe_path(f"{kind}/{url}")


def _files(root: Path) -> list[Path]:
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        links = [f for f in folders if (Path(folder) / f).is_symlink()]
        found += [
            Path(folder) / name for name in sorted((*names, *links)) if not name.startswith(".")
        ]
    return found
