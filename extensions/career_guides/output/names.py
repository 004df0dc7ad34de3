"""Names of pages and images in the output folder."""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sphinx.builders.html import StandaloneHTMLBuilder

from build_cache.digests import digest_of_bytes
from career_guides.domain import guides

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def is_site(builder: Builder) -> bool:
    """Return whether *builder* writes a site of HTML pages, with one file for each page."""
    is_single = not getattr(builder, "copysource", False)  # a book, or one page
    is_data = hasattr(builder, "dump_context")  # the builders "json" and "pickle"
    return builder.format == "html" and not is_single and not is_data


def path_of_page(app: Sphinx, docname: str) -> str:
    """Return the path of a page's file, relative to the output folder, with ``/``."""
    builder: Any = app.builder
    if type(builder).get_output_path is StandaloneHTMLBuilder.get_output_path:
        return f"{docname}{builder.out_suffix}"  # without ten thousand paths
    path = str(builder.get_output_path(docname))
    return path[len(str(app.outdir)) + 1 :].replace(os.sep, "/")


def image_name(path: str) -> str:
    """Return the file name of an image in the output.

    It is derived from the image's path, so that it does not depend on which page was read first,
    as Sphinx's ``overview1.svg`` does.
    """
    name = path.strip("./").replace("/", ".")
    if path.count(".") <= 1 and not path.startswith("/"):
        return name
    # With a dot in the name of a folder or file, two paths could result in the same name.
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-{digest_of_bytes(path.encode(), 4)}{dot}{suffix}"


def image_uri(path: str) -> str:
    """Return the quoted path of an image, relative to the output folder.

    :param path: of the image, relative to the source folder
    """
    return f"_images/{quote(image_name(path))}"


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name images after their paths, before anything reads the names.

    Those that no guide shows keep the name that Sphinx gives them, where that does not depend on
    which page was read first: a project may have links to them.
    """
    of_guides = guides(env).titles.keys()
    files = Counter(posixpath.basename(path) for path in env.images)
    for path, (docnames, _name) in list(env.images.items()):
        file = posixpath.basename(path)
        # The names of images in folders have a second dot, and cannot be the same as this one.
        is_theirs = files[file] == 1 and file.count(".") == 1 and of_guides.isdisjoint(docnames)
        env.images[path] = (docnames, file if is_theirs else image_name(path))
    return []
