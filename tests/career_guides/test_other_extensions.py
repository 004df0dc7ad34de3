"""Beside other extensions, in either order: none of them loses anything."""

from __future__ import annotations

import json
import re

import pytest
from PIL import Image

from tests.sites import Site, guide
from tests.sites.markup import head

ORDERS = [
    pytest.param('"{0}", "career_guides"', id="before"),
    pytest.param('"career_guides", "{0}"', id="after"),
]
CONF = """\
project = "Acme Careers"
extensions = [{extensions}]
html_theme = "alabaster"
html_baseurl = "https://example.org/"
{conf}
"""


def beside(site: Site, order: str, name: str, conf: str = "", **options: str) -> str:
    """Build with an extension before or after ours; skip where it is not installed."""
    pytest.importorskip(name.partition(".")[0], reason=f"{name} is not installed")
    text = CONF.format(extensions=order.format(name), conf=conf)
    site.path.joinpath("conf.py").write_text(text)
    return site.build(keep_conf=True, **options)


@pytest.mark.parametrize("order", ORDERS)
def test_opengraph(site: Site, order: str) -> None:
    site.write({
        "a.md": guide("A", description="Ours", figure="{image: /sub/a.png, alt: x}"),
        "b.md": guide("B", "Some words.\n\n![](/sub/a.png)"),
    })  # fmt: skip
    site.docs.joinpath("sub").mkdir()
    Image.new("RGB", (800, 450), "teal").save(site.docs / "sub/a.png")
    conf = "ogp_site_url = html_baseurl\nogp_use_first_image = True"
    beside(site, order, "sphinxext.opengraph", conf)
    for page in ("a.html", "b.html"):
        soup = site.soup(page)
        (image,) = head(soup, "meta[property='og:image']", "content")
        assert (site.out / image.removeprefix("https://example.org/")).is_file()
        assert not head(soup, "meta[property='og:image:width']", "content")  # of our card
        for tag in ("og:title", "og:type", "og:url", "og:description"):
            assert len(head(soup, f"meta[property='{tag}']", "content")) == 1, tag
        assert "&lt;meta" not in str(soup.head)
    names = ("name=description", "property='og:description'", "name='twitter:description'")
    found = [head(site.soup("a.html"), f"meta[{name}]", "content") for name in names]
    assert found == [["Ours"]] * 3


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize("order", ORDERS)
def test_notfound_page(site: Site, order: str, builder: str) -> None:
    site.write({"a.md": guide("A")})
    conf = "notfound_context = {'title': 'Gone', 'body': '<h1>Gone</h1>'}"
    for _ in range(2):
        beside(site, order, "notfound.extension", conf, builder=builder)
        page = "404.html" if builder == "html" else "404/index.html"
        assert "<h1>Gone</h1>" in (site.out / page).read_text()
        assert builder == "html" or not (site.out / "404.html").exists()


@pytest.mark.parametrize("order", ORDERS)
def test_external_toc(site: Site, order: str) -> None:
    site.write({
        "a/index.md": guide("A"),
        "a/b.md": guide("B"),
        "_toc.yml": "root: index\nentries:\n- file: a/index\n  entries:\n  - file: a/b\n",
    })  # fmt: skip
    assert beside(site, order, "sphinx_external_toc") == ""


@pytest.mark.parametrize("order", ORDERS)
def test_directive_of_the_same_name(site: Site, order: str) -> None:
    (site.path / "theirs.py").write_text(
        "from docutils import nodes\n"
        "from docutils.parsers.rst import Directive\n"
        "class Tags(Directive):\n"
        "    def run(self): return [nodes.paragraph('', 'THEIRS')]\n"
        "def setup(app):\n"
        "    app.add_directive('tags', Tags)\n"
    )
    conf = "import sys"
    site.write({"a.md": guide("A", "```{tags}\n```\n\n```{guide:tags}\n```", tags="[nights]")})
    text = CONF.format(extensions=order.format("theirs"), conf=conf)
    site.path.joinpath("conf.py").write_text(f"import sys\nsys.path.insert(0, '.')\n{text}")
    assert site.build(keep_conf=True) == ""
    page = site.soup("a.html")
    assert "THEIRS" in page.text
    assert [link.text for link in page.select(".guide-term-list a")] == ["nights"]


