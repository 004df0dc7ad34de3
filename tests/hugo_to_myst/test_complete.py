"""What a site says is carried over or reported; nothing of it is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .test_build import built

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Site

    from .conftest import Imported

    Make = Callable[..., Imported]

LINKS = """\
[phone](tel:+1-555) [chat](irc://x.org/y) [cdn](//cdn.example/x) [site](HTTPS://x.example)
[mail](MAILTO:a@b.example) <a href="SMS:+1555">text us</a> [disk](file:///etc/x)

Below.
"""
BOXES = """\
{{< note >}}{{< /note >}}

{{< alert text="Gone" />}}

> [!NOTE]

{{< tip >}}<script>x()</script>{{< /tip >}}

{{< warning title="Only a title" >}}{{< /warning >}}

{{< tabs >}}{{< tab "Empty" >}}{{< /tab >}}{{< /tabs >}}

{{< details "Nothing" >}}{{< /details >}}

End.
"""
CODE = '```py {hl_lines=["1-9",7]}\nx = 1\ny = 2\n```\n'


def test_all_of_it_builds(site: Site, make: Make) -> None:
    done = make({"content/_index.md": LINKS, "content/boxes.md": BOXES, "content/code.md": CODE})
    index = done.out / "index.md"
    index.write_text(f"{index.read_text()}\n[a](boxes.md) [b](code.md)\n")
    assert built(site, done.out) == ""
    hrefs = {a.text: a["href"] for a in site.soup("index.html").select("article a[href]")}
    assert hrefs["phone"] == "tel:+1-555"
    assert hrefs["text us"] == "sms:+1555"
    assert hrefs["cdn"] == "https://cdn.example/x"


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


def test_empty_boxes(make: Make) -> None:
    done = make({"content/page.md": BOXES})
    assert done.body("page") == (
        ":::{warning}\nOnly a title\n:::\n\n:::{dropdown} Nothing\n:::\n\nEnd."
    )
    assert [f.was for f in done.of("empty")] == [
        "note", "note", "note", "tip", "tab-item Empty", "tab-set",
    ]  # fmt: skip


def test_arguments_without_a_place(make: Make) -> None:
    source = (
        '{{< alert color="info" class="x" text="Read me" >}}Body{{< /alert >}}\n\n'
        '{{< figure src="https://x.example/a.png" alt="A" caption="C" height="3" >}}\n\n'
        '{{< youtube id="abc" start="30" >}}\n\n'
        '{{< highlight python "linenos=table,hl_lines=1 3-4" >}}\na\nb\nc\nd\n{{< /highlight >}}\n'
    )
    done = make({"content/page.md": source})
    found = [f.was for f in done.of("shortcode-argument")]
    assert found == ["alert: text=Read me", "youtube: start=30"]
    assert ":linenos:\n:emphasize-lines: 1,3-4" in done.body("page")


def test_cascades_with_a_target_or_of_no_index(make: Make) -> None:
    aimed = "---\ntitle: S\ncascade: {_target: {path: /s/x}, draft: true}\n---\nText.\n"
    own = "---\ntitle: P\ncascade: {sidebar: true}\n---\nText.\n"
    done = make({"content/s/_index.md": aimed, "content/s/p.md": own})
    for docname in ("s/index", "s/p"):
        assert "cascade" not in done.front(docname)
        assert "cascade" in done.front(docname)["hugo"]
    assert len(done.of("front-matter-value")) == 2


@pytest.mark.parametrize("said", [
    "publishDate: 2999-01-01", "date: 2999-01-01T10:00:00Z", "expiryDate: 2001-01-01",
    "headless: true", "build: {render: never}", "_build: {render: false}",
])  # fmt: skip
def test_pages_that_were_not_published(make: Make, said: str) -> None:
    done = make({"content/page.md": f"---\ntitle: T\n{said}\n---\nText.\n"})
    assert done.front("page")["draft"] is True
    (finding,) = done.of("front-matter-value")
    assert (finding.line, finding.level) == (3, "problem")


def test_published_pages_are_no_drafts(make: Make) -> None:
    head = "---\ntitle: T\ndate: 2020-01-01\nexpiryDate: 2999-01-01\nbuild: {render: always}\n---\n"
    assert "draft" not in make({"content/page.md": f"{head}Text.\n"}).front("page")


def test_settings_of_languages(make: Make) -> None:
    config = (
        "title: A\nignoreFiles: ['\\.x$']\nlanguages:\n  en:\n    title: B\n    weight: 1\n"
        "    params: {motto: Go}\n    menus: {main: [{name: Home, url: /}]}\n"
    )
    done = make({"config.yaml": config, "content/page.md": "Text."})
    assert [f.was.partition(":")[0] for f in done.of("config")] == [
        "ignorefiles", "languages.en.title", "languages.en.params.motto",
    ]  # fmt: skip
    assert [f.was for f in done.of("menu")] == ["main: Home /"]


def test_aliases_that_climb(make: Make) -> None:
    done = make({"content/page.md": "---\ntitle: T\naliases: [../../x, /a/./b, /ok]\n---\nText.\n"})
    assert done.front("page")["aliases"] == ["/ok"]
    assert [f.was for f in done.of("alias-lost")] == ["//../../x", "/a/./b"]


def test_attributes_of_frames(make: Make) -> None:
    source = (
        '<iframe src="https://x.example" sandbox="allow-forms" style="a" title="F"></iframe>\n\n'
        '<iframe srcdoc="Words"></iframe>\n\n<iframe src="data:text/plain,Hi"></iframe>\n'
    )
    done = make({"content/page.md": source})
    assert 'sandbox="allow-forms"' in done.body("page")
    assert [f.was for f in done.of("raw-dropped")] == [
        '<iframe srcdoc="Words">', '<iframe src="data:text/plain,Hi">',
    ]  # fmt: skip


def test_settings_of_fences(make: Make) -> None:
    source = f'```c++ title="a.cpp"\nint x;\n```\n\n```py{{1,3}}\nx = 1\n```\n\n{CODE}'
    done = make({"content/page.md": source})
    assert [f.became for f in done.of("code")] == [
        'dropped: title="a.cpp"', "dropped: 1,3", "1-2: the code has 2 lines",
    ]  # fmt: skip
    assert ":emphasize-lines: 1-2\n" in done.body("page")


def test_code_in_markdown_links(make: Make) -> None:
    source = "[press](javascript:alert(1)) ![pic](data:image/svg+xml,x)\n"
    done = make({"content/page.md": source}, fix_links=True)
    assert [f.was for f in done.of("handler")] == ['href="javascript:alert(1)"']
    assert [f.was for f in done.of("image")] == ["data:image/svg+xml,x"]
    assert "](javascript" not in done.body("page")
    assert "press" in done.body("page")


def test_permalinks_of_lists_are_told(make: Callable[..., Imported]) -> None:
    config = "baseURL: https://a.example\npermalinks: {section: {posts: /now/}}\n"
    done = make({"config.yaml": config, "content/b.md": "x"})
    assert [f.was for f in done.of("config")] == ['permalinks.section: {"posts": "/now/"}']
