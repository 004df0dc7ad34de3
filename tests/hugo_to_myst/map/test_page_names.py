"""The names of guides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_pages_and_folders_of_one_name_are_careers(make: Make) -> None:
    done = make({
        "content/_index.md": "home", "content/liaison.md": "landing", "content/liaison/a.md": "a",
        "content/post/index.md": "leaf", "content/post/pic.png": b"1",
        "content/docs/_index.md": "s",
        "content/docs/deep/x.md": "x", "content/list/y.md": "y",
    })  # fmt: skip
    assert done.guides == [
        "docs/deep/x", "docs/index", "index", "liaison/a", "liaison/index", "list/index", "list/y",
        "post",
    ]  # fmt: skip
    assert done.body("list/index") == "```{guides}\n:career: list\n```"
    assert [f.became for f in done.of("page-made")] == ["list/index.md lists its guides"]


def test_names_are_hugos_and_safe(make: Make) -> None:
    done = make({
        "content/New Town.md": "a", "content/Été.md": "b", "content/con.md": "c",
        "content/Same.md": "d", "content/same.md": "e", "content/search.md": "f",
    })  # fmt: skip
    assert done.guides == ["New-Town", "Same", "con_", "index", "same-2", "search-page", "Été"]
    assert done.front("con_")["aliases"] == ["/con"]
    assert len({name.casefold() for name in done.guides}) == len(done.guides)
