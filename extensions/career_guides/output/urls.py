"""Addresses of the site: where its pages are found from outside, and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def absolute(config: Config, path: str = "") -> str:
    """Return the address of *path*; nothing where ``html_baseurl`` does not say where we are.

    :param path: from the root of the output, quoted
    """
    base = str(config.html_baseurl or "")
    return f"{base.rstrip('/')}/{path}" if base else ""


def absolute_or_path(config: Config, path: str) -> str:
    """Return the address of *path*; *path* itself where there is none."""
    return absolute(config, path) or path


def of_page(app: Sphinx, docname: str) -> str:
    """Return the address of a page; nothing where the site has none."""
    return absolute(app.config, app.builder.get_target_uri(docname))


def from_host(config: Config, path: str = "") -> str:
    """Return *path* from the root of the host: ``/kb/a.html`` for a site below ``/kb/``."""
    return f"{urlsplit(config.html_baseurl or '').path.rstrip('/')}/{path}"


def language_tag(config: Config) -> str:
    """Return the language as HTML, feeds and schema.org write it: BCP 47."""
    return str(config.language).replace("_", "-")
