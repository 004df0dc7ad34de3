"""Fix front matter where what its author meant is plain.

Each edit changes only the characters at fault, so that comments and layout stay, and is kept
only if it leaves the page with fewer problems. Fixing twice gives the same result as once.
"""

from __future__ import annotations

import difflib
import json
import re
from typing import TYPE_CHECKING

import yaml

from career_guides.content.block import find_block
from career_guides.content.frontmatter import compose, parse
from career_guides.content.models import InvalidError
from career_guides.content.page import read_page
from career_guides.content.schema import KEYS, Guide
from career_guides.content.validation import OF_FIGURE
from career_guides.diagnostics.problem import counted, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from career_guides.content.frontmatter import FrontMatter
    from career_guides.diagnostics.problem import Problem


def fix_front_matter(text: str, docname: str) -> tuple[str, list[Problem]]:
    """Return *text* with front matter as its author plainly meant it, and the fixed problems.

    Text that YAML reads otherwise gets quotes, ``'true'`` loses them, a single item becomes a list,
    tabs become spaces, missing brackets, quotes and fences are added, and a repeated line is
    removed.

    :returns: the text, and for each change a problem that says what was changed
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
                gone = next(each for each in problems if each.message not in known)
                fixed += [
                    gone._replace(line=line, message=message)
                    for line, message in changes(text, candidate)
                ]
                text, problems, better = candidate, left, True
                break
    return text, fixed


def changes(old: str, new: str) -> Iterator[tuple[int, str]]:
    """Yield what differs between two texts: number of the line, and what was done to it."""
    before, after = old.split("\n"), new.split("\n")
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        removed, added = before[start:end], after[new_start:new_end]
        for number, (line, instead) in enumerate(zip(removed, added, strict=False), start + 1):
            spaces = len(instead) - len(instead.lstrip(" "))
            is_moved = line.strip() == instead.strip()
            now = f"indented by {counted(spaces, 'space')}" if is_moved else shorten(instead)
            yield number, f"{shorten(line)} is now {now}"
        for number, line in enumerate(removed[len(added) :], start + len(added) + 1):
            what = f"the line {shorten(line)}" if line.strip() else "an empty line"
            yield number, f"removed {what}"
        for line in added[len(removed) :]:
            yield start + 1, f"added the line {shorten(line)}"


def _badness(problems: Sequence[Problem]) -> tuple[int, int]:
    """Return a sort key for how bad problems are: syntax errors hide other problems."""
    return sum(problem.subtype == "syntax" for problem in problems), len(problems)


def _candidates(text: str) -> Iterator[str]:
    """Yield versions of *text* that differ from it by one edit."""
    front = parse(text)
    lines = text.split("\n")
    if any(problem.subtype == "syntax" for problem in front.problems):
        yield from _with_fences(lines)
        for number, line in front.instead.items():
            yield "\n".join([*lines[: number - 1], line, *lines[number:]])
        yield _without_tabs(text)
        return
    if not front.end:
        return
    yield from _with_other_keys(lines, front)
    root = compose(text, front.end)
    if root is None:
        return
    if number := _repeated(root):
        yield "\n".join(lines[:number] + lines[number + 1 :])
    try:
        values = {key: value for key, value in front.values.items() if key in KEYS}
        Guide.read({"title": "…", **values})
    except InvalidError as error:
        for fault in error.faults:
            node = _find(root, fault.path)
            if node and (new := _instead(node, fault.kind, lines)):
                start, end = node.start_mark, node.end_mark
                line = lines[start.line + 1]
                edited = line[: start.column] + new + line[end.column :]
                yield "\n".join([*lines[: start.line + 1], edited, *lines[start.line + 2 :]])


def _with_fences(lines: list[str]) -> Iterator[str]:
    """Yield the text with its front matter between lines ``---`` at its beginning."""
    block = find_block(lines)
    if block.message and block.end:
        inside = [*lines[block.first : block.last]]
        blank = [""] if block.end < len(lines) and lines[block.end].strip() else []
        yield "\n".join(["---", *inside, "---", *blank, *lines[block.end :]])


def _with_other_keys(lines: list[str], front: FrontMatter) -> Iterator[str]:
    """Yield texts with a key in lower case, and with the keys of a figure indented below it."""
    for key in front.values:
        number = front.lines[(key,)] - 1
        if key.lower() in KEYS and key.lower() not in front.values and key not in KEYS:
            line = lines[number].replace(key, key.lower(), 1)
            yield "\n".join([*lines[:number], line, *lines[number + 1 :]])
    numbers = {front.lines[(key,)] - 1 for key in front.values if key in OF_FIGURE}
    if "figure" in front.values and numbers:
        yield "\n".join("  " + line if n in numbers else line for n, line in enumerate(lines))


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

    :param kind: kind of its fault
    """
    start, end = node.start_mark, node.end_mark
    if start.line != end.line or node.style in {"|", ">"}:
        return ""
    raw = lines[start.line + 1][start.column : end.column]
    if kind in {"list", "text"} and (code := re.fullmatch(r"(\d\d)(\d{4})", raw)):
        return f"{code[1]}-{code[2]}"  # kept only if it is a valid value there, such as a SOC code
    is_text = node.tag == "tag:yaml.org,2002:str"
    if kind == "text" and not node.style and raw and not is_text:
        return json.dumps(raw, ensure_ascii=False)
    if kind == "flag" and is_text and node.value.casefold() in {"true", "false"}:
        return str(node.value).casefold()
    if kind == "list" and is_text:
        plain = node.style or _PLAIN_ITEM.fullmatch(raw)
        return f"[{raw if plain else json.dumps(node.value, ensure_ascii=False)}]"
    return ""
