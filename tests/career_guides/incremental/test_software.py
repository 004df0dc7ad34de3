"""After an update in place the output is what a clean build writes."""

from __future__ import annotations

import pytest

from tests.sites import LOGO, Site, guide, snapshot

#: Another version of a package, which reads and writes pages differently, and has another file.
ANOTHER = """
import platform
from importlib import metadata
from pathlib import Path
from build_cache import software
from docutils import nodes

software.version.cache_clear()
package, installed = {package!r}, metadata.version
if package == "Python":
    platform.python_version = lambda: "3.10.1"
metadata.version = lambda name: "0.1" if name == package else installed(name)

def on_doctree_read(app, doctree):
    doctree.append(nodes.paragraph("", "as it was"))
    app.env.metadata[app.env.docname]["no-search"] = ""

def on_html_page_context(app, name, template, context, doctree):
    context["body"] = "Old: " + context.get("body", "")

def on_build_finished(app, exception):
    Path(app.outdir, "_static/old.js").write_text("old")
    Path(app.outdir, "_static/doctools.js").write_text("old")

def setup(app):
    app.connect("doctree-read", on_doctree_read)
    app.connect("html-page-context", on_html_page_context)
    app.connect("build-finished", on_build_finished)
"""


@pytest.mark.parametrize("package", ["Python", "Sphinx", "docutils", "myst-parser", "furo"])
def test_an_update_in_place_gives_what_a_clean_build_gives(site: Site, clean, package: str) -> None:
    site.write({
        "nurse/index.md": guide("Nurse", industry="Health", tags="[people]"),
        "nurse/day.md": guide("A day", figure="{image: /images/one.svg, alt: One}"),
        "plain.md": "# Plain\n\nText.\n",
        "images/one.svg": LOGO,
    })  # fmt: skip
    expected = clean(site)
    site.conf = ANOTHER.format(package=package)
    site.build()
    old = snapshot(site.out)
    same = {name for name in expected if expected[name] == old.get(name) and ".html" in name}
    assert same <= {"genindex.html", "search.html"}  # which have no body of that name
    assert "_static/old.js" in old
    site.conf = ""
    site.build()
    assert snapshot(site.out) == expected
    site.build()  # and once is enough
    assert "targets for 0 source files" in site.log


def test_static_files_of_the_same_versions_stay(site: Site) -> None:
    site.build()
    (site.out / "_static/by-hand.txt").write_text("x")
    site.write({"index.md": guide("Home, changed")})
    site.build()
    assert (site.out / "_static/by-hand.txt").is_file()
