"""What a site offers to editors of its guides: the schema of the front matter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .schema import NAME, as_text, front_matter_schema

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def write_schema(app: Sphinx) -> set[str]:
    """Publish the schema of the front matter, for editors; return its path in the output."""
    text = as_text(front_matter_schema(app.config.guides_extra_keys))
    file = Path(app.outdir, NAME)
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
    return {NAME}
