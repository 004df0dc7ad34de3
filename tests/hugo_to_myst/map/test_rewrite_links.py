"""Links and images of a page, rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hugo_to_myst.sites import CAREER, LINKS

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_broken_headings_and_empty_links(make: Make) -> None:
    page = "[a](/coach/history#no-part) [b](#) [c]()"
    done = make({**CAREER, "content/coach/page.md": page})
    assert done.body("coach/page") == "[a](history.md) b c"
    assert [f.was for f in done.of("link-fragment")] == ["/coach/history#no-part"]
    assert len(done.of("link")) == 2


def test_schemes(make: Make) -> None:
    done = make({"content/page.md": LINKS})
    assert list(done.front("page")["myst"]["url_schemes"]) == [
        "http", "https", "mailto", "ftp", "irc", "sms", "tel",
    ]  # fmt: skip
    text = done.body("page")
    assert "(https://x.example)" in text
    assert "(mailto:a@b.example)" in text
    assert [f.was for f in done.of("link")] == ["file:///etc/x"]
    assert "myst" not in make({"content/other.md": "[x](https://x.example)"}).front("other")


def test_missing_images(make: Make) -> None:
    site = {"content/a.md": "![A ship](/up/x.jpg) text ![B](/no.png)", "static/up/x.png": b"1"}
    done = make(site)
    assert done.body("a") == "![A ship](/up/x.jpg) text ![B](/no.png)"
    assert [(f.was, f.suggestion) for f in done.of("image")] == [
        ("/up/x.jpg", "/up/x.png"), ("/no.png", ""),
    ]  # fmt: skip
    done = make(site, fix_links=True, force=True)
    assert done.body("a") == "% missing image: /no.png (B)\n\n![A ship](/images/up/x.png) text"
    assert not done.of("words")


def test_files_are_linked_and_copied(make: Make) -> None:
    done = make({"content/a.md": "[x](/docs/My File.pdf)\n\n<a href='/docs/My%20File.pdf'>y</a>",
                 "static/docs/My File.pdf": b"1"})  # fmt: skip
    assert "[y](/files/docs/My-File.pdf)" in done.body("a")
    assert (done.out / "files/docs/My-File.pdf").read_bytes() == b"1"


def test_missing_alternative_text_is_reported(make: Make) -> None:
    site = {"content/a.md": "<img src=/tall-ship.png><img src=/b.png alt=''>\n![](/b.png)",
            "static/tall-ship.png": b"1", "static/b.png": b"2"}  # fmt: skip
    done = make(site)
    assert [(f.was, f.suggestion) for f in done.of("alt")] == [
        ("/tall-ship.png", "tall ship"), ("/b.png", "b"),
    ]  # fmt: skip
    assert "![tall ship]" in make(site, fix_links=True, force=True).body("a")
