"""Every format, and other people's projects."""

from __future__ import annotations

import pytest

from tests.conftest import LOGO, Site, guide, snapshot


@pytest.fixture
def career(site: Site) -> Site:
    site.conf = 'version = copyright = "1"\nsuppress_warnings = ["epub.unknown_project_files"]'
    site.write({
        "images/a.svg": LOGO,
        "liaison/index.md": guide(
            "Liaison", "```{guides}\n:career: liaison\n```",
            next="overview", cascade="{sidebar: true, industry: Diplomacy}",
        ),
        "liaison/overview.md": guide(
            "What it is", "Body of the *overview*.",
            subtitle="A lead line", description="All of it in short",
            figure="{image: /images/a.svg, alt: Alternative, caption: 'A *caption*', credit: Me}",
            next="history", sources="[{title: A source, url: 'https://example.org/s'}]",
            authors="[Ann]", last_reviewed="2026-11-22",
        ),
        "liaison/history.md": guide("History & *stars*", "{guide}`overview`", next="overview"),
    })  # fmt: skip
    return site


WANTED = ("What it is", "A lead line", "Body of the", "Next: History & *stars*", "A source")


@pytest.mark.parametrize("builder", ["text", "man", "latex", "epub", "singlehtml", "dirhtml"])
def test_every_builder_shows_it_all(career: Site, builder: str) -> None:
    if builder == "man":
        career.conf += '\nman_pages = [("index", "acme", "Acme", "Ann", 7)]'
    assert career.build("-n", "-W", builder=builder) == ""
    suffixes = {".txt", ".7", ".tex", ".xhtml", ".html"}
    texts = [f.read_text("utf-8") for f in sorted(career.out.rglob("*")) if f.suffix in suffixes]
    text = "\n".join(texts)
    for old, new in (("\\sphinxhyphen{}", "-"), ("\\&", "&"), ("&amp;", "&"), ("\\-", "-")):
        text = text.replace(old, new)
    for wanted in WANTED:
        if builder in {"epub", "singlehtml", "dirhtml"}:
            wanted = wanted.removeprefix("Next: ")  # noqa: PLW2901 - a card there
        for part in wanted.partition("Next: ") if builder in {"man", "latex"} else [wanted]:
            assert part.strip() in text, (builder, part)
    if builder == "text":
        overview = (career.out / "liaison/overview.txt").read_text()
        assert "[image: Alternative]" in overview
        assert (
            overview.index("A lead line") < overview.index("Body of the") < overview.index("Next:")
        )


def test_order_of_chapters_in_one_document(career: Site) -> None:
    career.build(builder="singlehtml")
    titles = [h.contents[0] for h in career.soup("index.html").select("h2, h3") if h.contents]
    assert titles == ["Liaison", "What it is", "History & *stars*"]


def test_gettext_finds_the_texts_of_front_matter(career: Site) -> None:
    assert career.build("-n", "-W", builder="gettext") == ""
    pot = (career.out / "liaison.pot").read_text()
    for text in ("What it is", "A lead line", "A *caption*", "Alternative"):
        assert f'msgid "{text}"' in pot
    assert "docs/liaison/overview.md:3" in pot


def test_two_builders_may_share_doctrees(career: Site) -> None:
    career.build(out="out")
    career.write({"liaison/history.md": guide("Renamed")})
    career.build("-d", "out.doctrees", builder="dirhtml", out="dir")
    career.build(out="out")
    for folder, page in (("out", "liaison/overview.html"), ("dir", "liaison/overview/index.html")):
        assert "Renamed" in career.soup(page, folder).select_one("nav.next-card").text  # type: ignore[union-attr]


def test_pages_that_are_no_guides_keep_their_toctree(site: Site) -> None:
    site.write({
        "index.md": "# Home\n\n```{toctree}\nplain\napi/index\n```\n",
        "plain.md": "# Plain\n\n## Part\n",
        "api/index.md": "# API\n\n```{toctree}\none\n```\n",
        "api/one.md": "# One\n",
        "pilot/index.md": guide("Pilot", sidebar="true"),
        "pilot/day.md": guide("Day", sidebar="true"),
    })  # fmt: skip
    assert site.build("-n", "-W") == ""
    tree = [a.text for a in site.soup("plain.html").select(".sidebar-tree a")]
    assert tree == ["Plain", "API", "Pilot"]
    guided = site.soup("pilot/day.html")
    assert [a.text for a in guided.select(".sidebar-tree a")] == ["Pilot", "Day"]


def test_a_toctree_by_hand_is_respected(site: Site) -> None:
    site.write({
        "pilot/index.md": guide("Pilot", "```{toctree}\n:caption: By hand\nzeta\n```"),
        "pilot/alpha.md": guide("Alpha"),
        "pilot/zeta.md": guide("Zeta"),
    })  # fmt: skip
    assert site.build("-n", "-W") == ""
    body = site.soup("pilot/index.html").select("article .toctree-wrapper a")
    assert [a.text for a in body] == ["Zeta"]


@pytest.mark.parametrize("theme", ["alabaster", "basic"])
def test_other_themes_show_what_is_in_the_body(career: Site, theme: str) -> None:
    career.conf += f'\nhtml_theme = "{theme}"'
    career.write({"liaison/history.md": guide("History", include_footer="true")})
    career.conf += '\nguides_footer = {"text": "Foot"}'
    assert career.build("-n", "-W") == ""
    page = career.soup("liaison/overview.html")
    assert page.select_one("figure.figure-card > img[alt=Alternative]")
    assert page.select_one("nav.next-card > a[rel=next]")
    assert not page.select("footer.site-footer")
    assert len(career.soup("liaison/history.html").select("footer.site-footer")) == 1


def test_guides_are_objects_for_other_projects(career: Site, tmp_path) -> None:
    career.build()
    other = Site(tmp_path / "other")
    inventory = career.out / "objects.inv"
    other.conf = (
        'extensions.append("sphinx.ext.intersphinx")\n'
        f'intersphinx_mapping = {{"acme": ("https://acme.example/", {str(inventory)!r})}}'
    )
    other.write(
        {
            "index.md": guide(
                "Other", "{guide}`liaison/history` {external:guide:guide}`liaison/overview`"
            )
        }
    )
    assert other.build("-n", "-W") == ""
    links = {a["href"]: a.text for a in other.soup("index.html").select("article p a")}
    assert links == {
        "https://acme.example/liaison/history.html": "History & *stars*",
        "https://acme.example/liaison/overview.html": "What it is",
    }


def test_one_changed_title_is_written_where_it_shows_and_nowhere_else(career: Site) -> None:
    career.write({"other/index.md": guide("Other"), "other/x.md": guide("X", sidebar="true")})
    career.build()
    before = snapshot(career.out)
    career.write({"liaison/history.md": guide("Another", next="overview")})
    career.build()
    after = snapshot(career.out)
    changed = {name for name in after if after[name] != before.get(name) and name[-5:] == ".html"}
    assert changed == {
        "index.html", "liaison/index.html", "liaison/overview.html", "liaison/history.html",
    } - {"index.html"}  # fmt: skip


@pytest.mark.parametrize(
    ("conf", "message"),
    [
        (
            'guides_footer = {"columns": [{"link": []}]}',
            "guides_footer.columns.0.link: extra inputs",
        ),
        ('guides_navbar = [{"title": "x"}]', "guides_navbar.0.url: field required"),
        ('guides_today = "soon"', "guides_today: expected a date of the form 2026-11-22"),
    ],
)
def test_a_wrong_configuration_is_named(site: Site, conf: str, message: str) -> None:
    site.conf = conf
    assert message in site.build(code=2)
