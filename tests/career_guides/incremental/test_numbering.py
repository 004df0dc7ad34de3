"""Numbers of sections and figures that come, change and go."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot

FIGURE = "```{figure} /logos/acme.svg\n:name: {name}\n\nCaption\n```\n"
TREE = "```{toctree}\n:numbered:\nq\nx\np\na\n```"
BUILDERS = (("html", "out"), ("dirhtml", "folders"), ("text", "texts"))


@pytest.mark.parametrize("conf", ["", "numfig = True\n"])
def test_numbers_with_several_builders_on_one_doctree_folder(site: Site, clean, conf: str) -> None:
    site.conf = conf
    site.write({
        "index.md": guide("Home", TREE),
        "q.md": guide("Q"),
        "x.md": "# X\n\n## Y\n",
        "p.md": guide("P", FIGURE.replace("{name}", "fig")),
        "a.md": guide("A", f"{'{numref}`fig`' if conf else ''}\n\n{{ref}}`b`\n\n(b)=\n## B"),
    })  # fmt: skip

    def build() -> None:
        for builder, out in BUILDERS:
            site.build("-d", "shared.doctrees", builder=builder, out=out)

    build()
    # A figure before another, sections without numbers, and again with them.
    for name, text in (
        ("q.md", guide("Q", FIGURE.replace("{name}", "before"))),
        ("index.md", guide("Home", TREE.replace(":numbered:\n", ""))),
        ("index.md", guide("Home", TREE)),
    ):
        site.write({name: text})
        build()
        for builder, out in BUILDERS:
            assert snapshot(site.path / out) == clean(site, builder=builder), (name, builder)
