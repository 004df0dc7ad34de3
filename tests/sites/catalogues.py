"""Catalogues of a few pages, and their problems as lines."""

from __future__ import annotations

from pathlib import Path

from career_guides.catalogue.load import load
from career_guides.catalogue.model import Catalogue
from career_guides.content.page import read_page


def catalogue(folder: Path, files: dict[str, str], **options: object) -> Catalogue:
    """Write *files* and return the catalogue of all pages in *folder*."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    documents = {p.relative_to(folder).as_posix()[:-3]: p for p in folder.rglob("*.md")}
    return load(folder, documents, **options)[0]  # type: ignore[arg-type]


def said(found: Catalogue) -> list[str]:
    """Return the problems of a catalogue as lines."""
    return [f"{p.docname}:{p.line}: {p.message} [{p.subtype}]" for p in found.problems]


def page_problems(text: str, docname: str = "liaison/overview") -> list[tuple[int, str, str]]:
    """Return line, subtype and message of each problem of a page."""
    return [(p.line, p.subtype, p.message) for p in read_page(text, docname).problems]
