"""Old addresses lead to the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_permalinks_slugs_and_urls_become_aliases(make: Make) -> None:
    done = make({
        "config.toml": 'baseURL = "/"\n[permalinks]\nposts = "/:year/:slug/"\n',
        "content/posts/One.md": "---\ntitle: First Post\ndate: 2020-05-01\n---\na",
        "content/b.md": "---\ntitle: B\nslug: Other Name\n---\nb",
        "content/c.md": (
            "---\ntitle: C\nurl: /old/c.html\naliases: [/older, ../x/y/]\n---\n"
            "[p](/2020/first-post/)"),
    })  # fmt: skip
    assert done.front("posts/one")["aliases"] == ["/2020/first-post"]
    assert "other-name" in done.guides
    assert "aliases" not in done.front("other-name")
    assert done.front("c")["aliases"][:2] == ["/old/c", "/older"]
    assert done.body("c") == "[p](/posts/one.md)"


def test_aliases_that_climb(make: Make) -> None:
    done = make({"content/page.md": "---\ntitle: T\naliases: [../../x, /a/./b, /ok]\n---\nText.\n"})
    assert done.front("page")["aliases"] == ["/x", "/a/b", "/ok"]  # like Hugo
    assert not done.of("alias-lost")


def test_an_alias_that_is_the_address_of_another_page(make: Make) -> None:
    """Hugo writes both to one file, and which is last varies; readers need the page."""
    done = make({
        "config.toml": 'baseURL = "/"\n[permalinks]\nposts = "/:year/:slug/"\n',
        "content/a.md": "---\ntitle: A\naliases: [/2020/one/]\n---\nText.\n",
        "content/posts/one.md": "---\ntitle: One\ndate: 2020-02-03\n---\nText.\n",
    })  # fmt: skip
    assert "aliases" not in done.front("a")
    assert done.front("posts/one")["aliases"] == ["/2020/one"]
    assert [f.was for f in done.of("alias-lost")] == ["/2020/one"]
