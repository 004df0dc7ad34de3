"""Pages that Hugo did not publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


@pytest.mark.parametrize("said", [
    "publishDate: 2999-01-01", "date: 2999-01-01T10:00:00Z", "expiryDate: 2001-01-01",
    "headless: true", "build: {render: never}", "_build: {render: false}",
])  # fmt: skip
def test_pages_that_were_not_published(make: Make, said: str) -> None:
    done = make({"content/page.md": f"---\ntitle: T\n{said}\n---\nText.\n"})
    assert done.front("page")["draft"] is True
    (finding,) = done.of("front-matter-value")
    assert (finding.line, finding.level) == (3, "problem")


def test_published_pages_are_not_drafts(make: Make) -> None:
    head = "---\ntitle: T\ndate: 2020-01-01\nexpiryDate: 2999-01-01\nbuild: {render: always}\n---\n"
    assert "draft" not in make({"content/page.md": f"{head}Text.\n"}).front("page")


def test_pages_that_hugo_does_not_list_are_unlisted(make: Make) -> None:
    done = make({
        "content/a.md": "---\nbuild: {list: never}\n---\na",
        "content/b.md": "---\n_build: {list: false}\n---\nb",
        "content/c.md": "---\nbuild: {list: local}\n---\nc", "content/d/_index.md":
        "---\ncascade: {build: {list: never}}\n---\nd", "content/d/e.md": "e",
        "content/d/f.md": "---\nbuild: {list: always}\n---\nf",
    })  # fmt: skip
    unlisted = {name for name in done.guides if done.front(name).get("unlisted")}
    assert unlisted == {"a", "b", "d/index", "d/e"}
    assert not any("draft" in done.front(name) for name in done.guides)
