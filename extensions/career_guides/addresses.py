"""Addresses of the site: where its pages are found from outside. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from sphinx.config import Config


def absolute(config: Config, path: str = "") -> str:
    """Return the address of *path*; nothing where ``html_baseurl`` does not say where we are.

    :param path: from the root of the output, quoted
    """
    base = str(config.html_baseurl or "")
    return f"{base.rstrip('/')}/{path}" if base else ""


def from_host(config: Config, path: str = "") -> str:
    """Return *path* from the root of the host: ``/kb/a.html`` for a site below ``/kb/``."""
    return f"{urlsplit(config.html_baseurl or '').path.rstrip('/')}/{path}"
