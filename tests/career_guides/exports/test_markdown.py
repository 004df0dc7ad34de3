"""The text of each guide as Markdown."""

from __future__ import annotations

from career_guides.exports.markdown import to_markdown
from tests.sites import FACTS, Site, guide, snapshot
from tests.sites.exports import text


def test_text_of_a_guide_is_what_its_page_shows(export_site: Site, clean) -> None:
    export_site.build()
    found = text(export_site, "nurse/day.html.md")
    assert found.startswith("# A *day*\n\nHalf earn $97,550 a year")
    assert "See [Nurse](https://example.org/nurse/index.html)." in found
    assert "1. <https://book.example/>" in found
    assert "Last reviewed on 6 May 2026." in found
    (link,) = export_site.soup("nurse/day.html").select('link[type="text/markdown"]')
    assert link["href"] == "day.html.md"
    facts = FACTS["facts/occupations.csv"].replace("97550", "98000")
    export_site.write({
        "facts/occupations.csv": facts, "nurse/index.md": guide("Nursing", aliases="[/carer]"),
    })  # fmt: skip
    export_site.build()
    for name in ("nurse/day.html.md", "llms-full.txt"):
        assert "$98,000 a year" in text(export_site, name)
        assert "[Nursing](https://example.org/nurse/index.html)" in text(export_site, name)
    assert snapshot(export_site.out) == clean(export_site)


def test_texts_of_removed_guides_are_removed(export_site: Site, clean) -> None:
    export_site.build()
    assert (export_site.out / "nurse/day.html.md").is_file()
    (export_site.docs / "nurse/day.md").unlink()
    export_site.write({"nurse/index.md": guide("Nurse")})
    export_site.build()
    assert not (export_site.out / "nurse/day.html.md").exists()
    assert snapshot(export_site.out) == clean(export_site)


def test_drawings_are_left_out_of_the_text() -> None:
    chart = '<svg viewBox="0 0 1 1"><title>Half of them</title><rect/></svg>'
    assert to_markdown(f"<p>Half earn more {chart} than that.</p>", "") == (
        "Half earn more than that.\n"
    )
