"""Problems in authors' files: their subtypes, and helpers for wording messages."""

from __future__ import annotations

from typing import Any, NamedTuple

#: Subtype -> what it means. Each is the part after the dot in ``[guide.<subtype>]``, can be
#: listed in ``suppress_warnings``, and has a section in the documentation.
SUBTYPES: dict[str, str] = {
    "syntax": "The front matter cannot be read or is not marked as such, or the file is not UTF-8"
    " text.",
    "unknown_key": "A key that is unknown to this extension, MyST, Sphinx and Furo.",
    "duplicate_key": "A key is given twice; the message says which one counts.",
    "type": "A value of the wrong type, such as text where true or false is expected.",
    "missing": "A required key, or the heading of a page, is missing or empty.",
    "value": "A value of the right type but not valid: too long, out of range, not a date.",
    "trust": "Something that only a trusted page may do, such as reading a file outside `docs/`.",
    "logo": "`sidebarlogo` names a logo that is not in the folder `logos/`.",
    "image": "The figure's file is missing, outside the source folder, or not an image.",
    "alt": "A figure without alternative text that is not marked `decorative: true`.",
    "target": "A link to a guide that does not exist.",
    "anchor": "A link to a heading that its page does not have.",
    "local_path": "A path of the author's own computer, where readers have no access.",
    "link": "Something that was meant as a link, but shows as text or leads elsewhere.",
    "fence": "A code block or directive that is opened and never closed.",
    "directive": "A directive that is unknown, or whose name or options are written wrongly.",
    "role": "A role that is unknown, or is written wrongly.",
    "table": "A row of a table has more or fewer cells than its heading.",
    "heading": "A heading skips a level, is a second title, or lacks its space.",
    "pasted": "Text pasted with the styles or signs of a word processor, or left by a merge.",
    "comment": "A comment that is opened and never closed, so the rest of the page is hidden.",
    "title": "Two guides of a career have the same title.",
    "term": "Two industries or tags that differ by a letter or by `and`.",
    "front_matter": "A page without front matter in the folder of a career.",
    "file_name": "A file name that makes a bad address, or a file that no page is made of.",
    "unwritten": "A guide that has headings and nothing below them.",
    "alias": "An alias that is the address of a page or an alias of another page.",
    "fact": "A figure of pay or employment typed by hand, in a guide that has an `occupation`.",
    "search": "The site cannot be searched, or not in all its languages.",
    "theme": "`html_theme` is Furo, which is not installed.",
    "description": "A description that is missing, too short, too long, or used by another page.",
    "spelling": "A word that is almost always a misspelling.",
    "large": "An image file larger than 300 KB.",
    "metadata": "A photo that reveals where, when or with which camera it was taken.",
    "script": "An SVG file that could run a program in the reader's browser.",
    "unused": "An image that no page shows.",
    "pdf": "A line of the PDF that sticks out of the page or of its cell.",
    "stale": "The review of a guide has expired (only if `guides_today` is set).",
}


#: Subtypes that only ``career-guides check`` and ``check-pdf`` report, never a build.
CHECKED = (
    "description",
    "spelling",
    "large",
    "metadata",
    "script",
    "unused",
    "fact",
    "pdf",
)


#: Subtypes of messages about the text of a page and about files, which have a page of their own.
TEXT = (
    "fence", "directive", "role", "table", "heading", "link", "anchor", "local_path", "pasted",
    "comment", "title", "term", "front_matter", "file_name", "unwritten",
)  # fmt: skip


class Problem(NamedTuple):
    """A problem, reported on one line.

    :param docname: name of the page that has the problem, without suffix
    :param line: line number of the faulty key or list item in the file, from 1
    :param subtype: a key of :data:`SUBTYPES`
    :param message: what the problem is and how to fix it
    :param path: path of the file, relative to the source folder, if it is not a page
    :param is_note: whether it breaks nothing, and so is only worth a note
    """

    docname: str
    line: int
    subtype: str
    message: str
    path: str = ""
    is_note: bool = False


def shorten(value: object, limit: int = 60) -> str:
    """Return *value* for a message: in quotes, on one line, with at most *limit* characters."""
    text = value if isinstance(value, str) else str(value)
    text = text[: 4 * limit].translate(_INVISIBLE)
    text = " ".join(text.split())
    return "'" + (text if len(text) <= limit else text[: limit - 1] + "…") + "'"


# With control characters, a value could overwrite the line that reports it in a terminal.
_INVISIBLE = dict.fromkeys((*range(9), *range(14, 32), 127), "\N{REPLACEMENT CHARACTER}")


def counted(number: int, noun: str) -> str:
    """Return ``1 guide`` or ``2 guides``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


#: Name of the type that YAML gives a value -> what a message calls it.
_KINDS: dict[str, str] = {
    "NoneType": "nothing",
    "bool": "true or false",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "list": "a list",
    "dict": "a mapping",
    "date": "a date",
    "datetime": "a date and time",
    "bytes": "binary data",
}


def kind(value: Any) -> str:
    """Return what a message calls *value*: its type, and the value if it is text or a number."""
    name = _KINDS.get(type(value).__name__, "something else")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{name} ({shorten(value)[1:-1]})"
    return f"{name} {shorten(value)}" if isinstance(value, str) else name
