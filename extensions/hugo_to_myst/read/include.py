"""Find the text that a shortcode such as `include` shows: that of another file of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_to_myst.safe_files import OutsideError, inside, why_not_read

from . import front_matter
from .data_files import decode

if TYPE_CHECKING:
    from pathlib import Path

    from .config import Config

#: The most includes on a page, counting those in included files.
MAX_INCLUDES = 200
#: The longest file that is included, in bytes.
_MAX_SIZE = 1_000_000
#: What a name may lack: Hugo finds pages without their extension, and bundles by their folder.
_ENDINGS = ("", ".md", "/index.md", "/_index.md")


def included_text(name: str, page: Path | None, config: Config) -> str | None:
    """Return the text of a file without its front matter; None if the site has no such file.

    It is looked for beside the page, in the content folders, and in the folder of the site, as the
    functions `readFile` and `GetPage` of Hugo do.

    :param name: the path that the author wrote.
    :param page: the content file that includes it.
    """
    name = name.strip().replace("\\", "/")
    roots = [*(language.content for language in config.languages), config.root]
    if page is not None and not name.startswith("/"):
        roots.insert(0, page.parent)
    for root in roots if name.strip("/") else ():
        for ending in _ENDINGS:
            try:
                path = inside(config.root, (root / (name.strip("/") + ending)).relative_to(
                    config.root).as_posix())  # fmt: skip
                if not why_not_read(path, config.root) and path.stat().st_size < _MAX_SIZE:
                    return front_matter.split(decode(path.read_bytes())).body
            except (OSError, OutsideError, ValueError):
                continue
    return None
