"""Public addresses of the site's pages, and the tag of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    """Return the absolute address of a page; ``''`` if ``html_baseurl`` is not set."""
    return absolute(app.config, app.builder.get_target_uri(docname))


def home(app: Sphinx) -> str:
    """Return the absolute address of the first page; ``''`` if ``html_baseurl`` is not set.

    That is the address of the site itself, if the page is what hosts show for a folder.
    """
    uri = app.builder.get_target_uri(app.config.root_doc)
    return absolute(app.config, "" if uri == "index.html" else uri)


def pathto(app: Sphinx, pagename: str, context: Mapping[str, Any]) -> Callable[..., str]:
    """Return the function that returns addresses relative to a page.

    It is the one that templates have, except for the builders ``json`` and ``pickle``: they have no
    templates, and a function that returns its argument.

    :param context: the context of the page's template
    """
    builder = app.builder
    if not hasattr(builder, "dump_context"):
        found: Callable[..., str] = context["pathto"]
        return found
    here = builder.get_target_uri(pagename)

    def relative(other: str, resource: bool = False) -> str:  # as Sphinx's
        return relative_uri(here, other if resource else builder.get_target_uri(other))

    return relative


def from_host(config: Config, path: str = "") -> str:
    """Return *path* relative to the root of the host: ``/kb/a.html`` for a site below ``/kb/``."""
    return f"{urlsplit(config.html_baseurl or '').path.rstrip('/')}/{path}"


def language_tag(config: Config) -> str:
    """Return the language of the site as a BCP 47 tag, as HTML, feeds and schema.org write it."""
    return str(config.language).replace("_", "-")
