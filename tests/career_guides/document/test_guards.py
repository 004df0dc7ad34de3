"""``guides_trust``: what a page of a stranger can do, in a build and in ``check``."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pytest
from docutils.parsers.rst import Directive, directives, roles
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from career_guides.content import markup
from career_guides.document.guards import registered, unknown
from tests.sites import Site, guide, strangers
from tests.sites.strangers import SECRET, Case

CASES = [("md", n, case) for n, case in enumerate(strangers.MARKDOWN)]
CASES += [("rst", n, case) for n, case in enumerate(strangers.RST_TEXTS)]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Site:
    site = Site(tmp_path_factory.mktemp("strangers") / "site")
    site.write({"index.md": guide("Home")})
    strangers.write(site)
    site.messages = site.build("-j2")  # type: ignore[attr-defined]
    return site


def lines_about(site: Site, page: str) -> list[str]:
    return [line for line in site.messages.splitlines() if f"docs/{page}:" in line]  # type: ignore[attr-defined]


def test_the_table_is_complete(tmp_path) -> None:
    (tmp_path / "index.md").write_text("# x\n")
    (tmp_path / "conf.py").write_text(
        "extensions = ['myst_parser', 'career_guides', 'sphinx_design', 'sphinx_pagefind']\n"
    )
    with docutils_namespace():
        args = (tmp_path, tmp_path, tmp_path / "out", tmp_path / "trees", "html")
        said = io.StringIO()
        Sphinx(*args, status=said, warning=io.StringIO())
        assert [*unknown()] == []
        found = registered()
        directives.register_directive("stranger", Directive)
        roles.register_local_role("stranger", roles.generic_custom_role)
        assert sorted(unknown()) == ["{stranger}", "{stranger}`…`"]
    known = markup.DIRECTIVES.keys() - {"eval-rst"}, markup.ROLES.keys()
    for names, table, plain in zip(
        found, known, (markup.PLAIN_DIRECTIVES, markup.PLAIN_ROLES), strict=True
    ):
        assert (table | plain) - names == set()  # nor has it rows for what there is not
        assert table & plain == set()


def test_an_extension_without_rules_is_named_once(site: Site) -> None:
    site.path.mkdir(parents=True, exist_ok=True)
    site.conf = (
        "from docutils.parsers.rst import Directive\n"
        "def setup(app): app.add_directive('notebook', Directive)\n"
    )
    site.build()
    named = "guides_trust: no rule limits these of other extensions: {notebook}\n"
    assert site.log.count(named) == 1


def test_every_row_has_a_case() -> None:
    assert {case.name for case in strangers.DIRECTIVES} == markup.DIRECTIVES.keys()
    named = {case.name for case in strangers.ROLES}
    rest = markup.ROLES.keys() - named - {"uri-reference", "named-reference"}
    assert {name.partition("-link")[0] for name in rest} == {"bdg"}


@pytest.mark.parametrize(("kind", "number", "case"), CASES)
def test_a_stranger_is_refused(built: Site, kind: str, number: int, case: Case) -> None:
    page = f"bad/{kind}{number}"
    said = lines_about(built, f"{page}.{kind}")
    if "/snippets/nested.md" in case.bad:
        said = lines_about(built, "snippets/nested.md") or said
    assert any(case.said in line for line in said), built.messages  # type: ignore[attr-defined]
    assert all(re.search(r":\d+: (WARNING|ERROR)", line) for line in said)
    article = built.soup(f"{page}.html").select_one("article")
    assert not article.select("script, meta, iframe")
    for tag in article.find_all(True):
        for name, value in tag.attrs.items():
            assert not name.startswith("on")
            assert "javascript:" not in str(value)
    assert SECRET not in article.text
    assert "\\input" not in article.text
    assert "Before." in article.text
    assert "After." in article.text


@pytest.mark.parametrize(("kind", "number", "case"), [c for c in CASES if c[2].good])
def test_harmless_forms_are_shown(built: Site, kind: str, number: int, case: Case) -> None:
    assert lines_about(built, f"good/{kind}{number}.{kind}") == []
    article = built.soup(f"good/{kind}{number}.html").select_one("article")
    assert len(str(article)) > len("<article><p>Before.</p><p>After.</p></article>")


def test_nothing_of_the_machine_is_in_the_output(built: Site) -> None:
    for file in built.out.rglob("*"):
        if file.is_file():
            assert SECRET.encode() not in file.read_bytes(), file


def test_trusted_pages_may_do_it(site: Site) -> None:
    strangers.write(site)
    site.conf += 'guides_trust = "project"\n'
    said = site.build("-j2")
    assert "[guide.trust]" not in said
    numbers = {case.bad: number for number, case in enumerate(strangers.MARKDOWN)}
    shown = {
        strangers.directive("include", "OUT"): SECRET,
        strangers.directive("raw", "html", "<script>alert(1)</script>"): "<script>alert(1)",
        "{{ cycler.__init__.__globals__.os.environ.STRANGER }}": SECRET,
        "<script>alert(1)</script>": "<script>alert(1)</script>",
        strangers.directive("csv-table", "T", ":url: file://OUT"): SECRET,
    }
    for text, word in shown.items():
        assert word in (site.out / f"bad/md{numbers[text]}.html").read_text("utf-8"), text


def test_names_in_the_language_of_the_site_are_refused_too(site: Site) -> None:
    site.conf = "language = 'de'\n"
    site.write({"x.rst": "T\n=\n\n.. einfügen:: ../secret.txt\n\n.. raw:: html\n\n   <script>\n"})
    (site.path / "secret.txt").write_text(SECRET)
    said = site.build()
    assert "docs/x.rst:4: WARNING: 'include' is left out" in said
    assert SECRET not in (site.out / "x.html").read_text("utf-8")


KEYS = """\
---
title: T
myst:
  enable_extensions: [substitution]
  url_schemes: [javascript]
  substitutions: {a: "{{ cycler.__init__.__globals__.os.environ }}", b: "B"}
  html_meta:
    "http-equiv=refresh": 0;url=https://evil.example
    "author": "Ada"
