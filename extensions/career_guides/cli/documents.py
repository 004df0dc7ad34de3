"""Find the pages of a source folder without a build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util.matching import get_matching_files

from career_guides.catalogue.load import FACTS, MARKDOWN
from career_guides.content.trust import TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from .settings import Settings


def find_documents(source: Path, settings: Settings) -> dict[str, Path]:
    """Return docname -> file of all pages that Sphinx would find."""
    found = get_matching_files(source, ["**.md", "**.rst"], settings.texts("exclude_patterns"))
    files = (source / path for path in sorted(found, key=lambda path: not path.endswith(MARKDOWN)))
    documents: dict[str, Path] = {}
    for file in files:
        documents.setdefault(file.relative_to(source).with_suffix("").as_posix(), file)
    return documents


def load_arguments(settings: Settings) -> dict[str, Any]:
    """Return the arguments of :func:`career_guides.catalogue.load.load` that ``conf.py`` sets."""
    return {
        "root": settings.get("root_doc", "index"),
        "logo": settings.get("guides_logo", ""),
        "extra_keys": settings.texts("guides_extra_keys"),
        "trust": settings.get("guides_trust", TEXT),
        "facts": settings.get("guides_facts", FACTS),
    }
