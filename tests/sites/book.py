"""A site with everything that a book shows."""

from __future__ import annotations

from tests.sites import FACTS, LOGO, guide

PICTURE = LOGO.replace("></svg>", '><circle cx="3" cy="3" r="2" fill="#1d5f63"/></svg>')

BOOK = {
    **FACTS,
    "images/a.svg": PICTURE,
    "index.md": guide(
        "Careers", "```{guides}\n```\n\n```{search}\n```\n\n```{a-z}\n```\n\n```{tags}\n```",
    ),
    "compare.md": guide("Compare", "```{compare}\n```\n\n```{occupations}\n```", weight="99"),
    "nurse/index.md": guide(
        "Nurse", "```{guides}\n:career: nurse\n```", occupation="29-1141", next="overview",
        cascade="{sidebar: true, include_footer: true, industry: Health, tags: [night & day]}",
    ),
    "nurse/overview.md": guide(
        "What a nurse does",
        "A *body* with `code` and {fact}`29-1141 median-pay` and <https://example.org/x?a=1&b=2>.\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nTerm\n: Definition\n\n:::{note}\nNote\n:::\n\n"
        "```python\nprint(1)\n```",
        subtitle="A lead", description="All of it", next="{to: history, label: Then}",
        figure="{image: /images/a.svg, alt: 'Nurse & \"patient\"', caption: 'A *caption*',"
        " credit: '[Ann](https://example.org/ann)', license: CC BY 4.0}",
        sources="[{title: Source, url: 'https://example.org/s?x=1&y=2'}]", authors="[Ann]",
        last_reviewed="2026-05-03", review_in="1 month",
    ),
    "nurse/day.md": guide("A day", "{guide}`nurse/overview`", next="overview"),
    "nurse/history.md": guide("History <of> it", "Text", next="https://example.org/more"),
}  # fmt: skip

CONF = 'version = copyright = "1"\nsuppress_warnings = ["epub.unknown_project_files"]\n'
