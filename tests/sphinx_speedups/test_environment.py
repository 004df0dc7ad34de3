"""Pages are read as Sphinx reads them."""

from __future__ import annotations

import re

from tests.sites import Site, guide
from tests.sphinx_speedups.varied import VARIED


def test_documents_that_are_not_kept_are_read_again(site: Site, clean) -> None:
    site.write(VARIED)
    kept = clean(site)
    site.conf = "from sphinx_speedups import environment as speed\nspeed._KEPT = 1\n"
    assert clean(site) == kept


def test_the_most_verbose_build_still_says_what_events_are_about(site: Site) -> None:
    site.write({"a/b.md": guide("B")})
    site.build("-vv")
    assert re.search(r"emitting event: 'source-read'\('a/b', ", site.log)
    site.build("-E")
    assert "emitting event" not in site.log


def test_a_page_that_two_files_have_is_said(site: Site) -> None:
    site.write({"index.md": guide("Home"), "index.rst": "Home\n====\n"})
    assert "multiple files found for the document" in site.build()
