"""Names of files in the output: pages, images."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

from build_cache.digests import digest_of_bytes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def is_site(builder: Builder) -> bool:
    """Return whether *builder* writes a site of HTML pages, one file a page."""
    return builder.format == "html" and bool(getattr(builder, "copysource", False))


def path_of_page(app: Sphinx, docname: str) -> str:
    """Return the file of a page, from the output folder, with ``/``."""
    path = str(app.builder.get_output_path(docname))  # type: ignore[attr-defined]
    return path[len(str(app.outdir)) + 1 :].replace(os.sep, "/")


def image_name(path: str) -> str:
    """Return the file name of an image in the output.

    Made from its path, so that none depends on which page was read first, as Sphinx's
    ``overview1.svg`` does.
    """
    name = path.strip("./").replace("/", ".")
    if path.count(".") <= 1 and not path.startswith("/"):
        return name
    # With a dot in the name of a folder or file two paths could read the same.
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-{digest_of_bytes(path.encode(), 4)}{dot}{suffix}"


def image_uri(path: str) -> str:
    """Return where an image is in the output, quoted; *path* is its own, from the source folder."""
    return f"_images/{quote(image_name(path))}"


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the images by their paths. Before anything reads the names."""
    for path, (docnames, _name) in list(env.images.items()):
        env.images[path] = (docnames, image_name(path))
    return []
