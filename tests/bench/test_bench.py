"""The sites of the benchmark and its report."""

from __future__ import annotations

from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

from tests.sites import snapshot

from .__main__ import END, MARK, PAGE, filled, options_of, site_of
from .generate import generate
from .interpreters import Interpreter
from .measure import Builder, Cost, Size
from .navigation import navigation
from .picture import apart, picture, position
from .report import Figures, as_json, as_markdown, as_text, markdown, rows, text
from .search import LIMITS
from .search import report as report_of_search


def test_the_same_seed_gives_the_same_site(tmp_path: Path) -> None:
    first, again = (snapshot(generate(tmp_path / name, 12)) for name in ("first", "again"))
    assert first == again
    assert first != snapshot(generate(tmp_path / "other", 12, seed=2))


def test_guides_are_counted_with_their_landing_pages(tmp_path: Path) -> None:
    docs = generate(tmp_path, 30, chapters=14)
    guides = [file.parent.name for file in docs.glob("*/*.md")]
    assert len(guides) == 30
    assert sorted(guides.count(name) for name in set(guides)) == [2, 14, 14]


def test_a_site_builds_without_warnings(tmp_path: Path) -> None:
    generate(tmp_path, 12)
    project = Builder(tmp_path, "project")
    project.clean()  # with -n -W
    assert len(project.pages()) == 12
    assert project.size().mean < 40


def test_the_navigation_is_measured() -> None:
    assert navigation(8, 4) > 0


# -- the report ---------------------------------------------------------------


@pytest.fixture
def figures() -> Figures:
    """Return figures of a linear floor, and of a quadratic site that is twice as fast at 100."""
    figures = Figures()
    for guides, site, seconds in (
        (100, "floor", 4.0), (100, "project", 2.0), (400, "floor", 16.0), (400, "project", 32.0)
    ):  # fmt: skip
        figures.costs[guides, site] = [
            Cost(seconds * part, seconds * part / 2, 100) for part in (0.9, 1, 1.3)
        ]
        figures.sizes[guides, site] = Size(20, 30, 1000)
    figures.rebuilds["nothing"] = [(Cost(1, 2, 100), 0), (Cost(1, 4, 100), 3)]
    return figures


def test_medians_ratios_and_exponents(figures: Figures) -> None:
    assert figures.median(400, "project", "wall") == 16
    assert figures.ratio(400, "project", "cpu") == 2
    assert figures.spread(100, "floor") == pytest.approx(20)
    assert figures.exponent(100, "floor") is None
    assert figures.exponent(400, "floor") == pytest.approx(1)
    assert figures.exponent(400, "project") == pytest.approx(2)
    assert as_text(rows(figures))[2].split() == [
        "100", "project", "2.0", "0.50", "20.0", "1.0", "0.50", "100", "20.0", "30.0", "1000",
    ]  # fmt: skip
    assert as_markdown(rows(figures))[-1] == (
        "| 400 | project | 32.0 | 2.00 | 20.0 | 16.0 | 2.00 | 100 | 20.0 | 30.0 | 1000 | 2.00 |"
    )
    assert text(figures)[-1].split() == ["nothing", "3.0", "1.0", "3"]
    assert '"cpu": 41.6' in as_json(figures)


def test_the_report_says_that_the_machine_was_busy(figures: Figures) -> None:
    figures.costs[100, "floor"] = [Cost(4, 6, 100)]
    assert text(figures)[0].endswith("compare CPU time, not wall time.")


def test_without_the_floor_ratios_are_to_the_first_site(figures: Figures) -> None:
    del figures.costs[100, "floor"], figures.sizes[100, "floor"]
    assert figures.ratio(100, "project", "cpu") == 1


def test_the_report_goes_between_its_marks(figures: Figures) -> None:
    page = f"Before.\n\n{MARK}\n\nOld.\n\n{END}\n\nAfter.\n"
    new = filled(page, ["New."])
    assert new == page.replace("Old.", "New.")
    assert filled(new, ["New."]) == new
    lines = markdown(figures)
    assert lines[0].endswith("Medians of 3 rounds.")
    assert lines[lines.index("### 100 guides") + 5] == (
        "| project | 2.0 | 0.50 | 20.0 | 1.0 | 0.50 | 100 | 20.0 | 30.0 | 1000 |  |"
    )
    assert "+-%" in lines[lines.index("### 100 guides") + 2]
    figures.costs = {build: costs[:1] for build, costs in figures.costs.items()}
    assert not any("+-%" in line for line in markdown(figures))  # of one round
    assert PAGE.read_text("utf-8").count(MARK) == PAGE.read_text("utf-8").count(END) == 1


def test_the_page_and_the_picture_have_short_names(figures: Figures) -> None:
    versions = {"Sphinx": "9.0.4", "Python": "3.11.7"}
    one = Interpreter("one", versions)
    other = Interpreter("other", versions | {"Sphinx": "9.2.0"})
    figures.pythons = [one, other]
    for site in ("floor", "project"):
        for guides in (100, 400):
            costs = figures.costs.pop((guides, site))
            size = figures.sizes.pop((guides, site))
            for python in figures.pythons:
                figures.costs[guides, site + python.label] = costs
                figures.sizes[guides, site + python.label] = size
    lines = markdown(figures)
    start = lines.index("### 100 guides")
    names = [line.split(" | ")[0] for line in lines[start + 4 : start + 8]]
    assert names == ["| floor", "| floor 9.2", "| project", "| project 9.2"]
    assert figures.series().keys() == {"floor", "project"}


def test_the_picture_is_an_svg_with_every_site(figures: Figures) -> None:
    svg = fromstring(picture({**figures.series(), "hugo": [(100, 0.2)]}))
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    words = [element.text for element in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert {"floor", "project", "hugo", "100", "400", "0.1", "CPU seconds"} <= set(words)
    assert position(10, 1, 100, 0, 50) == 25
    assert position(7, 7, 7, 0, 50) == 25
    assert apart([1, 2, 30], 10) == [1, 11, 30]


def test_sites_are_chosen_by_name() -> None:
    chosen = options_of(["--only", "floor", "project-j4", "hugo", "--most", "material=400"])
    assert chosen.only == ["floor", "project-j4", "hugo"]
    assert chosen.most == [("material", 400)]
    with pytest.raises(Exception, match="'hugo-j2' is not one of floor, project, "):
        site_of("hugo-j2")


def test_a_search_above_a_limit_is_reported() -> None:
    found = dict.fromkeys(LIMITS, 0.05)
    lines, is_good = report_of_search(found)
    assert is_good
    assert " ".join(lines[1].split()) == "from / to the field, desk 0.05 s (limit 0.1 s)"
    assert " ".join(lines[3].split()) == "first query, desk 0.05 s"
    assert not report_of_search(found | {"first query, most": 200.5})[1]
