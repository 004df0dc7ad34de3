"""Links to headings of other pages: built, checked, and kept up to date."""

from __future__ import annotations

from career_guides.cli import main
from tests.sites import Site, guide, snapshot

HISTORY = guide("History", "## The court\n\nText.\n\n## C++ & x\n\nText.")
LINKS = """\
{guide}`history#the-court` {guide}`x <history#c--x>` [y](history.md#the-court) [z](#own-part)

## Own part

```{next} history#the-court
```
"""


def test_links_lead_to_headings(site: Site) -> None:
    site.conf = "myst_heading_anchors = 3"
    site.write({
        "a/history.md": HISTORY,
        "a/b.md": guide("B", LINKS),
        "a/c.md": guide("C", next="history#the-court"),
    })  # fmt: skip
    assert site.build("-n") == ""
    page = site.soup("a/b.html")
    assert [a["href"] for a in page.select("article p a")] == [
        "history.html#the-court", "history.html#c-x", "history.html#the-court", "#own-part",
    ]  # fmt: skip
    assert page.select_one("nav.next-card a")["href"] == "history.html#the-court"  # type: ignore[index]
    card = site.soup("a/c.html").select_one("nav.next-card a")
    assert card["href"] == "history.html#the-court"  # type: ignore[index]


def test_missing_headings_are_reported_alike_by_build_and_check(
    site: Site, monkeypatch, capsys
) -> None:
    site.conf = "myst_heading_anchors = 3"
    body = "{guide}`history#the-cuort`\n\n[y](history.md#the-curt)\n\n[z](#nowhere)\n\n## Part"
    site.write({
        "a/history.md": HISTORY,
        "a/b.md": guide("B", body + "\n\nText.", next="history#court"),
    })  # fmt: skip
    said = site.build("-n").splitlines()
    headings = "(headings: the-court, c--x, c-x)"
    has_none = "'a/history' has no heading"
    assert said == [
        f"docs/a/b.md:3: WARNING: 'next' points at 'history#court', but {has_none} 'court';"
        f" did you mean 'the-court'? {headings} [guide.anchor]",
        f"docs/a/b.md:8: WARNING: a link leads to a heading that is not there: {has_none}"
        f" 'the-curt'; did you mean 'the-court'? {headings} [guide.anchor]",
        "docs/a/b.md:10: WARNING: a link leads to 'nowhere', but this page has no heading 'nowhere'"
        " (headings: part) [guide.anchor]",
        f"docs/a/b.md:6: WARNING: 'guide' points at 'history#the-cuort', but {has_none}"
        f" 'the-cuort'; did you mean 'the-court'? {headings} [guide.anchor]",
    ]
    monkeypatch.chdir(site.path)
    assert main(["check"]) == 1
    checked = capsys.readouterr().out.splitlines()
    assert [line for line in checked if "WARNING" in line] == sorted(
        said, key=lambda line: int(line.split(":")[1])
    )


def test_a_changed_heading_changes_the_pages_that_lead_to_it(site: Site, clean) -> None:
    site.conf = "myst_heading_anchors = 3\nimport build_cache.stamps\nbuild_cache.stamps.MOMENT = 0"
    site.write({
        "a/history.md": HISTORY,
        "a/b.md": guide("B", LINKS),
        "a/c.md": guide("C", next="history#the-court"),
        "a/d.md": guide("D"),
    })  # fmt: skip
    site.build()
    site.write({"a/history.md": HISTORY.replace("The court", "The king")})
    said = site.build()
    assert "docs/a/c.md:3: WARNING: 'next' points at 'history#the-court', but" in said
    assert snapshot(site.out) == clean(site)
    site.write({"a/history.md": HISTORY})
    assert site.build() == ""
    assert snapshot(site.out) == clean(site)
