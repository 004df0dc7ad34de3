"""The option ``--fix`` of ``career-guides check``: write safe fixes to the files."""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING

from build_cache.files import write_all
from career_guides.check.rules.image_files import private_metadata
from career_guides.diagnostics.problem import Problem, shorten

from .fix_front_matter import fix_front_matter
from .fixes import fix_spelling, without_camera
from .formats import Line
from .run import read_bodies, slips

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from career_guides.check.rules.spelling import Slip

    from .changes import Changes
    from .page_rules import Content


def fix(content: Content, source: Path, changes: Changes | None = None) -> list[Line]:
    """Fix pages and photos, all or none; return what was fixed.

    :param content: what the rules check
    :param source: the source folder, as the messages name it
    :param changes: fix only these files
    :raises OSError: if a file cannot be written; none has then been changed
    """
    fixed = [*fix_pages(content, source, changes), *fix_photos(content, source, changes)]
    write_all({file: data for file, data, _lines in fixed})
    return [line for _file, _data, lines in fixed for line in lines]


#: A file, its new content, and what was fixed in it.
Fixed = tuple["Path", bytes, list[Line]]


def fix_pages(content: Content, source: Path, changes: Changes | None) -> Iterator[Fixed]:
    """Fix the front matter and the spelling of pages."""
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
        # Edits assume LF; the line ends of the file are restored afterwards.
        end = "\r\n" if "\r\n" in text else "\n"
        text, problems = fix_page(text.replace("\r\n", "\n"), docname, by_page.get(docname, []))
        if problems:
            lines = [Line(file, p.line, "FIXED", p.message, p.subtype) for p in problems]
            yield file, text.replace("\n", end).encode("utf-8"), lines


def fix_page(text: str, docname: str, found: list[Slip]) -> tuple[str, list[Problem]]:
    """Return the fixed text of a page, and the problems that were fixed."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text, slips_fixed = fix_spelling(text.removeprefix(mark), docname, found)
    text, problems = fix_front_matter(text, docname)
    words = [
        Problem(docname, slip.line, "spelling", f"{shorten(slip.wrong)} is now '{slip.right[0]}'")
        for slip in slips_fixed
    ]
    return mark + text, [*words, *problems]


def fix_photos(content: Content, source: Path, changes: Changes | None) -> Iterator[Fixed]:
    """Remove from JPEG files the metadata that the camera wrote."""
    for path in content.images:
        file = source / path
        if (changes and path not in changes.paths) or not _is_ours(file, source):
            continue
        if file.suffix.lower() in {".jpg", ".jpeg"} and (before := private_metadata(file)):
            raw = file.read_bytes()
            try:
                fixed = without_camera(raw)
            except Exception:  # noqa: BLE001, S112 - on broken files Pillow may raise anything
                continue
            after = private_metadata(io.BytesIO(fixed))  # in an XMP packet, which is kept
            if removed := [what for what in before if what not in after]:
                message = f"removed from the photo: {' and '.join(removed)}"
                yield file, fixed, [Line(file, 1, "FIXED", message, "metadata")]


def _is_ours(file: Path, source: Path) -> bool:
    """Return whether a file is in the source folder, and not a link to somewhere else."""
    return file.resolve().is_relative_to(source.resolve()) and not file.is_symlink()
