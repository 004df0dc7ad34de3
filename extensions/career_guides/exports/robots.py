"""``robots.txt`` for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.output.urls import absolute

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def robots(app: Sphinx) -> str:
    """Return ``robots.txt`` (RFC 9309): everything is allowed, and where the sitemap is."""
    lines = ["User-agent: *", "Allow: /"]
    if hasattr(app, "sitemap_links") and (address := absolute(app.config)):
        lines += ["", f"Sitemap: {address}{app.config.sitemap_filename}"]
    return "\n".join(lines) + "\n"
