"""Files at the root of the site that are not pages: for robots, feed readers and programs.

They are built from the catalogue at the end of every build, and written if they differ. A file
of the same name in ``html_extra_path`` takes precedence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.content import json_schema
from career_guides.output.files import has_own, is_there
from career_guides.output.names import is_site
from career_guides.output.record import finishing, write_file

from . import careers_json, feed, llms_txt, old_addresses, redirects
from .robots import robots

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx


def schema_of_front_matter(app: Sphinx) -> str:
    """Return the JSON Schema with which editors check and complete front matter."""
    return json_schema.as_text(json_schema.front_matter_schema(app.config.guides_extra_keys))


#: Name of each file -> function that returns its text; a file without text is not written.
FILES: dict[str, Callable[[Sphinx], str]] = {
    "robots.txt": robots,
    feed.PATH: feed.make,
    "llms.txt": llms_txt.overview,
    llms_txt.FULL: llms_txt.full,
    careers_json.PATH: careers_json.make,
    careers_json.SCHEMA_PATH: careers_json.schema,
    "_redirects": lambda app: (
        redirects.for_hosts(app) + "".join(f"{rule}\n" for rule in old_addresses.rules(app))
    ),
    json_schema.NAME: schema_of_front_matter,
}


#: Files that contain the bodies of guides.
_OF_BODIES = {llms_txt.FULL}
#: Files that depend on settings and software alone; each takes as long as writing several pages.
_OF_SETTINGS = {careers_json.SCHEMA_PATH, json_schema.NAME}


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write the files that differ, if this build has written a site."""
    output = finishing(app, exception)
    if output is None or not is_site(app.builder):
        return
    for name, make in FILES.items():
        if has_own(app, name):
            continue
        is_same = (
            output.has_same_inputs or output.site == output.before.site
            if name in _OF_SETTINGS
            else output.is_of_bodies and name not in _OF_BODIES
        )
        if is_same and is_there(app, name):
            output.extra.add(name)
        elif text := make(app):
            write_file(app, name, text)
