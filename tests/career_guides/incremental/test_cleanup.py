"""What other settings have put into the output folder goes with them."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot

#: Settings of which each leaves something that the default does not write.
OTHERS = {
    "language": 'language = "de"',
    "theme": 'html_theme = "alabaster"',
    "address": 'html_baseurl = "https://other.example/"',
    "files": 'html_file_suffix = ".htm"\nhtml_split_index = True',
    "icon": 'html_favicon = "docs/logos/acme.svg"',
    "search": 'guides_search = "sphinx"\nhtml_use_opensearch = "https://other.example"',
}


STOP = """
def setup(app):
    app.connect("html-page-context", lambda app, name, *_: name < "page3" or 1 / 0)
"""


@pytest.mark.parametrize("name", OTHERS)
def test_another_setting_leaves_nothing(site: Site, clean, name: str) -> None:
    usual = 'html_baseurl = ""\nsitemap_url_scheme = "{link}"\n'
    site.more = ', "sphinx_sitemap"'
    site.write({
        "pilot/index.md": guide("Pilot", industry="Air", tags="[x]", aliases="[/old]"),
        "plain.md": "# Plain\n\n```{index} Word; other\n```\n",
    })  # fmt: skip
    for conf in (usual, usual + OTHERS[name], usual):
        site.conf = conf
        site.build()
        assert snapshot(site.out) == clean(site), conf


def test_a_build_with_another_setting_is_interrupted(site: Site, clean) -> None:
    """Sphinx has noted by then that all pages have it."""
    site.write({f"page{number}.md": guide(f"Page {number}") for number in range(5)})
    site.build()
    site.conf = 'html_title = "Another"\n'
    site.conf += STOP
    site.build(code=2)
    site.conf = site.conf.removesuffix(STOP)
    site.build()
    assert snapshot(site.out) == clean(site)
