"""``career-guides check --fix``: write what can be mended without a guess."""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING

from career_guides.check.rules.image_files import told_by
from career_guides.check.rules.spelling import misspelt

from .fixes import mend_front_matter, mend_spelling, without_camera
from .formats import Line
from .run import read_bodies, slips

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from career_guides.check.rules.spelling import Slip
    from career_guides.diagnostics.problem import Problem

    from .changes import Changes
    from .run import Content


def mend(content: Content, source: Path, changes: Changes | None = None) -> list[Line]:
    """Mend pages and photos; return what has been mended.

    :param content: what the rules look at
    :param source: the source folder, as the messages name it
    :param changes: mend only files that differ
    """
    return [*mend_pages(content, source, changes), *mend_photos(content, source, changes)]


def mend_pages(content: Content, source: Path, changes: Changes | None) -> Iterator[Line]:
    """Mend the front matter and the spelling of pages."""
    found = sorted(slips(content, read_bodies(content, changes)))
    by_page = {name: list(group) for name, group in groupby(found, key=lambda slip: slip.docname)}
    for docname in content.texts:
        file = content.documents.get(docname)
        if file is None or (changes and not changes.has(docname)) or not _is_ours(file, source):
            continue
        raw = file.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        # Edits are made between line ends, whichever the file has.
        end = "\r\n" if "\r\n" in text else "\n"
        text, problems = mend_page(text.replace("\r\n", "\n"), docname, by_page.get(docname, []))
        if problems:
            file.write_bytes(text.replace("\n", end).encode("utf-8"))
            yield from (Line(file, p.line, "FIXED", p.message, p.subtype) for p in problems)


def mend_page(text: str, docname: str, found: list[Slip]) -> tuple[str, list[Problem]]:
    """Return the text of a page, mended, and what has been wrong with it."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text, spelt = mend_spelling(text.removeprefix(mark), docname, found)
    text, problems = mend_front_matter(text, docname)
    return mark + text, [*misspelt(spelt), *problems]


def mend_photos(content: Content, source: Path, changes: Changes | None) -> Iterator[Line]:
    """Take out of JPEG files what the camera wrote."""
    for path in content.images:
        file = source / path
        if (changes and path not in changes.paths) or not _is_ours(file, source):
            continue
        if file.suffix.lower() in {".jpg", ".jpeg"} and (told := told_by(file)):
            raw = file.read_bytes()
            try:
                mended = without_camera(raw)
            except Exception:  # noqa: BLE001, S112 - Pillow raises whatever a broken file makes it
                continue
            left = told_by(io.BytesIO(mended))  # by a packet of XMP, which stays
            if gone := [what for what in told if what not in left]:
                file.write_bytes(mended)
                yield Line(file, 1, "FIXED", f"the photo said {' and '.join(gone)}", "metadata")


def _is_ours(file: Path, source: Path) -> bool:
    """Return whether a file is one of the source folder, not a link to somewhere else."""
    return file.resolve().is_relative_to(source.resolve()) and not file.is_symlink()
