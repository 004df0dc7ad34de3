"""Fix what can be fixed without guessing, in the text of a page or the bytes of a photo.

Each edit changes only the characters at fault, so that comments and layout stay, and is kept
only if it leaves the page with fewer problems. Fixing twice gives the same result as once.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import yaml
from PIL import ExifTags, Image
from pydantic import ValidationError

from career_guides.check.rules.typed_figures import NO_PROSE
from career_guides.content.frontmatter import compose, parse
from career_guides.content.page import read_page
from career_guides.content.schema import KEYS, Guide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from career_guides.check.rules.spelling import Slip
    from career_guides.diagnostics.problem import Problem


def fix_front_matter(text: str, docname: str) -> tuple[str, list[Problem]]:
    """Return *text* with front matter as its author plainly meant it, and the fixed problems.

    Text that YAML reads as a number or a date gets quotes, ``'true'`` loses them, a single item
    becomes a list, tabs become spaces, and a repeated line is removed.
    """
    fixed: list[Problem] = []
    problems = read_page(text, docname).problems
    better = True
    while better and problems:
        better = False
        for candidate in _candidates(text):
            left = read_page(candidate, docname).problems
            if _badness(left) < _badness(problems):
                known = {problem.message for problem in left}
                fixed += [problem for problem in problems if problem.message not in known]
                text, problems, better = candidate, left, True
                break
    return text, fixed


def _badness(problems: Sequence[Problem]) -> tuple[int, int]:
    """Return a sort key for how bad problems are: syntax errors hide other problems."""
    return sum(problem.subtype == "syntax" for problem in problems), len(problems)


def _candidates(text: str) -> Iterator[str]:
    """Yield versions of *text* that differ from it by one edit."""
    front = parse(text)
    if any(problem.subtype == "syntax" for problem in front.problems):
        yield _without_tabs(text)
        return
    if not front.end:
        return
    lines = text.split("\n")
    root = compose(text, front.end)
    if root is None:
        return
    if number := _repeated(root):
        yield "\n".join(lines[:number] + lines[number + 1 :])
    try:
        values = {key: value for key, value in front.values.items() if key in KEYS}
        Guide.model_validate({"title": "…", **values})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            node = _find(root, detail["loc"])
            if node and (new := _instead(node, detail["type"], lines)):
                start, end = node.start_mark, node.end_mark
                line = lines[start.line + 1]
                edited = line[: start.column] + new + line[end.column :]
                yield "\n".join([*lines[: start.line + 1], edited, *lines[start.line + 2 :]])


def _without_tabs(text: str) -> str:
    """Return *text* with two spaces for each tab that indents a line of its front matter."""
    top, fence, rest = text.partition("\n---")
    lines = re.sub(r"^[ \t]+", lambda match: match[0].replace("\t", "  "), top, flags=re.MULTILINE)
    return lines + fence + rest


def _repeated(root: yaml.MappingNode) -> int:
    """Return the line, from 0, of a key that is repeated below with the same value; 0 if none."""
    seen: dict[str, tuple[int, tuple[str, str]]] = {}
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            continue
        if key.start_mark.line != value.end_mark.line:
            continue
        same = (value.tag, value.value)
        if key.value in seen and seen[key.value][1] == same:
            return seen[key.value][0]
        seen[key.value] = (key.start_mark.line + 1, same)
    return 0


def _find(root: yaml.Node, path: tuple[str | int, ...]) -> yaml.ScalarNode | None:
    """Return the value at *path* if it is a scalar; a single value may replace a list."""
    node = root
    for part in path:
        if isinstance(part, int):
            if isinstance(node, yaml.SequenceNode):
                node = node.value[part]
            continue  # one item in place of a list
        if not isinstance(node, yaml.MappingNode):
            return None
        found = [value for key, value in node.value if key.value == part]
        if not found:
            return None
        node = found[-1]
    return node if isinstance(node, yaml.ScalarNode) else None


_PLAIN_ITEM = re.compile(r"/?[^\W_][\w ./-]*")


def _instead(node: yaml.ScalarNode, kind: str, lines: list[str]) -> str:
    """Return what to write in place of *node*; '' if that would be a guess.

    :param kind: type of the error that pydantic reports for it
    """
    start, end = node.start_mark, node.end_mark
    if start.line != end.line or node.style in {"|", ">"}:
        return ""
    raw = lines[start.line + 1][start.column : end.column]
    is_text = node.tag == "tag:yaml.org,2002:str"
    if kind == "string_type" and not node.style and raw and not is_text:
        return json.dumps(raw, ensure_ascii=False)
    if kind == "bool_type" and is_text and node.value.casefold() in {"true", "false"}:
        return str(node.value).casefold()
    if kind == "list_type" and is_text:
        plain = node.style or _PLAIN_ITEM.fullmatch(raw)
        return f"[{raw if plain else json.dumps(node.value, ensure_ascii=False)}]"
    return ""


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
