"""``career-guides check --stdin``: one file whose text is not saved yet."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_cache import stamps
from career_guides.check.one_file import cache_folder, docname_of
from career_guides.cli import main
from career_guides.cli.arguments import UsageError
from career_guides.content import page_cache
from tests.sites import LOGO, Site
from tests.sites.check import described


def said(monkeypatch, capsys, text: str, name: str, *options: str) -> tuple[int, list[str]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    code = main(["check", "--stdin", name, *options])
    return code, capsys.readouterr().out.splitlines()


@pytest.fixture
def baker(docs: Site) -> Site:
    docs.write({
        "baker/index.md": described("Baker", next="bread"),
        "baker/bread.md": described("Bread", "## The oven\n\nText."),
        "baker/draft.md": described("Draft", draft="true"),
        "nurse/index.md": described("Nurse"),
        "nurse/care.md": described("Care"),
    })  # fmt: skip
    return docs


BODY = """\
{guide}`bred` {guide}`/nurse` {guide}`bread#the-oven` [a](bread.md#the-ofen) {guide}`draft`
{guide}`/nurse/care`

#### Deep
"""


@pytest.mark.parametrize("is_cached", [False, True])
def test_unsaved_text_gets_the_messages_of_a_full_check(
    baker: Site, monkeypatch, capsys, *, is_cached: bool
) -> None:
    text = described("New", BODY, next="nowhere", sidebarlogo="acmee")
    if is_cached:
        main(["check"])
        capsys.readouterr()
        assert (cache_folder(Path("docs")) / "pages.pickle").is_file()
    code, lines = said(monkeypatch, capsys, text, "docs/baker/new.md")
    assert code == 1
    baker.write({"baker/new.md": text})
    main(["check"])
    full = capsys.readouterr().out.splitlines()
    assert lines[:-1] == [line for line in full if "baker/new.md" in line]
    assert len(lines) == 7
    assert lines[-1] == "1 guide, 6 problems"


def test_text_on_disk_does_not_count(baker: Site, monkeypatch, capsys) -> None:
    baker.write({"baker/bread.md": described("Bread", "{guide}`nowhere`")})
    code, lines = said(monkeypatch, capsys, described("Bread"), "baker/bread.md")
    assert (code, lines) == (0, ["1 guide, 0 problems"])


def test_column_of_the_word_that_is_wrong(baker: Site, monkeypatch, capsys) -> None:
    text = described("Bread", "See {guide}`nowhere`.")
    _code, lines = said(monkeypatch, capsys, text, "docs/baker/bread.md", "--format", "gcc")
    assert lines[0].startswith("docs/baker/bread.md:6:13: warning: 'guide' points at ")


def test_file_must_be_a_page_of_the_source_folder(tmp_path: Path) -> None:
    assert docname_of(tmp_path / "docs/a/b.md", tmp_path / "docs") == "a/b"
    for name in ("elsewhere/a.md", "docs/a/b.txt"):
        with pytest.raises(UsageError):
            docname_of(tmp_path / name, tmp_path / "docs")


RUN = """
import sys
from build_cache import stamps
stamps.MOMENT = 0
from career_guides.cli import main
main(["check", "--stdin", "docs/baker/bread.md"])
print("LOADED", *sorted({*sys.argv[1:]} & sys.modules.keys()))
"""


def test_no_module_is_loaded_that_an_editor_would_wait_for(baker: Site) -> None:
    slow = ("pydantic", "docutils", "jinja2", "imagesize", "importlib.metadata", "babel")
    baker.write({"logos/acme.svg": LOGO})
    text = described("Bread", "See {guide}`draft` and `code`.")
    loaded = ""
    for _ in range(2):  # the first fills the cache
        done = subprocess.run(
            [sys.executable, "-c", RUN, *slow], input=text, capture_output=True, text=True
        )
        *_answer, loaded = done.stdout.splitlines()
    assert loaded == "LOADED", done.stderr


def test_a_cache_in_the_repository_is_not_read(baker: Site) -> None:
    assert not cache_folder(baker.docs).is_relative_to(baker.path)


#: What happens to other files, each of which changes the messages of the edited page.
CHANGES = {
    "a heading": {"baker/bread.md": described("Bread", "## The ofen\n\nText.")},
    "a page": {"baker/bred.md": described("Bred")},
    "no draft": {"baker/draft.md": described("Draft")},
    "all guides of a folder": {"nurse/index.md": described("Nurse", cascade="{draft: true}")},
    "a logo": {"logos/acmee.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"},
    "a title": {"baker/index.md": described("Baker").replace("title: Baker", "title: New")},
}


@pytest.mark.parametrize("change", CHANGES)
def test_answer_right_after_other_files_changed(
    baker: Site, monkeypatch, capsys, change: str
) -> None:
    text = described("New", BODY, sidebarlogo="acmee")
    baker.write({"baker/new.md": text})

    def full() -> list[str]:
        main(["check"])
        lines = capsys.readouterr().out.splitlines()
        return [line for line in lines if "baker/new.md" in line]

    before = full()
    assert said(monkeypatch, capsys, text, "docs/baker/new.md")[1][:-1] == before
    baker.write(CHANGES[change])
    answer = said(monkeypatch, capsys, text, "docs/baker/new.md")[1][:-1]
    assert answer == full()
    assert answer != before


def test_answer_uses_what_the_last_one_kept(baker: Site, monkeypatch, capsys) -> None:
    """A page whose file has not changed is not read again, whatever a full check left."""
    monkeypatch.setattr(stamps, "MOMENT", 0)
    text = described("New", BODY)
    answers = []
    for _ in range(2):
        answers.append(said(monkeypatch, capsys, text, "docs/baker/new.md"))
        monkeypatch.setattr(page_cache, "read_page", None)
    assert answers[0] == answers[1]
    assert (cache_folder(Path("docs")) / "editor.pickle").is_file()


def test_a_draft_may_be_edited_like_any_guide(baker: Site, monkeypatch, capsys) -> None:
    """Its folder may make it one, too."""
    baker.write({"nurse/index.md": described("Nurse", cascade="{draft: true}")})
    text = described("Care", "{guide}`/baker/bread`")
    assert said(monkeypatch, capsys, text, "docs/nurse/care.md") == (0, ["1 guide, 0 problems"])


def test_a_picture_that_changed_is_measured_again(baker: Site, monkeypatch, capsys) -> None:
    text = described("New", "![A loaf](/images/loaf.svg)")
    loaf = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    baker.write({"images/loaf.svg": loaf})
    os.utime(baker.docs / "images/loaf.svg", (1e9, 1e9))
    for _ in range(2):
        assert said(monkeypatch, capsys, text, "docs/baker/new.md")[0] == 0
    baker.write({"images/loaf.svg": "no picture"})
    code, lines = said(monkeypatch, capsys, text, "docs/baker/new.md")
    assert code == 1
    assert "cannot be read as an image" in lines[0]
