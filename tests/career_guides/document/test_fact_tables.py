"""Figures in a table have their source below it, once."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide

TABLE = """
| Who | Half earn more than | Schooling |
| --- | --- | --- |
| Nurses | {fact}`29-1141 median-pay` | years |
| Interpreters | {fact}`27-3091 median-pay` | {fact}`27-3091 education` |

Of nurses, there are {fact}`29-1141 employment`.
"""
SURVEY = "Bureau of Work, Survey of Work, May 2025"


@pytest.fixture
def table_site(pay_site: Site) -> Site:
    pay_site.write({"table.md": guide("A table", TABLE)})
    return pay_site


def test_sources_are_below_the_table_in_order_of_use(table_site: Site) -> None:
    table_site.build()
    page = table_site.soup("table.html")
    (line,) = page.select("p.at-a-glance-source")
    assert line.get_text() == f"Source: {SURVEY}; O*NET 29.3, CC BY 4.0 (United States)."
    assert line.find_previous("table") is page.select_one("table")
    assert line.find_next("p").get_text().startswith("Of nurses")
    # On the screen, each says what it is and where it comes from.
    titles = [figure["title"] for figure in page.select("td abbr.guide-fact[tabindex]")]
    assert titles[0] == f"Nurses, United States: median pay. {SURVEY}"
    assert len(titles) == 3


@pytest.mark.parametrize("builder", ["text", "latex", "man"])
def test_other_formats_have_them_there_alone(table_site: Site, builder: str) -> None:
    table_site.build(builder=builder)
    texts = [path.read_text("utf-8") for path in table_site.out.rglob("*") if path.suffix in
             {".txt", ".tex", ".1"}]  # fmt: skip
    (text,) = [" ".join(text.split()) for text in texts if "Half earn more than" in text]
    _before, _, rest = text.partition("Half earn more than")
    table, _, after = rest.partition("Source: Bureau")
    assert "$97,550 a year" in table.replace("\\$", "$")
    assert "Survey of Work" not in table
    # A manual page never says what an abbreviation stands for.
    assert after.count("Survey of Work, May 2025") == (1 if builder == "man" else 2)


def test_an_edit_of_figures_reaches_tables(table_site: Site) -> None:
    table_site.build()
    release = table_site.docs / "facts/release.json"
    release.write_text(release.read_text("utf-8").replace("Survey of Work", "Census"), "utf-8")
    table_site.build()
    assert "Bureau of Work, Census, May 2025" in table_site.soup("table.html").get_text()
