"""Pages that books leave out, and links to them."""

from __future__ import annotations

import re

import pytest

from tests.sites import Site, guide, snapshot

PAGES = {
    "index.md": guide("Home", "{guide}`/help/index` and {guide}`this <help/x>`"),
    "nurse/index.md": guide("Nurse", next="day"),
    "nurse/day.md": guide("A day"),
    "help/index.md": guide("How to & help"),
    "help/x.md": guide("X"),
    "helpful.md": guide("Helpful"),
}


@pytest.fixture
def site(site: Site) -> Site:
    site.conf = 'version = copyright = "1"\nguides_book_exclude = ["help"]\n'
    site.write(PAGES)
    return site


def test_epub_without_some_pages_leads_to_the_site(site: Site) -> None:
    assert site.build("-n", "-W", builder="epub") == ""
    pages = {path.name for path in site.out.rglob("*.xhtml")}
    assert {"day.xhtml", "helpful.xhtml"} <= pages
    assert not (site.out / "help").exists()
    links = site.soup("index.xhtml").select("p a[href^=https]")
    assert [(link["href"], link.get_text()) for link in links] == [
        ("https://example.org/help/index.html", "How to & help"),
        ("https://example.org/help/x.html", "this"),
    ]


def test_without_an_address_of_the_site_titles_are_text(site: Site) -> None:
    assert site.build("-n", "-W", "-D", "html_baseurl=", builder="epub") == ""
    page = site.soup("index.xhtml")
    assert "How to & help and this" in page.get_text()
    assert not page.select("p a")


def test_pdf_has_the_careers_first_and_not_these_pages(site: Site) -> None:
    assert site.build("-n", "-W", builder="latex") == ""
    [tex] = site.out.glob("*.tex")
    text = tex.read_text("utf-8")
    assert r"\chapter{X}" not in text
    assert text.index("A day") < text.index("Helpful")
    assert r"\sphinxhref{https://example.org/help/x.html}" in text


def test_other_builders_have_all_pages_and_follow_the_setting(site: Site, clean) -> None:
    site.build("-n", "-W")
    assert (site.out / "help/x.html").is_file()
    assert snapshot(site.out) == clean(site)
    site.build(builder="epub", out="book")
    site.conf = 'version = copyright = "1"\n'
    site.build(builder="epub", out="book")
    assert (site.path / "book/help/x.xhtml").is_file()


def test_setting_has_to_be_a_list_of_texts(site: Site) -> None:
    site.conf = "guides_book_exclude = [1]\n"
    site.build(code=2)
    assert "guides_book_exclude" in site.log


def test_chapters_of_a_book_whose_first_page_is_no_guide(site: Site) -> None:
    (site.docs / "index.md").unlink()
    site.write({
        "index.rst": "Project\n=======\n\nWhat it is\n----------\n\n.. toctree::\n\n   usage\n",
        "usage.rst": "Usage\n=====\n",
    })  # fmt: skip
    site.build(builder="latex", out="latex")
    [file] = (site.path / "latex").glob("*.tex")
    chapters = re.findall(r"\\chapter\{(.*?)\}", file.read_text("utf-8"))
    assert chapters[0] == "What it is"
