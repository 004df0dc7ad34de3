"""Photographs in AVIF and WebP, in the widths that cards have, and the original behind them."""

from __future__ import annotations

import io
import os
import random
import time

import pytest
from PIL import Image, ImageCms, features

from career_guides.images import encode as variant_image
from career_guides.images.encode import draw
from career_guides.nodes.picture_sources import WIDTHS, Variants, figure_sizes, sources, widths_of
from tests.conftest import LOGO, Site, guide, snapshot

FORMATS = ["avif", "webp"] if features.check("avif") else ["webp"]
FIGURE = "{image: /images/photo.jpg, alt: A ward}"


def photo(width: int = 500, height: int = 300, *, seed: int = 1, mode: str = "RGB") -> Image.Image:
    """Return a picture as hard to compress as a photograph."""
    noise = Image.frombytes("RGB", (60, 40), random.Random(seed).randbytes(60 * 40 * 3))
    return noise.resize((width, height)).convert(mode)


def content(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def fill(site: Site) -> Site:
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
    photo().save(site.docs / "images/photo.jpg", quality=90)
    photo(1000, 400, seed=2).save(site.docs / "images/wide.png")
    return site


@pytest.fixture
def site(site: Site) -> Site:
    return fill(site)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = fill(Site(tmp_path_factory.mktemp("variants") / "site"))
    assert site.build() == ""
    return site


def made(site: Site) -> dict[str, float]:
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


def test_figure_of_the_page(built: Site) -> None:
    site = built
    (picture,) = site.soup("pilot/index.html").select(".figure-card > picture")
    assert check_sources(site, "pilot/index.html", picture) == [[368, 500]] * len(FORMATS)
    sizes = {source["sizes"] for source in picture.find_all("source")}
    assert sizes == {"(max-width: 534px) calc(100vw - 34px), 500px"}
    image = picture.find("img", recursive=False)
    wanted = {"alt": "A ward", "width": "500", "height": "300", "fetchpriority": "high",
              "decoding": "async", "src": "../_images/images.photo.jpg"}  # fmt: skip
    assert image.attrs == wanted
    original = (site.docs / "images/photo.jpg").read_bytes()
    assert (site.out / "_images/images.photo.jpg").read_bytes() == original


def test_pictures_in_the_text(built: Site) -> None:
    site = built
    page = site.soup("pilot/day.html")
    plain, card = page.select("article picture")
    assert {k: plain.img[k] for k in ("alt", "loading", "width")} == {
        "alt": "Plain", "loading": "lazy", "width": "500",
    }  # fmt: skip
    check_sources(site, "pilot/day.html", plain)
    # 200 pixels wide, so 400 at double density: no browser has a use for the widest.
    assert check_sources(site, "pilot/day.html", card) == [[368, 736]] * len(FORMATS)
    assert card.source["sizes"].endswith("calc(100vw - 34px), 200px")
    assert (card.img["width"], card.img["height"], card.img["loading"]) == ("200", "80", "lazy")
    # Drawings fit every width, and a size of one's own is docutils' to show.
    assert page.select_one(".figure-card > img")["src"].endswith("one.svg")
    assert page.select_one("p > img[alt=Drawn]")
    assert page.select_one("img[style]").parent.name != "picture"


@pytest.mark.parametrize("page", ["index.html", "industry/air.html"])
def test_thumbnail_of_a_card(built: Site, page: str) -> None:
    site = built
    (picture,) = site.soup(page).select(".guide-card > picture")
    assert check_sources(site, page, picture) == [[368, 500]] * len(FORMATS)
    assert picture.source["sizes"] == "(max-width: 563px) calc(100vw - 34px), 356px"
    assert (picture.img["alt"], picture.img["loading"]) == ("", "lazy")


def test_a_second_build_makes_none(site: Site) -> None:
    site.build()
    before = made(site)
    assert "making smaller forms of 2 pictures" in site.log
    for path in ("images/photo.jpg", "pilot/day.md"):  # another time, the same content
        os.utime(site.docs / path)
        site.build()
        assert "smaller forms" not in site.log
        assert made(site) == before
    (site.out / "_images/variants" / min(before)).unlink()
    site.build()
    assert made(site).keys() == before.keys()


def test_a_changed_picture_has_other_names(site: Site, clean) -> None:
    site.conf = "import build_cache.stamps as p\np.MOMENT = 0"
    site.build()
    before = made(site)
    time.sleep(0.02)
    photo(seed=3).save(site.docs / "images/photo.jpg", quality=90)
    (site.out / "_images/variants/1.part").touch()  # of a build that was stopped
    site.build()
    after = made(site)
    assert len(after) == len(before)
    assert len(after.keys() & before.keys()) == 3 * len(FORMATS)  # those of the other picture
    assert snapshot(site.out) == clean(site)
    for page in ("index.html", "industry/air.html", "pilot/index.html"):
        assert check_sources(site, page, site.soup(page).select_one("picture"))


def test_serial_equals_parallel(site: Site, clean) -> None:
    assert clean(site) == clean(site, "-j2")


def test_a_picture_that_cannot_be_read_is_served_as_it_is(site: Site) -> None:
    path = site.docs / "images/photo.jpg"
    path.write_bytes(path.read_bytes()[:3000])
    enormous = Image.new("1", (40_000, 30_000))
    enormous.save(site.docs / "images/wide.png")
    assert site.build() == ""
    assert not made(site)
    image = site.soup("pilot/index.html").select_one(".figure-card > img")
    assert image["src"] == "../_images/images.photo.jpg"
    site.build()
    assert "smaller forms" not in site.log  # nor tried again


def test_off(site: Site) -> None:
    site.build()
    before = made(site)
    site.conf = "guides_image_variants = False"
    site.build()
    assert before
    assert not (site.out / "_images/variants").exists()
    assert not site.soup("pilot/index.html").select("picture")
    assert site.soup("pilot/index.html").select(".figure-card > img[width='500']")


@pytest.mark.parametrize("builder", ["dirhtml", "epub"])
def test_sites_alone_have_them(site: Site, builder: str) -> None:
    site.conf = 'version = copyright = "1"'
    site.build(builder=builder)
    is_site = builder == "dirhtml"
    assert (site.out / "_images/variants").exists() == is_site
    pages = {page.name for page in site.out.rglob("*html") if b"<picture" in page.read_bytes()}
    assert bool(pages) == is_site


@pytest.mark.parametrize(
    ("width", "widths"),
    [(1, [1]), (368, [368]), (400, [400]), (500, [368, 500]), (800, [368, 800]),
     (1200, [368, 736, 1200]), (1472, [*WIDTHS]), (6000, [*WIDTHS])],
)  # fmt: skip
def test_widths(width: int, widths: list[int]) -> None:
    assert widths_of(width) == widths


def test_sources_are_as_many_as_a_dense_screen_can_use() -> None:
    variants = Variants("k", 3000, 2000, {"avif": [*WIDTHS]})
    for width, number in ((100, 1), (184, 1), (185, 2), (368, 2), (369, 3), (3000, 3)):
        sizes, shown = figure_sizes(width)
        assert sources(variants, "_images", sizes, shown).count("w,") == number - 1


def test_the_same_bytes_each_time() -> None:
    original = content(photo(mode="RGBA"))
    first, second = draw(original), draw(original)
    assert first.files
    assert first == second


def test_none_is_larger_than_the_original_or_a_wider_one() -> None:
    flat = Image.new("1", (300, 200), 255)
    assert draw(content(flat, optimize=True)).files == {}
    for files in draw(content(photo(1600, 900), "JPEG", quality=70)).files.values():
        sizes = [len(file) for file in files.values()]
        assert sizes == sorted(set(sizes))


def test_upright_and_without_what_the_camera_wrote() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Acme Camera"  # lies on its side
    halves = photo()
    halves.paste((255, 0, 0), (0, 0, 250, 300))
    drawn = draw(content(halves, "JPEG", quality=95, exif=exif))
    assert (drawn.width, drawn.height) == (300, 500)
    for files in drawn.files.values():
        with Image.open(io.BytesIO(files[300])) as image:
            assert image.size == (300, 500)
            assert not image.getexif()
            red, green, blue = image.convert("RGB").getpixel((150, 50))
            assert red > 200 > 60 > max(green, blue)
        assert b"Acme" not in files[300]


def test_colours_are_those_of_a_screen() -> None:
    """A profile is applied, and then not needed. Here one whose red and blue are exchanged."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for old, new in ((b"rXYZ", b"????"), (b"bXYZ", b"rXYZ"), (b"????", b"bXYZ")):
        profile = profile.replace(old, new, 1)
    red = photo()
    red.paste((255, 0, 0), (0, 0, 400, 300))
    for mode in ("RGB", "RGBA"):
        for files in draw(content(red.convert(mode), icc_profile=profile)).files.values():
            with Image.open(io.BytesIO(files[500])) as image:
                assert "icc_profile" not in image.info
                assert image.convert("RGB").getpixel((100, 100))[2] > 200


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK"])
def test_every_kind_of_picture(mode: str) -> None:
    picture = photo(mode=mode)
    if has_holes := mode in {"LA", "RGBA"}:
        picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    drawn = draw(content(picture, "JPEG" if mode == "CMYK" else "PNG"))
    assert drawn.width == 500
    for files in drawn.files.values():
        with Image.open(io.BytesIO([*files.values()][-1])) as image:
            assert image.size == (500, 300)
            assert image.has_transparency_data == has_holes


def test_what_moves_is_left_alone() -> None:
    frames = [photo(seed=seed) for seed in (1, 2)]
    moving = content(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100)
    assert draw(moving).files == {}
    assert draw(b"GIF89a").files == {}


def test_without_avif(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variant_image.features, "check", lambda name: name != "avif")
    assert [*draw(content(photo())).files] == ["webp"]


def test_another_encoder_makes_others(site: Site) -> None:
    site.build()
    before = made(site)
    site.conf = "import PIL.features\nPIL.features.version = lambda name: '99'"
    site.build()
    assert len(made(site)) == len(before)
    assert not made(site).keys() & before.keys()
    check_sources(site, "pilot/index.html", site.soup("pilot/index.html").select_one("picture"))
