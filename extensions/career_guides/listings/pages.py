"""The pages that have a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from career_guides.domain import GuideDomain


def pages_with(domain: GuideDomain, kind: str) -> list[str]:
    """Return the docnames of the pages that have a listing of this kind, in alphabetical order."""
    return sorted(
        docname
        for docname, listings in domain.listings.items()
        if any(each == kind for each, _request in listings)
    )
