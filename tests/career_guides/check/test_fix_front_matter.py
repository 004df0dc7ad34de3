"""Fixes of front matter that need no guess."""

from __future__ import annotations

import pytest

from career_guides.check.fix_front_matter import fix_front_matter


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: true", 'title: "true"'),
        ("title: 2026-11-22", 'title: "2026-11-22"'),
        ("title: A\ntags: night work", "title: A\ntags: [night work]"),
        ("title: A\naliases: /old", "title: A\naliases: [/old]"),
        ("title: A\nsources: https://example.org/", 'title: A\nsources: ["https://example.org/"]'),
        ('title: A\ntags:\n  - "a"\n  - 7 # x', 'title: A\ntags:\n  - "a"\n  - "7" # x'),
        ("title: A\nfigure:\n\timage: 7", 'title: A\nfigure:\n  image: "7"'),
        ("title: A\ncascade: {draft: 'True'}", "title: A\ncascade: {draft: true}"),
        ("title: A\ntitle: A", "title: A"),
        # A guess would be needed.
        ("title: A\ntitle: B", "title: A\ntitle: B"),
        ("title: A\nsidebar: 'no thanks'", "title: A\nsidebar: 'no thanks'"),
        ("title: A\nweight: '10'", "title: A\nweight: '10'"),
        ("title: [A]", "title: [A]"),
        ("title: [A", "title: [A]"),  # which is a list, and reported as one
        ("title: A\nreview_in: soon", "title: A\nreview_in: soon"),
    ],
)
def test_front_matter_is_fixed_only_where_no_guess_is_needed(before: str, after: str) -> None:
    page = "---\n{}\n---\n\nText\n"
    fixed, _problems = fix_front_matter(page.format(before), "a/index")
    assert fixed == page.format(after)
