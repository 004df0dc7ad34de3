"""Files in `static/` that lead to a page: `<meta http-equiv="refresh">`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from . import urls

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .assets import Assets
    from .site import Site

#: The longest file that is taken for a redirect, in bytes.
_MAX_LENGTH = 8000
#: https://html.spec.whatwg.org/#attr-meta-http-equiv-refresh
_REFRESH = re.compile(r"\s*\d[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*[\"']?([^\"'\s]+)", re.I)


def static_redirects(
    site: Site, assets: Assets, redirects: Sequence[tuple[str, str]]
) -> dict[Path, tuple[str, str]]:
    """Return the old address and the page of each static file that leads to a page of the site.

    :param redirects: the redirects of the site, which a file may lead to as well.
    """
    lists = {old.strip("/"): new for old, new in redirects}
    found: dict[Path, tuple[str, str]] = {}
    for url, path in assets.by_url.items():
        if path.suffix.lower() not in (".html", ".htm") or urls.key(url) in site.by_url:
            continue
        target = _target(path)
        address = urljoin(urljoin(site.config.base_url, f"/{url}"), target)
        is_own = urls.host(address) == urls.host(site.config.base_url)
        place = urlsplit(address).path
        page = site.by_url.get(urls.key(place))
        name = page.docname if page else lists.get(place.strip("/"))
        if target and is_own and name:
            found[path] = ("/" + re.sub(r"(^|/)index\.html$", r"\1", url), name)
    return found


def _target(path: Path) -> str:
    """Return the address that a file leads to; empty if it leads nowhere."""
    try:
        if path.stat().st_size > _MAX_LENGTH:
            return ""
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""
    meta = LexborHTMLParser(text).css_first("meta[http-equiv=refresh i]")
    match = _REFRESH.match((meta.attributes.get("content") or "") if meta else "")
    return match[1] if match else ""
