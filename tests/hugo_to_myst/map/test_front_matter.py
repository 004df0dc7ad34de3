"""The front matter of Hugo as the keys of a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.hugo_to_myst.sites import import_pages
from tests.hugo_to_myst.strategies import QUICK, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.sites import Make


def test_front_matter_is_mapped_in_order(make: Make) -> None:
    done = make({"content/a.md": (
        "---\ntags: one, two\nauthor: {name: Jo}\nWeight: '5'\ndraft: true\nTitle: 3\n"
        "description: A <b>c</b>\ncategories: [x]\n---\nb"
    )})  # fmt: skip
    assert list(done.front("a")) == [
        "title",
        "description",
        "weight",
        "draft",
        "tags",
        "authors",
        "hugo",
    ]
    assert done.front("a") == {
        "title": "3", "description": "A c", "weight": 5, "draft": True, "tags": ["one", "two"],
        "authors": ["Jo"], "hugo": {"categories": ["x"]},
    }  # fmt: skip


def test_cascades_with_a_target_or_not_of_an_index(make: Make) -> None:
    aimed = "---\ntitle: S\ncascade: {_target: {path: /s/x}, sidebar: true}\n---\nText.\n"
    own = "---\ntitle: P\ncascade: {sidebar: true}\n---\nText.\n"
    done = make({"content/s/_index.md": aimed, "content/s/p.md": own, "content/s/x.md": "x"})
    assert done.front("s/x")["sidebar"] is True
    assert "sidebar" not in done.front("s/p")
    assert done.front("s/p")["hugo"] == {"cascade": {"sidebar": True}}
    assert len(done.of("cascade")) == len(done.of("front-matter-value")) == 1


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | text | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)


keys = st.sampled_from(
    [
        "title",
        "description",
        "sidebar",
        "sidebarlogo",
        "include_footer",
        "weight",
        "aliases",
        "draft",
        "tags",
        "author",
        "date",
        "cascade",
        "menu",
        "url",
        "slug",
        "figure",
        "next",
        "myst",
        "custom",
    ]
)


@QUICK
@given(matter=st.dictionaries(keys | text, values, max_size=6))
def test_any_front_matter_is_read(tmp_path: Path, matter: dict[str, object]) -> None:
    source = yaml.safe_dump(matter, allow_unicode=True)
    report, out = import_pages(tmp_path, {"page.md": f"---\n{source}---\nBody.\n"})
    assert "unreadable" not in report.kinds, report.findings
    found = [p for p in out.rglob("*.md") if p.name != "index.md"]
    assert all(p.resolve().is_relative_to(out.resolve()) for p in found)
    for path in found:
        guide = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        assert isinstance(guide["title"], str)
        path.unlink()
