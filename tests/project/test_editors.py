"""Settings for editors."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from career_guides.content.page import read_page
from tests.sites import ROOT


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


def test_the_linter_of_editors_has_the_schema() -> None:
    config = yaml.safe_load((ROOT / ".remarkrc.yaml").read_text("utf-8"))
    (schema,) = config["plugins"][1][1]["schemas"]
    assert (ROOT / schema).is_file()
    packages = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    used = [plugin if isinstance(plugin, str) else plugin[0] for plugin in config["plugins"]]
    assert {*used, "remark"} <= packages.keys()
    assert "unifiedjs.vscode-remark" in vscode("extensions.json")["recommendations"]
