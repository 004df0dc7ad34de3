"""Files at the root of the site that no page stands for: for robots, readers and programs.

Made of the catalogue at the end of every build, written where they differ. A file of that name
in ``html_extra_path`` takes the place of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import export, feed, llms, redirects, schema
from .addresses import absolute
from .outputs import are_there, finishing, has_own, is_site, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx


def robots(app: Sphinx) -> str:
    """Return ``robots.txt`` (RFC 9309): all may be read, and where the sitemap is."""
    lines = ["User-agent: *", "Allow: /"]
    if hasattr(app, "sitemap_links") and (address := absolute(app.config)):
        lines += ["", f"Sitemap: {address}{app.config.sitemap_filename}"]
    return "\n".join(lines) + "\n"


def schema_of_front_matter(app: Sphinx) -> str:
    """Return the schema by which editors check and complete the front matter of guides."""
    return schema.as_text(schema.front_matter_schema(app.config.guides_extra_keys))


#: Name of a file -> what makes its text; it is not written where there is none.
FILES: dict[str, Callable[[Sphinx], str]] = {
    "robots.txt": robots,
    feed.PATH: feed.make,
    "llms.txt": llms.overview,
    llms.FULL: llms.full,
    export.PATH: export.make,
    export.SCHEMA_PATH: export.schema,
    "_redirects": redirects.for_hosts,
    schema.NAME: schema_of_front_matter,
}


#: Those that hold texts.
_OF_BODIES = {llms.FULL}


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write them."""
    state = finishing(app, exception)
    if state is None or not is_site(app.builder):
        return
    for name, make in FILES.items():
        if has_own(app, name):
            continue
        if name not in _OF_BODIES and state.is_of_bodies and are_there(app, [name]):
            state.extra.add(name)
        elif text := make(app):
            write(app, name, text)
