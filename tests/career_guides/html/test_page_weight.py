"""A page of Furo loads only what it uses, and its scripts are deferred in order."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot
from tests.sites.styled import CODE, PAGES


@pytest.fixture
def varied(site: Site) -> Site:
    site.more = ', "sphinx_design"'
    site.write(PAGES)
    return site


def files(site: Site, page: str) -> list[str]:
    """Return the names of the style sheets and scripts of a page, in order."""
    found = site.soup(f"{page}.html").select("script[src], link[rel=stylesheet]")
    paths = [str(tag.get("src") or tag["href"]) for tag in found]
    return [path.partition("?")[0].rpartition("/")[2] for path in paths]


OPTIONAL = {"pygments.css", "sphinx-design.min.css", "design-tabs.js"}


def test_pages_load_what_they_use(varied: Site) -> None:
    varied.build()
    assert OPTIONAL & {*files(varied, "a/plain")} == set()
    assert OPTIONAL & {*files(varied, "a/code")} == {"pygments.css"}
    assert OPTIONAL & {*files(varied, "a/tabs")} == {"sphinx-design.min.css", "design-tabs.js"}
    for page in ("a/plain", "a/tabs", "index", "genindex", "search"):
        scripts = varied.soup(f"{page}.html").select("script[src]")
        assert all(script.get("defer") for script in scripts), page


def test_switched_off_pages_load_all_in_the_same_order(varied: Site) -> None:
    varied.build()
    ours = {page: files(varied, page) for page in ("a/plain", "a/code", "a/tabs")}
    varied.build("-E", "-a", "-D", "guides_upstream=0")
    for page, names in ours.items():
        theirs = files(varied, page)
        assert {*theirs} >= OPTIONAL
        assert [name for name in theirs if name in names] == names
    assert not varied.soup("a/plain.html").select("script[src*=doctools][defer]")


OWN = '<svg><symbol id="svg-own">\n  <text>a  b</text></symbol></svg>'


def test_pages_hold_only_the_icons_that_they_show(varied: Site) -> None:
    varied.write({"a/plain.md": guide("Plain", f"```{{raw}} html\n{OWN}\n```")})
    trusted = ("-D", "guides_trust=project")  # for the raw HTML
    varied.build(*trusted, "-D", "guides_upstream=0", out="theirs")
    varied.build(*trusted)
    page, theirs = varied.soup("a/plain.html"), varied.soup("a/plain.html", out="theirs")
    shown = {tag["href"] for tag in page.select("use[href]")}
    icons = {f"#{tag['id']}": tag for tag in page.select("symbol")}
    assert icons.keys() == shown | {"#svg-own"}
    assert "#svg-menu" in shown
    for name in shown:  # as they were drawn
        ours, before = ([*tags] for tags in (icons[name].select("*"), theirs.select(f"{name} *")))
        for tag in (*ours, *before):
            tag.attrs.pop("xmlns", None)
        assert [(tag.name, tag.attrs) for tag in ours] == [(tag.name, tag.attrs) for tag in before]
        assert ours[0].get_text(strip=True) == before[0].get_text(strip=True)
    assert OWN in (varied.out / "a/plain.html").read_text()  # an author's is left alone
    sizes = [(varied.path / out / "a/code.html").stat().st_size for out in ("out", "theirs")]
    assert sizes[0] < sizes[1] - 1_000


def test_a_page_that_uses_more_than_before_loads_it(varied: Site, clean) -> None:
    varied.build()
    varied.write({"a/plain.md": guide("Plain", CODE), "a/tabs.md": guide("T")})
    varied.build("-j2")
    assert snapshot(varied.out) == clean(varied)


@pytest.mark.parametrize("options", [{"body": "ready()"}, {"loading_method": "async"}])
def test_scripts_of_other_extensions_are_not_changed(site: Site, options: dict[str, str]) -> None:
    inline = "body" in options
    name = None if inline else "https://a.example/a.js"
    site.conf = f"def setup(app):\n    app.add_js_file({name!r}, **{options})\n"
    site.build()
    soup = site.soup("index.html")
    # An inline script runs at once, and may need the scripts before it.
    assert bool(soup.select("script[src*=doctools][defer]")) is not inline
    assert not soup.select("script[src*=example][defer]")


def test_other_themes_are_not_changed(varied: Site) -> None:
    varied.build("-D", "html_theme=basic")
    assert {*files(varied, "a/plain")} >= OPTIONAL
    assert not varied.soup("a/plain.html").select("script[src*=doctools][defer]")
