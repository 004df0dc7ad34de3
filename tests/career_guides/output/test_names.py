"""Names of images in the output."""

from __future__ import annotations

from tests.sites import LOGO, Site, guide, snapshot


def test_images_with_similar_paths_have_different_names(site: Site) -> None:
    images = {"i/a/b.svg": "10", "i/a.b.svg": "20", "i/a-b.svg": "30", "i.a/b.svg": "40"}
    site.write({name: LOGO.replace('"90"', f'"{width}"') for name, width in images.items()})
    body = "".join(f"![x](/{name})\n" for name in images)
    site.write({"a/b.md": guide("B", body)})
    site.build()
    found = [img["src"].removeprefix("../") for img in site.soup("a/b.html").select("article img")]
    shown = [(site.out / src).read_text().partition('width="')[2][:2] for src in found]
    assert shown == list(images.values())


def test_images_of_other_pages_keep_their_names(site: Site, clean) -> None:
    rst = ":orphan:\n\nA\n=\n\n.. image:: /i/x.svg\n.. image:: /i/y.svg\n"
    site.write({"i/x.svg": LOGO, "i/y.svg": LOGO, "a.rst": rst, "b.md": guide("B")})
    shown = {
        "Some text.": ["x.svg", "y.svg"],
        "![x](/i/y.svg)": ["x.svg", "i.y.svg"],  # the guide's picture
        "![x](/j/x.svg)": ["i.x.svg", "y.svg"],  # another picture of the same name
        "No picture.": ["x.svg", "y.svg"],
    }
    site.write({"j/x.svg": LOGO})
    for body, names in shown.items():
        site.write({"b.md": guide("B", body)})
        site.build()
        found = [img["src"] for img in site.soup("a.html").select("article img")]
        assert found == [f"_images/{name}" for name in names]
        assert snapshot(site.out) == clean(site)
