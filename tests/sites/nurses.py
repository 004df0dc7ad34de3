"""Careers with authors, reviews and occupations, for tests of the metadata."""

from __future__ import annotations

from tests.sites import FACTS, LOGO, guide

CONF = """
author = "The Acme people"
guides_logo = "acme"
html_theme_options = {"light_css_variables": {"color-brand-primary": "#aa2200"}}
"""

REVIEW = {
    "authors": "[The Acme people, Ann Lee]",
    "generated_by": "a language model",
    "last_reviewed": "2026-03-04",
    "sources": "[{title: A book, url: 'https://book.example/'}, A talk]",
}

PAGES = {
    "index.md": guide("Home", description="The home page"),
    "nurse/index.md": guide(
        "Nurse", description="Cares", industry="Health", occupation="29-1141",
        subtitle="By day and night", cascade="{occupation: 29-1141, industry: Health}", **REVIEW,
    ),
    "nurse/overview.md": guide("What nurses do", description="The work", tags="[night, people]"),
    "nurse/day.md": guide("A day of a nurse"),
    "singer/index.md": guide("Singer", occupation="27-2042"),
    "dentist/index.md": guide("Dentist", occupation="29-1021"),
    "pair/index.md": guide("Pair", occupation="[29-1141, 27-3091]"),
    "plain.md": "# A plain page\n\nText.\n",
    "logos/acme.svg": LOGO.replace("></svg>", "><path fill='#0a0' d='M0 0h90v6H0'/></svg>"),
    **FACTS,
}  # fmt: skip
