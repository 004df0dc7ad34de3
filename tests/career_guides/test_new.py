"""``career-guides new``: what it writes, where it links it, and what it refuses."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest

from career_guides import cli
from career_guides.content.page import read_page
from career_guides.new.place import CHAPTERS, lead_to
from career_guides.new.templates import OURS, SUFFIX, Templates, with_article
from tests.conftest import Site, guide


@pytest.fixture
def docs(site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site's guides; the site is the current folder."""
    monkeypatch.chdir(site.path)
    return site.docs


def new(*arguments: str) -> int:
    try:
        return cli.main(["new", *arguments])
    except SystemExit as end:
        return int(end.code or 0)


def nexts(folder: Path) -> dict[str, object]:
    """Return what the guides of a career say comes next."""
    pages = {file.stem: read_page(file.read_text("utf-8"), file.stem) for file in folder.iterdir()}
    return {name: page.values.get("next") for name, page in sorted(pages.items())}


# -- the templates ------------------------------------------------------------


def test_every_chapter_builds_and_checks_untouched(site: Site, docs: Path, capsys) -> None:
    site.write({"index.md": guide("Home", description="x" * 80, sidebarlogo="acme")})
    for chapter in (*CHAPTERS, "night-shift"):
        assert new(f"nurse/{chapter}") == 0
    assert new("interpreter-and-translator/overview") == 0
    assert site.build("-W", "-n", "--keep-going") == ""
    capsys.readouterr()
    assert cli.main(["check"]) == 0
    assert capsys.readouterr().out == f"{len(CHAPTERS) + 5} guides, 0 problems\n"

    outlines = {
        tuple(heading.text for heading in site.soup(f"nurse/{name}.html").select("h2"))
        for name in (*CHAPTERS, "night-shift")
    }
    assert len(outlines) == len(CHAPTERS) + 1
    shown = site.soup("nurse/overview.html").select_one("article")
    assert shown is not None
    assert "Lines that start with" not in shown.text
    titles = [a.text.strip() for a in site.soup("nurse/pay.html").select("nav.guide-nav a")]
    assert titles[1:4] == ["What a nurse does", "A day in the life of a nurse",
                           "Where the work of a nurse comes from"]  # fmt: skip


def test_there_is_a_template_for_every_chapter_that_has_a_place() -> None:
    assert set(Templates().chapters()) == set(CHAPTERS)
    assert (OURS / f"index{SUFFIX}").is_file()


def test_a_site_has_templates_of_its_own(docs: Path, capsys) -> None:
    (docs.parent / "conf.py").write_text("templates_path = ['theirs', '_templates']\n")
    own = docs.parent / "_templates" / "new"
    own.mkdir(parents=True)
    (own / f"overview{SUFFIX}").write_text(
        "{% set title = 'Ours: ' ~ career %}{% set description = 'D' %}\n"
        "{% include 'front.md.jinja' %}\nOur outline.\n"
    )
    (own / f"tools{SUFFIX}").write_text("{% set title = nope %}")
    assert new("nurse/tools") == 1
    assert "'nope' is undefined" in capsys.readouterr().err
    assert not (docs / "nurse").exists()
    assert new("nurse/overview") == 0
    text = (docs / "nurse/overview.md").read_text()
    assert 'title: "Ours: Nurse"' in text
    assert text.endswith("---\nOur outline.\n")


@pytest.mark.parametrize(
    ("career", "expected"),
    [("Nurse", "a nurse"), ("Engineer", "an engineer"), ("UX designer", "a UX designer"),
     ("University teacher", "a university teacher")],
)  # fmt: skip
def test_articles(career: str, expected: str) -> None:
    assert with_article(career) == expected


# -- the ring -----------------------------------------------------------------


