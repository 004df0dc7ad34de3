"""A build of which nothing has changed: what is skipped, and what is not."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from build_cache.tables import Table
from career_guides.content.page_cache import PageCache
from career_guides.images.social_drawing import FONT
from tests.conftest import FACTS, LOGO, Site, guide, snapshot

CONF = """
guides_logo = "acme"
templates_path = ["../templates"]
import build_cache.stamps
build_cache.stamps.MOMENT = 0
import career_guides.incremental.outdated as reading, pathlib
_load = reading.load_catalogue
def load(*args):
    pathlib.Path("loaded").touch()
    return _load(*args)
reading.load_catalogue = load
"""


@pytest.fixture
def site(site: Site) -> Site:
    site.conf, site.more = CONF, ', "sphinx_sitemap"'
    site.write(FACTS)
    site.write({
        "pilot/index.md": guide("Pilot", industry="Air", occupation="29-1141", aliases="[/old]"),
        "pilot/day.md": guide("Day", "Text {guide}`nowhere`.", nxt="x", tags="[sky]"),
        "pilot/draft.md": guide("Draft", draft="true"),
        "pilot/latin.md": "---\ntitle: x\n---\n",
        "images/one.svg": LOGO,
    })  # fmt: skip
    (site.docs / "pilot/latin.md").write_bytes(b"---\ntitle: Latin\n---\n\nCaf\xe9\n")
    site.build()
    return site


def build(site: Site) -> bool:
    """Build again; return whether the catalogue was made."""
    loaded = site.path / "loaded"
    loaded.unlink(missing_ok=True)
    time.sleep(0.02)
    site.build()
    return loaded.exists()


def test_nothing_is_made_again_and_everything_is_said_again(site: Site) -> None:
    before = snapshot(site.out)
    first = [line for line in site.log.splitlines() if "[guide." in line]
    assert not build(site)
    assert snapshot(site.out) == before
    again = [line for line in site.log.splitlines() if "[guide." in line]
    # What stands in a body is said when it is read.
    assert again == [line for line in first if "nowhere" not in line]
    assert any("unknown front-matter key 'nxt'" in line for line in again)
    assert any("not UTF-8 text" in line for line in again)


@pytest.mark.parametrize(
    "name",
    ["old.html", "old/index.html", "industry/air.html", "_images/logos.acme.svg", "sitemap.xml"],
)
def test_output_that_has_gone_comes_back(site: Site, name: str) -> None:
    before = snapshot(site.out)
    if name not in before:
        name = next(path for path in before if path.startswith("_images/"))
    (site.out / name).unlink()
    build(site)
    assert snapshot(site.out) == before


def test_every_kind_of_input_counts(site: Site, clean) -> None:
    (site.path.parent / "templates").mkdir()
    edits = {
        "body": lambda: site.write({"pilot/day.md": guide("Day", "Other text.")}),
        "draft": lambda: site.write({"pilot/draft.md": guide("Draft")}),
        "logo": lambda: site.write({"logos/acme.svg": LOGO.replace("90", "80")}),
        "figures": lambda: site.write(
            {"facts/states.csv": FACTS["facts/states.csv"].replace("Ohio", "Iowa")}
        ),
        "new page": lambda: site.write({"pilot/night.md": guide("Night")}),
        "template": lambda: (site.path.parent / "templates/search.html").write_text(
            '{% extends "!search.html" %}{# other #}'
        ),
        "removed": (site.docs / "pilot/night.md").unlink,
    }
    for name, edit in edits.items():
        time.sleep(0.02)
        edit()
        assert build(site), name
        built = snapshot(site.out)
        assert not build(site), name
        assert snapshot(site.out) == built, name
    assert snapshot(site.out) == clean(site)


def test_another_day_is_another_build(site: Site) -> None:
    assert not build(site)
    (site.path / "loaded").unlink(missing_ok=True)
    site.build("-D", "guides_today=2030-01-01")
    assert (site.path / "loaded").exists()


def test_files_beside_the_sources_are_inputs_too(site: Site) -> None:
    site.conf += """
html_baseurl = "https://example.org/"
html_static_path, html_css_files = ["own.css"], ["own.css"]
guides_social_font = "own.ttf"
"""
    font, style = site.path / "own.ttf", site.path / "own.css"
    font.write_bytes(FONT.read_bytes())
    style.write_text("p {}")
    build(site)
    assert not build(site)
    before = snapshot(site.out)
    style.write_text("p { margin: 0 }")
    assert build(site)
    after = snapshot(site.out)
    assert after["pilot/day.html"] != before["pilot/day.html"]
    font.write_bytes(FONT.read_bytes() + b"\0")  # which draws the same
    assert build(site)
    cards = {name for name in snapshot(site.out) if name.startswith("_images/social/")}
    assert cards
    assert cards.isdisjoint(after)


def test_two_builders_may_share_an_environment(site: Site, clean) -> None:
    shared = ("-d", "out.doctrees")
    site.build(*shared, builder="dirhtml", out="dir")
    site.write({"pilot/day.md": guide("Another day")})
    site.build(*shared, builder="dirhtml", out="dir")
    site.build()
    assert snapshot(site.out) == clean(site)


def test_a_file_that_changed_just_now_is_read_again(tmp_path: Path) -> None:
    page, cache = tmp_path / "a.md", tmp_path / "cache.pickle"
    page.write_text(guide("One"))
    for title in ("One", "Two"):
        page.write_text(guide(title))
        found = PageCache(cache)
        assert found.read("a", page).values["title"] == title
        found.save()
    # Once it is older than a moment it is kept, told by its time and size.
    os.utime(page, (1_000_000_000, 1_000_000_000))
    for text in (guide("Two"), guide("Six"), guide("Eleven")):
        page.write_text(text)
        os.utime(page, (1_000_000_000, 1_000_000_000))
        found = PageCache(cache)
        title = found.read("a", page).values["title"]
        found.save()
        assert title == ("Eleven" if "Eleven" in text else "Two")


def test_a_broken_cache_is_no_cache(tmp_path: Path) -> None:
    page, cache = tmp_path / "a.md", tmp_path / "cache.pickle"
    page.write_text(guide("One"))
    cache.write_bytes(b"no pickle")
    found = PageCache(cache)
    assert found.read("a", page).values["title"] == "One"
    assert PageCache(cache, ["more"]).known == {}


def test_what_changes_is_kept_beside_what_does_not(tmp_path: Path) -> None:
    path, changes = tmp_path / "kept.pickle", tmp_path / "kept.changes.pickle"
    items = {str(number): number for number in range(2_000)}
    Table(path).write("first", items, items)
    whole = path.read_bytes()
    for number, name in enumerate(["7", "1999", "7"]):
        items = {**items, name: -number}
        Table(path).write(f"head {number}", items, [name])
        table = Table(path)
        assert (table.head, table.items) == (f"head {number}", items)
    assert path.read_bytes() == whole
    assert changes.stat().st_size < 200
    old = changes.read_bytes()
    Table(path).write("many", items, [*items][:600])
    assert not changes.exists()
    changes.write_bytes(old)  # of the file that was there before
    assert (Table(path).head, Table(path).items) == ("many", items)
    items.pop("3")
    Table(path).write("less", items, [])
    assert Table(path).items == items
    path.write_bytes(b"no pickle")
    assert (Table(path).head, Table(path).items) == (None, {})