@pytest.mark.parametrize("order", ORDERS)
def test_containers_keep_their_class(site: Site, order: str) -> None:
    """MyST takes it away on all pages, where sphinx-inline-tabs may need it."""
    (site.path / "theirs.py").write_text(
        "from docutils import nodes\n"
        "from docutils.parsers.rst import Directive\n"
        "class Box(Directive):\n"
        "    def run(self): return [nodes.container('', nodes.paragraph('', 'x'), is_div=True)]\n"
        "def setup(app):\n"
        "    app.add_directive('box', Box)\n"
    )
    site.write({"a.md": guide("A", "```{box}\n```"), "b.rst": ":orphan:\n\nB\n=\n\n.. box::\n"})
    for name, rst in (("", "docutils container"), ('"myst_parser", ', "docutils")):
        text = CONF.format(extensions=name + order.format("theirs"), conf="")
        site.path.joinpath("conf.py").write_text(f"import sys\nsys.path.insert(0, '.')\n{text}")
        assert site.build(keep_conf=True) == ""
        for page, classes in (("a.html", "docutils"), ("b.html", rst)):
            box = site.soup(page).select_one("div.docutils:has(> p)")
            assert " ".join(box["class"]) == classes, (name, page)  # type: ignore[index]


@pytest.mark.parametrize("order", ORDERS)
def test_sphinx_tags(site: Site, order: str) -> None:
    site.write({"a.md": guide("A", "```{tags} x, y\n```")})
    assert beside(site, f'"myst_parser", {order}', "sphinx_tags") == ""
    assert site.soup("a.html").select_one("p.tags")


@pytest.mark.parametrize("order", ORDERS)
def test_myst_nb(site: Site, order: str) -> None:
    cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# A notebook"]}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    site.write({
        "a/index.md": guide("A", "```{toctree}\n/n\n```", sidebar="true", subtitle="A lead"),
        "n.ipynb": json.dumps(notebook),
    })  # fmt: skip
    conf = 'nb_execution_mode = "off"\nguides_trust = "project"'
    assert beside(site, order, "myst_nb", conf) == ""
    page = site.soup("a/index.html")
    assert re.match("A", page.select_one("h1").text)  # type: ignore[union-attr]
    assert page.select_one(".guide-subtitle")
    assert site.soup("n.html").select_one("h1").text.startswith("A notebook")  # type: ignore[union-attr]


@pytest.mark.parametrize("order", ORDERS)
def test_a_parser_that_runs_programs_needs_trust(site: Site, order: str) -> None:
    pytest.importorskip("myst_nb", reason="myst_nb is not installed")
    program = "```{code-cell} python3\nopen('/tmp/ran', 'w')\n```"
    site.write({"a.md": guide("A", program)})
    text = CONF.format(extensions=order.format("myst_nb"), conf="")
    site.path.joinpath("conf.py").write_text(text)
    said = site.build(keep_conf=True, code=2)
    assert "files '.ipynb', '.md' are read by a parser that may run programs" in said
    assert "write guides_trust = 'project' in conf.py" in said
    assert not (site.out / "a.html").exists()


def test_markdown_that_another_parser_reads(site: Site) -> None:
    (site.path / "theirs.py").write_text(
        "from sphinx.parsers import RSTParser\n"
        "class Parser(RSTParser):\n"
        "    supported = ('markdown',)\n"
        "def setup(app):\n"
        "    app.add_source_suffix('.md', 'markdown')\n"
        "    app.add_source_parser(Parser)\n"
    )
    text = CONF.format(extensions='"theirs", "career_guides"', conf="")
    site.path.joinpath("conf.py").write_text(f"import sys\nsys.path.insert(0, '.')\n{text}")
    said = site.build(keep_conf=True, code=2)
    assert "another extension has registered a parser for it; remove that extension" in said


def test_markdown_of_another_type(site: Site) -> None:
    site.conf = "source_suffix = {'.rst': 'restructuredtext', '.md': 'other'}"
    said = site.build(code=2)
    assert "files '.md' are read as 'other'" in said
