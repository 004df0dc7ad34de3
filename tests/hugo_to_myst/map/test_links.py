"""The targets of links, and suggestions for broken ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hugo_to_myst.sites import CAREER

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


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
def test_links_find_their_guides(href: str, made: str, make: Make) -> None:
    page = f"## Own\n\n[x]({href})"
    done = make({**CAREER, "content/coach/page.md": page})
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
    href: str, near: str, broken: str, fixed: str, make: Make
) -> None:
    site = {**CAREER, "content/coach/page.md": f"[x]({href})"}
    done = make(site)
    assert [(f.line, f.was, f.suggestion) for f in done.of("link")] == [(4, href, near)]
    assert done.body("coach/page") == f"[x]({broken})"
    done = make(site, fix_links=True, force=True)
    assert done.body("coach/page") == f"[x]({fixed})"


def test_no_path_becomes_a_scheme(make: Make) -> None:
    done = make(
        {
            "content/p.md": '[r]({{< ref "javascript:alert(45)" >}})\n',
            "content/q.md": "---\ntitle: Q\nurl: //[foo\n---\n[a](b) ![c](d.png)\n",
        }
    )
    assert "](javascript:" not in done.text("p")
    assert not done.of("unreadable")
