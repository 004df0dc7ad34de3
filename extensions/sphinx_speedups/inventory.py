"""The inventory for other projects: its titles, and compressed again only if it has changed."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.domains import std
from sphinx.util import inventory
from sphinx.util import nodes as sphinx_nodes

from . import kept_files
from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from .patches import Build


class Compressor:
    """Like a compressor of zlib; gives all at the end.

    :param file: where what it gives is kept
    :param level: how hard it tries
    """

    def __init__(self, file: Path, level: int) -> None:
        self.file = file
        self.level = level
        self.parts: list[bytes] = []

    def compress(self, part: bytes) -> bytes:
        """Take a part."""
        self.parts.append(part)
        return b""

    def flush(self) -> bytes:
        """Return all of it, compressed."""
        text = hashlib.sha256(b"".join(self.parts)).hexdigest()
        made_from = f"zlib {zlib.ZLIB_RUNTIME_VERSION}, {self.level}, {text}"
        content = kept_files.load(self.file, made_from)
        if content is None:
            compressor = zlib.compressobj(self.level)
            content = b"".join([*map(compressor.compress, self.parts), compressor.flush()])
            kept_files.store(self.file, made_from, content)
        return content


def compressed(build: Build, original: Any) -> Any:
    """Return what the module uses of zlib."""
    file = Path(build.app.doctreedir, "sphinx_speedups-inventory")
    return SimpleNamespace(
        **{**vars(original), "compressobj": lambda level: Compressor(file, level)}
    )


def titles(build: Build, original: Any) -> Any:
    """Return the text of a title; Sphinx copies it to leave out images and raw text."""

    def clean_astext(node: nodes.Element) -> str:
        # No other class: it may have an ``astext`` of its own, or be what is left out.
        is_plain = type(node) is nodes.title and all(type(x) is nodes.Text for x in node.children)
        return str(node.astext() if is_plain else original(node))

    return clean_astext


SPEEDUPS = (
    Patch(
        "inventory", always(inventory), "zlib", compressed, lambda value: value is zlib,
        "the inventory is compressed in every build, as hard as it can be",
    ),
    Patch(
        "inventory.titles", always(std), "clean_astext", titles, defined_in(sphinx_nodes),
        "titles are copied to read their text, those of all pages whenever one has changed",
    ),
)  # fmt: skip
