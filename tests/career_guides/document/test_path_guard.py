"""Files from outside the source folder."""

from __future__ import annotations

import pytest

from tests.sites import LOGO, Site, guide

LINKED = """\
![x](/shown.svg)

{download}`f </shared/f.txt>`

```{figure-card} shared/in.svg
:decorative:
```
"""


@pytest.mark.parametrize("trust", ["text", "project"])
def test_links_out_of_the_source_folder(site: Site, trust: str) -> None:
    """What is behind them is left out or shown, whatever it is."""
    site.conf = f'guides_trust = "{trust}"'
    shared = site.path / "shared"
    shared.mkdir()
    for name, text in {
        "in.svg": LOGO,
        "f.txt": "x",
        "page.md": "---\norphan: true\n---\n# A page\n",
    }.items():
        (shared / name).write_text(text)
    site.write({"a.md": guide("A", LINKED, figure="{image: shared/in.svg, decorative: true}")})
    (site.docs / "shared").symlink_to(shared)
    (site.docs / "shown.svg").symlink_to(shared / "in.svg")
    (site.docs / "logos").mkdir(exist_ok=True)
    (site.docs / "logos/shared.svg").symlink_to(shared / "in.svg")
    site.write({"b.md": guide("B", sidebarlogo="shared")})
    said = site.build()
    link = "is reached by a symbolic link out of the source folder; put a copy there"
    messages = [
        f"docs/a.md:3: WARNING: 'figure': 'shared/in.svg' {link} [guide.image]",
        f"docs/a.md:6: WARNING: '/shown.svg' {link} [guide.image]",
        f"docs/a.md:8: WARNING: '/shared/f.txt' {link} [guide.target]",
        f"docs/a.md:10: WARNING: 'figure-card': 'shared/in.svg' {link} [guide.image]",
        "docs/b.md:3: WARNING: no logo 'shared'",
        "docs/shared/page.md:1: WARNING: a symbolic link out of the source folder; the page is",
    ]
    page = site.soup("a.html").select_one("article")
    assert page is not None
    if trust == "text":
        assert [message for message in messages if message not in said] == []
        assert not page.select("img, a.download")
        assert not (site.out / "shared/page.html").exists()
    else:
        assert said == ""
        assert len(page.select("img")) == 3
        assert page.select("a.download")
        assert (site.out / "shared/page.html").is_file()
        assert site.soup("b.html").select_one('img[alt="Shared"]')
