"""Small sites whose addresses the importer once did not have as Hugo has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .hugo import CONFIG
from .hugo_cases import each, page, with_config

if TYPE_CHECKING:
    from .hugo_cases import Files

#: A page that leads to another.
REFRESH = '<!doctype html><meta http-equiv="Refresh" content="0;URL=%s"><p>It has moved.</p>'

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
        "content/b.md": page("tags: [data-science, C++, ' before', 'after ', '']"),
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
    "links to the folder above, in a language": {
        "hugo.toml": CONFIG + "[languages.en]\nweight = 1\n[languages.tr]\nweight = 2\n",
        "content/a.md": page("weight: 1"), "content/a.tr.md": page("weight: 1"),
        "content/b.tr.md": page("weight: 2", "[x](../a/) [y](../../a/) [z](../a.md)"),
        "content/s/c.tr.md": page("weight: 2", "[x](../../a/) [y](../a/) [z](../a.md)"),
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
    "files of one address": {
        f"content/{name}": f"---\ntitle: T\n---\nText of {name}.\n" for name in (
            "a.html.md", "b.markdown", "b.md", "c.md", "c/index.md", "d/_index.markdown",
            "d/_index.md", "e.md", "e/_index.md", "f/_index.md", "f/index.md", "g.mdown",
            "g.markdown", "h.md", "h/part.md")
    },
    "dates of file names": with_config(
        '[permalinks]\nposts = "/:year/:title/"\n[frontmatter]\ndate = [":default", ":filename"]\n',
        {"content/posts/2014-03-04-a.md": page("weight: 1")},
    ),
    "no dates of file names": with_config('[permalinks]\nposts = "/:year/:title/"\n',
        {"content/posts/2014-03-04-a.md": page("weight: 1")}),
    "indexes": with_config('[indexes]\ntopic = "topics"\n', each("topics: [x]", "tags: [y]")),
    "static pages that redirect": {
        "content/a.md": page("tags: [x]"), "static/old.html": REFRESH % "https://old.example/a/",
        "static/older/index.html": REFRESH % "../a", "static/tag.html": REFRESH % "/tags/x/",
    },
    "urls": each("url: /x/y.html", "url: some/where/", "slug: A b C!", "url: /a b/", "url: x.htm"),
}  # fmt: skip
