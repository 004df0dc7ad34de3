"""Guides as objects that other projects link to."""

from __future__ import annotations

from tests.sites import Site, guide


def test_guides_are_objects_for_other_projects(liaison_site: Site, tmp_path) -> None:
    liaison_site.build()
    other = Site(tmp_path / "other")
    inventory = liaison_site.out / "objects.inv"
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
