"""Images and other files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_images_are_found_as_hugo_finds_them(make: Make) -> None:
    done = make({
        "hugo.yaml": (
            "baseURL: https://old.example\ntheme: th\n"
            "markup: {goldmark: {renderer: {unsafe: true}}}\n"),
        "content/b/index.md": "![a](pic.png) ![b](img/root.png) ![c](/th.png) ![d](https://old.example/S.PNG)",
        "content/b/pic.png": b"1", "static/img/root.png": b"2", "themes/th/static/th.png": b"3",
        "static/s.png": b"4", "content/c/d.md": '![e](../../s.png) <img src="../e.png" alt="E">',
        "content/c/e.png": b"5",
    })  # fmt: skip
    assert done.body("b") == (
        "![a](/images/b/pic.png) ![b](/images/root.png) ![c](/images/th.png) ![d](/images/s.png)"
    )
    assert done.body("c/d") == "![e](/images/s.png) ![E](/images/c/e.png)"
    assert not done.of("image")


def test_equal_images_are_copied_once(make: Make) -> None:
    done = make({
        "content/a.md": "![x](/z.png) ![y](/b/y.png)", "static/z.png": b"same",
        "static/b/y.png": b"same",
    })  # fmt: skip
    assert done.body("a") == "![x](/images/b/y.png) ![y](/images/b/y.png)"
    assert [p.name for p in (done.out / "images").rglob("*.png")] == ["y.png"]
    assert len(done.of("image-copied")) == 1


def test_a_name_that_no_file_system_takes_is_a_broken_link(make: Make) -> None:
    long = "x" * 300
    done = make({"content/p.md": f"![a](/{long}.png) [c]({long})\n"})
    assert not done.of("unreadable")
    assert "p" in done.guides
