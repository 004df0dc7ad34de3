"""Small sites on which the importer once differed from Hugo, by what they are about.

Pages without front matter get a title.
"""

from __future__ import annotations

from .hugo import CONFIG
from .sites import PIECES, PNG

Files = dict[str, str | bytes]


def page(front: str, body: str = "Text.") -> str:
    return f"---\ntitle: T\n{front}\n---\n{body}\n"


def toml(front: str) -> str:
    return f'+++\ntitle = "T"\n{front}\n+++\nText.\n'


def each(*fronts: str) -> Files:
    """Return a page for each front matter."""
    return {f"content/p{n}.md": page(front) for n, front in enumerate(fronts)}


def body(text: str, **more: str | bytes) -> Files:
    return {"content/page.md": page("weight: 1", text), **more}


def with_config(config: str, files: Files) -> Files:
    return {"hugo.toml": CONFIG + config, **files}


DATES: dict[str, Files] = {
    "TOML date-times": {
        f"content/p{n}.md": toml(front)
        for n, front in enumerate([
            "date = 2024-01-02T15:04:05Z", "publishDate = 2024-01-02T15:04:05Z",
            "expiryDate = 2098-01-02T15:04:05Z", "expiryDate = 2024-01-02T15:04:05Z",
            "date = 2024-01-02T15:04:05", "publishDate = 2099-01-02T15:04:05+01:00",
            "date = 2099-01-02", "publishDate = 2099-01-02 15:04:05",
        ])
    },
    "forms of dates": each(
        "publishDate: 02 Jan 2099", 'publishDate: "Tue, 02 Jan 2099 15:04:05 GMT"',
        "publishDate: 4070908800", "expiryDate: 1704207845", "expiryDate: 02 Jan 2024",
        "published: 2099-01-01", "lastmod: 2099-01-01", "modified: 2099-01-01",
        "date: 2020-01-01\nlastmod: 2099-01-01", "pubdate: 2099-01-01",
        "date: 2099-01-01\npublishDate: 2020-01-01", "unpublishdate: 2001-01-01",
        "publishDate: 2099-01-01 10:00:00 +0100", "publishDate: Mon Jan 2 15:04:05 2099",
        "publishDate: 2099-01-02T15:04:05", "expiryDate: ''", "publishDate: 2099-01-02 15:04:05",
    ),
    "a cascade of dates": {
        "content/a/_index.md": page("cascade: {publishDate: 2099-01-01}"),
        "content/a/x.md": page("weight: 1"), "content/a/y.md": page("publishDate: 2001-01-01"),
        "content/a/b/z.md": page("weight: 1"),
    },
    "a cascade of build options": {
        "content/a/_index.md": page("cascade: {build: {render: never}}"),
        "content/a/x.md": page("weight: 1"), "content/a/y.md": page("build: {render: always}"),
        "content/b/_index.md": page("cascade:\n  - draft: true"),
        "content/b/x.md": page("weight: 1"), "content/b/y.md": page("draft: false"),
    },
    "a cascade of the site": with_config(
        "[[cascade]]\ndraft = true\n[cascade.target]\npath = '/hidden/**'\n"
        "[[cascade]]\ndraft = true\n[cascade.target]\nkind = 'page'\npath = '{/also,/too}/*'\n",
        {
            "content/hidden/_index.md": page("weight: 1"), "content/hidden/x.md": page("weight: 1"),
            "content/hidden/b/y.md": page("draft: false"), "content/also/x.md": page("weight: 1"),
            "content/too/b/x.md": page("weight: 1"), "content/shown.md": page("weight: 1"),
        },
    ),
    "keys of the site for dates": with_config(
        '[frontmatter]\ndate = ["mine", ":default"]\npublishDate = ["goes", "date"]\n',
        each("mine: 2099-01-01", "goes: 2099-01-01", "publishDate: 2099-01-01", "date: 2020-01-01"),
    ),
    "unlisted": {
        "content/s/a.md": page("weight: 1\ntags: [x]"), "content/s/c.md": page("weight: 3"),
        "content/s/b.md": page("weight: 2\ntags: [y]\nbuild: {list: never}"),
        "content/t/_index.md": page("cascade: {build: {list: false}}"),
        "content/t/a.md": page("weight: 1"), "content/t/b.md": page("weight: 2"),
    },
    "drafts": each("draft: true", "draft: 'true'", "headless: true", "build: {render: link}",
                   "build: {list: never}", "draft: 1"),
}  # fmt: skip

HEADINGS: dict[str, Files] = {
    "rendered text": body('[x](#plan--then-act)\n\n## Plan -- then act\n\n## Q&A\'s "x" ...\n'),
    "own ids": body(
        "[a](#own) [b](#own4)\n\n## Two {.cls #own}\n\n## Three {#third.one}\n\n## Four {#own4}\n"
    ),
    "own ids as written": body(
        "[a](#v1.2) [b](#V3_4) [c](#raw_Id)\n\n## One {#v1.2}\n\n## Two {#V3_4}\n\n"
        '<h2 id="raw_Id">Three</h2>\n\n## Four {id=zed}\n\n## Five {.x data-y=1}\n'
    ),
    "all levels": body(
        "#### 1. Check the rules.\n\n#### `--endpoints`\n\n##### Deep one\n\n###### 2. Deeper\n"
    ),
    "letters": body(
        "## Über uns İstanbul\n\n## ΟΔΟΣ\n\n## 日本語 1⁄2 ²\n\n## a_b *c* ~~d~~ `e_f`\n"
    ),
    "the same twice": body("## Same\n\n## Same\n\n## Same-1\n\n## Same\n\n## T\n\n## 👍 x\n"),
    "inside other blocks": body(
        "> ## Quoted\n\n- ## Listed\n\nSetext *one*\n---\n\n## [l](/page) x\n"
    ),
    "pieces of text": body(PIECES, **{"static/x.png": PNG}),
    "ASCII": with_config(
        'markup.goldmark.parser.autoHeadingIDType = "github-ascii"\n',
        body("[x](#uber-uns)\n\n## Über uns\n\n## naïve ß ø 日本\n"),
    ),
    "Blackfriday": with_config(
        'markup.goldmark.parser.autoHeadingIDType = "blackfriday"\n',
        body("[x](#a-b)\n\n## A (b)!\n\n## 1. Über uns\n\n## --x\n"),
    ),
    "no ids": with_config(
        "markup.goldmark.parser.autoHeadingID = false\n", body("## One\n\n## Two {#own}\n")
    ),
    "definition terms": with_config(
        "markup.goldmark.parser.autoDefinitionTermID = true\n",
        body("[x](#locale) [y](#other-term)\n\nlocale\n: text\n\nOther term\n: text\n"),
    ),
}

