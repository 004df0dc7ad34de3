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


def job_titles(catalogue: Catalogue, career: Career) -> list[str]:
    """Return what people in the occupations of a career say that their job is called.

    They are O*NET's, of the codes that its landing page and its overview have, each once.
    """
    guides = (catalogue.entries.get(name) for name in (career.index, face_of(career)))
    codes = dict.fromkeys(code for entry in guides if entry for code in entry.occupations)
    rows = (catalogue.facts.occupations[code] for code in codes)
    return list(dict.fromkeys(title for row in rows for title in row.onet.titles))
