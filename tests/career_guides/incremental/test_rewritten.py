"""Which pages are written again."""

from __future__ import annotations

from tests.sites import LOGO, Site, guide, snapshot


def test_changed_title_is_written_only_where_it_is_shown(liaison_site: Site) -> None:
    liaison_site.write({"other/index.md": guide("Other"), "other/x.md": guide("X", sidebar="true")})
    liaison_site.build()
    before = snapshot(liaison_site.out)
    liaison_site.write({"liaison/history.md": guide("Another", next="overview")})
    liaison_site.build()
    after = snapshot(liaison_site.out)
    changed = {name for name in after if after[name] != before.get(name) and name[-5:] == ".html"}
    assert changed == {
        "index.html", "liaison/index.html", "liaison/overview.html", "liaison/history.html",
    } - {"index.html"}  # fmt: skip


def rebuilt(site: Site, clean) -> None:
    site.build()
    assert snapshot(site.out) == clean(site)


def test_pages_follow_targets_and_files_that_come_and_go(site: Site, clean) -> None:
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


def test_pages_that_another_builder_has_read_are_written_again(site: Site, clean) -> None:
    site.write({"a/x.md": guide("X", "```{include} part.txt\n```"), "a/part.txt": "old"})
    site.build()
    site.build("-d", "out.doctrees", builder="dirhtml", out="dir")
    site.write({"a/part.txt": "new"})
    site.build("-d", "out.doctrees", builder="dirhtml", out="dir")
    rebuilt(site, clean)
