"""Random texts, HTML and shortcodes, as people write and break them."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

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
