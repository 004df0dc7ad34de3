"""All processes write the same."""

from __future__ import annotations

from tests.sites import Site
from tests.sphinx_speedups.varied import VARIED


def test_all_processes_write_the_same(site: Site, clean) -> None:
    # Without an index of its own, Sphinx has nothing to collect in the parent.
    site.conf = (
        "def setup(app):\n"
        "    app.connect('builder-inited', lambda app: setattr(app.builder, 'search', False))\n"
    )
    site.write(VARIED)
    one = clean(site)
    assert clean(site, "-j2") == one
    assert "_images/images.one.svg" in one  # of a page that another process wrote
