"""The JSON Schema and the build accept and refuse the same front matter."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

from career_guides.content.frontmatter import parse
from career_guides.content.json_schema import NAME, as_text, front_matter_schema
from career_guides.content.page import read_page
from career_guides.content.schema import FOREIGN_KEYS, KEYS
from tests.sites import ROOT, Site, guide

SCHEMA = front_matter_schema()
VALIDATOR = Draft7Validator(SCHEMA, format_checker=FormatChecker())

GOOD = [
    "title: A",
    "title: 'C++ & *stars*'",
    'title: "404"',
    "title: 😀 שלום Überblick",
    "{title: A, subtitle: B, description: One sentence.}",
    "{title: A, subtitle: , description: '', sidebar: , next: , weight: }",
    "{title: A, include_footer: true, sidebar: false}",
    "{title: A, sidebarlogo: acme}",
    "{title: A, figure: /images/a.svg}",
    "{title: A, figure: {image: a.svg, alt: An oven, width: 480}}",
    "{title: A, figure: {image: a.svg, decorative: true, caption: null}}",
    "{title: A, next: history}",
    "{title: A, next: {to: history}}",
    "{title: A, next: {to: 'https://example.org/', label: Out}}",
    "{title: A, next: [history, {to: start, label: B}]}",
    "{title: A, prev: []}",
    "{title: A, prev: /liaison/history}",
    "{title: A, weight: -10}",
    "{title: A, aliases: [/old, old/page]}",
    "{title: A, lang: zh-Hant-TW}",
    "{title: A, draft: true}",
    "{title: A, industry: Food, tags: [night work, crafts]}",
    "{title: A, occupation: 27-3091}",
    "{title: A, occupation: ['27-3091', '29-1141']}",
    "{title: A, related: [liaison/history]}",
    "{title: A, authors: Ada, generated_by: a program}",
    "{title: A, authors: [Ada, Grace]}",
    "{title: A, last_reviewed: 2026-11-22, review_in: 1 year}",
    "{title: A, last_reviewed: '2026-11-22', review_in: 18 months}",
    "{title: A, sources: ['https://example.org/', A book, {title: B}, {url: 'http://b.example'}]}",
    "{title: A, cascade: {sidebar: true, next: b, tags: [x], subtitle: null}}",
    "{orphan: true, myst: {html_meta: {}}}",
    "{hide-toc: false}",
    "{title: A, tocdepth: 2, substitutions: {a: b}}",
    "{}",
]

BAD = [
    "title: 404",
    "title: true",
    "title: [A]",
    "title: ''",
    "title: ",
    "title: '  '",
    'title: "a\\u0001b"',
    f"title: {'x' * 301}",
    "description: No title.",
    "{sidebar: true}",
    "{title: A, sidbar: true}",
    "{title: A, description: [One]}",
    f"{{title: A, description: {'x' * 2001}}}",
    "{title: A, sidebar: 'false'}",
    "{title: A, include_footer: 1}",
    "{title: A, figure: {alt: No image}}",
    "{title: A, figure: {image: a.svg, atl: An oven}}",
    "{title: A, figure: [a.svg]}",
    "{title: A, figure: {image: a.svg, width: 0}}",
    "{title: A, figure: {image: a.svg, width: '480'}}",
    "{title: A, next: 3}",
    "{title: A, next: {label: Nowhere}}",
    "{title: A, next: [{to: a, titel: b}]}",
    "{title: A, next: ['']}",
    "{title: A, weight: '10'}",
    "{title: A, weight: 1.5}",
    "{title: A, weight: 2000000}",
    "{title: A, aliases: /old}",
    "{title: A, lang: english}",
    "{title: A, lang: en_GB}",
    "{title: A, aliases: ['/old?x=1']}",
    "{title: A, tags: bread}",
    "{title: A, tags: [404]}",
    "{title: A, tags: [{}]}",
    "{title: A, occupation: 273091}",
    "{title: A, occupation: ['27-309']}",
    "{title: A, authors: {name: Ada}}",
    "{title: A, last_reviewed: yesterday}",
    "{title: A, last_reviewed: 2026-02-30}",
    "{title: A, last_reviewed: '20261122'}",
    "{title: A, review_in: soon}",
    "{title: A, review_in: 0 days}",
    "{title: A, sources: 'https://example.org/'}",
    "{title: A, sources: [{}]}",
    "{title: A, sources: [{title: null}]}",
    "{title: A, sources: ['https://a b']}",
    "{title: A, sources: [{url: ftp://example.org/}]}",
    "{title: A, cascade: {title: B}}",
    "{title: A, cascade: {sidebar: yes please}}",
    "{title: A, cascade: [x]}",
]


def as_editors_see(value: Any) -> Any:
    """Return *value* in the kinds that JSON has: in an editor a date is text."""
    if isinstance(value, dict):
        return {key: as_editors_see(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_editors_see(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def accepts(written: str) -> tuple[bool, bool]:
    """Return whether the build and the schema accept a page."""
    text = f"---\n{written}\n---\n\nSome text.\n"
    page = read_page(text, "baker/index")
    found = as_editors_see(dict(parse(text).values))
    return not page.problems, VALIDATOR.is_valid(found)


@pytest.mark.parametrize("written", GOOD, ids=range(len(GOOD)))
def test_build_and_schema_accept(written: str) -> None:
    assert accepts(written) == (True, True), written


@pytest.mark.parametrize("written", BAD, ids=range(len(BAD)))
def test_build_and_schema_refuse(written: str) -> None:
    assert accepts(written) == (False, False), written


def test_every_key_is_in_the_schema_with_a_description() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"].keys() == {*KEYS, *FOREIGN_KEYS}
    assert all(SCHEMA["properties"][key].get("description") for key in KEYS)


def test_guides_of_the_knowledge_base_match_the_schema() -> None:
    for path in sorted((ROOT / "docs").rglob("*.md")):
        values = as_editors_see(dict(parse(path.read_text("utf-8")).values))
        assert [error.message for error in VALIDATOR.iter_errors(values)] == [], path


def test_site_publishes_the_schema(site: Site) -> None:
    site.conf = "guides_extra_keys = ['mine']"
    site.write({"a/index.md": guide("A", mine="x")})
    site.build("-W")
    file = site.out / NAME
    assert file.read_text("utf-8") == as_text(front_matter_schema(["mine"]))
    before = file.stat().st_mtime_ns
    site.write({"a/index.md": guide("B", mine="x")})
    site.build("-W")
    assert file.stat().st_mtime_ns == before


def test_schema_for_editors_is_up_to_date() -> None:
    assert (ROOT / ".vscode" / NAME).read_text("utf-8") == as_text(SCHEMA), (
        f"run: career-guides schema --out .vscode/{NAME}"
    )


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node")
def test_patterns_are_valid_in_javascript() -> None:
    """JavaScript refuses escapes that Python takes."""
    patterns = set(re.findall(r'"pattern": (".*")', as_text(SCHEMA)))
    assert len(patterns) > 5
    script = "".join(f"new RegExp({pattern}, 'u');" for pattern in sorted(patterns))
    run = subprocess.run(["node", "-e", script], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
