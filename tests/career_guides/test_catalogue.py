"""Order, links, aliases, cascade: what the catalogue makes of many pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from career_guides.catalogue.assemble import Site, assemble
from career_guides.catalogue.load import load
from career_guides.catalogue.model import Catalogue
from career_guides.catalogue.reading_order import Chapter, arrange
from career_guides.catalogue.reviews import due_date
from career_guides.catalogue.targets import Target, TargetError, find_target
from career_guides.content.page import Page, read_page
from career_guides.diagnostics.suggestions import suggest
from tests.conftest import LOGO, guide


def catalogue(folder: Path, files: dict[str, str], **options: object) -> Catalogue:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    documents = {p.relative_to(folder).as_posix()[:-3]: p for p in folder.rglob("*.md")}
    return load(folder, documents, **options)[0]  # type: ignore[arg-type]


def said(found: Catalogue) -> list[str]:
    return [f"{p.docname}:{p.line}: {p.message} [{p.subtype}]" for p in found.problems]


RING = ["overview", "day", "history", "advice"]


def chapters(**after: str | None) -> list[Chapter]:
    return [Chapter(name, target, None, name.title()) for name, target in after.items()]


def test_ring_starts_where_the_landing_page_points() -> None:
    ring = chapters(overview="day", day="history", history="advice", advice="overview")
    side = chapters(challenges="history")
    assert arrange([*side, *ring], "overview") == (*RING, "challenges")
    assert arrange([*side, *ring], "history")[:2] == ("history", "advice")


def test_chain_starts_with_the_guide_that_nobody_points_at() -> None:
    chain = chapters(advice=None, history="advice", day="history", overview="day")
    assert arrange([*chain, *chapters(challenges="history")], None) == (*RING, "challenges")


def test_ring_without_landing_page_starts_with_overview() -> None:
    assert arrange(chapters(zebra="overview", overview="ant", ant="zebra"), None) == (
        "overview", "ant", "zebra",
    )  # fmt: skip


def test_rest_by_weight_then_title() -> None:
    rest = [
        Chapter("c", None, None, "alpha"), Chapter("d", None, None, "Beta"),
        Chapter("b", None, 2, "Z"), Chapter("a", None, 10, "A"),
    ]  # fmt: skip
    assert arrange(rest, None) == ("b", "a", "c", "d")
    assert arrange([*rest, Chapter("overview", None, None, "Y")], None)[0] == "overview"


DOCUMENTS = ["index", "liaison/index", "liaison/history", "nurse/index", "nurse/liaison"]


@pytest.mark.parametrize(
    ("written", "docname"),
    [
        ("history", "liaison/history"),
        ("history.md", "liaison/history"),
        ("liaison/history", "liaison/history"),
        ("/liaison/history", "liaison/history"),
        ("/liaison/history/", "liaison/history"),
        ("../nurse/liaison", "nurse/liaison"),
        ("nurse", "nurse/index"),
        ("index", "liaison/index"),
        ("/", "index"),
        ("/index", "index"),
    ],
)
def test_targets(written: str, docname: str) -> None:
    assert find_target(written, "liaison", DOCUMENTS) == Target(docname)


def test_addresses_are_targets_and_scripts_are_not() -> None:
    assert find_target("https://example.org/a?b#c", "", ()) == Target(
        url="https://example.org/a?b#c"
    )
    for wrong in ("javascript:alert(1)", "ftp://example.org", "https://a b", 'https://"x'):
        with pytest.raises(TargetError, match="neither a guide nor"):
            find_target(wrong, "", ())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("liaison/histroy", "liaison/history"),
        ("liaison/startup-ideas", "liaison/startup"),
        ("liaison/social-media", "liaison/social"),
        ("spiritualcoaches/overview", "liaison/overview"),
        ("liaison/zzz", None),
        ("x" * 10_000, None),
    ],
)
def test_suggestions(wrong: str, right: str | None) -> None:
    known = ["liaison/startup", "liaison/social", "liaison/history", "liaison/overview"]
    assert suggest(wrong, known) == (f"; did you mean '{right}'?" if right else "")


def test_prev_is_the_first_guide_that_points_here(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "liaison/index.md": guide("L", next="overview"),
        "liaison/overview.md": guide("O", next="day"),
        "liaison/day.md": guide("D", next="history"),
        "liaison/history.md": guide("H", next="overview"),
        "liaison/challenges.md": guide("C", next="[history, https://example.org]"),
    })  # fmt: skip
    prev = {name: [t.docname for t in entry.prev] for name, entry in found.entries.items()}
    assert prev["liaison/overview"] == ["liaison/index"]
    assert prev["liaison/history"] == ["liaison/day"]
    assert prev["liaison/challenges"] == []
    assert found.careers["liaison"].guides[-1] == "liaison/challenges"
    assert found.children["liaison/index"] == found.careers["liaison"].guides


def test_cascade_reaches_down_and_the_page_wins(tmp_path: Path) -> None:
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


def test_a_mistake_in_a_cascade_is_told_once_where_it_stands(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "a/index.md": "---\ntitle: A\ncascade:\n  sidebarlogo: acmee\n  next: nowhere\n---\n",
        "a/b.md": guide("B"), "a/c.md": guide("C"), "logos/acme.svg": LOGO,
    })  # fmt: skip
    assert said(found) == [
        "a/index:4: no logo 'acmee'; did you mean 'acme'? (logos: acme) [logo]",
        "a/index:5: 'next' points at 'a/nowhere', which does not exist [target]",
    ]


def test_drafts(tmp_path: Path) -> None:
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


def test_aliases(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "a/index.md": guide("A", aliases="[/old/, old/page.html, /Old%20Name, /a, /genindex]"),
        "a/b.md": guide("B", aliases="[/old, ../x, /_static/x, /a/b/]"),
    })  # fmt: skip
    assert found.aliases == {"old": "a/b", "old/page": "a/index", "Old Name": "a/index"}
    assert [line.partition("'aliases': ")[2] for line in said(found)] == [
        "'../x' cannot be an alias: it is no path of this site's own pages [alias]",
        "'/_static/x' cannot be an alias: it is no path of this site's own pages [alias]",
        "'/a/b/' is the address of the page 'a/b' [alias]",
        "'/a' is the address of the page 'a/index' [alias]",
        "'/genindex' cannot be an alias: it is no path of this site's own pages [alias]",
        "'/old/' is an alias of 'a/b' already [alias]",
    ]


def test_images_are_refused_by_what_they_are(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "a").mkdir(parents=True)
    (tmp_path / "secret.svg").write_text(LOGO)
    (docs / "link.svg").symlink_to(tmp_path / "secret.svg")
    (docs / "logos").mkdir()
    (docs / "logos/evil.svg").symlink_to(tmp_path / "secret.svg")
    (docs / "bad.png").write_text("no picture")
    (docs / "notes.txt").write_text("x")
    (docs / "photo.svg").write_text(LOGO)
    wrong = {
        "../../secret.svg": "is outside the source folder",
        str(tmp_path / "secret.svg"): f"no image '{tmp_path}/secret.svg'",
        "/link.svg": "is outside the source folder",
        "/bad.png": "cannot be read as an image",
        "/notes.txt": "is not an image (avif, gif, jpeg, jpg, png, svg, webp)",
        "/foto.svg": "no image '/foto.svg'; did you mean '/photo.svg'?",
        "https://example.org/x.png": "is on another host; put a copy into the source folder",
        "x" * 299: "no image",
    }
    files = {
        f"a/p{n}.md": guide("P", figure=f"{{image: '{image}', decorative: true}}")
        for n, image in enumerate(wrong)
    }
    found = catalogue(docs, {**files, "a/logo.md": guide("L", sidebarlogo="evil")})
    for n, message in enumerate(wrong.values()):
        assert found.entries[f"a/p{n}"].image is None
        assert any(f"a/p{n}:3" in line and message[:60] in line for line in said(found)), message
    assert "no logo 'evil' (logos: none; put one into docs/logos)" in said(found)[0]
    (docs / "logos/good.svg").write_text(LOGO)
    wrong_logos = {"../../etc/passwd": "", "/etc/passwd": "", "good.svg": "; did you mean 'good'?"}
    files = {f"b/{n}.md": guide("L", sidebarlogo=logo) for n, logo in enumerate(wrong_logos)}
    lines = [line for line in said(catalogue(docs, files)) if line.startswith("b/")]
    assert lines == [
        f"b/{n}:3: no logo '{logo}'{tip} (logos: good) [logo]"
        for n, (logo, tip) in enumerate(wrong_logos.items())
    ]


@pytest.mark.parametrize(
    ("reviewed", "duration", "due"),
    [
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2026-11-30", "3 months", "2027-02-28"),
        ("2026-01-01", "90 days", "2026-04-01"),
        ("2026-01-01", "2 weeks", "2026-01-15"),
        ("2026-01-01", "9999 years", "9999-12-31"),
    ],
)
def test_reviews_run_out(reviewed: str, duration: str, due: str) -> None:
    assert due_date(dt.date.fromisoformat(reviewed), duration) == dt.date.fromisoformat(due)


def test_stale_is_told_only_where_asked(tmp_path: Path) -> None:
    files = {"a/b.md": guide("B", last_reviewed="2025-11-21", review_in="1 year")}
    assert said(catalogue(tmp_path, files)) == []
    assert said(catalogue(tmp_path, files, today=dt.date(2026, 11, 21))) == []
    assert said(catalogue(tmp_path, files, today=dt.date(2026, 11, 22))) == [
        "a/b:3: the review of 2025-11-21 ran out after 1 year [stale]"
    ]


def test_the_catalogue_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {f"a/{n}.md": guide(f"T{n % 3}") for n in range(9)})
    files = {name: tmp_path / f"{name}.md" for name in sorted(found.pages, reverse=True)}
    assert load(tmp_path, files)[0] == found


# Of pages a/index, a/overview, b/index, b/overview, b/two and the first page; each value with links
# that may lead nowhere, to drafts, to the page itself, and keys that others inherit.
NAMES = ["index", "a/index", "a/overview", "b/index", "b/overview", "b/two"]
LINKS = st.sampled_from(["", "overview", "/a/overview", "/b/two", "/b", "nowhere"])
KEYS = {
    "title": st.sampled_from(["One", "Two", "Zebra"]),
    "next": LINKS,
    "prev": LINKS,
    "related": LINKS.map(lambda name: f"[{name}]" if name else ""),
    "draft": st.sampled_from(["", "", "true"]),
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


def pages_of(texts: dict[str, str]) -> dict[str, Page]:
    return {name: read_page(f"---\n{text}---\n", name) for name, text in texts.items()}


@given(
    st.fixed_dictionaries(dict.fromkeys(NAMES, FRONT)),
    st.dictionaries(st.sampled_from(NAMES), FRONT, min_size=1, max_size=2),
)
@example(  # a draft is no target, whoever has named it
    dict.fromkeys(NAMES, "title: x\n") | {"b/two": "title: x\nnext: /a/overview\n"},
    {"a/overview": "title: x\ndraft: true\n"},
)
@example(  # related by an industry until one of the two is no guide
    {name: f"title: {name}\nindustry: Health\n" for name in NAMES},
    {"a/index": "", "a/overview": ""},
)
def test_a_catalogue_made_of_the_one_before_is_the_same(
    texts: dict[str, str], edits: dict[str, str]
) -> None:
    site = Site(Path("/nowhere"), documents=frozenset(NAMES), today=dt.date(2026, 1, 1))
    before = pages_of(texts)
    after = before | pages_of({name: text for name, text in edits.items() if text != texts[name]})
    changed = {name for name in NAMES if after[name] != before[name]}
    made = assemble(after, site, assemble(before, site), changed)
    assert made == assemble(after, site)


def test_only_guides_that_may_have_changed_are_made_again() -> None:
    site = Site(Path("/nowhere"), documents=frozenset(NAMES))
    texts = {name: f"title: {name}\n" for name in NAMES} | {"b/two": "title: x\nnext: nowhere\n"}
    before = assemble(pages_of(texts), site)
    after = assemble(pages_of(texts | {"a/index": "title: A\n"}), site, before, {"a/index"})
    same = {name for name in NAMES if after.entries[name].guide is before.entries[name].guide}
    assert same == {"index", "b/index", "b/overview"}  # b/two had a problem, which is said again
