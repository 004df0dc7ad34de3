"""HTML in a page that is safe to show, whoever wrote it."""

from __future__ import annotations

import re
from html import unescape

from .addresses import address_refusal

#: Elements that only mark up text, or show a picture, a film or a drawing.
TAGS = frozenset((
    "a", "abbr", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption",
    "center", "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div",
    "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre",
    "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strike",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "desc",
))  # fmt: skip
#: Attributes without an address.
ATTRIBUTES = frozenset((
    "abbr", "align", "alt", "char", "charoff", "cite", "class", "cols", "colspan", "controls",
    "datetime", "dir", "height", "hidden", "id", "kind", "label", "lang", "loading", "loop",
    "muted", "open", "playsinline", "preload", "rel", "reversed", "role", "rows", "rowspan",
    "scope", "span", "srclang", "start", "summary", "tabindex", "target", "title", "type",
    "valign", "value", "width",
    "cx", "cy", "d", "fill", "fill-rule", "clip-rule", "font-size", "opacity", "points", "r",
    "rx", "ry", "stroke", "stroke-width", "text-anchor", "transform", "viewbox", "x", "x1", "x2",
    "xmlns", "y", "y1", "y2",
))  # fmt: skip
_ADDRESSES = {"href", "src", "poster", "cite"}

# A tag as CommonMark 0.31 has it, section 6.6, without what browsers read differently.
_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9-]*)"
    r"((?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^'<>]*'|\"[^\"<>]*\"))?)*)\s*/?>",
    re.ASCII,
)
_ATTRIBUTE = re.compile(
    r"([A-Za-z_:][\w.:-]*)(?:\s*=\s*([^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?", re.ASCII
)
# Without the endings that only some parsers accept.
_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--).)*-->", re.DOTALL)


def html_refusal(html: str) -> str:
    """Return why *html* is not shown: what in it is not known to be harmless, '' if all is.

    A part of a page may be one tag without its end, which no sanitiser takes. So each tag is looked
    at by itself, and whatever is not a whole, known tag is refused.
    """
    rest = _COMMENT.sub("", html)
    for closing, name, attributes in _TAG.findall(rest):
        if name.lower() not in TAGS:
            return f"the tag <{closing}{name.lower()[:20]}>"
        for attribute, value in _ATTRIBUTE.findall(attributes):
            if why := _attribute_refusal(attribute.lower(), value.strip("'\"")):
                return why
    if "<" in _TAG.sub("", rest):
        return "a '<' that begins no complete tag"
    return ""


def _attribute_refusal(name: str, value: str) -> str:
    if name in _ADDRESSES:
        return address_refusal(unescape(value))
    if name in ATTRIBUTES or name.startswith(("aria-", "data-")):
        return ""
    return f"the attribute '{name[:20]}'"