def test_a_career_grows_into_a_ring(docs: Path, capsys) -> None:
    assert new("nurse/history") == 0
    assert nexts(docs / "nurse") == {"history": None, "index": "history"}
    assert new("nurse/overview") == 0  # comes first, whenever it is written
    assert nexts(docs / "nurse") == {"history": "overview", "index": "overview",
                                     "overview": "history"}  # fmt: skip
    capsys.readouterr()
    assert new("nurse/day-in-the-life") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "docs/nurse/day-in-the-life.md: new",
        "docs/nurse/overview.md: 'next' leads to 'day-in-the-life' now",
    ]
    assert new("nurse/night-shift") == 0
    assert new("nurse/strikes", "--after", "overview") == 0
    assert nexts(docs / "nurse") == {
        "day-in-the-life": "history",
        "history": "night-shift",
        "index": "overview",
        "night-shift": "overview",
        "overview": "strikes",
        "strikes": "day-in-the-life",
    }


def test_an_open_chain_stays_open(site: Site, docs: Path) -> None:
    site.write({
        "a/index.md": guide("A", next="overview"),
        "a/overview.md": guide("O", next="/a/pay"),
        "a/pay.md": guide("P"),
    })  # fmt: skip
    assert new("a/challenges") == 0
    assert nexts(docs / "a") == {
        "challenges": None, "index": "overview", "overview": "/a/pay", "pay": "challenges",
    }  # fmt: skip


def test_a_ring_through_the_landing_page(site: Site, docs: Path) -> None:
    site.write({
        "a/index.md": guide("A", next="overview"),
        "a/overview.md": guide("O", next="pay"),
        "a/pay.md": guide("P", next="index"),
    })  # fmt: skip
    assert new("a/challenges") == 0
    assert nexts(docs / "a")["challenges"] == "index"
    assert nexts(docs / "a")["pay"] == "challenges"


def test_a_career_in_the_order_of_weights(site: Site, docs: Path) -> None:
    site.write({"a/one.md": guide("One", weight="10"), "a/two.md": guide("Two", weight="20")})
    before = (docs / "a/two.md").read_bytes()
    assert new("a/three") == 0
    assert read_page((docs / "a/three.md").read_text(), "a/three").values["weight"] == 30
    assert (docs / "a/two.md").read_bytes() == before


def test_a_label_goes_with_its_step(site: Site, docs: Path) -> None:
    site.write({
        "a/overview.md": guide("O", next="{to: pay, label: 'What it \"pays\"'}  # why"),
        "a/pay.md": guide("P", next="overview"),
    })  # fmt: skip
    assert new("a/history") == 0
    assert "\nnext: history  # why\n" in (docs / "a/overview.md").read_text()
    assert nexts(docs / "a")["history"] == {"to": "pay", "label": 'What it "pays"'}


def test_what_cannot_be_edited_safely_is_named(site: Site, docs: Path, capsys) -> None:
    site.write({"a/overview.md": guide("O", next="pay", sidbar="x"),
                "a/pay.md": guide("P", next="overview")})  # fmt: skip
    before = (docs / "a/overview.md").read_text()
    assert new("a/history") == 0
    assert "docs/a/overview.md: add 'next: history' by hand" in capsys.readouterr().out
    assert (docs / "a/overview.md").read_text() == before


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        ("title: A", None, "title: A\nnext: new"),
        ("title: A\n# facts\nlast_reviewed: 2026-11-22", None,
         "title: A\nnext: new\n# facts\nlast_reviewed: 2026-11-22"),
        ("title: A\nnext: old # why\nweight: 3", 0, "title: A\nnext: new # why\nweight: 3"),
        ("title: A\nnext:\n  to: old\n  label: L # why\nweight: 3", 0,
         "title: A\nnext: new # why\nweight: 3"),
        ("title: A\nnext: [old, 'https://example.org/']", 0,
         "title: A\nnext: [new, 'https://example.org/']"),
        ("title: A\nnext:\n  - /b/c\n  - to: old\n    label: L\nweight: 3", 1,
         "title: A\nnext:\n  - /b/c\n  - new\nweight: 3"),
        ("title: A\nnext:\n- /b/c # why\nweight: 3", None,
         "title: A\nnext:\n- new\n- /b/c # why\nweight: 3"),
        ("title: A\nnext: [/b/c]", None, "title: A\nnext: [new, /b/c]"),
        ("title: A\nnext: /b/c # why", None, "title: A\nnext: [new, /b/c] # why"),
        ("title: A\nnext: {to: /b/c, label: L}", None,
         'title: A\nnext: [new, {to: "/b/c", label: "L"}]'),
        ("title: A\nnext:\nweight: 3", None, "title: A\nnext: new\nweight: 3"),
        ("title: A\nnext: [] # none", None, "title: A\nnext: new # none"),
    ],
)  # fmt: skip
def test_next_is_edited_in_place(before: str, item: int | None, after: str) -> None:
    page = "---\n{}\n---\n\nText: next\n"
    assert lead_to(page.format(before), "new", item) == page.format(after)


