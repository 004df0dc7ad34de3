"""Names of careers: the guide that stands for a career, and what else people call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Career, Catalogue


def face_of(career: Career) -> str:
    """Return the guide that a career's name leads to: its overview, else its landing page."""
    overview = f"{career.folder}/overview"
    return overview if overview in career.guides else career.index or career.guides[0]


def other_names(catalogue: Catalogue, career: Career) -> list[str]:
    """Return the names of a career besides its title, each once.

    They are those that its landing page and its overview have under ``also``, in this order.
    """
    guides = [
        catalogue.entries[name]
        for name in (career.index, face_of(career))
        if name in catalogue.entries
    ]
    names = {
        name.casefold(): name for entry in reversed(guides) for name in reversed(entry.guide.also)
    }
    names.pop(career.title.casefold(), None)
    return list(reversed(names.values()))
