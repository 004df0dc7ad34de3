"""Names of images in the output."""

from __future__ import annotations

from tests.sites import LOGO, Site, guide


def test_images_with_similar_paths_have_different_names(site: Site) -> None:
    images = {"i/a/b.svg": "10", "i/a.b.svg": "20", "i/a-b.svg": "30", "i.a/b.svg": "40"}
    site.write({name: LOGO.replace('"90"', f'"{width}"') for name, width in images.items()})
    body = "".join(f"![x](/{name})\n" for name in images)
    site.write({"a/b.md": guide("B", body)})
    site.build()
    found = [img["src"].removeprefix("../") for img in site.soup("a/b.html").select("article img")]
    shown = [(site.out / src).read_text().partition('width="')[2][:2] for src in found]
    assert shown == list(images.values())
