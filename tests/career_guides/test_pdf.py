"""What LaTeX makes of a book: tables whose cells are whole, and the home page as a chapter."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.sites import LOGO, Site, guide
from tests.sites.book import CONF

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

HOURS = "| Time | What happens |\n|---|---|\n" + "".join(
    f"| {hour}:00 | {'Something that takes a whole line of text to be described. ' * 3} |\n"
    for hour in range(10, 16)
)
#: With the figures that come with the extension: one career has two occupations.
PAGES = {
    "index.md": guide("Careers", "A lead.\n\n## By industry\n\nText.\n\n## By topic\n\nText."),
    "compare.md": guide("Compare", "```{compare}\n```"),
    "nurse/index.md": guide("Nurse", HOURS, occupation="29-1141", industry="Health"),
    "nurse/pay.md": guide("Pay of nurses", "```{pay-by-state}\n```", occupation="29-1141"),
    "liaison/index.md": guide(
        "Liaison", occupation="[27-3031, 19-3094]", industry="International relations",
    ),
    "liaison/day-in-the-life.md": guide("A day"),
}  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A book as LaTeX."""
    site = Site(tmp_path_factory.mktemp("pdf") / "site", conf=f'{CONF}latex_engine = "xelatex"\n')
    site.write(PAGES)
    assert site.build("-n", "-W", builder="latex") == ""
    return site


@pytest.fixture(scope="module")
def pdf(book: Site) -> Path:
    """The book as PDF."""
    if not all(map(shutil.which, ("latexmk", "xelatex", "pdftoppm"))):
        pytest.skip("no TeX, or no poppler-utils: make tex says how to get TeX")
    run = subprocess.run(
        ["make", "all-pdf", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error"],
        cwd=book.out, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:]
    return book.out / "acmecareers.pdf"


def test_home_page_is_an_introduction(book: Site) -> None:
    text = (book.out / "acmecareers.tex").read_text("utf-8")
    chapters = re.findall(r"\\chapter\{(.*?)\}", text)
    assert chapters == ["Introduction", "Liaison", "Nurse", "Compare"]
    assert text.index(r"\section{By industry}") < text.index(r"\chapter{Liaison}")


def test_wide_tables_are_on_turned_pages(book: Site) -> None:
    text = (book.out / "acmecareers.tex").read_text("utf-8")
    tables = re.findall(r"\\begin\{longtable\}\{((?:\\X\{\d+\}\{\d+\})+)\}", text)
    assert sorted(table.count("X") for table in tables) == [5, 10]
    assert text.count(r"\begin{landscape}") == text.count(r"\end{landscape}") == 1
    turned = text[text.index(r"\begin{landscape}") : text.index(r"\end{landscape}")]
    assert "International relations" in turned
    assert r"\usepackage{pdflscape}" in text


def test_a_preamble_of_a_project_is_kept(site: Site) -> None:
    site.conf = CONF + 'latex_elements = {"preamble": "% ours", "papersize": "a4paper"}'
    site.write({"index.md": guide("Careers")})
    site.build(builder="latex")
    text = next(site.out.glob("*.tex")).read_text("utf-8")
    assert "\\setlength{\\tymin}{40pt}\n% ours" in text
    assert "a4paper" in text


def test_chapters_leave_no_page_empty_unless_the_project_wants_it(site: Site) -> None:
    site.write({"index.md": guide("Careers")})
    for setting, is_open in (("", True), ("extraclassoptions", False)):
        site.conf = CONF + f'latex_elements = {{"{setting or "x"}": "twoside"}}'
        site.build(builder="latex")
        text = next(site.out.glob("*.tex")).read_text("utf-8")
        options = text[: text.index(r"\begin{document}")].partition(r"\documentclass[")[2]
        assert ("openany" in options.partition("]")[0]) is is_open


def test_no_line_of_the_book_is_too_wide(pdf: Path) -> None:
    log = pdf.with_suffix(".log").read_text("utf-8", errors="replace")
    assert "Output written on acmecareers.pdf" in log
    assert re.findall(r"Overfull \\hbox.*", log) == []


def test_cells_are_whole_on_the_picture_of_the_page(pdf: Path) -> None:
    """Each word of a table is where no other is, and nothing is near the edge of the paper."""
    boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True)
    subprocess.run(["pdftoppm", "-r", "72", "-gray", pdf, pdf.with_suffix("")], check=True)
    pictures = sorted(pdf.parent.glob("acmecareers-*.pgm"))
    pages = BeautifulSoup(boxes.stdout, "html.parser").select("page")
    assert len(pictures) == len(pages)
    seen: set[str] = set()
    for page, picture in zip(pages, pictures, strict=True):
        with Image.open(picture) as image:
            width, height = image.size
            inner = image.point(lambda grey: 255 * (grey < 250)).getbbox()
            words = [(word.text, box_of(word)) for word in page.select("word")]
            for text, box in words:
                assert image.crop(box).getextrema()[0] < 200, f"{text} is not on the picture"
        if inner:
            assert min(inner[0], inner[1], width - inner[2], height - inner[3]) > 20
        for number, (text, box) in enumerate(words):
            for other, another in words[number + 1 :]:
                assert not overlap(box, another), f"{text} and {other}"
        seen |= {text for text, _box in words}
    # One of each table: pay, what one cannot break, a time.
    assert {"$97,550", "3,379,720", "International", "California", "10:00"} <= seen


def box_of(word: object) -> tuple[int, int, int, int]:
    """Return where a word is, in pixels at 72 dots per inch."""
    left, top, right, bottom = (
        float(str(word[key]))  # type: ignore[index]
        for key in ("xmin", "ymin", "xmax", "ymax")
    )
    return int(left), int(top), round(right) + 1, round(bottom) + 1


def overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Return whether two words share more than the pixels of their borders."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 3 and down > 6  # lines of text touch


def test_pictures_stay_where_they_are_unless_the_project_lets_them_float(site: Site) -> None:
    picture = guide("Careers", figure="{image: a.svg, alt: A picture}")
    site.write({"index.md": picture, "a.svg": LOGO})
    for setting, place in (("x", "H"), ("figure_align", "tb")):
        site.conf = CONF + f'latex_elements = {{"{setting}": "tb"}}'
        site.build(builder="latex")
        text = next(site.out.glob("*.tex")).read_text("utf-8")
        assert f"\\begin{{figure}}[{place}]" in text
