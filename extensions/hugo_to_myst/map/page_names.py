"""The address of a page on the old site, and the name of its guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hugo_to_myst.safe_files import safe_path

from . import urls
from .dates import is_dated_by_name, page_date
from .sphinx_names import RESERVED
from .values import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hugo_to_myst.read.config import Config
    from hugo_to_myst.read.content_files import ContentFile


def page_url(config: Config, file: ContentFile, values: dict[str, Any]) -> str:
    """Return the URL path that Hugo served a page at.

    https://gohugo.io/content-management/urls/

    :param values: its front matter.
    """
    prefix = f"/{file.language.prefix}" if file.language.prefix else ""
    if isinstance(url := values.get("url"), str) and url.strip():
        start = "" if url.startswith("/") else prefix
        rest = url.lstrip("/ \t\r\n")  # two slashes at the start would be another host
        return f"{start}/{rest}"
    path = urls.hugo_path(file.logical, lower=config.lower)
    folder, _, _ = path.rpartition("/")
    if file.kind in ("page", "leaf"):
        pattern = config.permalinks.get(path.partition("/")[0] if folder else "/")
        if pattern:
            raw = file.logical.split("/")
            if is_dated_by_name(config.values) and not page_date(values):
                values = {**values, "date": parse_date(raw[-1])}
            return prefix + urls.permalink(pattern, sections=raw[:-1], stem=raw[-1], values=values)
        if slug := values.get("slug"):
            path = f"{folder}/{urls.hugo_path(str(slug), lower=config.lower)}"
    return f"{prefix}/{path}/".replace("//", "/")


def page_docname(
    config: Config, file: ContentFile, values: dict[str, Any], folders: set[str]
) -> str:
    """Return the name of a page's guide: its place in the content folder, as it is in the URL.

    :param values: its front matter.
    :param folders: the folders that have guides, whose own pages are called `index`.
    """
    path = _guide_path(config, file)
    slug = values.get("slug")
    if slug and file.kind in ("page", "leaf") and path not in folders:
        last = urls.hugo_path(str(slug), lower=config.lower).replace("/", "-")
        path = safe_path(f"{path.rpartition('/')[0]}/{last}") or path
    if file.kind in ("home", "section") or path in folders:
        return f"{path}/index" if path else "index"
    if path.lower() in RESERVED:
        return f"{path}-page"
    return path or "index"


def guide_folders(config: Config, files: Iterable[ContentFile]) -> set[str]:
    """Return every folder that has guides in it."""
    folders: set[str] = set()
    for file in files:
        path = _guide_path(config, file)
        folder = path if file.kind == "section" else path.rpartition("/")[0]
        while folder:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _guide_path(config: Config, file: ContentFile) -> str:
    path = urls.hugo_path(file.logical, lower=config.lower)
    return safe_path("/".join(p for p in (file.language.prefix, path) if p))
