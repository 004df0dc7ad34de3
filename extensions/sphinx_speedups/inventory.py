"""The inventory for other projects, compressed again only if it has changed."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sphinx.util import inventory

from . import kept_files
from .patches import Patch, always

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


SPEEDUPS = (
    Patch(
        "inventory", always(inventory), "zlib", compressed, lambda value: value is zlib,
        "the inventory is compressed in every build, as hard as it can be",
    ),
)  # fmt: skip
