"""Mistakes in single lines of text: pasted styles, links, headings and roles written wrongly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from career_guides.catalogue.targets import is_local_path
from career_guides.content.yaml_layout import LEFT_BY_MERGE
from career_guides.diagnostics.problem import shorten

from .lines import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


# Word, LibreOffice, Google Docs.
_STYLES = re.compile(
    r"class=[\"']?Mso|\bmso-[a-z]+|<o:p>|<w:|docs-internal-guid|urn:schemas-microsoft"
)
_CODE = re.compile(r"(?<!\})(`+)(?!`).*?(?<!`)\1(?!`)")
_URL = r"(?:https?://|www\.|\.{0,2}/)[^\s()\[\]]*|[\w./-]+\.(?:md|html)(?:#[\w-]+)?"
_SPACED_LINK = re.compile(rf"\[([^\[\]]+)\][ \t]+\(({_URL})\)")
_SWAPPED_LINK = re.compile(rf"\(([^()]+)\)\[({_URL})\]")
_ADDRESS = re.compile(r"\]\((www\.[^\s()]+)\)")
_LINK_PATH = re.compile(r"\]\(<?([^()<>]+?)>?(?:\s+[\"'][^\"']*[\"'])?\)")
_ROLE = re.compile(
    r"\{(guide|fact|doc|ref|download)\}([ \t]*)([`'\"\u2018\u2019\u201c\u201d\u00b4(])"
)
_HEADING = re.compile(r"(#{2,6})([^\s#].*)$")
_BULLET = re.compile("[\u2022\u25cf\u25e6\u25aa\u00b7\uf0b7][ \t\u00a0]*\\S")
_MERGE = re.compile(r"(<{7}|>{7})( |$)")
# Every text with one of these mistakes matches one of these, which are quick to search for.
_SIGNS = (
    "Mso",
    "mso-",
    "<o:p>",
    "<w:",
    "docs-internal-guid",
    "urn:schemas",
    "] (",
    ")[",
    "<<<<<<<",
)
_SIGN = re.compile(
    r"\]\(<?(?:[A-Za-z]:[\\/]|file:|\\\\|/Users/|/home/|www\.)|\n#{2,6}[^\s#]"
    "|\\{(?:guide|fact|doc|ref|download)\\}[^`]|\n[\u2022\u25cf\u25e6\u25aa\u00b7\uf0b7]"
)


def text_mistakes(text: Mapping[int, str]) -> Iterator[Found]:
    """Yield the mistakes in single lines.

    :param text: number of a line -> the line, for lines of text
    """
    seen = set()
    whole = "\n".join(("", *text.values()))
    if not any(sign in whole for sign in _SIGNS) and not _SIGN.search(whole):
        return  # nearly all pages
    for number, line in text.items():
        for subtype, message in _mistakes(line):
            # Pasted text has the same signs in every line.
            if subtype != "pasted" or message not in seen:
                yield Found(number, subtype, message)
            seen.add(message)


def _mistakes(line: str) -> Iterator[tuple[str, str]]:
    if _STYLES.search(line):
        yield (
            "pasted",
            (
                "this was pasted with the styles of a word processor; paste it as plain text"
                " (Ctrl+Shift+V), then mark headings, lists and links in Markdown"
            ),
        )
    if _BULLET.match(line):
        yield "pasted", f"{shorten(line[0])} makes no list; begin each item with '- '"
    if _MERGE.match(line):
        yield "pasted", LEFT_BY_MERGE
    if match := _HEADING.match(line):
        right = shorten(f"{match[1]} {match[2]}")
        yield "heading", f"a heading needs a space after '{match[1]}'; write {right}"
    if "](" in line or "] (" in line or ")[" in line:
        yield from _links(_CODE.sub("", line))
    for match in _ROLE.finditer(line):
        is_in_code = line.count("`", 0, match.start()) % 2 == 1
        if match[2] + match[3] != "`" and not is_in_code:
            message = f"the text of the role '{match[1]}' belongs between backticks"
            yield "role", f"{message}, without a space before them; write {{{match[1]}}}`…`"


def _links(line: str) -> Iterator[tuple[str, str]]:
    for match in _SPACED_LINK.finditer(line):
        right = f"[{match[1]}]({match[2]})"
        yield "link", f"a link has no space between ']' and '('; write {shorten(right)}"
    for match in _SWAPPED_LINK.finditer(line):
        right = f"[{match[1]}]({match[2]})"
        yield "link", f"the brackets of this link are swapped; write {shorten(right)}"
    for match in _ADDRESS.finditer(line):
        message = f"the address {shorten(match[1])} lacks its beginning; write 'https://{match[1]}'"
        yield "link", message
    for match in _LINK_PATH.finditer(line):
        if is_local_path(match[1]):
            message = f"{shorten(match[1])} is on your own computer; readers cannot open it. Put a"
            yield "local_path", f"{message} copy into the source folder, and write its path there"


def open_comment(lines: Mapping[int, str]) -> Iterator[Found]:
    """Yield a mistake for a comment that is never closed.

    :param lines: number of a line -> the line, for lines of text and comments
    """
    for number, line in lines.items():
        if line.startswith("<!--") and not any(
            "-->" in rest for other, rest in lines.items() if other >= number
        ):
            message = "the comment that opens here is never closed; end it with '-->'"
            yield Found(number, "comment", message)
            return
