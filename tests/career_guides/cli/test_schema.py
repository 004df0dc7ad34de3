"""``career-guides schema``."""

from __future__ import annotations

import json

from career_guides.cli.main import main
from career_guides.content.json_schema import as_text, front_matter_schema

SCHEMA = front_matter_schema()


def test_schema_is_printed_or_written(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == as_text(SCHEMA)
    (tmp_path / "conf.py").write_text("guides_extra_keys = ['mine']\n")
    assert main(["schema", "--out", "x.json"]) == 0
    written = json.loads((tmp_path / "x.json").read_text())
    assert written == front_matter_schema(["mine"])
    assert main(["schema", "--out", "no/such/x.json"]) == 2
    assert "no/such/x.json" in capsys.readouterr().err
