"""A build with nothing changed: what is skipped, and which inputs count."""

from __future__ import annotations

import time

import pytest

from career_guides.images.rasterize import FONT
from tests.sites import FACTS, LOGO, Site, guide, snapshot

pytestmark = pytest.mark.slow

CONF = """
guides_logo = "acme"
templates_path = ["../templates"]
import build_cache.stamps
build_cache.stamps.MOMENT = 0
import career_guides.incremental.outdated as outdated, pathlib
_load = outdated.load_catalogue
def load(*args):
    pathlib.Path("loaded").touch()
    return _load(*args)
outdated.load_catalogue = load
"""


@pytest.fixture
def built_site(site: Site) -> Site:
    """A site with every kind of input, built once."""
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


def test_unchanged_catalogue_is_kept_and_its_problems_are_reported_again(built_site: Site) -> None:
    before = snapshot(built_site.out)
    first = [line for line in built_site.log.splitlines() if "[guide." in line]
    assert not build(built_site)
    assert snapshot(built_site.out) == before
    again = [line for line in built_site.log.splitlines() if "[guide." in line]
    # Problems in a body are reported when it is read.
    assert again == [line for line in first if "nowhere" not in line]
    assert any("unknown front-matter key 'nxt'" in line for line in again)
    assert any("not UTF-8 text" in line for line in again)


@pytest.mark.parametrize(
    "name",
    ["old.html", "old/index.html", "industry/air.html", "_images/logos.acme.svg", "sitemap.xml"],
)
def test_deleted_output_is_written_again(built_site: Site, name: str) -> None:
    before = snapshot(built_site.out)
    if name not in before:
        name = next(path for path in before if path.startswith("_images/"))
    (built_site.out / name).unlink()
    build(built_site)
    assert snapshot(built_site.out) == before


def test_every_kind_of_input_counts(built_site: Site, clean) -> None:
    (built_site.path.parent / "templates").mkdir()
    edits = {
        "body": lambda: built_site.write({"pilot/day.md": guide("Day", "Other text.")}),
        "draft": lambda: built_site.write({"pilot/draft.md": guide("Draft")}),
        "logo": lambda: built_site.write({"logos/acme.svg": LOGO.replace("90", "80")}),
        "figures": lambda: built_site.write(
            {"facts/states.csv": FACTS["facts/states.csv"].replace("Ohio", "Iowa")}
        ),
        "new page": lambda: built_site.write({"pilot/night.md": guide("Night")}),
        "template": lambda: (built_site.path.parent / "templates/search.html").write_text(
            '{% extends "!search.html" %}{# other #}'
        ),
        "removed": (built_site.docs / "pilot/night.md").unlink,
    }
    for name, edit in edits.items():
        time.sleep(0.02)
        edit()
        assert build(built_site), name
        built = snapshot(built_site.out)
        assert not build(built_site), name
        assert snapshot(built_site.out) == built, name
    assert snapshot(built_site.out) == clean(built_site)


def test_another_day_loads_the_catalogue_again(built_site: Site) -> None:
    assert not build(built_site)
    (built_site.path / "loaded").unlink(missing_ok=True)
    built_site.build("-D", "guides_today=2030-01-01")
    assert (built_site.path / "loaded").exists()


def test_files_beside_the_sources_are_inputs(built_site: Site) -> None:
    built_site.conf += """
html_baseurl = "https://example.org/"
html_static_path, html_css_files = ["own.css"], ["own.css"]
guides_social_font = "own.ttf"
"""
    font, style = built_site.path / "own.ttf", built_site.path / "own.css"
    font.write_bytes(FONT.read_bytes())
    style.write_text("p {}")
    build(built_site)
    assert not build(built_site)
    before = snapshot(built_site.out)
    style.write_text("p { margin: 0 }")
    assert build(built_site)
    after = snapshot(built_site.out)
    assert after["pilot/day.html"] != before["pilot/day.html"]
    font.write_bytes(FONT.read_bytes() + b"\0")  # which draws the same
    assert build(built_site)
    cards = {name for name in snapshot(built_site.out) if name.startswith("_images/social/")}
    assert cards
    assert cards.isdisjoint(after)


def test_two_builders_may_share_an_environment(built_site: Site, clean) -> None:
    shared = ("-d", "out.doctrees")
    built_site.build(*shared, builder="dirhtml", out="dir")
    built_site.write({"pilot/day.md": guide("Another day")})
    built_site.build(*shared, builder="dirhtml", out="dir")
    built_site.build()
    assert snapshot(built_site.out) == clean(built_site)
