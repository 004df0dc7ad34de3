"""Public addresses of the site's pages, and the tag of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def absolute(config: Config, path: str = "") -> str:
    """Return the absolute address of *path*; ``''`` if ``html_baseurl`` is not set.

    :param path: relative to the output folder, quoted
    """
    base = str(config.html_baseurl or "")
    return f"{base.rstrip('/')}/{path}" if base else ""


def absolute_or_path(config: Config, path: str) -> str:
    """Return the absolute address of *path*; *path* itself if ``html_baseurl`` is not set."""
    return absolute(config, path) or path


def of_page(app: Sphinx, docname: str) -> str:
    """Return the absolute address of a page; ``''`` if ``html_baseurl`` is not set.

    The home page has one address, that of the site, not that of its file too.
    """
    uri = app.builder.get_target_uri(docname)
    if docname == app.config.root_doc and "/" not in docname:
        uri = as_folder(uri)
    return absolute(app.config, uri)


def as_folder(uri: str) -> str:
    """Return the address at which hosts serve an ``index.html``: that of its folder."""
    return uri.removesuffix("index.html") if f"/{uri}".endswith("/index.html") else uri


def from_host(config: Config, path: str = "") -> str:
    """Return *path* relative to the root of the host: ``/kb/a.html`` for a site below ``/kb/``."""
    return f"{urlsplit(config.html_baseurl or '').path.rstrip('/')}/{path}"


def language_tag(config: Config) -> str:
    """Return the language as a BCP 47 tag, as HTML, feeds and schema.org write it."""
    return str(config.language).replace("_", "-")
