"""Lines that are too wide for the page, from TeX's log and the comments in the ``.tex`` file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from career_guides.exports.latex_source import Place, read_comment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Millimetres that a line has to be too wide by: less than one, no reader sees.
LEAST = 1.0
_POINT = 25.4 / 72.27
#: TeX breaks the lines of its log here, wherever that is in a word.
_LOG_WIDTH = 79

_OVERFULL = re.compile(
    r"Overfull \\hbox \((?P<points>[\d.]+)pt too wide\)"
    r"(?:.*? at lines? (?P<first>\d+)(?:--(?P<last>\d+))?)?"
)
#: A file that TeX opens, some other parenthesis, and the end of either.
_PARENTHESIS = re.compile(r"\((?P<file>[^\s()]+\.\w+)?|\)")


class Overfull(NamedTuple):
    """A line that TeX could not break.

    :param file: name of the file whose lines are counted; ``''`` if none is
    :param first: first line in that file; 0 for the head and foot of a page
    :param last: last line in that file
    :param text: what the log shows of the line, with names of fonts
    """

    millimetres: float
    file: str
    first: int
    last: int
    text: str


class Wide(NamedTuple):
    """A text of an author that is too wide for the page.

    :param place: ``None`` if it is unknown where the text comes from
    """

    millimetres: float
    place: Place | None


def wide_lines(log: Path) -> list[Wide]:
    """Return the lines that are too wide, once for each text, in the order of the log.

    :param log: the log that TeX wrote beside its ``.tex`` file
    :raises OSError: if one of the files cannot be read
    """
    tex = _read(log.with_suffix(".tex"))
    places = {number: place for number, line in enumerate(tex, 1) if (place := read_comment(line))}
    found: dict[Place | None, float] = {}
    for overfull in read_log(_read(log)):
        if overfull.millimetres > LEAST:
            if Path(overfull.file).suffix == ".tex" and overfull.first:
                place = _place_at(places, overfull)
            else:
                place = _heading_in(places, log.parent, overfull)
            found[place] = max(overfull.millimetres, found.get(place, 0))
    return [Wide(millimetres, place) for place, millimetres in found.items()]


def pages(tex: Path) -> set[str]:
    """Return the source files of the pages in a ``.tex`` file."""
    return {place.path for line in _read(tex) if (place := read_comment(line))}


def read_log(lines: Sequence[str]) -> Iterator[Overfull]:
    """Yield the overfull lines in a log of TeX."""
    files: list[str] = []
    rest = iter(_unbroken(lines))
    for line in rest:
        match = _OVERFULL.match(line)
        if match or line.startswith("Underfull "):
            # The line itself follows, which may have any parentheses.
            text = []
            for shown in rest:
                if shown in {" []", ""}:
                    break
                text.append(shown)
            if match:
                first = int(match["first"] or 0)
                last = int(match["last"] or first)
                file = next(filter(None, reversed(files)), "")
                points = float(match["points"])
                yield Overfull(points * _POINT, file, first, last, "".join(text))
            continue
        for parenthesis in _PARENTHESIS.finditer(line):
            if parenthesis[0] != ")":
                files.append(parenthesis["file"] or "")
            elif files:
                files.pop()


def _unbroken(lines: Sequence[str]) -> Iterator[str]:
    line = ""
    for part in lines:
        line += part
        if len(part) < _LOG_WIDTH:
            yield line
            line = ""
    if line:
        yield line


def _place_at(places: dict[int, Place], overfull: Overfull) -> Place | None:
    """Return the text that begins in these lines, or that they are in."""
    inside = [number for number in places if overfull.first <= number <= overfull.last]
    before = [number for number in places if number < overfull.first]
    number = min(inside) if inside else max(before, default=0)
    return places.get(number)


def _heading_in(places: dict[int, Place], folder: Path, overfull: Overfull) -> Place | None:
    """Return the heading that is too wide in a table of contents, or at the head of a page."""
    text = overfull.text
    file = folder / overfull.file
    if overfull.first and file.is_file():
        text = "\n".join(_read(file)[overfull.first - 1 : overfull.last])
    headings = [place for place in places.values() if place.kind == "heading"]
    return max(
        (place for place in headings if place.word in text),
        key=lambda place: len(place.word), default=None,
    )  # fmt: skip


def _read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").split("\n")
