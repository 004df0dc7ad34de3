"""The figures of a site: in every format, after an edit, broken, or missing."""

from __future__ import annotations

from career_guides.facts.csv_files import COLUMNS
from tests.sites import FACTS, Site, guide, snapshot
from tests.sites.pay import card, rows


def test_other_formats_show_the_figures_too(pay_site: Site) -> None:
    assert pay_site.build("-n", "-W", builder="text", out="text") == ""
    text = (pay_site.path / "text/nurse/index.txt").read_text("utf-8")
    sentence = "Nurses earn $97,550 a year (Nurses, United States: median pay. Bureau of Work,"
    assert sentence in " ".join(text.split())
    assert "Median pay\n   **$97,550 a year**" in text
    source = "Source: Bureau of Work, Survey of Work <https://work.example/>, May 2025,"
    assert source in " ".join(text.split())
    assert "percentile, higher for" not in text
    assert pay_site.build("-n", "-W", builder="latex", out="latex") == ""


def test_one_number_changes_the_pages_that_show_it_and_no_other(pay_site: Site, clean) -> None:
    pay_site.build()
    before = snapshot(pay_site.out)
    path = pay_site.docs / "facts/occupations.csv"
    path.write_text(path.read_text("utf-8").replace("97550", "98660"), "utf-8")
    pay_site.build()
    after = snapshot(pay_site.out)
    changed = {name for name in after if before.get(name) != after[name]}
    pages = {name for name in changed if name.endswith(".html")}
    assert pages == {f"nurse/{name}.html" for name in ("index", "overview", "day", "pay")}
    texts = {f"{page}.md" for page in pages}
    assert texts <= changed
    index = {name for name in changed if name.startswith("_pagefind/")}
    whole = {"objects.inv", "llms-full.txt", "careers.json"}
    assert changed - pages - texts - index <= whole
    assert after == clean(pay_site)
    assert "$98,660 a year" in pay_site.soup("nurse/index.html").get_text()
    # Figures that a page does not show leave it alone.
    path.write_text(path.read_text("utf-8").replace("Interpreters", "Translators"), "utf-8")
    pay_site.build()
    assert snapshot(pay_site.out) == after


def test_a_release_that_is_added_changes_what_shows_it(pay_site: Site, clean) -> None:
    pay_site.write({"compare.md": guide("Compare", "```{compare}\n```")})
    pay_site.build()
    assert "Since May 2024" not in pay_site.soup("nurse/pay.html").get_text()
    pay_site.write({
        "facts/history.csv": ",".join(COLUMNS["history.csv"])
        + "\nMay 2024,29-1141,3000,0.3,0.2,46.00,44.00,98430,93600\n",
        "facts/onet.csv": ",".join(COLUMNS["onet.csv"])
        + "\n29-1141,Bachelor's degree,55.9,4,,SIC,0 0 0 0 44.1 55.9,2021-08,Nurse; Ward nurse\n",
    })  # fmt: skip
    assert pay_site.build("-n", "-W") == ""
    assert snapshot(pay_site.out) == clean(pay_site)
    assert "Since May 2024" in pay_site.soup("nurse/pay.html").get_text()
    head = [cell.get_text() for cell in pay_site.soup("compare.html").select("thead th")]
    assert {"Mean pay since May 2024", "Jobs since May 2024"} < {*head}
    assert "+10.0%" in pay_site.soup("compare.html").get_text()
    titles = rows(card(pay_site, "nurse/pay.html"))["Job titles"]
    assert titles == "Nurse, Ward nurse"


def test_mistakes_in_codes_and_figures_are_reported_at_their_line(pay_site: Site) -> None:
    pay_site.write({
        "wrong.md": "---\ntitle: Wrong\noccupation:\n  - 29-1141\n  - 29-1142\n---\n\n"
        "Text {fact}`29-1141 medain-pay`.\n\n```{at-a-glance} 27-0000\n```\n",
        "none.md": guide("None", "```{at-a-glance}\n```"),
    })  # fmt: skip
    said = pay_site.build()
    for line in (
        "docs/wrong.md:5: WARNING: 'occupation': '29-1142' is no occupation of the survey"
        " (SOC of 2018): 29-1141 Nurses [guide.value]",
        "docs/wrong.md:8: WARNING: 'fact': no figure 'medain-pay'; did you mean 'median-pay'?",
        "docs/wrong.md:10: WARNING: 'at-a-glance': '27-0000' is a group, 'Arts Occupations';",
        "docs/none.md:5: WARNING: 'at-a-glance' needs a SOC code, here or as 'occupation' above",
    ):
        assert line in said
    # The good code is shown all the same, and so is the text of the role.
    assert rows(card(pay_site, "wrong.html"))["Median pay"] == "$97,550 a year"
    assert "Text 29-1141 medain-pay." in pay_site.soup("wrong.html").get_text()


def test_broken_figures_are_reported_and_the_site_is_built(pay_site: Site) -> None:
    path = pay_site.docs / "facts/occupations.csv"
    path.write_text(path.read_text("utf-8").replace("97550", "many"), "utf-8")
    said = pay_site.build()
    assert "docs/facts/occupations.csv:8: WARNING: expected a number, '-' or '#'" in said
    assert "[guide.syntax]" in said
    assert not pay_site.soup("nurse/index.html").select("aside.at-a-glance")


def test_without_figures_of_its_own_a_site_has_ours(pay_site: Site) -> None:
    for name in FACTS:
        (pay_site.docs / name).unlink()
    (pay_site.docs / "facts").rmdir()
    assert pay_site.build() == ""
    assert "Registered Nurses" in card(pay_site, "nurse/index.html").get_text()


def test_figures_from_outside_the_sources_are_ignored(pay_site: Site) -> None:
    pay_site.conf = "guides_facts = '../../elsewhere'"
    (pay_site.path.parent / "elsewhere").mkdir()
    pay_site.build()
    assert "Registered Nurses" in card(pay_site, "nurse/index.html").get_text()
