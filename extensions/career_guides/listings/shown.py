"""The data of the listings that pages show, made once for two uses.

They decide which pages are written again, see :mod:`career_guides.incremental.views`; then those
pages show them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .registry import LISTINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from career_guides.build import Build
    from career_guides.domain import GuideDomain


class Shown:
    """What the listings of pages show that are going to be written."""

    def __init__(self, build: Build) -> None:
        self._kept: dict[tuple[str, str, str], list[Any]] = {}

    def look(
        self, domain: GuideDomain, docname: str, kind: str, request: Mapping[str, Any]
    ) -> list[Any]:
        """Return the data of a listing, and keep it until it is taken."""
        data = LISTINGS[kind].data(domain, docname, request)
        self._kept[_key(docname, kind, request)] = data
        return data

    def keep(self, docnames: Collection[str]) -> None:
        """Forget what other pages show."""
        self._kept = {key: data for key, data in self._kept.items() if key[0] in docnames}

    def take(
        self, domain: GuideDomain, docname: str, kind: str, request: Mapping[str, Any]
    ) -> list[Any]:
        """Return the data of a listing, which the caller may change."""
        found = self._kept.pop(_key(docname, kind, request), None)
        return LISTINGS[kind].data(domain, docname, request) if found is None else found


def _key(docname: str, kind: str, request: Mapping[str, Any]) -> tuple[str, str, str]:
    return docname, kind, json.dumps(request, sort_keys=True) if request else ""