figure:
  image: /a.svg
  alt: x
  caption: "{{ cycler.__init__.__globals__.os.environ.STRANGER }}"
  credit: "<script>alert(1)</script>"
---

{{ a }} {{ b }} [x](javascript:alert(1))
"""


def test_front_matter_sets_nothing_but_text(site: Site) -> None:
    strangers.write(site)
    site.write({"keys.md": KEYS})
    said = site.build()
    assert "docs/keys.md:5: WARNING: 'myst.url_schemes' is set in conf.py alone" in said
    assert "docs/keys.md:8: WARNING: 'http-equiv' can send readers" in said
    page = (site.out / "keys.html").read_text("utf-8")
    for word in (SECRET, "evil.example", "<script>alert", 'href="javascript', "environ("):
        assert word not in page
    assert "Ada" in page
    harmless = KEYS.replace("[javascript]", "{tel: null, https: null}")
    site.write({"keys.md": harmless})
    assert "url_schemes" not in site.build()
    assert ">B " in page or " B " in page


def test_pages_and_figures_are_not_read_through_links_out(site: Site) -> None:
    secret = site.path / "secret.md"
    site.write({"facts/x.csv": ""})
    secret.write_text(f"# {SECRET}\n")
    (site.docs / "linked.md").symlink_to(secret)
    (site.docs / "facts/release.json").symlink_to(secret)
    said = site.build()
    out = "a symbolic link out of the source folder"
    assert f"docs/linked.md:1: WARNING: {out}; the page is left out [guide.trust]" in said
    assert f"docs/facts/release.json:1: WARNING: {out}; no figures are read [guide.trust]" in said
    assert not (site.out / "linked.html").exists()


def test_substitutions_cannot_grow_without_end(site: Site) -> None:
    names = "abcdefghijklmnopqrst"
    pairs = ", ".join(f'{a}: "{{{{ {b} }}}} {{{{ {b} }}}}"' for a, b in pairwise(names))
    text = f"---\ntitle: T\nmyst:\n  substitutions: {{{pairs}, t: x}}\n---\n\n{{{{ a }}}}\n"
    strangers.write(site)
    site.write({"bomb.md": text})
    assert "the page has over 1000" in site.build()
    assert (site.out / "bomb.html").is_file()


def test_books_fetch_no_pictures(site: Site) -> None:
    site.write({"x.md": guide("T", "![a picture](http://127.0.0.1:9/x.png)")})
    said = site.build(builder="latex")
    assert "docs/x.md:5: WARNING: 'http://127.0.0.1:9/x.png' is on another host" in said
    assert "Could not fetch" not in said
