"""What an EPUB says of itself."""

from __future__ import annotations

import io
import zipfile

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.sites import LOGO, Site, guide

pytestmark = pytest.mark.filterwarnings("ignore::bs4.XMLParsedAsHTMLWarning")

PAGES = {
    "index.md": guide("Home", description="All & everything"),
    "a-z.md": guide("A to Z", "```{a-z}\n```"),
    "nurse/index.md": guide("Nurse", next="work"),
    "nurse/day.md": guide("A day"),
    "nurse/work.md": guide("The work", next="day"),
    "cook/index.md": guide("Cook"),
}


def content(site: Site) -> zipfile.ZipFile:
    [file] = site.out.glob("*.epub")
    return zipfile.ZipFile(file)


def parsed(site: Site, name: str) -> BeautifulSoup:
    with content(site) as book:
        return BeautifulSoup(book.read(name), "html.parser")


def test_contents_list_every_page_careers_first(site: Site) -> None:
    site.conf = 'version = copyright = "1"\n'
    site.write(PAGES)
    site.build("-n", "-W", builder="epub")
    links = parsed(site, "nav.xhtml").select("nav a")
    assert [link.get_text() for link in links][:6] == [
        "Home", "Cook", "Nurse", "The work", "A day", "A to Z",
    ]  # fmt: skip
    nested = parsed(site, "nav.xhtml").select("nav li li a")
    assert [link["href"] for link in nested] == ["nurse/work.xhtml", "nurse/day.xhtml"]
    texts = [point.get_text(strip=True) for point in parsed(site, "toc.ncx").select("navlabel")]
    # There, the landing page is its own first chapter too, for older programs.
    assert [*dict.fromkeys(texts)][:6] == [link.get_text() for link in links][:6]


def metadata(site: Site) -> dict[str, str]:
    found = parsed(site, "content.opf").metadata
    return {name: found.find(f"dc:{name}").get_text() for name in (
        "identifier", "description", "language", "contributor"
    )}  # fmt: skip


def test_identifier_is_of_the_address_and_the_language(site: Site) -> None:
    site.conf = 'version = copyright = "1"\nauthor = "Ann"\n'
    site.write(PAGES)
    site.build(builder="epub")
    first = metadata(site)
    assert first["identifier"].startswith("urn:uuid:")
    assert (first["description"], first["language"], first["contributor"]) == (
        "All & everything", "en", "Ann",
    )  # fmt: skip
    site.build(builder="epub")
    assert metadata(site) == first
    site.build("-D", "language=pt_BR", builder="epub", out="out")
    assert metadata(site)["language"] == "pt-BR"
    assert metadata(site)["identifier"] != first["identifier"]


def test_settings_of_the_project_are_kept(site: Site) -> None:
    site.conf = 'version = copyright = "1"\nepub_identifier = "isbn"\nepub_description = "Mine"\n'
    site.conf += 'epub_tocscope = "includehidden"\n'
    site.write(PAGES)
    site.build(builder="epub")
    assert metadata(site)["identifier"] == "isbn"
    assert metadata(site)["description"] == "Mine"


@pytest.mark.parametrize("logo", ["acme", "none"])
def test_cover_shows_the_logo_or_the_name(site: Site, logo: str) -> None:
    site.conf = f'version = copyright = "1"\nguides_logo = "{logo}"\n'
    drawn = LOGO.replace("></svg>", "><path fill='#0a0' d='M0 0h9v6H0'/></svg>")
    site.write({**PAGES, "logos/acme.svg": drawn})
    site.build(builder="epub")
    with content(site) as book:
        cover = Image.open(io.BytesIO(book.read("cover.png"))).convert("RGB")
        assert b"cover.png" in book.read("epub-cover.xhtml")
    assert cover.height == 1.6 * cover.width
    colours = {colour for _count, colour in cover.getcolors(1_000_000)}
    assert ((0, 170, 0) in colours) == (logo == "acme")
    assert ((0, 0, 0) in colours) == (logo == "none")
    package = parsed(site, "content.opf")
    assert package.select_one("spine itemref")["idref"] in {
        item["id"] for item in package.select("manifest item[href='epub-cover.xhtml']")
    }
