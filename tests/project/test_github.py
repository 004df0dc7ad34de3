"""Forms, hooks and checks of pull requests."""

from __future__ import annotations

import re

import yaml

from tests.sites import ROOT

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


def test_the_form_has_the_fields_that_the_link_fills_in() -> None:
    fields = {}
    for file in sorted(FORMS.glob("*.yml")):
        form = yaml.safe_load(file.read_text("utf-8"))
        if "body" in form:
            fields[file.name] = [item.get("id") for item in form["body"] if "id" in item]
            assert len(set(fields[file.name])) == len(fields[file.name])
            for item in form["body"]:
                assert item["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
                assert item["attributes"].get("label") or item["attributes"].get("value")
    assert {"problem.yml", "outdated-figure.yml", "suggest-a-career.yml"} == fields.keys()
    assert "page" in fields["problem.yml"]


def test_hooks_and_workflow_use_pinned_versions_and_targets() -> None:
    pins = set((ROOT / "constraints.txt").read_text("utf-8").split())
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    needed = {
        pin
        for repo in hooks["repos"]
        for hook in repo["hooks"]
        for pin in hook.get("additional_dependencies", ())
    }
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", pin) for pin in needed)
    assert {pin for pin in needed if pin.startswith("ruff==")} <= pins
    workflow = (ROOT / ".github/workflows/pull-request.yml").read_text("utf-8")
    jobs = yaml.safe_load(workflow)["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for step in steps:
        assert re.fullmatch(r"[\w/-]+@v\d+", step.get("uses", "a@v1"))
        for target in re.findall(r"^make (\w+)", step.get("run", ""), re.MULTILINE):
            assert re.search(rf"^({target}:|BUILDERS := .*\b{target}\b)", makefile, re.MULTILINE)
    # Nothing that a fork sends may write, or run in the shell by its name.
    assert yaml.safe_load(workflow)["permissions"] == {"contents": "read"}
    assert not [step for step in steps if "${{" in step.get("run", "")]
