"""The files of the variants: made once, and again when a picture changes."""

from __future__ import annotations

import os
import time

import pytest
from PIL import Image

from tests.sites import Site, guide, snapshot
from tests.sites.photos import noise_photo
from tests.sites.pictures import FORMATS, check_sources, made

pytestmark = pytest.mark.slow


def test_second_build_encodes_nothing(photo_site: Site) -> None:
    photo_site.build()
    before = made(photo_site)
    assert "making smaller variants of 2 pictures" in photo_site.log
    for path in ("images/photo.jpg", "pilot/day.md"):  # another time, the same content
        os.utime(photo_site.docs / path)
        photo_site.build()
        assert "smaller variants" not in photo_site.log
        assert made(photo_site) == before
    (photo_site.out / "_images/variants" / min(before)).unlink()
    photo_site.build()
    assert made(photo_site).keys() == before.keys()


def test_changed_picture_has_variants_with_new_names(photo_site: Site, clean) -> None:
    photo_site.conf = "import build_cache.stamps as p\np.MOMENT = 0"
    photo_site.build()
    before = made(photo_site)
    time.sleep(0.02)
    noise_photo(seed=3).save(photo_site.docs / "images/photo.jpg", quality=90)
    (photo_site.out / "_images/variants/1.part").touch()  # of a build that was stopped
    photo_site.build()
    after = made(photo_site)
    assert len(after) == len(before)
    assert len(after.keys() & before.keys()) == 3 * len(FORMATS)  # those of the other picture
    assert snapshot(photo_site.out) == clean(photo_site)
    for page in ("index.html", "industry/air.html", "pilot/index.html"):
        assert check_sources(photo_site, page, photo_site.soup(page).select_one("picture"))


def test_serial_equals_parallel(photo_site: Site, clean) -> None:
    assert clean(photo_site) == clean(photo_site, "-j2")


def test_pictures_that_are_cut_or_enormous_have_no_variants(photo_site: Site) -> None:
    path = photo_site.docs / "images/photo.jpg"
    path.write_bytes(path.read_bytes()[:3000])
    enormous = Image.new("1", (40_000, 30_000))
    enormous.save(photo_site.docs / "images/wide.png")
    said = photo_site.build()
    assert "docs/pilot/index.md:4: WARNING: 'figure': '/images/photo.jpg' ends too early" in said
    assert not made(photo_site)
    photo_site.build()
    assert "smaller variants" not in photo_site.log  # nor tried again


def test_only_pictures_that_are_shown_with_variants_have_any(photo_site: Site, clean) -> None:
    sized = "```{image} /images/%s.jpg\n:width: 50%%\n```\n"
    for number, name in enumerate(("sized", "plain")):
        noise_photo(seed=8 + number).save(photo_site.docs / f"images/{name}.jpg", quality=90)
    photo_site.write({
        "pilot/one.md": guide("One", sized % "sized"),
        "pilot/two.md": guide("Two", sized % "plain" + "\n![Plain](/images/plain.jpg)"),
    })  # fmt: skip
    photo_site.build("-j2")
    assert "making smaller variants of 3 pictures" in photo_site.log
    assert photo_site.soup("pilot/one.html").select_one("article img[style]")
    photo_site.write({"pilot/two.md": guide("Two", sized % "plain")})
    photo_site.build()
    assert len(made(photo_site)) == len(FORMATS) * 5
    photo_site.write({"pilot/one.md": guide("One", "![Sized](/images/sized.jpg)")})
    photo_site.build()
    assert photo_site.soup("pilot/one.html").select("article picture > img[alt=Sized]")
    assert snapshot(photo_site.out) == clean(photo_site)


def test_variants_can_be_turned_off(photo_site: Site) -> None:
    photo_site.build()
    before = made(photo_site)
    photo_site.conf = "guides_image_variants = False"
    photo_site.build()
    assert before
    assert not (photo_site.out / "_images/variants").exists()
    assert not photo_site.soup("pilot/index.html").select("picture")
    assert photo_site.soup("pilot/index.html").select(".figure-card > img[width='500']")


def test_another_encoder_makes_new_variants(photo_site: Site) -> None:
    photo_site.build()
    before = made(photo_site)
    photo_site.conf = "import PIL.features\nPIL.features.version = lambda name: '99'"
    photo_site.build()
    assert len(made(photo_site)) == len(before)
    assert not made(photo_site).keys() & before.keys()
    check_sources(
        photo_site, "pilot/index.html", photo_site.soup("pilot/index.html").select_one("picture")
    )


def test_variants_of_an_interrupted_build_go_with_the_last_picture(site: Site, clean) -> None:
    site.write({"a.md": guide("A")})
    site.build()
    left = site.out / "_images/variants/0123456789abcdef-400.webp"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"RIFF")
    site.write({"a.md": guide("A", "Edited.")})
    site.build()
    assert snapshot(site.out) == clean(site)
