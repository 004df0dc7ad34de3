"""Whatever an author types: no traceback, no lost page, nothing from outside the sources."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.conftest import LOGO, Site, guide, snapshot

FRONT_MATTER = {
    "tag-bool": "title: T\nsidebar: !!bool maybe",
    "tag-int": 'title: T\nweight: !!int ""',
    "tag-time": "title: T\nlast_reviewed: !!timestamp soon",
    "hex": "title: T\nweight: 0x" + "F" * 5000,
    "foreign-hex": "title: T\nversion: 0x" + "F" * 5000,
    "bracket": 'title: T\nnext: "https://["',
    "homograph": 'title: T\nnext: "https://ex℀mple.org/"',
    "slash": 'title: T\nfigure: {image: "/", alt: x}',
    "loop": "title: T\nfigure: {image: /loop.svg, alt: x}",
    "long-alias": f"title: T\naliases: [/{'x' * 290}]",
    "file-alias": "title: T\naliases: [/sitemap.xml/x, /a/page.html/x]",
    "empty": "title: T\nnext: ''\nrelated: ['']\nsources: ['']\nauthors: ''\nfigure: ''",
    "emoji": "title: T\nmyst:\n  enable_extensions: [substitution]\n  substitutions: {e: '😀'}",
    "no-title": "sidebar: true",
    "caption": "title: T\nfigure: {image: /a.svg, alt: x, caption: '![](/../conf.py) x'}",
}


def test_nothing_ends_the_build(site: Site) -> None:
    bodies = {
        "no-title": "# " + "long " * 100 + "*em* [link](emoji.md)\n",
        "emoji": "{{ e }}",
        "bracket": "```{next} https://[\n```\n\n```{next} bracket\n:label: x\n```",
        "slash": "```{figure-card} /\n```\n\n![](../../outside.svg) {download}`x <../../conf.py>`",
    }
    site.write({
        "a.svg": LOGO, "../outside.svg": LOGO,
        "search.md": guide("Mine"),
        **{f"a/{name}.md": f"---\n{block}\n---\n\n{bodies.get(name, 'Text.')}\n"
           for name, block in FRONT_MATTER.items()},
    })  # fmt: skip
    (site.docs / "loop.svg").symlink_to("loop.svg")
    (site.docs / "logos/loop.svg").symlink_to("loop.svg")
    (site.docs / "a/nowhere.md").symlink_to("gone.md")
    said = site.build()
    assert "Traceback" not in said
    for name in FRONT_MATTER:
        page = site.soup(f"a/{name}.html")
        assert page.h1 is not None
        assert page.h1.text.split()[0].rstrip("¶#") == ("long" if name == "no-title" else "T")
    assert "😀" in site.soup("a/emoji.html").select("article p")[0].text
    assert not [name for name in snapshot(site.out) if "outside" in name or "conf" in name]
    assert "docs/search.md:1: WARNING: the page 'search' has the address" in said
    assert "'../../outside.svg' is outside the source folder [guide.image]" in said


def test_the_first_page_is_never_a_draft(site: Site) -> None:
    site.write({"index.md": guide("Home", draft="true")})
    assert (
        "docs/index.md:3: WARNING: the first page cannot be a draft [guide.value]" in site.build()
    )
    assert (site.out / "index.html").exists()


def test_items_after_a_bad_one_keep_their_lines(site: Site) -> None:
    site.write({"a/b.md": "---\ntitle: B\nnext:\n  - 404\n  - nope\n  - [x]\n  - neither\n---\n"})
    lines = [line.partition(" ")[0] for line in site.build().splitlines()]
    assert lines == [f"docs/a/b.md:{n}:" for n in (4, 5, 6, 7)]


def test_files_whose_paths_read_alike_are_two(site: Site) -> None:
    images = {"i/a/b.svg": "10", "i/a.b.svg": "20", "i/a-b.svg": "30", "i.a/b.svg": "40"}
    site.write({name: LOGO.replace('"90"', f'"{width}"') for name, width in images.items()})
    body = "".join(f"![x](/{name})\n" for name in images)
    site.write({"a/b.md": guide("B", body)})
    site.build()
    found = [img["src"].removeprefix("../") for img in site.soup("a/b.html").select("article img")]
    shown = [(site.out / src).read_text().partition('width="')[2][:2] for src in found]
    assert shown == list(images.values())


def test_a_picture_without_a_size_has_its_proportions(site: Site) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675"></svg>'
    site.write({"a.svg": svg, "a/b.md": guide("B", figure="{image: /a.svg, alt: x, width: 400}")})
    site.build()
    image = site.soup("a/b.html").select_one("figure.figure-card > img")
    assert image is not None
    assert (image["width"], image["height"]) == ("400", "225")


def test_the_book_is_well_formed(site: Site) -> None:
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


def rebuilt(site: Site, clean) -> None:
    site.build()
    assert snapshot(site.out) == clean(site)


def test_targets_and_files_that_come_and_go(site: Site, clean) -> None:
    site.conf = 'html_static_path = ["docs/static"]\nnumfig = True'
    site.write({
        "a/x.md": guide("X", "{numref}`fig` {guide}`/a/d`", next="d", related="[d]"),
        "a/f.md": guide("F", "```{figure} /a.svg\n:name: fig\n\nCaption\n```"),
        "a.svg": LOGO, "static/doctools.js": "// mine",
    })  # fmt: skip
    site.build()
    site.write({"a/d.md": guide("D")})
    (site.docs / "static/doctools.js").unlink()
    rebuilt(site, clean)
    assert site.soup("a/x.html").select("nav.next-card, .guide-grid")
    site.write({"a/f.md": guide(
        "F", "```{figure} /a.svg\n\nFirst\n```\n\n```{figure} /a.svg\n:name: fig\n\nCaption\n```"
    )})  # fmt: skip
    rebuilt(site, clean)


def test_what_another_builder_has_read_is_written_here_too(site: Site, clean) -> None:
    site.write({"a/x.md": guide("X", "```{include} part.txt\n```"), "a/part.txt": "old"})
    site.build()
    site.build("-d", "out.doctrees", builder="dirhtml", out="dir")
    site.write({"a/part.txt": "new"})
    site.build("-d", "out.doctrees", builder="dirhtml", out="dir")
    rebuilt(site, clean)
