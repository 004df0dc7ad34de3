"""After an edit, only pages that show it are written again, and all of those."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot

PLAIN = {
    "index.md": "# Home\n\n```{toctree}\n:maxdepth: 1\na\nb\nc/index\n```\n",
    "a.md": "# A\n\nText.\n\n## First\n\nx\n",
    "b.md": "# B\n\nText.\n",
    "c/index.md": "# C\n\n```{toctree}\n:maxdepth: 3\nd\n```\n",
    "c/d.md": "# D\n\nText.\n",
}


@pytest.mark.parametrize(
    ("theme", "written"),
    [
        # Sphinx itself adds the page above a page that is written.
        ("furo", {"c/d.html", "c/index.html", "index.html"}),
        ("alabaster", {"c/d.html", "c/index.html", "index.html"}),
        ("basic", {"a.html", "b.html", "c/d.html", "c/index.html", "index.html"}),
    ],
)
def test_a_new_heading(site: Site, clean, theme: str, written: set[str]) -> None:
    site.conf = f'html_theme = "{theme}"\nguides_search = "sphinx"'
    site.write(PLAIN)
    site.build()
    before = {path: path.stat().st_mtime_ns for path in site.out.rglob("*.html")}
    site.write({"c/d.md": "# D\n\nText.\n\n## New\n\ny\n"})
    site.build()
    now = {path.relative_to(site.out).as_posix() for path, time in before.items()
           if path.stat().st_mtime_ns != time}  # fmt: skip
    assert now & {"a.html", "b.html", "index.html", "c/d.html", "c/index.html"} == written
    assert snapshot(site.out) == clean(site)


@pytest.mark.parametrize("theme", ["furo", "alabaster", "basic"])
def test_a_new_title(site: Site, clean, theme: str) -> None:
    site.conf = f'html_theme = "{theme}"'
    site.write({**PLAIN, "e/index.md": guide("E"), "e/f.md": guide("F", "## Part")})
    site.build()
    site.write({"c/d.md": "# Delta\n", "e/f.md": guide("Effe", "## Part\n\n## More")})
    site.build()
    assert snapshot(site.out) == clean(site)
