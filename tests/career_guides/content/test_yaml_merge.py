"""YAML's merge key in front matter."""

from __future__ import annotations

import yaml

from career_guides.content.frontmatter import parse
from tests.sites import Site, guide

TEXT = """\
---
figure: &figure
  image: a.png
  alt: One
<<: [{subtitle: first, tags: [x, y]}, {subtitle: second, weight: 2}]
weight: 1
next: {<<: {label: L, to: no}, to: b}
myst:
  html_meta: {<<: *figure, alt: Two}
---
"""


def test_values_are_those_of_pyyaml() -> None:
    found = parse(TEXT)
    assert found.problems == ()
    assert found.values == yaml.safe_load(TEXT.strip("-\n"))
    assert "<<" not in found.values
    # A message is about the line on which the value stands.
    assert found.lines["subtitle",] == 5
    assert found.lines["weight",] == 6
    assert found.lines["myst", "html_meta", "image"] == 3
    assert found.lines["tags", 1] == 5


def test_a_replaced_value_has_no_lines() -> None:
    found = parse("---\n<<: {tags: [a, b, c]}\ntags: [d]\n---\n")
    assert found.values == {"tags": ["d"]}
    assert ("tags", 1) not in found.lines
    assert found.problems == ()


def test_what_cannot_be_merged_is_reported() -> None:
    (problem,) = parse("---\ntitle: A\n<<: text\n---\n").problems
    assert (problem.line, problem.message) == (3, "'<<' needs a mapping, or a list of mappings")


def test_mappings_that_multiply() -> None:
    lines = [
        f"a{number}: &a{number} {{<<: [{', '.join([f'*a{number - 1}'] * 9)}]}}"
        for number in range(1, 30)
    ]
    (problem,) = parse("\n".join(["---", "a0: &a0 {}", *lines, "---"])).problems
    assert "more than" in problem.message


def test_merged_keys_reach_the_page(site: Site) -> None:
    site.write({
        "a.md": guide("A", figure="&f {image: /none.svg, alt: x}", **{"<<": "{subtitle: Merged}"})
    })  # fmt: skip
    assert "unknown" not in site.build()
    assert site.soup("a.html").select_one(".guide-subtitle").text == "Merged"  # type: ignore[union-attr]
