"""A small site with something of everything."""

from __future__ import annotations

from tests.sites import LOGO, guide

VARIED = {
    "index.md": guide("Home & *all*", "```{guides}\n```\n\n```{tags}\n```"),
    "a/index.md": guide(
        "A", "Text [^1].\n\n[^1]: A note.\n", next="b", tags="[x, y]", industry="I",
        figure="{image: /images/one.svg, alt: One, caption: 'With *[a link](https://a.example/)*'}",
    ),
    "a/b.md": guide(
        "B `code` 😀", "## Deep\n\n### Deeper {guide}`a/c`\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
        orphan="true", html_meta="{keywords: 'a, b'}", sources="[https://b.example/]",
    ),
    "a/c.md": guide(
        "C", "# A second title\n\n:::{note}\nText\n:::\n\n```{code-block} python\nx = 1\n```"
    ),
    "a/d.md": "---\n{title: D, orphan: true}\n---\n\nText\n",
    "plain.md": "# Plain\n\n(label)=\n## Part\n\n{ref}`label`\n",
    "images/one.svg": LOGO,
}  # fmt: skip
