"""The catalogue from what the pages say: inherited keys, drafts, and edits of a few pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from career_guides.catalogue.assemble import SiteInputs, assemble
from career_guides.content.page import Page, read_page
from tests.sites import LOGO, guide
from tests.sites.catalogues import catalogue, said

if TYPE_CHECKING:
    from collections.abc import Mapping


def test_keys_of_a_cascade_are_inherited_unless_a_page_sets_them(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "logos/acme.svg": LOGO,
        "a/pic.svg": LOGO,
        "index.md": guide("Home", cascade="{sidebar: true, authors: Site}"),
        "a/index.md": guide(
            "A", cascade="{sidebarlogo: acme, authors: [A], figure: {image: pic.svg, alt: x}}"
        ),
        "a/b/index.md": guide("B"),
        "a/b/c.md": guide("C", sidebar="false", authors="Own"),
    })  # fmt: skip
    deep = found.entries["a/b/c"]
    assert said(found) == []
    assert deep.guide.sidebar is False
    assert deep.guide.authors == ["Own"]
    assert found.entries["a/b/index"].guide.authors == ["A"]
    assert deep.logo is not None
    assert deep.logo.name == "acme"
    assert deep.image is not None
    assert (deep.image.path, deep.image.width) == ("a/pic.svg", 90)
    assert found.children == {
        "index": ("a/index",), "a/index": ("a/b/index",), "a/b/index": ("a/b/c",),
    }  # fmt: skip


def test_mistake_in_a_cascade_is_reported_once_at_its_own_line(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "a/index.md": "---\ntitle: A\ncascade:\n  sidebarlogo: acmee\n  next: nowhere\n---\n",
        "a/b.md": guide("B"), "a/c.md": guide("C"), "logos/acme.svg": LOGO,
    })  # fmt: skip
    assert said(found) == [
        "a/index:4: no logo 'acmee'; did you mean 'acme'? (logos: acme) [logo]",
        "a/index:5: 'next' points at 'a/nowhere', which does not exist [target]",
    ]


def test_drafts_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    files = {
        "a/index.md": guide("A", next="b"),
        "a/b.md": guide("B", draft="true", aliases="[/a/index]"),
    }
    left_out = catalogue(tmp_path, files)
    assert left_out.drafts == {"a/b"}
    assert left_out.careers["a"].guides == ()
    assert said(left_out) == ["a/index:3: 'next' points at 'a/b', which is a draft [target]"]
    asked_for = catalogue(tmp_path, {}, drafts=True)
    assert asked_for.careers["a"].guides == ("a/b",)
    assert [p.subtype for p in asked_for.problems] == ["alias"]


# Pages some of which are found before others by the same name; each value with links that may lead
# nowhere, to drafts, to the page itself, and keys that others inherit.
NAMES = ["index", "overview", "a/index", "a/overview", "b", "b/index", "b/overview", "b/two"]
LINKS = st.sampled_from(["", "overview", "/a/overview", "/b/two", "/b", "nowhere"])

KEYS = {
    "title": st.sampled_from(["One", "Two", "Zebra"]),
    "next": LINKS,
    "prev": LINKS,
    "related": LINKS.map(lambda name: f"[{name}]" if name else ""),
    "draft": st.sampled_from(["", "", "true"]),
    "unlisted": st.sampled_from(["", "", "true"]),
    "industry": st.sampled_from(["", "Health", "Trade"]),
    "tags": st.sampled_from(["", "[x]", "[x, y]"]),
    "figure": st.sampled_from(["", "missing.svg"]),
    "aliases": st.sampled_from(["", "[old]"]),
    "last_reviewed": st.sampled_from(["", "2020-01-01"]),
    "review_in": st.sampled_from(["", "1 year"]),
    "weight": st.sampled_from(["", "1"]),
    "cascade": st.sampled_from(["", "{next: overview}", "{figure: missing.svg, tags: [x]}"]),
}

FRONT = st.just("") | st.fixed_dictionaries(KEYS).map(  # nothing: a page, and no guide
    lambda values: "".join(f"{key}: {value}\n" for key, value in values.items() if value)
)


def pages_of(texts: Mapping[str, str | None]) -> dict[str, Page]:
    found = {name: text for name, text in texts.items() if text is not None}
    return {name: read_page(f"---\n{text}---\n", name) for name, text in found.items()}


@given(
    st.fixed_dictionaries(dict.fromkeys(NAMES, FRONT | st.none())),  # none: no page
    st.dictionaries(st.sampled_from(NAMES), FRONT | st.none(), min_size=1, max_size=2),
)
@example(  # a page comes before another for who names it
    dict.fromkeys(NAMES, "title: x\nnext: /b\n") | {"b": None},
    {"b": "title: x\n"},
)
@example(  # another guide stands for a career
    {name: f"title: {name}\nindustry: Health\n" for name in NAMES},
    {"a/overview": None},
)
@example(  # a draft is no target, whoever has named it
    dict.fromkeys(NAMES, "title: x\n") | {"b/two": "title: x\nnext: /a/overview\n"},
    {"a/overview": "title: x\ndraft: true\n"},
)
@example(  # related by an industry until one of the two is in no list
    {name: f"title: {name}\nindustry: Health\n" for name in NAMES},
    {"a/index": "title: a/index\nindustry: Health\nunlisted: true\n"},
)
@example(  # related by an industry until one of the two is no guide
    {name: f"title: {name}\nindustry: Health\n" for name in NAMES},
    {"a/index": "", "a/overview": ""},
)
def test_updated_catalogue_equals_one_from_scratch(
    texts: dict[str, str | None], edits: dict[str, str | None]
) -> None:
    old, new = map(pages_of, (texts, texts | edits))
    before, after = (
        SiteInputs(Path("/nowhere"), documents=frozenset(pages), today=dt.date(2026, 1, 1))
        for pages in (old, new)
    )
    changed = {name for name in new if new[name] != old.get(name)}
    made = assemble(new, after, assemble(old, before), changed, old.keys() ^ new.keys())
    assert made == assemble(new, after)


def test_only_guides_that_may_have_changed_are_assembled_again() -> None:
    site = SiteInputs(Path("/nowhere"), documents=frozenset(NAMES))
    texts = {name: f"title: {name}\n" for name in NAMES} | {"b/two": "title: x\nnext: nowhere\n"}
    before = assemble(pages_of(texts), site)
    after = assemble(pages_of(texts | {"a/index": "title: A\n"}), site, before, {"a/index"})
    same = {name for name in NAMES if after.entries[name].guide is before.entries[name].guide}
    others = {"index", "overview", "b", "b/index", "b/overview"}
    assert same == others  # b/two had a problem, which is said again
    texts["a/overview"] = "title: x\nnext: two\n"
    before = assemble(pages_of(texts), site)
    more = {"a/more": "title: x\n"}
    pages = pages_of(texts | more)
    wider = SiteInputs(Path("/nowhere"), documents=frozenset(pages))
    after = assemble(pages, wider, before, {"a/more"}, {"a/more"})
    same = {name for name in NAMES if after.entries[name].guide is before.entries[name].guide}
    assert same == {*others, "a/index"}  # a/overview has a problem, too
