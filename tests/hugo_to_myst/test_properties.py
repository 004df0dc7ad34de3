"""Nothing that a page may hold raises, loses words or leaves the output folder."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hugo_to_myst.findings import PageLog
from hugo_to_myst.import_site import import_site, words
from hugo_to_myst.map.urls import hugo_path
from hugo_to_myst.read.front_matter import read
from hugo_to_myst.read.html_tree import Element, Node
from hugo_to_myst.read.shortcodes import mark
from hugo_to_myst.safe_files import inside, safe_path
from hugo_to_myst.structure.inline import Inliner
from hugo_to_myst.write.escape import protect
from hugo_to_myst.write.inline import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hugo_to_myst.findings import Report

ORDINARY = [
    "one *two* three", "**a** b", "- x\n- y", "1. n\n2. m", "> q", "## H", "<p>html",
    "<b>bold</b>", "<div>\n", "</div>", "<br>", "text\nmore", "| a | b |\n| - | - |\n| c | d |",
    "```sh\ncode\n```", "a<sub>2</sub>b", "[link](/x)", "![alt](/a.png)", "***\n", "a | b",
    "<table><tr><td>k<td>l<tr><td>m<td>n</table>", "Term\n: Definition", "x[^1]\n\n[^1]: note",
    "{{< note >}}\ninside\n{{< /note >}}", "<i>it<b>al</i>ic</b>", "4 * 5 * 6", "C:\\dir",
    "snake_case_word", "1986. A year",
]  # fmt: skip
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CONFIG = 'baseURL = "https://old.example/"\ntitle = "T"\nmarkup.goldmark.renderer.unsafe = true\n'

text = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12
) | st.sampled_from(
    ["*", "**", "_", "a_b", "`", "[x](y)", "<b>", "&amp;", "1. a", "- b", "# c", "> d", "::: e",
     "~~~", "| a |", "\\", "!", "![", "{#id}", "[^1]", "word", "two words", ": def", "\n", "\n\n",
     "---", "% c", "(x)=", "$1$", "{{<", ">}}", "https://a.example/b_c*", "“q”", "a\N{NBSP}b"]
)  # fmt: skip
tag = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "i",
        "em",
        "strong",
        "a",
        "img",
        "br",
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "h1",
        "h3",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "code",
        "span",
        "iframe",
        "video",
        "script",
        "style",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "hr",
        "center",
        "font",
        "sup",
        "kbd",
        "form",
        "input",
        "svg",
        "template",
        "title",
        "html",
        "body",
        "foo",
    ]
)
attribute = st.sampled_from(
    ["", " href='/x'", ' href="javascript:x"', " src=/a.png", " alt='alt'; alt='a b'",
     " alt='it's'",
     ' alt="open', " onclick=x()", " style='width: 1px'", " id=n", " colspan=3", " rowspan=9999999",
     " =", " /", " href='../x y?z#w'", " start=99999999999", " align=left"]
)  # fmt: skip


@st.composite
def html(draw: st.DrawFn) -> str:
    """Draw HTML as people break it: unclosed, misnested, with text anywhere."""
    parts = st.one_of(
        text,
        st.builds(lambda t, a: f"<{t}{a}>", tag, attribute),
        st.builds(lambda t: f"</{t}>", tag),
        st.builds(lambda t: f"<!--{t}-->", text),
        st.sampled_from(["<", "<p", "</", "<!--", "\n", "\n\n", "    ", "<!doctype html>"]),
    )
    return "".join(draw(st.lists(parts, max_size=14)))


shortcode = st.builds(
    lambda o, n, a, c: f"{{{{{o} {n} {a} {c}}}}}",
    st.sampled_from("<%"),
    st.sampled_from(
        ["note", "/note", "figure", "tabs", "/tabs", "tab", "/tab", "ref", "param", "youtube",
         "nobody", "/nobody", "details", "/details", "title3", "highlight", "/highlight", "card",
         "/card", "button", "alert"]),
    st.sampled_from(["", '"a b"', 'title="t"', "x", "src=/a.png", '"', "`r`", 'a="b', "/"]),
    st.sampled_from("%>"),
)  # fmt: skip


def build(folder: Path, pages: dict[str, str], **options: object) -> tuple[Report, Path]:
    """Make a site of pages and import it."""
    site, out = folder / "site", folder / "out"
    (site / "content").mkdir(parents=True, exist_ok=True)
    (site / "hugo.toml").write_text(CONFIG)
    for name, body in pages.items():
        (site / "content" / name).write_text(body, encoding="utf-8")
    return import_site(site, out, force=True, **options), out  # type: ignore[arg-type]


@QUICK
@given(body=st.lists(html() | text | shortcode, max_size=8).map("".join))
def test_any_body_becomes_a_guide(tmp_path: Path, body: str) -> None:
    report, out = build(tmp_path, {"page.md": f"---\ntitle: T\n---\n{body}"})
    assert "unreadable" not in report.kinds, report.findings
    guide = (out / "page.md").read_text(encoding="utf-8")
    assert yaml.safe_load(guide.split("---\n")[1])["title"] == "T"
    for bad in ("<script", "javascript:", "onclick"):
        raw = guide.split("```{raw} html")[1:]
        assert not any(bad in part.split("```")[0].lower() for part in raw)
    json.loads(report.to_json())


@QUICK
@given(body=st.lists(st.sampled_from(ORDINARY), max_size=7).map("\n\n".join))
def test_ordinary_bodies_keep_their_words(tmp_path: Path, body: str) -> None:
    report, _ = build(tmp_path, {"page.md": f"---\ntitle: T\n---\n{body}\n"})
    assert "words" not in report.kinds, [str(f) for f in report.findings if f.kind == "words"]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | text | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from(
    [
        "title",
        "description",
        "sidebar",
        "sidebarlogo",
        "include_footer",
        "weight",
        "aliases",
        "draft",
        "tags",
        "author",
        "date",
        "cascade",
        "menu",
        "url",
        "slug",
        "figure",
        "next",
        "myst",
        "custom",
    ]
)


@QUICK
@given(matter=st.dictionaries(keys | text, values, max_size=6))
def test_any_front_matter_is_read(tmp_path: Path, matter: dict[str, object]) -> None:
    source = yaml.safe_dump(matter, allow_unicode=True)
    report, out = build(tmp_path, {"page.md": f"---\n{source}---\nBody.\n"})
    assert "unreadable" not in report.kinds, report.findings
    found = [p for p in out.rglob("*.md") if p.name != "index.md"]
    assert all(p.resolve().is_relative_to(out.resolve()) for p in found)
    for path in found:
        guide = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        assert isinstance(guide["title"], str)
        path.unlink()


@QUICK
@given(source=st.lists(text | st.sampled_from(["---\n", "+++\n", "{", "}", "a: b\n", "a = 1\n"]))
       .map("".join))  # fmt: skip
def test_front_matter_never_raises(source: str) -> None:
    content = read(source)
    assert content.body_line >= 1
    assert isinstance(content.values, dict)


@QUICK
@given(source=st.lists(shortcode | text, max_size=8).map("".join))
def test_marks_keep_every_line_in_place(source: str) -> None:
    marked = mark(source, 5, lambda _text, _pattern: set())
    assert len(marked.lines) == marked.text.count("\n") + 1
    assert list(marked.lines) == sorted(marked.lines)
    rest = marked.pattern.sub(lambda m: marked.calls[int(m[1])].source, marked.text)
    if "/*" not in source:
        assert rest == source


@QUICK
@given(name=text | st.sampled_from(["../../x", "/etc/passwd", "con.md", "a/../../b", "..", "x. "]))
def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    path = safe_path(hugo_path(name, lower=True))
    if path:
        assert inside(tmp_path, path).resolve().is_relative_to(tmp_path.resolve())
        assert safe_path(path) == path


def html_of(made: Iterable[Node]) -> str:
    """Write nodes as HTML, by themselves."""
    return "".join(
        escape(n) if isinstance(n, str) else f"<b>{html_of(n.children)}</b>" for n in made
    )


def nodes(depth: int = 2) -> st.SearchStrategy[list[Node]]:
    """Draw inline nodes."""
    leaf: st.SearchStrategy[Node] = text
    if depth:
        inner = nodes(depth - 1).map(tuple)
        leaf |= st.builds(Element, st.sampled_from(["b", "i", "s"]), st.just({}), inner)
        leaf |= st.builds(Element, st.just("a"), st.just({"href": "/x"}), inner)
        leaf |= st.builds(Element, st.just("code"), st.just({}), text.map(lambda t: (t,)))
    return st.lists(leaf, max_size=4)


@settings(QUICK, max_examples=200)
@given(source=nodes())
def test_a_written_line_is_read_back_as_it_was(source: list[Node]) -> None:
    made = Inliner(PageLog("", lambda _: None)).inline(source)
    written = protect(line(made))
    shown = words.of_guide(f"---\ntitle: T\n---\n{written}\n")
    expected = words._words(html_of(made))
    assert shown == expected, written
    assert len(MarkdownIt("commonmark").parse(written)) <= 3, written


@pytest.mark.parametrize("deep", [50, 400, 5000])
def test_deep_nesting_is_no_fault(tmp_path: Path, deep: int) -> None:
    body = "<div>" * deep + "core" + "<b>" * deep + "x" + "> " * deep + "y"
    report, out = build(tmp_path, {"page.md": body})
    assert "unreadable" not in report.kinds, report.findings
    assert "core" in (out / "page.md").read_text()
