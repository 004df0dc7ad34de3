"""A site with two photographs, and checks of the variants that its pages offer."""

from __future__ import annotations

from PIL import Image, features

from tests.sites import LOGO, Site, guide
from tests.sites.photos import noise_photo

FORMATS = ["avif", "webp"] if features.check("avif") else ["webp"]
FIGURE = "{image: /images/photo.jpg, alt: A ward}"


def add_pictures(site: Site) -> Site:
    """Write pages and their pictures."""
    site.write({
        "index.md": guide("Home", "```{guides}\n```"),
        "pilot/index.md": guide("Pilot", "```{guides}\n:career: pilot\n```", industry="Air",
                                figure=FIGURE),
        "pilot/day.md": guide(
            "Day",
            "![Plain](/images/photo.jpg) ![Drawn](/images/one.svg)\n\n"
            "```{figure-card} /images/wide.png\n:alt: Wide\n:width: 200\n```\n\n"
            "```{image} /images/photo.jpg\n:width: 50%\n```\n",
            figure="{image: /images/one.svg, alt: x}",
        ),
        "images/one.svg": LOGO,
    })  # fmt: skip
    noise_photo().save(site.docs / "images/photo.jpg", quality=90)
    noise_photo(1000, 400, seed=2).save(site.docs / "images/wide.png")
    return site


def made(site: Site) -> dict[str, float]:
    """Return file name -> time of last change (ns) of the variants in the output."""
    folder = site.out / "_images/variants"
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def check_sources(site: Site, page: str, picture) -> list[list[int]]:
    """Check that all files of a picture are there as they are said to be; return the widths."""
    found = picture.find_all("source", recursive=False)
    assert [source["type"] for source in found] == [f"image/{name}" for name in FORMATS]
    widths = []
    for source in found:
        pairs = [one.split() for one in source["srcset"].split(", ")]
        widths.append([int(width.removesuffix("w")) for _, width in pairs])
        for address, width in pairs:
            with Image.open((site.out / page).parent / address) as image:
                image.load()
                assert f"{image.width}w" == width
                assert image.format == source["type"].removeprefix("image/").upper()
    return widths
