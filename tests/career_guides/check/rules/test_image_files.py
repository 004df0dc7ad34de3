"""Rules about image files: size, camera data, scripts in SVG, use."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from career_guides.check.rules.image_files import programs
from tests.sites import LOGO, Site
from tests.sites.check import check, described
from tests.sites.photos import camera_photo


def test_unused_large_unreadable_or_unsafe_images_are_reported(docs: Site, capsys) -> None:
    docs.write({
        "images/used.svg": LOGO,
        "images/lost.svg": LOGO,
        "images/bad.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script>\n</svg>',
        "images/large.svg": LOGO + " " * 300_000,
        "_static/theme.svg": LOGO,
        "a/b.md": described("B", "![Two loaves](/images/bad.svg) <img src='../images/used.svg'>"
                            "\n![Two](/images/photo.jpg) ![Three](/images/large.svg)"),
    })  # fmt: skip
    (docs.docs / "images/photo.jpg").write_bytes(
        camera_photo(Make="Acme", DateTime="2026:11:22 10:00:00")
    )
    (docs.docs / "images/gone.png").symlink_to("nowhere.png")
    code, lines, last = check(capsys)
    assert code == 1
    assert lines == [
        "docs/images/bad.svg:2: WARNING: the SVG has a script; remove the element 'script'"
        " [guide.script]",
        "docs/images/gone.png:1: NOTE: no page shows this image [guide.unused]",
        "docs/images/gone.png:1: WARNING: cannot be read (No such file or directory) [guide.image]",
        "docs/images/large.svg:1: WARNING: the file has 300 KB; at most 300 are good. Save the"
        " drawing without hidden layers and embedded pictures [guide.large]",
        "docs/images/lost.svg:1: NOTE: no page shows this image [guide.unused]",
        "docs/images/photo.jpg:1: WARNING: the photo says where it was taken and with which camera"
        " and when; remove that from the file [guide.metadata]",
    ]
    assert last == "2 guides, 4 problems, 2 notes"


def test_images_that_only_conf_py_names_are_used(docs: Site, capsys) -> None:
    docs.write({"logos/brand.svg": LOGO, "logos/brand-dark.svg": LOGO, "images/icon.png": ""})
    (docs.path / "conf.py").write_text(
        "guides_logo = 'brand'\nhtml_favicon = 'docs/images/icon.png'\n"
    )
    assert check(capsys)[1] == []


def test_location_in_xmp_is_reported_and_not_removed(docs: Site, capsys) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (8, 6)).save(stream, "PNG")
    docs.write({"a/b.md": described("B", "![Two](/images/p.jpg) ![Three](<../images/my pic.png>)")})
    (docs.docs / "images").mkdir()
    (docs.docs / "images/my pic.png").write_bytes(stream.getvalue())
    picture = Image.new("RGB", (8, 6))
    picture.save(docs.docs / "images/p.jpg", xmp=b"<x:xmpmeta exif:GPSLatitude='1'/>")
    before = (docs.docs / "images/p.jpg").read_bytes()
    for _ in range(2):  # a packet that may hold rights is not taken out
        assert check(capsys, "--fix")[1] == [
            "docs/images/p.jpg:1: WARNING: the photo says where it was taken; remove that from the"
            " file [guide.metadata]"
        ]
    assert (docs.docs / "images/p.jpg").read_bytes() == before


@pytest.mark.parametrize(
    "inside",
    [
        "<g onload='x()'/>", "<a xlink:href='java&#10;script:x' href=' JavaScript:x()'/>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
        "<set attributeName='href' to='javascript:x()'/>",
        "<image href='data:text/html,x'/>",
    ],
)  # fmt: skip
def test_svg_that_could_run_a_script(inside: str) -> None:
    svg = f"<svg xmlns:xlink='http://www.w3.org/1999/xlink'>\n{inside}</svg>"
    assert [line for line, _ in programs(svg.encode())] == [2]


def test_svg_that_is_harmless_or_broken() -> None:
    fine = b"<svg><a href='https://example.org/'><title>on</title></a><style>a{}</style></svg>"
    assert programs(fine) == []
    assert programs(b"<svg><g>") == []
    assert programs(b"") == []
    bomb = b"<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\n<svg>&b;</svg>"
    assert len(programs(bomb)) == 1
