"""Settings and files of other people's projects: theirs count, and nothing is lost in silence."""

from __future__ import annotations

import json

import pytest

from tests.sites import LOGO, Site, guide
from tests.sites.markup import head

pytestmark = pytest.mark.slow

BUILDERS = (
    "json", "pickle", "devhelp", "htmlhelp", "qthelp", "xml", "pseudoxml", "texinfo", "changes",
    "dummy", "coverage", "doctest", "gettext", "linkcheck", "applehelp",
)  # fmt: skip


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_of_sphinx(site: Site, builder: str) -> None:
    site.more = ', "sphinx.ext.coverage", "sphinx.ext.doctest"'
    site.conf = """
version = release = "1"
applehelp_bundle_id = "org.example"
applehelp_disable_external_tools = True
linkcheck_ignore = [".*"]
guides_logo = "acme"
guides_footer = {"text": "Foot"}
guides_navbar = [{"url": "/index"}]
"""
    if builder == "applehelp":  # Furo 2025.12 looks for its style sheet elsewhere
        site.conf += 'html_theme = "basic"\n'
    site.write({
        "a/index.md": guide("A", "```{guides}\n```\n\n```{compare}\n```", tags="[x]", next="b"),
        "a/b.md": guide("B", sidebar="true", include_footer="true", occupation='"29-1141"'),
        "logos/acme.svg": LOGO,
    })  # fmt: skip
    site.build(builder=builder)
    assert not (site.out / "_pagefind").exists()
    assert not (site.out / "careers.json").exists()


def test_pages_as_data(site: Site) -> None:
    site.conf = 'guides_navbar = [{"url": "/index", "title": "Home"}]\nguides_logo = "acme"'
    site.write({"a/b.md": guide("B", sidebar="true"), "logos/acme.svg": LOGO})
    site.build(builder="json")
    page = json.loads((site.out / "a/b.fjson").read_text())
    assert page["guide_logo"][0]["src"] == "../../_images/logos.acme.svg"
    assert '<a class="reference internal" href="../../">Home</a>' in page["furo_navigation_tree"]
    assert '<meta property="og:title" content="B" />' in page["metatags"]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_own_files_win(site: Site, builder: str) -> None:
    site.conf = 'html_extra_path = ["docs/extra"]\nexclude_patterns = ["extra"]'
    page = {"html": "tag/x.html", "dirhtml": "tag/x/index.html"}[builder]
    own = ("404.html", "robots.txt", "a.html.md" if builder == "html" else "a/index.html.md", page)
    site.write({"a.md": guide("A", tags="[x]")} | {f"extra/{name}": "MINE" for name in own})
    for _ in range(2):
        site.build(builder=builder)
        assert {name: (site.out / name).read_text() for name in own} == dict.fromkeys(own, "MINE")


def descriptions(site: Site, page: str) -> list[str]:
    names = ("[name=description]", "[property='og:description']", "[name='twitter:description']")
    soup = site.soup(page)
    return [text for name in names for text in head(soup, f"meta{name}:not([lang])", "content")]


def test_one_description_in_a_head(site: Site) -> None:
    more = "\n  html_meta:\n    description: Theirs\n    'description lang=de': Deutsch"
    site.conf = 'guides_trust = "project"'
    in_body = "```{eval-rst}\n.. meta::\n   :description: In the body\n```"
    site.write({
        "both.md": guide("Both", description="Ours", myst=more),
        "meta.md": guide("Meta", in_body, description="Ours"),
        "html.md": guide("HTML", myst=more),
        "rst.rst": ":orphan:\n\n.. meta::\n   :description: Of *rst*\n\nR\n=\n",
    })  # fmt: skip
    assert site.build() == (
        "docs/both.md:6: WARNING: 'html_meta' has another description, 'description';"
        " the key 'description' counts [guide.duplicate_key]\n"
    )
    assert descriptions(site, "both.html") == ["Ours"] * 3
    assert descriptions(site, "meta.html") == ["Ours"] * 3
    assert descriptions(site, "html.html") == ["Theirs"] * 3
    assert descriptions(site, "rst.html") == ["Of *rst*"] * 3
    assert head(site.soup("both.html"), "meta[name=description][lang]", "content") == ["Deutsch"]
    (data,) = site.soup("html.html").select('script[type="application/ld+json"]')
    assert json.loads(str(data.string)).get("description") is None  # an Article's is the guide's


def test_a_page_without_a_heading(site: Site) -> None:
    site.conf = 'suppress_warnings = ["myst.header"]'
    site.write({
        "a/index.md": guide("A"),
        "a/b.md": guide("B"),
        "a/mute.md": "Text alone.\n\n```\n# no heading\n```\n",
        "a/low.md": "Text.\n\n## A heading\n",
        "a/included.md": "```{include} low.md\n```\n",
        "a/orphan.md": "---\norphan: true\n---\n\nText.\n",
    })  # fmt: skip
    assert site.build() == (
        "docs/a/mute.md:1: WARNING: the page has no heading, so the navigation cannot show it;"
        " give it a heading, '# Its title', or 'title' in its front matter [guide.missing]\n"
    )
    assert (site.out / "a/mute.html").is_file()
    site.write({"a/mute.md": "# Not mute\n"})
    assert site.build() == ""


def test_a_footer_is_not_empty(site: Site) -> None:
    site.write({"a.md": guide("A", include_footer="true")})
    site.build()
    (footer,) = site.soup("a.html").select("footer.site-footer")
    assert footer.get_text(strip=True) == "Acme Careers"
