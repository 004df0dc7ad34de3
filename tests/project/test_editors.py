"""Settings for editors."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from career_guides.cli import main
from career_guides.content.page import read_page
from tests.sites import ROOT, Site
from tests.sites.check import described


def vscode(name: str) -> Any:
    return json.loads((ROOT / ".vscode" / name).read_text("utf-8"))


def test_snippets_are_valid_front_matter() -> None:
    for snippet in vscode("guides.code-snippets").values():
        lines = snippet["body"] if isinstance(snippet["body"], list) else [snippet["body"]]
        text = "\n".join(lines).replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-22")
        text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}|\$\{\d+:([^}]*)\}", r"\1\2", text)
        assert "${" not in text.replace("${TM_DIRECTORY", "")
        page = read_page(text, "baker/index")
        assert page.problems == (), snippet
        assert page.is_guide == text.startswith("---"), snippet


def test_tasks_run_targets_and_match_their_messages() -> None:
    targets = (ROOT / "Makefile").read_text("utf-8")
    line = "docs/a/b.md:3: WARNING: 'next' points at 'a/c' [guide.target]"
    with_column = "docs/a/b.md:3:7: warning: 'next' points at 'a/c' [guide.target]"
    for task in vscode("tasks.json")["tasks"]:
        target = task["command"].split()[1]
        assert target in {"html", "live"} or f"\n{target}:" in targets
        if matcher := task["problemMatcher"]:
            message = line.partition("WARNING: ")[2]
            if "gcc" in task["command"]:
                match = re.match(matcher["pattern"]["regexp"], with_column)
                assert match
                assert match.groups() == ("docs/a/b.md", "3", "7", "warning", message)
                assert matcher["pattern"]["column"] == 3
                continue
            match = re.match(matcher["pattern"]["regexp"], line)
            assert match
            assert match.groups() == ("docs/a/b.md", "3", message)


def test_tasks_match_what_the_check_really_prints(site: Site, monkeypatch, capsys) -> None:
    site.write({
        "baker/index.md": described("Baker", "See {guide}`nowhere`.", sidebar="'true'"),
        "baker/day in.md": described("Day", "#### Deep"),
    })  # fmt: skip
    monkeypatch.chdir(site.path)
    assert main(["check", "--format", "gcc"]) == 1
    *printed, summary = capsys.readouterr().out.splitlines()
    patterns = [
        task["problemMatcher"]["pattern"]
        for task in vscode("tasks.json")["tasks"]
        if "gcc" in task["command"]
    ]
    assert len(patterns) == 2
    for pattern in patterns:
        assert not re.match(pattern["regexp"], summary)
        found = []
        for line in printed:
            match = re.match(pattern["regexp"], line)
            assert match, line
            file, number, column, severity = (
                match[pattern[name]] for name in ("file", "line", "column", "severity")
            )
            row = (site.path / file).read_text("utf-8").splitlines()[int(number) - 1]
            found.append((Path(file).name, row[int(column) - 1 :], severity))
        assert ("index.md", "nowhere`.", "warning") in found
        assert ("index.md", "sidebar: 'true'", "warning") in found
        assert ("day in.md", "Deep", "warning") in found
        assert any(severity == "note" for *_place, severity in found)


def test_the_linter_of_editors_has_the_schema() -> None:
    config = yaml.safe_load((ROOT / ".remarkrc.yaml").read_text("utf-8"))
    (schema,) = config["plugins"][1][1]["schemas"]
    assert (ROOT / schema).is_file()
    packages = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    used = [plugin if isinstance(plugin, str) else plugin[0] for plugin in config["plugins"]]
    assert {*used, "remark"} <= packages.keys()
    assert "unifiedjs.vscode-remark" in vscode("extensions.json")["recommendations"]
