"""llms.txt and llms-full.txt"""

from __future__ import annotations

import re

from llms_txt import parse_llms_file

from tests.sites import Site, guide
from tests.sites.exports import text

LLMS = """\
# Acme Careers

> All careers

Each link leads to a guide in Markdown. In one file: [llms-full.txt](BASE/llms-full.txt). \
As data: [careers.json](BASE/careers.json).

## Dentist

- [Dentist](BASE/dentist/index.html.md)

## Nurse

- [Nurse](BASE/nurse/index.html.md): Cares <3 & more
- [A *day*](BASE/nurse/day.html.md)

## Optional

- [Home](BASE/index.html.md): All careers
- [Help](BASE/help/index.html.md)
"""


def test_llms_txt_lists_the_guides(export_site: Site) -> None:
    export_site.build()
    assert text(export_site, "llms.txt") == LLMS.replace("BASE", "https://example.org")


def test_names_in_llms_txt_are_quoted(export_site: Site) -> None:
    export_site.write({"nurse/früh am Tag.md": guide("Early")})
    export_site.build()
    link = "- [Early](https://example.org/nurse/fr%C3%BCh%20am%20Tag.html.md)"
    assert link in text(export_site, "llms.txt").splitlines()


def test_links_in_llms_txt_can_be_parsed(export_site: Site) -> None:
    about = "A *b* [c] `d` <e> f_g_h"
    export_site.write({
        "nurse/a (b).md": guide("Tools [2026] of *C++* & _x_", description=about),
    })  # fmt: skip
    export_site.build("-n", "-W")
    links = parse_llms_file(text(export_site, "llms.txt")).sections["Nurse"]
    assert links[-1] == {
        "title": "Tools (2026) of *C++* & _x_",
        "url": "https://example.org/nurse/a%20%28b%29.html.md",
        "desc": about,
    }


def test_llms_full_txt_has_the_text_of_every_guide(export_site: Site) -> None:
    export_site.build("-j2")
    full = text(export_site, "llms-full.txt")
    sources = re.findall(r"^---\n\nSource: (.+)$", full, re.MULTILINE)
    assert sources == [
        f"https://example.org/{page}.html"
        for page in ("dentist/index", "nurse/index", "nurse/day", "index", "help/index")
    ]
    for page in ("nurse/index.html.md", "help/index.html.md"):
        assert text(export_site, page) in full
    assert "A night" not in full
