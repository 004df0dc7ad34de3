"""Broken, odd and hostile sites: a fault of one page or file stops no other."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import pytest

from hugo_to_myst import command as cli
from hugo_to_myst.read import shortcodes
from hugo_to_myst.read.config import NotHugoError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Imported

    Make = Callable[..., Imported]

PNG = bytes.fromhex("89504e470d0a1a0a")


def test_links_that_lead_nowhere_or_out_and_pipes_are_reported(make: Make, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "in.txt").write_text("secret")
    for folder in ("static", "content"):
        place = tmp_path / "site" / folder
        place.mkdir(parents=True)
        (place / "gone.png").symlink_to("nothing.png")
        (place / "loop.md").symlink_to("loop.md")
        (place / "l.png").symlink_to(tmp_path / "secret.txt")
        (place / "s.md").symlink_to("../../secret.txt")
        (place / "away").symlink_to(tmp_path / "elsewhere")
        os.mkfifo(place / "pipe.md")
        (place / "kept.txt").symlink_to("real.txt")
        (place / "real.txt").write_text(folder)
    text = "![a](/gone.png) ![b](/l.png) [c](/away/in.txt) [d](/kept.txt) ![e](/real.png)\n"
    done = make({"content/p.md": text, "static/real.png": PNG})
    assert not done.of("unreadable")
    found = {f.file for f in done.of("resource") if f.became.startswith("not read")}
    names = ("gone.png", "loop.md", "l.png", "s.md", "away", "pipe.md")
    assert found == {f"{folder}/{name}" for folder in ("static", "content") for name in names}
    assert "s" not in done.guides
    assert "loop" not in done.guides
    written = [p.read_bytes() for p in done.out.rglob("*") if p.is_file()]
    assert b"secret" not in written
    assert PNG in written
    assert "p" in done.guides


def test_a_name_that_no_file_system_takes_is_a_broken_link(make: Make) -> None:
    long = "x" * 300
    done = make({"content/p.md": f"![a](/{long}.png) [c]({long})\n"})
    assert not done.of("unreadable")
    assert "p" in done.guides


@pytest.mark.parametrize("value", ["!!bool foo", "!!int ''", "!!timestamp foo", "!!float x"])
def test_wrong_tags_are_faults_of_their_page(make: Make, value: str) -> None:
    done = make({"content/p.md": f"---\ntitle: T\nsidebar: {value}\n---\nText\n"})
    assert "Text" in done.text("p")
    assert [f.file for f in done.report.findings if f.level == "problem"]


def test_wrong_tags_in_the_configuration_are_no_site(make: Make) -> None:
    with pytest.raises(NotHugoError):
        make({"config.yaml": "a: !!bool foo\n"})


def test_a_number_that_cannot_be_written_stops_no_other_page(make: Make) -> None:
    slug = "0x" + "f" * 6000
    done = make({"content/p.md": f"---\ntitle: T\nslug: {slug}\n---\nText\n", "content/q.md": "Q"})
    assert "q" in done.guides
    assert any(f.file == "content/p.md" and f.level == "problem" for f in done.report.findings)


@pytest.mark.parametrize("opener", ["[" * 100_000, "{a: " * 20_000], ids=["list", "mapping"])
def test_deep_yaml_does_not_end_the_process(make: Make, opener: str) -> None:
    done = make({"content/p.md": f"---\ntitle: T\na: {opener}\n---\nText\n"})
    assert "Text" in done.text("p")
    assert done.front("p")["title"] == "T"
    with pytest.raises(NotHugoError):
        make({"config.yaml": f"a: {opener}\n"})


def test_aliases_that_explode_are_refused(make: Make) -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8)]
    front = "\n".join(["title: T", "a0: &a0 [x, x]", *levels])
    start = time.monotonic()
    done = make(
        {
            "content/p.md": f"---\n{front}\n---\nText\n",
            "content/q.md": "---\ntitle: T\na: &a [*a]\n---\nText\n",
            "content/r.md": "---\ntitle: &t Twice\ndescription: *t\n---\nText\n",
        }
    )
    assert time.monotonic() - start < 5
    assert "Text" in done.text("p")
    assert "Text" in done.text("q")
    assert done.front("r")["description"] == "Twice"
    assert {f.file for f in done.report.findings if "10000 values" in f.was + f.became} == {
        "content/p.md", "content/q.md",
    }  # fmt: skip


def test_no_link_gets_a_scheme_of_its_own(make: Make) -> None:
    done = make(
        {
            "content/p.md": '[r]({{< ref "javascript:alert(45)" >}})\n',
            "content/q.md": "---\ntitle: Q\nurl: //[foo\n---\n[a](b) ![c](d.png)\n",
        }
    )
    assert "](javascript:" not in done.text("p")
    assert not done.of("unreadable")


def test_a_wrong_address_of_the_site_is_a_fault_of_the_site(make: Make) -> None:
    with pytest.raises(NotHugoError, match="foo"):
        make({"config.yaml": "baseURL: 'https://[foo'\n", "content/p.md": "a"})


@pytest.mark.parametrize("languages", ["", "{en: }", "[en]"])
def test_empty_languages_beside_a_file_of_one(make: Make, languages: str) -> None:
    config = f"baseURL: https://old.example\nlanguages: {languages}\n"
    parts = {"config.yaml": config, "config/_default/params.en.toml": "a = 1\n"}
    assert "p" in make({**parts, "content/p.md": "a"}).guides


def test_a_list_within_itself_in_the_configuration(make: Make) -> None:
    with pytest.raises(NotHugoError):
        make({"config.yaml": "a: &a [*a]\n", "content/p.md": "a"})


def test_interrupted(
    make: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    done = make({"content/p.md": "a"})
    monkeypatch.setattr(cli, "import_site", interrupted)
    assert cli.main([str(done.site), "--out", str(done.out)]) == 130
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("out", ["x" * 300, "static/a", "assets", "themes/t", "content/a"])
def test_places_that_are_no_output(make: Make, out: str) -> None:
    done = make({"content/p.md": "a"})
    assert cli.main([str(done.site), "--out", str(done.site / out)]) == 2


def test_only_that_matches_nothing(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    done = make({"content/p.md": "a"})
    assert cli.main([str(done.site), "--out", str(done.out), "--only", "nothing*"]) == 1
    assert "nothing*" in capsys.readouterr().err


@pytest.mark.parametrize("tag", ['{{< a "', "{{% a ", "{{< a `", '{{< a \\"'])
def test_shortcodes_that_never_end_take_no_time(tag: str) -> None:
    start = time.monotonic()
    shortcodes.mark(tag * 20_000, 1, lambda *_: set())
    assert time.monotonic() - start < 4


def test_mounts_and_themes_that_are_not_followed_are_reported(make: Make) -> None:
    config = """\
baseURL: https://old.example
module:
  mounts:
  - {source: content, target: content}
  - {source: docs, target: content/docs}
"""
    done = make({
        "config.yaml": config, "content/p.md": "a", "docs/d.md": "d",
        "themes/t/content/x.md": "x",
    })  # fmt: skip
    said = [f.was for f in done.of("config")]
    assert "module.mounts: docs as content/docs" in said
    assert "themes/t/content" in said
    assert not any(s.removeprefix("module.mounts: ") == "content as content" for s in said)