ORDERS: dict[str, Files] = {
    "weights": {f"content/s/{n}.md": f"---\ntitle: {t}\nweight: {w}\n---\nText.\n" for n, t, w in
                (("a", "Zebra", 10), ("b", "Yak", 20), ("c", "Ant", 0), ("d", "Bee", 2.7))},
    "titles that begin with signs": {
        f"content/s/{n}.md": f"---\ntitle: '{t}'\n---\nText.\n" for n, t in enumerate(
            ('"so"', "—", "¿que?", "«a»", "€ 5", "+1", "(a)", "·", "… so", "‘q’", "5", "a", "¡oh!"))
    },
    "pages without a title": {
        f"content/s/{n}.md": f"# {t}\n\nText.\n" for n, t in
        (("a", "Zebra"), ("b", "Ant"), ("b-c", "Cat"))
    },
    "dates": {f"content/s/{n}.md": f"---\ntitle: {t}\ndate: {d}\n---\nText.\n" for n, t, d in
              (("a", "A", "2020-01-01"), ("b", "B", "2022-01-01"), ("c", "C", "2021-01-01"))},
}  # fmt: skip

TEXTS: dict[str, Files] = {
    "images inside plain elements": body(
        '<p><kbd><img src="/img/a.png" alt="x"></kbd> <sub>a<img src="/img/a.png" alt="x"></sub>'
        ' <code>c <img src="/img/a.png" alt="x"></code>'
        ' <abbr title="t"><img src="/img/a.png" alt="x">b</abbr></p>\n\n'
        '<pre>text <img src="/img/a.png" alt="x"> more</pre>\n',
        **{"static/img/a.png": PNG},
    ),
    "code in a pre": body(
        "<pre>Run <code>make</code> now</pre>\n\n<pre><code>a</code><code>b</code></pre>\n"
    ),
    "bare addresses": body(
        "See https://example.org/?q=public%20speaking and www.unocha.org, http://x.example/a_b.\n"
    ),
    **{
        f"numbers of lines: {how}": with_config(
            f"[markup.highlight]\nlineNos = true\n{how}\n",
            body("```sh\nls\ncd\n```\n\n{{< highlight py >}}\nx = 1\ny = 2\n{{< /highlight >}}\n"),
        )
        for how in ("", "noClasses = false", "lineNumbersInTable = false",
                    "noClasses = false\nlineNumbersInTable = false")
    },
    "struck": body("~old price~ and ~~older~~\n"),
    "pictures side by side": body(
        "![a](/a.png) ![b](/b.png)\n\n[![a](/a.png)](/page) ![b](/b.png)\n",
        **{"static/a.png": PNG, "static/b.png": PNG + b"1"},
    ),
    "included files": {
        "layouts/shortcodes/include.html": "{{ with $.Page.GetPage (.Get 0) }}{{ .RawContent |"
        ' $.Page.RenderString (dict "display" "block") }}{{ end }}',
        "layouts/shortcodes/readfile.html": '{{ $text := readFile (.Get "file") }}{{ if eq (.Get'
        ' "code") "true" }}{{ highlight $text "sh" "" }}{{ else }}{{ $text |'
        ' $.Page.RenderString (dict "display" "block") }}{{ end }}',
        "content/part.md": "---\ntitle: Part\n---\n\n*One* [link](/page/).\n\n- two\n- three\n",
        "snippets/run.sh": "make <all> && ls *\n",
        "snippets/more.md": "Some **more**.\n",
        "content/page.md": page("weight: 1",
            'Before.\n\n{{< include "/part" >}}\n\n{{< readfile file="snippets/run.sh" code="true"'
            ' >}}\n\n{{< readfile file="snippets/more.md" >}}\n\nAfter.\n'),
    },
    "a self-closed shortcode and a pair": {
        "layouts/shortcodes/tip.html": "<p>{{ .Get 0 }}</p>{{ .Inner | markdownify }}",
        "content/page.md": page("weight: 1",
            '{{< tip x />}}\n\nA [link](/page/) here.\n\n{{< tip "y" >}}a{{< /tip >}}'),
    },
    "parameters": with_config(
        '[params.version]\nmenu = "V"\n',
        {
            "content/_index.md": page("cascade: {version: v3.6, tag: v3.6.0}"),
            "content/docs/v3.6/a.md": page("weight: 1"),
            "content/p.md": page("weight: 1",
                "{{< param tag >}} `{{< param tag >}}` [a](/docs/{{< param version >}}/a)\n"
                "[r](https://example.org/{{< param tag >}})\n\n"
                "```sh\nget {{< param tag >}}\n```\n"),
        },
    ),
}  # fmt: skip
