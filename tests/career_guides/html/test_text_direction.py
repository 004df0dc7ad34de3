"""Right-to-left languages: direction and style sheet."""

from __future__ import annotations

import zipfile

import pytest
from bs4 import BeautifulSoup

from tests.sites import Site, guide
from tests.sites.book import CONF


@pytest.mark.parametrize("language", ["he", "ar", "fa", "de", "en"])
def test_direction_of_every_page(site: Site, language: str) -> None:
    site.conf = f'{CONF}language = "{language}"'
    site.write({"nurse/index.md": guide("אחות", "טקסט")})
    site.build()
    rtl = language in {"he", "ar", "fa"}
    for name in ("index", "nurse/index", "search", "genindex"):
        page = site.soup(f"{name}.html")
        assert page.html["lang"] == language  # type: ignore[index]
        assert page.html.get("dir") == ("rtl" if rtl else None), name  # type: ignore[union-attr]
        sheets = [link["href"] for link in page.select("link[rel=stylesheet]")]
        assert any("rtl.css" in sheet for sheet in sheets) is rtl


@pytest.mark.filterwarnings("ignore::bs4.XMLParsedAsHTMLWarning")
def test_direction_in_other_themes_and_in_books(site: Site) -> None:
    site.conf = f'{CONF}language = "he"\nhtml_theme = "alabaster"'
    site.write({"nurse/index.md": guide("אחות", "טקסט")})
    site.build()
    html = site.soup("nurse/index.html").html
    assert (html["lang"], html["dir"]) == ("he", "rtl")  # type: ignore[index]
    assert html["data-content_root"] == "../"  # type: ignore[index]
    site.build(builder="epub", out="book")
    [file] = (site.path / "book").glob("*.epub")
    with zipfile.ZipFile(file) as archive:
        assert 'page-progression-direction="rtl"' in archive.read("content.opf").decode()
        html = BeautifulSoup(archive.read("nurse/index.xhtml"), "html.parser").html
        assert "_static/rtl.css" not in archive.namelist()
    assert (html["lang"], html["dir"]) == ("he", "rtl")  # type: ignore[index]
