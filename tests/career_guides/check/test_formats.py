"""The output of ``career-guides check`` for GitHub and for programs."""

from __future__ import annotations

import json

from career_guides.cli.main import main
from tests.sites import Site, guide
from tests.sites.check import check, described


def test_annotations_of_a_pull_request(docs: Site, capsys) -> None:
    docs.write({"a, b/c.md": described("C", next="'100%'"), "a, b/d.md": guide("D")})
    code, lines, last = check(capsys, "--format", "github")
    assert code == 1
    assert lines == [
        "::error file=docs/a%2C b/c.md,line=4,title=guide.target::'next' points at 'a, b/100%25',"
        " which does not exist",
        "::notice file=docs/a%2C b/d.md,line=1,title=guide.description::no 'description': search"
        " results and cards show one, a sentence of 80 to 155 characters",
    ]
    assert last == "3 guides, 1 problem, 1 note"


def test_json_output(docs: Site, capsys) -> None:
    docs.write({"a/c.md": described("Ç", next="d")})
    assert main(["check", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "guides": 2,
        "findings": [
            {
                "file": "docs/a/c.md",
                "line": 4,
                "level": "problem",
                "subtype": "target",
                "message": "'next' points at 'a/d', which does not exist",
            }
        ],
    }