# -- names --------------------------------------------------------------------


def test_nothing_is_overwritten(site: Site, docs: Path, capsys) -> None:
    site.write({"nurse/overview.md": "mine", "nurse/pay.rst": "Pay\n===\n"})
    assert new("docs/nurse/overview.md") == 1
    assert capsys.readouterr().err == (
        "career-guides new: docs/nurse/overview.md is there already\n"
    )
    assert new("nurse/pay") == 1
    assert (docs / "nurse/overview.md").read_text() == "mine"
    assert not (docs / "nurse/pay.md").exists()


def test_a_near_miss_is_no_new_career(site: Site, docs: Path, capsys) -> None:
    site.write({"liaison/index.md": guide("Liaison")})
    assert new("liason/pay") == 1
    assert capsys.readouterr().err == (
        "career-guides new: no career 'liason'; did you mean 'liaison/pay'? To start a career"
        " 'liason', add --new-career\n"
    )
    assert not (docs / "liason").exists()
    assert new("liason/pay", "--new-career") == 0
    assert (docs / "liason/pay.md").is_file()


def test_a_career_alone(docs: Path, capsys) -> None:
    assert new("nurse", "--title", "Nurse: a guide", "--description", "D") == 0
    text = (docs / "nurse/index.md").read_text()
    assert text.startswith('---\ntitle: "Nurse: a guide"\ndescription: D\n')
    assert new("nurse") == 1
    assert "name a chapter, such as 'nurse/overview'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nurse/Night Shift", "did you mean 'nurse/night-shift'?"),
        ("../nurse/x", "small letters, digits and hyphens"),
        ("nurse//x", "small letters, digits and hyphens"),
        ("images/x", "'images' cannot be a career"),
        ("nurse/_x", "did you mean 'nurse/x'?"),
    ],
)
def test_names_that_no_guide_can_have(docs: Path, capsys, name: str, said: str) -> None:
    assert new(name) == 2
    assert said in capsys.readouterr().err
    assert sorted(file.name for file in docs.iterdir()) == ["index.md", "logos"]


def test_after_must_be_there(docs: Path, capsys) -> None:
    assert new("nurse/pay") == 0
    assert new("nurse/x", "--after", "pya") == 2
    assert "no guide 'pya' in 'nurse' (guides: pay)" in capsys.readouterr().err


# -- at a terminal ------------------------------------------------------------


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch):
    """A function that says what somebody types, line by line."""

    def type_in(*lines: str) -> list[str]:
        asked: list[str] = []
        left = iter(lines)

        def read(prompt: str = "") -> str:
            asked.append(prompt)
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(builtins, "input", read)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        return asked

    return type_in


def test_what_is_missing_is_asked(docs: Path, answers) -> None:
    asked = answers("nurse/pay", "What it pays", "")
    assert new() == 0
    assert asked[1] == "Title [Pay and prospects of a nurse]: "
    page = read_page((docs / "nurse/pay.md").read_text(), "nurse/pay")
    assert page.values["title"] == "What it pays"
    assert page.values["description"].startswith("What a nurse is paid")


def test_a_near_miss_is_asked_about(site: Site, docs: Path, answers) -> None:
    site.write({"liaison/index.md": guide("Liaison")})
    answers("", "", "")
    assert new("liason/pay") == 0
    assert (docs / "liaison/pay.md").is_file()
    answers("n", "", "")
    assert new("liason/pay") == 0
    assert (docs / "liason/pay.md").is_file()
    answers("history", "", "")
    assert new("liaison") == 0
    assert (docs / "liaison/history.md").is_file()


def test_stopped_in_the_middle(docs: Path, answers, capsys) -> None:
    answers("nurse/pay", "Title")
    assert new() == 130
    assert "nothing has been written" in capsys.readouterr().err
    assert not (docs / "nurse").exists()
