"""Links and images: what they point at, what is suggested where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Imported

SITE = {
    "content/coach.md": "c", "content/coach/history.md": "## A Part\n\nx",
    "content/coach/social.md": "s", "content/coach/startup.md": "s", "content/coach/start.md": "s",
    "content/CFOs/Tax Law.md": "t", "content/deep/only-here.md": "o", "content/about.md": "a",
}  # fmt: skip


@pytest.mark.parametrize(("href", "made"), [
    ("https://old.example/coach/history", "history.md"),
    ("http://www.old.example/coach/history/", "history.md"),
    ("//old.example/coach/history", "history.md"),
    ("/coach/history/", "history.md"),
    ("/coach/", "index.md"),
    ("/about", "/about.md"),
    ("../history", "history.md"),
    ("../../about/", "/about.md"),
    ("history.md", "history.md"),
    ("../about.md", "/about.md"),
    ("/coach/history.html", "history.md"),
    ("/COACH/History", "history.md"),
    ("/CFOs/Tax%20Law", "/CFOs/Tax-Law.md"),
    ("/CFOs/tax-law/", "/CFOs/Tax-Law.md"),
    ("/coach/history?x=1#a-part", "history.md#a-part"),
    ("#own", "#own"),
    ("{{< ref history.md >}}", "history.md"),
    ('{{< ref "/coach/history#a-part" >}}', "history.md#a-part"),
    ('{{% relref "only-here" %}}', "/deep/only-here.md"),
    ("mailto:a@b.example", "mailto:a@b.example"),
    ("https://else.example/coach/history", "https://else.example/coach/history"),
])  # fmt: skip
def test_links_find_their_guides(href: str, made: str, make: Callable[..., Imported]) -> None:
    page = f"## Own\n\n[x]({href})"
    done = make({**SITE, "content/coach/page.md": page})
    assert done.body("coach/page").endswith(f"[x]({made})")
    assert not done.of("link")
    assert not done.of("words")


@pytest.mark.parametrize(("href", "near", "broken", "fixed"), [
    ("https://old.example/coaches/history", "coach/history", "/coaches/history.md", "history.md"),
    ("/coach/social-media", "coach/social", "/coach/social-media.md", "social.md"),
    ("/coach/startup-ideas/", "coach/startup", "/coach/startup-ideas.md", "startup.md"),
    ("https://old.example/quite/else", "", "https://old.example/quite/else", "https://old.example/quite/else"),
])  # fmt: skip
def test_broken_links_have_suggestions(
    href: str, near: str, broken: str, fixed: str, make: Callable[..., Imported]
) -> None:
    site = {**SITE, "content/coach/page.md": f"[x]({href})"}
    done = make(site)
    assert [(f.line, f.was, f.suggestion) for f in done.of("link")] == [(4, href, near)]
    assert done.body("coach/page") == f"[x]({broken})"
    done = make(site, fix_links=True, force=True)
    assert done.body("coach/page") == f"[x]({fixed})"


def test_broken_headings_and_empty_links(make: Callable[..., Imported]) -> None:
    page = "[a](/coach/history#no-part) [b](#) [c]()"
    done = make({**SITE, "content/coach/page.md": page})
    assert done.body("coach/page") == "[a](history.md) b c"
    assert [f.was for f in done.of("link-fragment")] == ["/coach/history#no-part"]
    assert len(done.of("link")) == 2


def test_headings_below_the_third_level_can_be_linked(make: Callable[..., Imported]) -> None:
    done = make({"content/a.md": "# A\n\n## B\n\n### C\n\n#### Deep one\n\n[x](#deep-one)"})
    assert done.front("a")["myst"] == {"heading_anchors": 5}
    assert done.body("a").endswith("[x](#deep-one)")


def test_next_becomes_a_key(make: Callable[..., Imported]) -> None:
    done = make({
        **SITE,
        "content/coach/overview.md": (
            "text\n<br>\n<a href='https://old.example/coach/history'>next: the past</a>\n</p>"),
        "content/coach/challenges.md": "x\n\n[Next](/coach/startup-ideas)",
        "content/about.md": "x\n\n[Next: out](https://else.example/)",
        "content/coach.md": "x\n\n**[Next Dojo](/about)**",
    })  # fmt: skip
    assert done.front("coach/overview")["next"] == {"to": "history", "label": "the past"}
    assert done.body("coach/overview") == "text"
    assert done.front("coach/challenges")["next"] == {"to": "/coach/startup-ideas", "label": "Next"}
    assert done.front("about")["next"] == {"to": "https://else.example/", "label": "out"}
    assert done.front("coach/index")["next"] == {"to": "/about", "label": "Next Dojo"}
    assert not done.of("words")


def test_next_of_another_career_is_suspect(make: Callable[..., Imported]) -> None:
    site = {
        "content/a/one.md": "[next: two](/b/two)", "content/a/two.md": "x", "content/b/two.md": "y",
    }  # fmt: skip
    done = make(site)
    assert done.front("a/one")["next"]["to"] == "b/two"
    assert [f.suggestion for f in done.of("next-elsewhere")] == ["a/two"]
    assert make(site, fix_links=True, force=True).front("a/one")["next"]["to"] == "two"


def test_a_leading_figure_is_the_guides(make: Callable[..., Imported]) -> None:
    done = make({
        "content/a.md": (
            "<figure>\n  <img src='/up/Pic 1.jpg' style='width: 90%' alt='alt'; alt='a ship';/>\n"
            "  <figcaption>Off we go. AI-generated content from Maker's latest: "
            "<a href='https://m.example'>Bot</a>.</figcaption>\n</figure>\nText."
        ),
        "static/up/Pic 1.jpg": b"1",
    })  # fmt: skip
    caption = "Off we go. AI-generated content from Maker's latest: [Bot](https://m.example)."
    assert done.front("a") == {
        "title": "T",
        "figure": {"image": "/images/up/Pic-1.jpg", "alt": "a ship", "caption": caption},
        "generated_by": "Bot",
    }
    assert done.body("a") == "Text."
    assert not done.of("words")


def test_images_are_found_as_hugo_finds_them(make: Callable[..., Imported]) -> None:
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


def test_equal_images_are_copied_once(make: Callable[..., Imported]) -> None:
    done = make({
        "content/a.md": "![x](/z.png) ![y](/b/y.png)", "static/z.png": b"same",
        "static/b/y.png": b"same",
    })  # fmt: skip
    assert done.body("a") == "![x](/images/b/y.png) ![y](/images/b/y.png)"
    assert [p.name for p in (done.out / "images").rglob("*.png")] == ["y.png"]
    assert len(done.of("image-copied")) == 1


def test_missing_images(make: Callable[..., Imported]) -> None:
    site = {"content/a.md": "![A ship](/up/x.jpg) text ![B](/no.png)", "static/up/x.png": b"1"}
    done = make(site)
    assert done.body("a") == "![A ship](/up/x.jpg) text ![B](/no.png)"
    assert [(f.was, f.suggestion) for f in done.of("image")] == [
        ("/up/x.jpg", "/up/x.png"), ("/no.png", ""),
    ]  # fmt: skip
    done = make(site, fix_links=True, force=True)
    assert done.body("a") == "% missing image: /no.png (B)\n\n![A ship](/images/up/x.png) text"
    assert not done.of("words")


def test_files_are_linked_and_copied(make: Callable[..., Imported]) -> None:
    done = make({"content/a.md": "[x](/docs/My File.pdf)\n\n<a href='/docs/My%20File.pdf'>y</a>",
                 "static/docs/My File.pdf": b"1"})  # fmt: skip
    assert "[y](/files/docs/My-File.pdf)" in done.body("a")
    assert (done.out / "files/docs/My-File.pdf").read_bytes() == b"1"


def test_alternative_text_is_asked_for(make: Callable[..., Imported]) -> None:
    site = {"content/a.md": "<img src=/tall-ship.png><img src=/b.png alt=''>\n![](/b.png)",
            "static/tall-ship.png": b"1", "static/b.png": b"2"}  # fmt: skip
    done = make(site)
    assert [(f.was, f.suggestion) for f in done.of("alt")] == [
        ("/tall-ship.png", "tall ship"), ("/b.png", "b"),
    ]  # fmt: skip
    assert "![tall ship]" in make(site, fix_links=True, force=True).body("a")


def test_a_logo_that_is_missing(make: Callable[..., Imported]) -> None:
    site = {"content/a.md": "---\ntitle: A\nsidebarlogo: wordojo\n---\nx",
            "static/images/logos/workdojo.svg": "<svg/>"}  # fmt: skip
    done = make(site)
    assert [(f.line, f.was, f.suggestion) for f in done.of("logo")] == [(3, "wordojo", "workdojo")]
    assert make(site, fix_links=True, force=True).front("a")["sidebarlogo"] == "workdojo"
