"""The figure that a guide begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_a_leading_figure_is_the_guides(make: Make) -> None:
    done = make({
        "content/a.md": (
            "<figure>\n  <img src='/up/Pic 1.jpg' style='width: 90%' alt='alt'; alt='a ship';/>\n"
            "  <figcaption>Off we go. AI-generated content from Maker's latest: "
            "<a href='https://m.example'>Bot</a>.</figcaption>\n</figure>\nText."
        ),
        "static/up/Pic 1.jpg": b"1",
    })  # fmt: skip
    caption = "Off we go. AI-generated content from Maker's latest: [Bot](https://m.example)."
    assert done.front("a") == {
        "title": "T",
        "figure": {"image": "/images/up/Pic-1.jpg", "alt": "a ship", "caption": caption},
        "generated_by": "Bot",
    }
    assert done.body("a") == "Text."
    assert not done.of("words")
