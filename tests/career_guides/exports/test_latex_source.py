"""Comments in LaTeX that name the author's lines."""

from __future__ import annotations

from career_guides.exports.latex_source import Place, read_comment
from tests.sites import Site, guide, snapshot

BODY = """\
A text[^1] with `code`
on two lines.

[^1]: A footnote-of-its-own

- An item

| a | b |
|---|---|
| 1 | 2 |
| 3 | thirty-three |

```text
some code
```

## A heading

```{include} part.md
```
"""
PAGES = {
    "index.md": guide("Home"),
    "baker/index.md": guide("Baker", BODY, next="rye"),
    "baker/part.md": "Included text.\n",
    "baker/rye.md": guide("Rye"),
}


def places(site: Site) -> list[Place]:
    [tex] = site.out.glob("*.tex")
    return [place for line in tex.read_text("utf-8").split("\n") if (place := read_comment(line))]


def test_each_text_has_its_line(site: Site) -> None:
    site.conf = 'version = copyright = "1"\nexclude_patterns = ["**/part.md"]\n'
    site.write(PAGES)
    site.build("-n", "-W", builder="latex")
    found = places(site)
    lines = (site.docs / "baker/index.md").read_text("utf-8").split("\n")
    first = lines.index("A text[^1] with `code`") + 1
    wanted = [
        Place("baker/index.md", first, "text", "lines."),
        Place("baker/index.md", first + 3, "text", "footnote-of-its-own"),
        Place("baker/index.md", first + 5, "text", "item"),
        Place("baker/index.md", first + 12, "code", "some"),
        Place("baker/index.md", first + 16, "heading", "heading"),
        Place("baker/part.md", 1, "text", "Included"),
    ]
    assert [place for place in wanted if place not in found] == []
    [table] = [place for place in found if place.kind == "table"]
    assert (table.path, table.word) == ("baker/index.md", "thirty-three")
    assert table.line in range(first + 7, first + 11)
    assert {place.path for place in found} >= {"index.md", "baker/rye.md"}
    assert not any("thirty" in place.word for place in found if place != table)


def test_an_edit_gives_what_a_clean_build_gives(site: Site, clean) -> None:
    site.conf = 'version = copyright = "1"\n'
    site.write({name: text for name, text in PAGES.items() if "part" not in name})
    site.write({"baker/index.md": guide("Baker", "One.\n\nTwo.", next="rye")})
    site.build(builder="latex")
    before = places(site)
    site.write({"baker/index.md": guide("Baker", "One.\n\nMore.\n\nTwo.", next="rye")})
    site.build(builder="latex")
    assert [place.line for place in before if place.word == "Two."] < [
        place.line for place in places(site) if place.word == "Two."
    ]


def test_other_formats_have_none(site: Site) -> None:
    site.write({"index.md": guide("Home", "A text.")})
    for builder in ("html", "text", "man", "texinfo"):
        site.build(builder=builder, out=builder)
        texts = snapshot(site.path / builder).values()
        assert not any("% career-guides:" in str(text) for text in texts)


def test_other_comments_are_none_of_ours() -> None:
    assert read_comment("% a comment") is None
    assert read_comment('% career-guides: ["a.md", 3, "text", "w%"]') == Place(
        "a.md", 3, "text", "w%"
    )
