"""The output of ``career-guides check`` for GitHub and for programs."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft4Validator

from career_guides.check.formats import columns_of
from career_guides.cli import main
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


def test_sarif_has_rules_lines_and_columns(docs: Site, capsys) -> None:
    docs.write({"a b/c.md": described("C", next="d"), "a b/d e.md": described("D")})
    assert main(["check", "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["guide.file_name", "guide.target"]
    found = [
        (result["level"], rules[result["ruleIndex"]], result["locations"][0]["physicalLocation"])
        for result in run["results"]
    ]
    assert found == [
        ("warning", "guide.target", {
            "artifactLocation": {"uri": "docs/a%20b/c.md"},
            "region": {"startLine": 4, "startColumn": 1, "endColumn": 5},
        }),
        ("note", "guide.file_name", {
            "artifactLocation": {"uri": "docs/a%20b/d%20e.md"},
            "region": {"startLine": 1, "startColumn": 1, "endColumn": 4},
        }),
    ]  # fmt: skip


def of_object(required: list[str], **properties: object) -> dict[str, object]:
    return {
        "type": "object", "required": required, "properties": properties,
        "additionalProperties": False,
    }  # fmt: skip


TEXT = {"type": "string", "minLength": 1}
NUMBER = {"type": "integer", "minimum": 1}
WORDS = of_object(["text"], text=TEXT)
#: What the schema of SARIF 2.1.0, errata 01, says of the properties that we use: the document at
#: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
#: is too large for the repository. Its own required properties are required here, too.
SARIF = of_object(
    ["version", "runs", "$schema"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"enum": ["2.1.0"]},
    runs={"type": "array", "minItems": 1, "items": of_object(
        ["tool", "results"],
        columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        tool=of_object(["driver"], driver=of_object(
            ["name"], name=TEXT, version=TEXT,
            rules={"type": "array", "uniqueItems": True, "items": of_object(
                ["id", "shortDescription"], id=TEXT, shortDescription=WORDS,
            )},
        )),
        results={"type": "array", "items": of_object(
            ["message", "ruleId", "locations"],
            ruleId=TEXT, ruleIndex={"type": "integer", "minimum": 0},
            level={"enum": ["none", "note", "warning", "error"]}, message=WORDS,
            locations={"type": "array", "minItems": 1, "items": of_object(
                ["physicalLocation"], physicalLocation=of_object(
                    ["artifactLocation", "region"],
                    artifactLocation=of_object(["uri"], uri={"pattern": "^[^ ]+$"}),
                    region=of_object(
                        ["startLine"], startLine=NUMBER, startColumn=NUMBER, endColumn=NUMBER
                    ),
                ),
            )},
        )},
    )},
)  # fmt: skip


@pytest.mark.parametrize("option", [(), ("--fix",)])
def test_sarif_fits_its_schema(docs: Site, capsys, option: tuple[str, ...]) -> None:
    docs.write({
        "a b/c.md": described("Ç", "é {guide}`x`\n\n#### Deep", next="d", sidebar="'true'"),
        "a b/d e.md": guide("D"), "a b/e.md": "---\ntitle: [x\n---\n", "images/x.svg": "no",
    })  # fmt: skip
    (docs.docs / "a b/f.md").write_bytes(b"\xe9")
    main(["check", "--format", "sarif", *option])
    log = json.loads(capsys.readouterr().out)
    Draft4Validator.check_schema(SARIF)
    assert [error.message for error in Draft4Validator(SARIF).iter_errors(log)] == []
    results = log["runs"][0]["results"]
    levels = {"warning", "note", "none"} if option else {"warning", "note"}
    assert {result["level"] for result in results} == levels
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in results)
    del results[0]["message"]
    assert not Draft4Validator(SARIF).is_valid(log)


def test_columns_are_those_of_the_longest_word_that_the_line_has() -> None:
    message = "'next' points at 'baker/nowhere', which does not exist; did you mean 'next'?"
    assert columns_of("next: nowhere", message) == (7, 14)
    assert columns_of("  x", "no quotes") == (3, 4)
