"""Names that several pages define."""

from __future__ import annotations

import time
import zlib

import pytest

from career_guides.incremental.duplicate_names import pages_to_read
from tests.sites import Site, guide, snapshot

NAMES = """
(a-place)=
## {title}

```{{glossary}}
a term
  {title}.

लेख
  {title}.
```

```{{py:function}} works(x)
```

```{{math}}
:label: an-equation

x = 1
```
"""
REFERENCES = """# References

{ref}`a-place` {term}`a term` {term}`लेख` {py:func}`works` {eq}`an-equation`
"""
FILES = {
    "index.md": guide("Home"),
    "one.md": "# One\n" + NAMES.format(title="In one"),
    "three.md": "# Three\n",
    "two.md": "# Two\n" + NAMES.format(title="In two"),
    "references.md": REFERENCES,
}
EDITS = {
    "the first is edited": {"one.md": "# One\n" + NAMES.format(title="Edited")},
    "the last is edited": {"two.md": "# Two\n" + NAMES.format(title="Edited")},
    "the last has none": {"two.md": "# Two\n"},
    "the last is removed": {"two.md": ""},
    "another comes between": {"three.md": "# Three\n" + NAMES.format(title="In three")},
}

#: The process that reads the first page ends last; few pages are read by one with the speed-ups.
SLOW_FIRST = """
import time
extensions.remove("sphinx_speedups")
def wait(app, docname, source):
    time.sleep(docname == "one")
def setup(app):
    app.connect("source-read", wait)
"""


def inventory(site: Site) -> str:
    return zlib.decompress((site.out / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode()


@pytest.mark.slow
@pytest.mark.parametrize("edit", EDITS)
def test_the_page_of_a_clean_build_has_the_name_after_an_edit(site: Site, clean, edit: str) -> None:
    site.write(FILES)
    site.build()
    assert "a term std:term -1 two.html" in inventory(site)
    assert "works py:function 1 two.html" in inventory(site)
    time.sleep(0.02)
    for name, text in EDITS[edit].items():
        site.write({name: text})
        if not text:
            (site.docs / name).unlink()
    site.build()
    assert snapshot(site.out) == clean(site)


@pytest.mark.slow
def test_several_processes_give_the_name_to_the_same_page(site: Site) -> None:
    site.conf = SLOW_FIRST
    site.write(FILES)
    site.build("-j2")
    assert "a term std:term -1 two.html" in inventory(site)
    in_parallel = snapshot(site.out)
    site.build("-E", "-a", out="out1")
    assert in_parallel == snapshot(site.path / "out1")


A, B, C = ["x"], ["x", "y"], ["y"]


@pytest.mark.parametrize(
    ("was", "now", "in_order", "expected"),
    [
        ({}, {"a": A, "b": B}, "ab", ""),
        ({}, {"a": A, "b": B}, "", "ab"),
        ({}, {"a": A, "b": B}, "a", "ab"),
        ({}, {"a": A, "c": C}, "", ""),
        ({"a": A, "b": B}, {"a": A, "b": B}, "", ""),
        ({"a": A, "b": B}, {"a": [*A], "b": B}, "a", "ab"),
        ({"a": A, "b": B}, {"a": A}, "", "a"),
        ({"a": A}, {"a": A, "c": C}, "c", ""),
        ({"a": A, "b": B, "c": C}, {"a": [*A], "b": B, "c": C}, "a", "abc"),
    ],
)
def test_pages_are_read_again_only_where_the_order_counts(
    was: dict[str, list[str]], now: dict[str, list[str]], in_order: str, expected: str
) -> None:
    assert pages_to_read(was, now, set(in_order)) == [*expected]
