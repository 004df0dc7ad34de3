"""The command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hugo_to_myst import command
from hugo_to_myst.command import main
from tests.hugo_to_myst.sites import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.sites import Make


def test_the_command(make: Make, tmp_path: Path, capsys: Any) -> None:
    done = make({"content/a.md": "fine"})
    out, report = tmp_path / "new", tmp_path / "report.json"
    args = [str(done.site), "--out", str(out)]
    assert main([*args, "--report", str(report)]) == 0
    assert json.loads(report.read_text())["counts"]["guides written"] == 1
    shown = capsys.readouterr().out
    assert "1 guides written" in shown
    assert f"\nsphinx-build -b dirhtml {out} " in shown
    assert main(args) == 0
    assert "sphinx-build" not in capsys.readouterr().out  # it is built already
    (done.site / "config.yaml").write_text("uglyURLs: true\n")
    assert main([*args, "--force"]) == 0
    (out / "a.md").unlink()
    assert main(args) in (0, 1)
    assert f"\nsphinx-build -b html {out} " in capsys.readouterr().out
    (done.site / "content/a.md").write_text("---\ntitle: A\n---\n[x](/no)")
    assert main([*args, "--force"]) == 1
    shown = capsys.readouterr().out
    assert "content/a.md:4: link: /no" in shown


@pytest.mark.parametrize("wrong", ["no folder", "no site", "out", "table"])
def test_wrong_usage(wrong: str, make: Make, tmp_path: Path) -> None:
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


def test_interrupted(
    make: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    done = make({"content/p.md": "a"})
    monkeypatch.setattr(command, "import_site", interrupted)
    assert main([str(done.site), "--out", str(done.out)]) == 130
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("out", ["x" * 300, "static/a", "assets", "themes/t", "content/a"])
def test_places_that_cannot_be_the_output(make: Make, out: str) -> None:
    done = make({"content/p.md": "a"})
    assert main([str(done.site), "--out", str(done.site / out)]) == 2


def test_only_that_matches_nothing(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    done = make({"content/p.md": "a"})
    assert main([str(done.site), "--out", str(done.out), "--only", "nothing*"]) == 1
    assert "nothing*" in capsys.readouterr().err
