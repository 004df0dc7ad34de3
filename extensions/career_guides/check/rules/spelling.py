"""The rule for common misspellings, which codespell finds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from career_guides.content.frontmatter import line_of
from career_guides.diagnostics.problem import Problem, shorten

from .body import Prose
from .typed_figures import NO_PROSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from career_guides.catalogue.model import Catalogue

    from .body import Body


#: File in the source folder with words to accept, one per line.
WORDS = "spelling.txt"


class Slip(NamedTuple):
    """A misspelled word.

    :param right: possible corrections, the likeliest first
    :param is_sure: whether there is only one possible correction
    """

    docname: str
    line: int
    wrong: str
    right: tuple[str, ...]
    is_sure: bool


def prose(docname: str, body: Body, catalogue: Catalogue) -> Iterator[Prose]:
    """Yield the prose of a page, beginning with that in its front matter.

    The names of people and sources are left out, because their spelling is their own.
    """
    page = catalogue.pages.get(docname)
    if page is not None:
        values, lines = page.values, page.lines
        for key in ("title", "subtitle", "description"):
            if text := values.get(key):
                yield Prose(line_of(lines, (key,)), NO_PROSE.sub(" ; ", text))
        figure = values.get("figure")
        for key in ("alt", "caption"):
            if isinstance(figure, dict) and (text := figure.get(key)):
                yield Prose(line_of(lines, ("figure", key)), NO_PROSE.sub(" ; ", text))
    yield from body.prose


def find_slips(pages: Mapping[str, Iterable[Prose]], words: Path | None = None) -> list[Slip]:
    """Return the misspelled words of *pages*.

    codespell runs once, in a process of its own, and follows its settings in the current folder
    (``.codespellrc``, ``pyproject.toml``).

    :param pages: docname -> its prose
    :param words: file with more words to accept
    :raises OSError: if codespell fails
    """
    lines = [(docname, line) for docname, found in pages.items() for line in found if line.text]
    text = "\n".join(
        re.sub(r"[^\S ]|[\x00-\x1f\x85\u2028\u2029]", " ", line.text) for _, line in lines
    )
    if not text:
        return []
    options = ["--ignore-words", str(words)] if words and words.is_file() else []
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "codespell_lib", "--stdin-single-line", "--disable-colors",
         *options, "-"],
        input=text + "\n", capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    if "No module named" in run.stderr:
        raise OSError("codespell is not there; install it: pip install 'career-guides[check]'")
    if run.returncode not in (0, _FOUND):
        raise OSError(f"codespell: {run.stderr.strip() or run.stdout.strip()}")
    return [_slip(match, lines) for match in _LINE.finditer(run.stdout)]


# Output of codespell 2.4, and its exit status if it found something.
_LINE = re.compile(r"^(\d+): (.+?) ==> (.+?)(?:\s+\| (.+))?$", re.MULTILINE)
_FOUND = 65


def _slip(match: re.Match[str], lines: Sequence[tuple[str, Prose]]) -> Slip:
    docname, line = lines[int(match[1]) - 1]
    right = tuple(word.strip() for word in match[3].split(",") if word.strip())
    return Slip(docname, line.line, match[2], right, len(right) == 1 and not match[4])


def misspelt(slips: Iterable[Slip]) -> Iterator[Problem]:
    """Yield a problem for each misspelled word."""
    for slip in slips:
        words = " or ".join(f"'{word}'" for word in slip.right)
        message = f"{shorten(slip.wrong)} looks misspelt; did you mean {words}?"
        yield Problem(slip.docname, slip.line, "spelling", message)
