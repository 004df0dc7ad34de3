"""No page ends the build: a message at the line, and the rest is built."""

from __future__ import annotations

import re

import pytest

from tests.sites import Site, guide

LONG = "x" * 300
LINKS = (
    "[a]({0}.md)", "[a]({0})", "![a]({0}.png)", "{{guide}}`{0}`", "{{doc}}`{0}`", "{{any}}`{0}`",
    "{{download}}`{0}.zip`", "{{ref}}`{0}`", "[a](#{0})", "[a](<project:{0}.md>)",
    "[a](<path:{0}.txt>)", "[a](</{0}/x.md#y>)",
)  # fmt: skip
DIRECTIVES = (
    "{{include}} {0}.md", "{{literalinclude}} {0}.py", "{{image}} {0}.png", "{{figure}} {0}.png",
    "{{figure-card}} {0}.png\n:alt: x", "{{next}} {0}", "{{csv-table}}\n:file: {0}.csv",
    "{{card}}\n:link: {0}\n:link-type: doc", "{{guides}}\n:career: {0}", "{{toctree}}\n\n{0}",
)  # fmt: skip


@pytest.mark.parametrize("trust", ["text", "project"])
@pytest.mark.parametrize("name", [LONG, f"a/{LONG}/b", "a%00b", "a\0b"], ids=range(4))
def test_names_that_no_file_can_have(site: Site, name: str, trust: str) -> None:
    written = [*LINKS, *(f"```{directive}\n```" for directive in DIRECTIVES)]
    body = "\n\n".join(text.format(name) for text in written)
    site.conf, site.more = f"guides_trust = '{trust}'", ', "sphinx_design"'
    site.write({"a.md": guide("A", body + "\n\nThe end."), "plain.md": f"# P\n\n{body}\n"})
    said = site.build()
    lines = {int(line) for line in re.findall(r"docs/a\.md:(\d+): ", said)}
    # Each is reported at its own line, but for what shows nothing of the name.
    text = (site.docs / "a.md").read_text()
    where = {text[: text.index(each.format(name))].count("\n") + 1 for each in written}
    assert len(where - {line + shift for line in lines for shift in (-1, 0, 1)}) <= 1, said
    assert "The end." in (site.out / "a.html").read_text()
    assert (site.out / "plain.html").exists()


@pytest.mark.parametrize("number", [150, 3000])
def test_directives_inside_directives(site: Site, number: int) -> None:
    fences = [":" * (number + 3 - depth) for depth in range(number)]
    opened = "\n".join(f"{fence}{{note}}" for fence in fences)
    closed = "\n".join(reversed(fences))
    site.write({"a.md": guide("A", f"{opened}\ntext\n{closed}\n\nThe end.")})
    assert site.build() == (
        "docs/a.md:5: WARNING: 'note' is left out: a directive that is inside 50 others, the first"
        " of them here [guide.directive]\n"
    )
    assert "The end." in (site.out / "a.html").read_text()


def test_a_table_is_far_too_long(site: Site) -> None:
    rows = "| a | b |\n| - | - |\n" + "| 1 | 2 |\n" * 100_000
    csv = "1,2\n" * 100_000
    site.write({"a.md": guide("A", f"{rows}\n```{{csv-table}}\n{csv}```\n\nThe end.")})
    assert site.build() == (
        "docs/a.md:5: WARNING: the table is left out: it has 100,002 lines, and 20,000 are allowed"
        " [guide.table]\n"
        "docs/a.md:100008: WARNING: 'csv-table' is left out: it has 100,000 lines, and 20,000 are"
        " allowed [guide.table]\n"
    )
    assert "The end." in (site.out / "a.html").read_text()


def test_a_page_is_far_too_long(site: Site) -> None:
    site.write({"a.md": guide("A", "A paragraph of text.\n\n" * (50_000_000 // 22))})
    assert site.build() == (
        "docs/a.md:1: WARNING: cannot be read (it is larger than 10 MB); the page is left out"
        " [guide.syntax]\n"
    )
    assert (site.out / "index.html").exists()
