"""Names of careers: the guide that stands for a career, and what else people call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .careers import overview

if TYPE_CHECKING:
    from .model import Career, Catalogue, Entry


def face_of(catalogue: Catalogue, career: Career) -> str:
    """Return the page that a career's name leads to."""
    return overview(career, catalogue.entries) or career.index or next(iter(career.guides), "")


def _faces(catalogue: Catalogue, career: Career) -> list[Entry]:
    """Return the landing page and the overview of a career, as far as they are guides."""
    names = dict.fromkeys((career.index, face_of(catalogue, career)))
    return [catalogue.entries[name] for name in names if name in catalogue.entries]


def other_names(catalogue: Catalogue, career: Career) -> list[str]:
    """Return the names of a career besides its title, each once.

    They are those that its landing page and its overview have under ``also``, in this order.
    """
    names: dict[str, str] = {}
    for entry in _faces(catalogue, career):
        for name in entry.guide.also:
            names.setdefault(name.casefold(), name)
    names.pop(career.title.casefold(), None)
    return [*names.values()]


def job_titles(catalogue: Catalogue, career: Career) -> list[str]:
    """Return what people in the occupations of a career say that their job is called.

    They are O*NET's, of the codes that its landing page and its overview have, each once.
    """
    guides = _faces(catalogue, career)
    codes = dict.fromkeys(code for entry in guides for code in entry.occupations)
    rows = (catalogue.facts.occupations[code] for code in codes)
    return list(dict.fromkeys(title for row in rows for title in row.onet.titles))


def titles_credit(catalogue: Catalogue) -> tuple[str, str]:
    """Return the credit of the job titles, and the address of O*NET's database."""
    release = catalogue.facts.release
    return release.onet_titles or release.onet, release.onet_url
