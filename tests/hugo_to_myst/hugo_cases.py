"""Small sites on which the importer once differed from Hugo, by what they are about.

Pages without front matter get a title.
"""

from __future__ import annotations

from .hugo import CONFIG
from .sites import PIECES, PNG

#: A page that leads to another.
REFRESH = '<!doctype html><meta http-equiv="Refresh" content="0;URL=%s"><p>It has moved.</p>'

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

ADDRESSES: dict[str, Files] = {
    "relative aliases": {
        "content/nurse/old.md": page('aliases: ["../nursing", ./was, here, /x/../y, /a.html]')
    },
    "letters": {
        "content/sec/İstanbul.md": page("weight: 1", "[a](/sec/istanbul/)"),
        "content/sec/ΟΔΟΣ.md": page("weight: 1", "[a](/sec/οδοσ/)"),
    },
    "tags and categories": {
        "content/a.md": page("tags: [data-science, A b]\ncategories: [News]", "[x](/tags/a-b/)"),
        "content/b.md": page("tags: [data-science, C++]"),
    },
    "a second language": {
        "hugo.toml": CONFIG + "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n",
        "content/a.md": page("tags: [x]"), "content/a.fr.md": page("tags: [été]"),
        "content/s/b.fr.md": page("weight: 1"), "content/s/b.md": page("weight: 1"),
        "content/s/only.fr.md": page("weight: 1"),
    },
    "links within a language": {
        "hugo.toml": CONFIG + "[languages.en]\nweight = 1\n[languages.bn]\nweight = 2\n",
        "content/b.md": page("weight: 1"), "content/en-only.md": page("weight: 1"),
        "content/b.bn.md": page('tags: ["\u09df\u09be"]'),
        "content/a.bn.md": page("weight: 1", "[x](b) [y](b.md) [z](/b/) [e](/en-only/)"),
    },
    "bundle files under permalinks": with_config(
        '[permalinks]\nposts = "/:year/:slug/"\n',
        {"content/posts/one/index.md":
         "---\ntitle: One\ndate: 2020-02-03\n---\n[x](map.svg) ![m](map.svg)\n",
         "content/posts/one/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
    ),
    "front matter of YAML 1.2": {
        "content/a.md": page("slug: 12:30\ntags: [no, yes, on, 0o17, -.5, 1e3, ~, 08, 1_000]"),
        "content/b.md": page("slug: 0x1F"), "content/c.md": "---\ntitle: 12:30\n---\nText.\n",
    },
    "links that Hugo looks up": {
        "hugo.toml": CONFIG + "[languages.en]\nweight = 1\n",
        "content/docs/a.md": page(
            "weight: 1", "[x](docs/b/) [y](b) [z](docs/b.md) [w](/docs/b.md)"
        ),
        "content/docs/b.md": page("weight: 1"),
    },
    "slugs with escapes, no title, no date": with_config(
        '[permalinks]\nposts = "/:year/:month/:slug/"\n',
        {"content/posts/a.md": page("slug: of-%cf%80-b\ndate: 2014-03-04"),
         "content/posts/b.md": page("slug: c%2Fd 50% off"), "content/posts/c.md": "Text.\n"},
    ),
    "static pages that redirect": {
        "content/a.md": page("tags: [x]"), "static/old.html": REFRESH % "https://old.example/a/",
        "static/older/index.html": REFRESH % "../a", "static/tag.html": REFRESH % "/tags/x/",
    },
    "urls": each("url: /x/y.html", "url: some/where/", "slug: A b C!", "url: /a b/", "url: x.htm"),
}  # fmt: skip

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
