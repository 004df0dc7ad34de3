"""All kinds of listings. To add one, write a module with its class, and name the class here."""

from __future__ import annotations

from .a_to_z import AToZ
from .chapter_nav import ChapterNav
from .finder import CareerFinder
from .grid import Grid, Related
from .mentions import Mentions
from .next_card import NextCard
from .occupations import Occupations
from .places import PayByState
from .search_field import SearchField
from .tables import Compare
from .taxonomy import AllTerms, Terms

#: Kind -> listing.
LISTINGS = {
    cls.kind: cls()
    for cls in (
        ChapterNav,
        NextCard, Related, Grid, AToZ, Mentions, Terms, AllTerms, Compare, Occupations, PayByState,
        SearchField, CareerFinder,
    )
}  # fmt: skip
