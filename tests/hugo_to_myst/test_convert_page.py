"""One page becomes a guide."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.hugo_to_myst.sites import import_pages
from tests.hugo_to_myst.strategies import ORDINARY, QUICK, html, shortcode, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.sites import Make


def test_an_empty_page_is_a_guide_and_is_reported(make: Make) -> None:
    done = make(
        {"content/a.md": "---\ntitle: A\n---\n", "content/s/_index.md": "---\ntitle: S\n---\n"}
    )
    assert done.text("a") == "---\ntitle: A\n---\n"
    assert done.body("s/index") == "```{guides}\n:career: s\n```"
    assert len(done.of("empty")) == 2


def test_html_that_hugo_hid_is_reported(make: Make) -> None:
    done = make({"hugo.yaml": "title: x\n", "content/a.md": "<div>\n\nshown\n\n</div>"})
    assert done.body("a") == "shown"
    assert len(done.of("html-hidden")) == 1


@QUICK
@given(body=st.lists(html() | text | shortcode, max_size=8).map("".join))
def test_any_body_becomes_a_guide(tmp_path: Path, body: str) -> None:
    report, out = import_pages(tmp_path, {"page.md": f"---\ntitle: T\n---\n{body}"})
    assert "unreadable" not in report.kinds, report.findings
    guide = (out / "page.md").read_text(encoding="utf-8")
    assert yaml.safe_load(guide.split("---\n")[1])["title"] == "T"
    for bad in ("<script", "javascript:", "onclick"):
        raw = guide.split("```{raw} html")[1:]
        assert not any(bad in part.split("```")[0].lower() for part in raw)
    json.loads(report.to_json())


@QUICK
@given(body=st.lists(st.sampled_from(ORDINARY), max_size=7).map("\n\n".join))
def test_ordinary_bodies_keep_their_words(tmp_path: Path, body: str) -> None:
    report, _ = import_pages(tmp_path, {"page.md": f"---\ntitle: T\n---\n{body}\n"})
    assert "words" not in report.kinds, [str(f) for f in report.findings if f.kind == "words"]


@pytest.mark.parametrize("deep", [50, 400, 5000])
def test_deep_nesting_is_not_an_error(tmp_path: Path, deep: int) -> None:
    body = "<div>" * deep + "core" + "<b>" * deep + "x" + "> " * deep + "y"
    report, out = import_pages(tmp_path, {"page.md": body})
    assert "unreadable" not in report.kinds, report.findings
    assert "core" in (out / "page.md").read_text()
