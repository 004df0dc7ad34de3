"""Sphinx's own search index after an incremental build."""

from __future__ import annotations

import json

from tests.sites import Site, guide, snapshot
from tests.sites.mapped import mapped


def test_index_entries_of_other_pages_stay_in_the_search_index(site: Site) -> None:
    mapped(site)
    site.conf += 'guides_search = "sphinx"\n'
    site.build()
    site.write({"a/c.md": guide("Changed")})
    site.build()
    text = (site.out / "searchindex.js").read_text()
    index = json.loads(text.removeprefix("Search.setIndex(")[:-1])
    assert list(index["indexentries"]) == ["here"]
    assert [] not in index["terms"].values()


def test_pages_with_the_same_entry_are_in_the_order_of_a_clean_build(site: Site, clean) -> None:
    site.conf = 'guides_search = "sphinx"\n'
    entry = "```{index} an entry\n```\n"
    site.write({f"{name}.md": f"# {name}\n\n{entry}" for name in ("one", "two", "three")})
    site.build()
    site.write({"two.md": f"# two\n\n{entry}\nEdited.\n"})
    site.build()
    assert snapshot(site.out) == clean(site)
