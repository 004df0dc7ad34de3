"""Turn a logo into pixels, whatever its format; the font that comes with the extension."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

from PIL import Image

#: Covers Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian and Georgian.
FONT = Path(__file__).parents[1] / "fonts" / "DejaVuSansCondensed-Bold.ttf"

# Run in a separate process: a picture of a million pixels a side crashes the process that draws it.
_DRAW_SVG = """\
import sys, resvg_py
sys.stdout.buffer.write(resvg_py.svg_to_bytes(
    svg_string=sys.stdin.buffer.read().decode(), width=int(sys.argv[1]),
    skip_system_fonts=True, font_files=[sys.argv[2]], font_family="DejaVu Sans"))
"""
# resvg would draw any picture on the machine that a link points to.
_LEADS_OUT = re.compile(rb"""<!ENTITY|href\s*=\s*["']?(?!["'#]|data:)""", re.IGNORECASE)


def rasterized(content: bytes, suffix: str, width: int) -> Image.Image | None:
    """Return a picture with its transparency; ``None`` if it cannot be drawn.

    :param content: content of its file
    :param suffix: of its file
    :param width: width in pixels in which an SVG is drawn
    """
    try:
        if suffix.lower() == ".svg":
            if _LEADS_OUT.search(content):
                return None
            command = [sys.executable, "-c", _DRAW_SVG, str(width), str(FONT)]
            run = subprocess.run(  # noqa: S603 - our own program; the picture is its input
                command, input=content, capture_output=True, timeout=60, check=True
            )
            content = run.stdout
        return Image.open(io.BytesIO(content)).convert("RGBA")
    except Exception:  # noqa: BLE001 - a broken file can make its reader raise anything
        return None
