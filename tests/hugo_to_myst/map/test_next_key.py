"""The link to the next guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hugo_to_myst.sites import CAREER

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_next_becomes_a_key(make: Make) -> None:
    done = make({
        **CAREER,
        "content/coach/overview.md": (
            "text\n<br>\n<a href='https://old.example/coach/history'>next: the past</a>\n</p>"),
        "content/coach/challenges.md": "x\n\n[Next](/coach/startup-ideas)",
        "content/about.md": "x\n\n[Next: out](https://else.example/)",
        "content/coach.md": "x\n\n**[Next Dojo](/about)**",
    })  # fmt: skip
    assert done.front("coach/overview")["next"] == {"to": "history", "label": "the past"}
    assert done.body("coach/overview") == "text"
    assert done.front("coach/challenges")["next"] == {"to": "/coach/startup-ideas", "label": "Next"}
    assert done.front("about")["next"] == {"to": "https://else.example/", "label": "out"}
    assert done.front("coach/index")["next"] == {"to": "/about", "label": "Next Dojo"}
    assert not done.of("words")


def test_next_of_another_career_is_suspect(make: Make) -> None:
    site = {
        "content/a/one.md": "[next: two](/b/two)", "content/a/two.md": "x", "content/b/two.md": "y",
    }  # fmt: skip
    done = make(site)
    assert done.front("a/one")["next"]["to"] == "b/two"
    assert [f.suggestion for f in done.of("next-elsewhere")] == ["a/two"]
    assert make(site, fix_links=True, force=True).front("a/one")["next"]["to"] == "two"
