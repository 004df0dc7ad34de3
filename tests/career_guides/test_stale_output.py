"""Nothing stale stays in the output."""

from __future__ import annotations

from tests.sites import Site, guide, snapshot
from tests.sites.mapped import mapped


def test_stale_files_leave_the_output(site: Site) -> None:
    mapped(site)
    site.build()
    assert "url=../a/b.html" in (site.out / "old/index.html").read_text()
    (site.docs / "a/b.md").unlink()
    site.build()
    left = snapshot(site.out)
    assert not [name for name in left if name.startswith(("a/b", "_sources/a/b", "old/"))]
    assert "a/c.html" in left


def test_an_interrupted_build_leaves_nothing_stale(site: Site, clean) -> None:
    mapped(site)
    site.write({"a/d.md": guide("D", "{guide}`c` and {guide}`b`")})
    site.build()
    site.write({"a/c.md": guide("Renamed")})
    site.conf += "def setup(app):\n    app.connect('html-page-context', lambda *a: 1 / 0)\n"
    site.build(code=2)
    site.conf = site.conf.partition("def setup")[0]
    site.build()
    assert snapshot(site.out) == clean(site)
