"""The file of redirects, and the page of tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_lists_and_terms_are_redirected(make: Make) -> None:
    done = make({
        "content/a.md": "---\ntitle: A\ntags: [Data science, no]\n---\nText.\n",
        "content/b.md": "---\ntitle: B\ntags: [hidden]\ndraft: true\n---\nText.\n",
    })  # fmt: skip
    lines = (done.out / "redirects.txt").read_text().splitlines()
    assert "/tags/Data-science/ /tag/data-science" in lines
    assert "/tags/no/ /tag/no" in lines
    assert "/categories/ /tags" in lines
    assert "/*/ /*" in lines
    assert not any("hidden" in line for line in lines)
    assert "```{tags}\n```" in done.text("tags")


def test_a_site_without_lists(make: Make) -> None:
    config = "baseURL: https://old.example\ndisableKinds: [taxonomy, term]\n"
    done = make({"config.yaml": config, "content/a.md": "a"})
    lines = (done.out / "redirects.txt").read_text().splitlines()
    assert [line for line in lines if line[0] != "#"] == ["/*/ /*"]
    assert "tags" not in done.guides


def test_the_feed(make: Make) -> None:
    done = make({"content/a.md": "---\ntitle: A\ndate: 2020-01-02\n---\nText.\n"})
    assert "/index.xml /feed.xml" in (done.out / "redirects.txt").read_text()
