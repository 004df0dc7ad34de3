"""From a page to its file, and from a message to what to do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from docutils.nodes import make_id

from career_guides.diagnostics.problem import CHECKED, SUBTYPES
from tests.conftest import ROOT, Site, guide, snapshot

if TYPE_CHECKING:
    from pathlib import Path

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


def links(site: Site, page: str) -> dict[str, str]:
    return {link.text: link["href"] for link in site.soup(page).select(".guide-improve a")}


@pytest.fixture
def kept(site: Site) -> Site:
    site.write({"baker/what ? is #1.md": guide("Bread & <butter>"), "plain.md": "# No guide\n"})
    site.conf = 'guides_repository = "https://github.com/acme/careers/"'
    return site


def test_each_guide_leads_to_its_file_and_to_a_filled_in_form(kept: Site) -> None:
    kept.build()
    found = links(kept, "baker/what ? is #1.html")
    assert found["Edit this page"] == (
        "https://github.com/acme/careers/edit/main/docs/baker/what%20%3F%20is%20%231.md"
    )
    form = urlsplit(found["Report a problem"])
    assert form.path == "/acme/careers/issues/new"
    assert "+" not in form.query
    assert parse_qs(form.query) == {
        "template": ["problem.yml"],
        "title": ["Bread & <butter>: "],
        "page": ["docs/baker/what ? is #1.md"],
    }
    for other in ("plain.html", "genindex.html", "search.html"):
        assert links(kept, other) == {}


def test_a_fork_may_keep_its_guides_in_another_folder(kept: Site) -> None:
    (kept.path.parent / ".git").write_text("gitdir: elsewhere\n")  # as in a worktree
    kept.conf += '\nguides_branch = "fix/it"'
    kept.build("-b", "dirhtml")
    edit = links(kept, "index.html")["Edit this page"]
    assert edit == "https://github.com/acme/careers/edit/fix/it/site/docs/index.md"


def test_no_links_without_a_repository_or_a_file_in_it(site: Site, tmp_path: Path) -> None:
    site.build()
    assert links(site, "index.html") == {}
    site.conf = 'guides_repository = "https://github.com/acme/careers"'
    elsewhere = Site(tmp_path / "elsewhere")
    elsewhere.write({"index.md": guide("Home")})
    site.build(source=str(elsewhere.docs), out="other")
    assert not site.soup("index.html", "other").select(".guide-improve")


def test_links_follow_the_settings(kept: Site, clean) -> None:
    kept.build()
    kept.conf = kept.conf.replace("acme/", "fork/")
    kept.build()
    assert "/fork/careers/edit/" in links(kept, "index.html")["Edit this page"]
    built = snapshot(kept.out)
    built.pop(".buildinfo.bak", None)  # Sphinx's own
    assert built == clean(kept)


@pytest.mark.parametrize("name", ["guides_repository", "guides_messages_url"])
def test_what_is_no_address_is_refused(site: Site, name: str) -> None:
    site.conf = f'{name} = "javascript:alert(1)"'
    assert f"{name}: string should match pattern" in site.build(code=2)


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


MESSAGE = re.compile(r"docs/.+?:\d+: WARNING: .+ (https://\S+)#(\S+) \[guide\.(\w+)\]")


def test_each_message_ends_in_its_link(site: Site) -> None:
    site.write({"a/b.md": guide("B", "{guide}`nowhere`", next="c", sidebarlgo="x")})
    plain = site.build()
    site.conf = 'guides_messages_url = "https://example.org/messages.html"'
    said = site.build("-E")
    found = [MESSAGE.fullmatch(line) for line in said.splitlines()]
    assert all(found)
    assert [match[3] for match in found if match] == ["target", "unknown_key", "target"]
    assert {match[1] for match in found if match} == {"https://example.org/messages.html"}
    # Less the link, it is what the build says without.
    assert re.sub(r" https://\S+", "", said) == plain


def test_the_links_lead_to_sections_that_are_there(site: Site) -> None:
    text = (ROOT / "docs/contribute/messages.md").read_text("utf-8")
    # No build says those of the check.
    site.write({"messages.md": re.sub(r"\{guide\}`[^`]+`", "x", text)})
    site.build()
    page = site.soup("messages.html")
    for subtype in SUBTYPES.keys() - set(CHECKED):
        assert page.find("section", id=make_id(f"guide.{subtype}")), subtype


def test_hooks_and_workflow_use_what_there_is() -> None:
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
