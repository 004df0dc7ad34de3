"""The short names of chapters, made from those of their files, in the language of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import _

from career_guides.content.page import title_from_name

if TYPE_CHECKING:
    from career_guides.build import Build


def common_names(_build: Build | None = None) -> dict[str, str]:
    """Return the names of the chapters that ``career-guides new`` knows -> what readers see.

    "Start" alone would say nothing about where a link leads.
    """
    return {
        "Advice": _("Advice"), "Branding": _("Branding"), "Challenges": _("Challenges"),
        "Day in the life": _("Day in the life"), "Ethics": _("Ethics"), "History": _("History"),
        "Learning": _("Learning"), "Overview": _("Overview"), "Pay": _("Pay"),
        "Rights": _("Rights"), "Social": _("Social"), "Start": _("First steps"),
        "Startup": _("Startup"), "Tech": _("Tech"), "Website": _("Website"),
    }  # fmt: skip


def chapter_name(build: Build, docname: str) -> str:
    """Return the short name of a chapter: ``nurse/day-in-the-life`` -> "Day in the life".

    A translation of the site's own, in its ``guides.po``, comes before ours.
    """
    name = docname.rpartition("/")[2]
    if name == "index":
        return _("Introduction")
    title = title_from_name(name)
    translated = build.translations.of_site(title)
    return translated if translated != title else build.of(common_names).get(title, title)
