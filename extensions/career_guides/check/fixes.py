"""Fix misspelled words, and remove from photos what the camera wrote, without guessing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PIL import ExifTags, Image

from career_guides.check.rules.typed_figures import NO_PROSE
from career_guides.content.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from career_guides.check.rules.spelling import Slip


def fix_spelling(text: str, docname: str, slips: Iterable[Slip]) -> tuple[str, list[Slip]]:
    """Correct the misspelled words in *text* that have only one possible correction.

    :returns: the text, and the misspelled words that were corrected
    """
    lines = text.split("\n")
    fixed = []
    for slip in slips:
        line = lines[slip.line - 1]
        word = re.compile(rf"(?<![\w/.@'’-]){re.escape(slip.wrong)}(?![\w/@’-]|'\w|\.\w)")
        not_prose = [match.span() for match in NO_PROSE.finditer(line)]
        found = next(
            (match for match in word.finditer(line)
             if not any(start <= match.start() < end for start, end in not_prose)),
            None,
        )  # fmt: skip
        if not slip.is_sure or found is None:
            continue
        lines[slip.line - 1] = line[: found.start()] + slip.right[0] + line[found.end() :]
        candidate = "\n".join(lines)
        before, after = read_page(text, docname), read_page(candidate, docname)
        if len(after.problems) > len(before.problems) or _shape(before) != _shape(after):
            lines[slip.line - 1] = line  # such as an apostrophe that ends a quoted string
            continue
        fixed.append(slip)
    return "\n".join(lines), fixed


def _shape(page: Any) -> tuple[Any, ...]:
    return page.lines, page.fence


#: Exif tags that are kept: orientation, photographer, copyright, description.
_KEPT = (
    ExifTags.Base.Orientation,
    ExifTags.Base.Artist,
    ExifTags.Base.Copyright,
    ExifTags.Base.ImageDescription,
)
_EXIF = b"Exif\0\0"


def without_camera(jpeg: bytes) -> bytes:
    """Return a JPEG file without what the camera wrote into its Exif segment.

    The image data is not encoded again: the segments before it are copied or left out.
    A segment is a marker, its length in two bytes, and its content (ISO/IEC 10918-1, annex B).

    :param jpeg: the file; if it is not a JPEG, it is returned unchanged
    """
    out, place = [jpeg[:2]], 2
    while jpeg[place : place + 1] == b"\xff" and jpeg[place + 1 : place + 2] != b"\xda":
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        if end <= place + 3 or end > len(jpeg):
            return jpeg
        segment = jpeg[place:end]
        if segment[1] == 0xE1 and segment[4:].startswith(_EXIF):
            segment = _exif_segment(segment[4:])
        out.append(segment)
        place = end
    return b"".join([*out, jpeg[place:]]) if jpeg.startswith(b"\xff\xd8") else jpeg


def _exif_segment(content: bytes) -> bytes:
    """Return the segment with the tags that are kept; empty if there are none."""
    old, new = Image.Exif(), Image.Exif()
    old.load(content)
    new.update({tag: old[tag] for tag in _KEPT if tag in old})
    if not new:
        return b""
    data = new.tobytes()
    data = data if data.startswith(_EXIF) else _EXIF + data
    return b"\xff\xe1" + (len(data) + 2).to_bytes(2, "big") + data
