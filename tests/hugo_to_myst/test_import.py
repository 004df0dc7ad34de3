"""The import as a whole: what it writes, what it leaves alone, what it reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hugo_to_myst import convert_page as convert
from hugo_to_myst import safe_files as files
from hugo_to_myst import verify_text as words
from hugo_to_myst.command import main
from hugo_to_myst.findings import KINDS
from hugo_to_myst.import_site import import_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Imported

PAGES = {"content/a.md": "one two *three*\n\n![p](/p.png)", "content/b/c.md": "four",
         "static/p.png": b"1"}  # fmt: skip


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    found = (p for p in folder.rglob("*") if p.is_file())
    return {str(p): (p.stat().st_mtime_ns, p.read_bytes()) for p in found}


@pytest.mark.parametrize("force", [False, True])
def test_a_second_run_changes_nothing(force: bool, make: Callable[..., Imported]) -> None:
    first = make(PAGES)
    before = snapshot(first.out)
    again = make(PAGES, force=force)
    assert snapshot(again.out) == before
    assert not again.of("exists")
    assert again.report.counts["guides unchanged"] == 2
    assert again.report.findings == first.report.findings


def test_what_is_there_is_not_touched_without_force(make: Callable[..., Imported]) -> None:
    done = make(PAGES)
    (done.out / "a.md").write_text("mine")
    (done.out / "images/p.png").write_bytes(b"mine, too")
    kept = make(PAGES)
    assert kept.text("a") == "mine"
    assert {f.was for f in kept.of("exists")} == {"a.md", "images/p.png"}
    assert "three" in make(PAGES, force=True).text("a")


def test_an_index_of_ones_own_is_never_replaced(make: Callable[..., Imported]) -> None:
    done = make(PAGES)
    (done.out / "index.md").write_text("mine")
    assert make(PAGES, force=True).text("index") == "mine"


def test_a_dry_run_writes_nothing(make: Callable[..., Imported]) -> None:
    done = make(PAGES, dry_run=True)
    assert not done.out.exists()
    assert done.report.counts["guides written"] == 2


def test_only_some_pages(make: Callable[..., Imported]) -> None:
    assert make(PAGES, only="b/*").guides == ["b/c"]


def test_a_page_that_fails_stops_no_other(
    make: Callable[..., Imported], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = convert.Converter.guide

    def fails(self: Any, page: Any, *args: Any, **options: Any) -> Any:
        if page.docname == "a":
            raise ValueError("odd")
        return real(self, page, *args, **options)

    monkeypatch.setattr(convert.Converter, "guide", fails)
    done = make(PAGES)
    (finding,) = done.of("unreadable")
    assert (finding.file, finding.became) == ("content/a.md", "copied to _unread/content/a.md.txt")
    assert "three" in (done.out / "_unread/content/a.md.txt").read_text()
    assert "four" in done.text("b/c")


def test_no_half_file_is_left(
    make: Callable[..., Imported], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    done = make(PAGES)
    before = snapshot(done.out)
    monkeypatch.setattr(files.Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make({**PAGES, "content/a.md": "changed"}, force=True)
    assert snapshot(done.out) == before


def test_a_folder_that_cannot_be_written_is_reported(make: Callable[..., Imported]) -> None:
    done = make(PAGES)
    target = done.out / "a.md"
    target.unlink()
    target.mkdir()
    assert [f.was for f in make(PAGES, force=True).of("write")] == ["a.md"]


def test_an_empty_page_is_a_guide_and_is_told(make: Callable[..., Imported]) -> None:
    done = make(
        {"content/a.md": "---\ntitle: A\n---\n", "content/s/_index.md": "---\ntitle: S\n---\n"}
    )
    assert done.text("a") == "---\ntitle: A\n---\n"
    assert done.body("s/index") == "```{guides}\n:career: s\n```"
    assert len(done.of("empty")) == 2


def test_every_kind_is_described(make: Callable[..., Imported]) -> None:
    source = "".join(p.read_text() for p in Path(convert.__file__).parent.rglob("*.py"))
    assert [k for k in KINDS if f'"{k}"' not in source.replace(f'"{k}": (', "", 1)] == []
    done = make(PAGES)
    report = json.loads(done.report.to_json())
    assert set(report) == {"counts", "kinds", "findings"}
    assert set(report["findings"][0]) == {
        "file", "line", "kind", "was", "became", "suggestion", "level",
    }  # fmt: skip


# -- words ------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new"), [
    ("three", "tree"), ("one two", "two one"), ("one", ""), ("two", "two extra"),
])  # fmt: skip
def test_a_lost_or_moved_word_is_found(
    old: str, new: str, make: Callable[..., Imported], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = convert.Emitter.page
    monkeypatch.setattr(convert.Emitter, "page", lambda *a: real(*a).replace(old, new))
    (finding,) = make(PAGES).of("words")
    assert finding.file == "content/a.md"


@pytest.mark.parametrize("lost", ["figure", "next"])
def test_lost_front_matter_is_found(
    lost: str, make: Callable[..., Imported], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (
        "<figure><img src='/p.png' alt='p'><figcaption>Said.</figcaption></figure>\n\nx\n\n"
        "<a href='/b/c'>next: see</a>"
    )
    assert not make({**PAGES, "content/a.md": page}).of("words")
    real = convert.matter.write
    monkeypatch.setattr(convert.matter, "write", lambda v: real({k: v[k] for k in v if k != lost}))
    assert make({**PAGES, "content/a.md": page}, force=True).of("words")


def test_words_as_a_browser_shows_them() -> None:
    source = "a<b>b</b>c <script>x</script><p>d<p hidden>e<table><td>f<td>g</table><style>h</style>"
    assert words.of_page(source, lambda *_: []) == ["abc", "d", "e", "f", "g"]


# -- the command ------------------------------------------------------------------


def test_the_command(make: Callable[..., Imported], tmp_path: Path, capsys: Any) -> None:
    done = make({"content/a.md": "fine"})
    out, report = tmp_path / "new", tmp_path / "report.json"
    args = [str(done.site), "--out", str(out)]
    assert main([*args, "--report", str(report)]) == 0
    assert json.loads(report.read_text())["counts"]["guides written"] == 1
    assert "1 guides written" in capsys.readouterr().out
    (done.site / "content/a.md").write_text("---\ntitle: A\n---\n[x](/no)")
    assert main([*args, "--force"]) == 1
    shown = capsys.readouterr().out
    assert "content/a.md:4: link: /no" in shown


@pytest.mark.parametrize("wrong", ["no folder", "no site", "out", "table"])
def test_wrong_usage(wrong: str, make: Callable[..., Imported], tmp_path: Path) -> None:
    site, args = str(make(PAGES).site), ["--out", str(tmp_path / "o")]
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "bad.toml").write_text("x = 1")
    site = {"no folder": "/nowhere", "no site": str(tmp_path / "empty")}.get(wrong, site)
    args = ["--out", str(tmp_path / "file")] if wrong == "out" else args
    args += ["--shortcodes", str(tmp_path / "bad.toml")] if wrong == "table" else []
    assert main([site, *args]) == 2
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2


# -- real sites -------------------------------------------------------------------


@pytest.mark.parametrize(("name", "pages"), [
    ("workdojos", 266), ("spiffe", 58), ("kubeflow", 190), ("foosn", 8),
])  # fmt: skip
def test_samples(name: str, pages: int, samples: Path, tmp_path: Path) -> None:
    report = import_site(samples / name, tmp_path / "out")
    found = [f for f in report.findings if f.kind in ("words", "unreadable", "write")]
    assert not found
    assert report.counts["guides written"] == pages
    guides = (p.read_text(encoding="utf-8") for p in (tmp_path / "out").rglob("*.md"))
    assert not any("hugoshortcode" in text or "data-hugo" in text for text in guides)


def test_the_samples_broken_chapters_have_suggestions(samples: Path, tmp_path: Path) -> None:
    report = import_site(samples / "workdojos", tmp_path / "out", dry_run=True)
    near = {f.was: f.suggestion for f in report.findings if f.kind == "link" and f.suggestion}
    address = "https://workdojos.com"
    assert near[f"{address}/spiritualcoaches/start"] == "spiritualcoach/start"
    assert near[f"{address}/academies/social-media"] == "academies/social"
    assert near[f"{address}/academies/startup-ideas"] == "academies/startup"


def test_the_documentation_lists_every_kind() -> None:
    page = Path(__file__).parents[2] / "docs" / "contribute" / "moving-from-hugo.md"
    text = page.read_text(encoding="utf-8")
    rows = [f"| `{kind}` | {level} | {what} |" for kind, (level, what) in KINDS.items()]
    assert [row for row in rows if row not in text] == []
