"""What pages have for Pagefind, and what comes of it in the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind import page_markup

from .project import PAGES, indexed

if TYPE_CHECKING:
    from pathlib import Path

    from .project import Project

MARKDOWN = """\
---
level: expert
---

# A *drill*

It turns.
"""


@pytest.mark.parametrize("theme", ["alabaster", "basic", "furo"])
def test_pages_of_any_theme_are_found(project: Project, theme: str) -> None:
    project.conf = project.conf.replace("alabaster", theme)
    assert project.build() == ""
    found = indexed(project.out)
    assert len(found) == len(PAGES)
    page = found["/tools/hammer.html"]
    assert page["meta"] == {"image": "", "title": "A “big” <hammer> & more"}
    assert page["content"].endswith("Drives nails.")
    assert page["filters"] == {}
    # Neither navigation nor the icons of headings.
    assert "Tool 1" not in found["/index.html"]["content"]
    assert "\N{PILCROW SIGN}" not in found["/tools/saw.html"]["content"]
    html = project.soup("tools/saw.html")
    script = html.select_one("script[src*='_static/guide-search.js']")
    assert (script["data-instead"], script["data-title"]) == ("index.html", "Welcome")
    assert html.select("link[href*='_static/guide-search.css']")
    assert html.select("form[action$='search.html'] [name=q]")
    assert not (project.out / "searchindex.js").exists()


def test_markdown_is_found_too(project: Project) -> None:
    project.conf = project.conf.replace('"sphinx_pagefind"', '"myst_parser", "sphinx_pagefind"')
    project.write({"tools/drill.md": MARKDOWN, "tools/file.md": "---\nno-search: true\n---\n# F\n"})
    assert project.build() == ""
    page = indexed(project.out)["/tools/drill.html"]
    assert (page["meta"]["title"], page["content"]) == ("A drill", "A drill. It turns.")
    assert "/tools/file.html" not in indexed(project.out)


def test_a_listener_adds_metadata_and_filters(project: Project) -> None:
    project.conf += """
def change(app, docname, data):
    if docname == "tools/saw":
        data.metadata |= {"title": 'The "saw": <old>', "description": "Cuts & more", "empty": ""}
        data.filters += [("level", "be, ginner"), ("level", "expert"), ("image", "_images/a b.png")]
    data.fallback = ("tools/hammer", "Hammers")

def setup(app):
    app.connect("pagefind-page-data", change)
"""
    assert project.build() == ""
    page = indexed(project.out)["/tools/saw.html"]
    assert page["meta"] == {
        "image": "", "title": 'The "saw": <old>', "description": "Cuts & more",
    }  # fmt: skip
    assert page["filters"] == {"level": ["be, ginner", "expert"], "image": ["_images/a b.png"]}
    assert len(list((project.out / "_pagefind/filter").iterdir())) == 1  # that of pictures is none
    script = project.soup("genindex.html").select_one("script[src*='guide-search.js']")
    assert (script["data-instead"], script["data-title"]) == ("tools/hammer.html", "Hammers")


def test_a_listener_leaves_pages_out(project: Project) -> None:
    project.conf += """
def leave_out(app, doctree):
    if app.env.docname.startswith("tools/number"):
        app.env.metadata[app.env.docname]["no-search"] = ""

def setup(app):
    app.connect("doctree-read", leave_out)
"""
    project.build()
    expected = {"/index.html", "/tools/saw.html", "/tools/hammer.html"}
    assert indexed(project.out).keys() == expected
    project.write({"index.rst": PAGES["index.rst"] + "\nMore.\n"})
    project.build()
    assert indexed(project.out).keys() == expected


def test_a_site_of_hidden_pages_has_no_index(project: Project) -> None:
    project.write({name: f":no-search:\n\n{text}" for name, text in PAGES.items()})
    assert project.build() == ""
    assert not (project.out / "_pagefind").exists()


def test_what_is_ignored_is_a_setting(project: Project) -> None:
    project.conf += 'pagefind_ignored_selectors = ["#blades", ".headerlink"]\n'
    project.build()
    assert "Blades" not in indexed(project.out)["/tools/saw.html"]["content"]
    assert "Tool 1" in indexed(project.out)["/index.html"]["content"]


def test_the_style_sheet_is_a_setting(project: Project) -> None:
    project.conf += "pagefind_stylesheet = False\n"
    project.build()
    assert not (project.out / "_static/guide-search.css").exists()
    assert not project.soup("index.html").select("link[href*=guide-search]")


def test_the_version_of_the_modules_is_on_the_page(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hosts let browsers keep what has a version in its address for a year."""
    project.build()
    (script,) = project.soup("index.html").select("script[data-version]")
    assert script["data-version"] == page_markup.version_of_modules()
    versions = set()
    for content in ("1", "2"):
        (tmp_path / "static").mkdir(exist_ok=True)
        (tmp_path / "static/guide-search-words.js").write_text(content)
        monkeypatch.setattr(page_markup, "HERE", tmp_path)
        versions.add(page_markup.version_of_modules.__wrapped__())
    assert len(versions) == 2
