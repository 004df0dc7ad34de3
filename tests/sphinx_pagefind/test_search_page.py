"""The page that searches."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .project import Project


@pytest.mark.parametrize("theme", ["alabaster", "basic", "furo"])
def test_it_leads_on_without_javascript(project: Project, theme: str) -> None:
    project.conf = project.conf.replace("alabaster", theme)
    project.build()
    page = project.soup("search.html")
    form = page.select_one(".guide-search-page form[role=search]")
    assert form.select_one("input[name=q]")
    assert not form.select("select")
    assert page.noscript.a["href"] == "index.html"
    assert page.noscript.a.text == "Welcome"
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.title.text.startswith("Search")
    assert "Search" in [tag.text for tag in page.select("h1")]
    assert page.select("script[src*='_static/guide-search-page.js']")
    assert not page.select("script[src*=searchtools]")


def test_a_listener_adds_facets(project: Project) -> None:
    project.conf += """
def offer(app, page):
    page.add_facet("level", "Level", ["beginner", "expert"])
    page.add_facet("topic", "Topic & more")
    page.pages = MANY

def setup(app):
    app.connect("pagefind-search-page", offer)
"""
    for many in (1000, 1001):
        project.conf = project.conf.replace("MANY", str(many)).replace("1000", str(many))
        project.build()
        page = project.soup("search.html")
        assert [label.get_text().split(" All")[0] for label in page.select("form label")] == [
            "Level", "Topic & more",
        ]  # fmt: skip
        facets = {tag["name"]: json.loads(tag["data-order"]) for tag in page.select("select")}
        assert facets == {"level": ["beginner", "expert"], "topic": []}
        assert page.details.has_attr("open") == (many == 1000)


@pytest.mark.parametrize("written", ["tools/saw", "/tools/saw"])
def test_the_page_to_fall_back_on_is_a_setting(project: Project, written: str) -> None:
    project.conf += f"pagefind_fallback = {written!r}\n"
    assert project.build() == ""
    way = project.soup("search.html").noscript.a
    assert (way["href"], way.text) == ("tools/saw.html", "Saw")


def test_a_page_to_fall_back_on_that_is_not_there(project: Project) -> None:
    project.conf += 'pagefind_fallback = "tools/axe"\n'
    message = "WARNING: pagefind_fallback: there is no page 'tools/axe' [pagefind.fallback]\n"
    assert project.build() == message
    assert project.soup("search.html").noscript.a["href"] == "index.html"


def test_a_project_has_a_template_of_its_own(project: Project) -> None:
    project.conf += 'templates_path = ["templates"]\nexclude_patterns = ["templates"]\n'
    project.write({"templates/guides/search.html": "<p>{{ search_fallback.title }}</p>"})
    project.build()
    assert [tag.text for tag in project.soup("search.html").select("p")][:1] == ["Welcome"]
