"""The catalogue of the build before, where it is still true: a pickle beside the doctrees."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .catalogue import Catalogue
    from .pages import Page

Key = tuple[str, str]


def find(path: Path, key: Key, pages: Mapping[str, Page]) -> Catalogue | None:
    """Return the catalogue that was kept; ``None`` if it was made of something else.

    :param path: the file
    :param key: tells all that it was made of from anything else
    :param pages: those that it was made of, which are not kept twice
    """
    try:
        kept, catalogue = pickle.loads(path.read_bytes())  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - none yet, or of another version
        return None
    if kept != key:
        return None
    built = {name: page for name, page in pages.items() if name not in catalogue.drafts}
    found: Catalogue = replace(catalogue, pages=built)
    return found


def keep(path: Path, key: Key, catalogue: Catalogue) -> Catalogue:
    """Keep a catalogue for the next build; return it with a name of its own."""
    named = replace(catalogue, made=" ".join(key))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    kept = (key, replace(named, pages={}))
    temporary.write_bytes(pickle.dumps(kept, pickle.HIGHEST_PROTOCOL))
    temporary.replace(path)
    return named
