"""What was made by other versions of the software, or with other settings, is made again.

Sphinx itself asks for the version of its environment alone, which is the same in 9.0, 9.1 and 9.2:
after an update in place it would use documents and pages that another version has made.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_cache.digests import digest
from build_cache.files import write_whole
from build_cache.software import made_by
from career_guides.output.names import is_site
from career_guides.output.record import state_file

from .unfinished import is_unfinished

if TYPE_CHECKING:
    from sphinx.application import Sphinx


#: Distributions on which documents and pages depend. Pictures and the search have lists of their
#: own, and of each extension Sphinx knows the version.
_PACKAGES = (
    "career-guides", "Sphinx", "docutils", "myst-parser", "markdown-it-py", "mdit-py-plugins",
    "linkify-it-py", "PyYAML", "Pygments", "Jinja2", "furo", "sphinx-basic-ng",
    "sphinx-design", "sphinx-sitemap", "html-to-markdown", "feedgenerator", "imagesize",
)  # fmt: skip


def env_version() -> int:
    """Return a number for Sphinx that changes with the versions of the software.

    With another, Sphinx drops what it has kept of the pages and reads all of them.
    """
    return int(made_by(_PACKAGES)[:15], 16)


def state_of_software(app: Sphinx) -> str:
    """Return a digest of the versions of the software, including all extensions and the theme."""
    extensions = sorted((name, str(known.version)) for name, known in app.extensions.items())
    return digest([made_by(_PACKAGES), extensions])


def hashes_of_settings(app: Sphinx) -> tuple[str, ...]:
    """Return Sphinx's digests of the settings and tags for HTML; none for other builders.

    Sphinx keeps them in ``.buildinfo``, where it writes them before the pages that they are about.
    """
    info: Any = getattr(app.builder, "build_info", None)
    return (info.config_hash, info.tags_hash) if info else ()


def state_of_static_files(app: Sphinx) -> str:
    """Return a digest of what decides which static files Sphinx and the theme copy."""
    return digest([state_of_software(app), hashes_of_settings(app), app.config.language])


def on_builder_inited(app: Sphinx) -> None:
    """Remove the static files if other versions or settings have copied them; all come again.

    Otherwise files of another theme or language, or of another version of one, would stay. A build
    that was interrupted may have had others, too.
    """
    file, record = _file(app), state_file(app, app.builder.name, ".json")
    known = file.read_text(encoding="utf-8") if file.is_file() else ""
    is_same = known == state_of_static_files(app) and not is_unfinished(app)
    if is_site(app.builder) and record.is_file() and not is_same:
        shutil.rmtree(Path(app.outdir, "_static"), ignore_errors=True)


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Note what has copied the static files."""
    file, now = _file(app), state_of_static_files(app)
    if exception is None and not (file.is_file() and file.read_text(encoding="utf-8") == now):
        write_whole(file, now.encode())


def _file(app: Sphinx) -> Path:
    return state_file(app, f"{app.builder.name}-software", ".txt")
