"""The parameters of pages and of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make

CONFIG = "baseURL: https://old.example\nparams: {colour: red, deep: {er: 1}, own: site}\n"


@pytest.mark.parametrize(("name", "shown"), [
    ("colour", "red"), ("Deep.Er", "1"), ("own", "page"), ("inner", "2"),
    ("deep", "`{{< param deep >}}`"), ("none", "`{{< param none >}}`"),
])  # fmt: skip
def test_param(name: str, shown: str, make: Make) -> None:
    page = f"---\ntitle: T\nown: page\nparams: {{inner: 2}}\n---\nIt is {{{{< param {name} >}}}}."
    done = make({"config.yaml": CONFIG, "content/a.md": page})
    assert done.body("a") == f"It is {shown}."
    assert not done.of("words")
    assert len(done.of("shortcode")) == shown.startswith("`")
