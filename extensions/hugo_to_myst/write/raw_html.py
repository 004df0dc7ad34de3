"""HTML that MyST has no form for, sanitised, in a raw block."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import nh3

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog


#: Attributes and the elements that may have them, by what they are for.
_MEDIA = {"width", "height", "src", "title", "type", "poster", "preload", "controls", "loop",
          "muted", "autoplay", "playsinline", "srclang", "label", "kind", "media"}  # fmt: skip
_FIELD = {"type", "name", "value", "placeholder", "required", "min", "max", "for", "action",
          "method", "rows", "cols", "selected", "checked", "disabled"}  # fmt: skip
_SHAPE = {"d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height",
          "points", "fill", "stroke", "stroke-width", "transform", "viewbox", "viewBox",
          "fill-rule", "clip-rule", "opacity", "text-anchor", "font-size", "xmlns"}  # fmt: skip
_MEDIA_TAGS = {"iframe", "video", "audio", "source", "track", "picture", "img"}
_FIELD_TAGS = {"form", "input", "select", "option", "optgroup", "textarea", "button", "label",
               "fieldset", "legend", "progress", "meter", "datalist"}  # fmt: skip
_SHAPE_TAGS = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
               "text", "tspan", "desc"}  # fmt: skip
_TAGS = nh3.ALLOWED_TAGS | _MEDIA_TAGS | _FIELD_TAGS | _SHAPE_TAGS
_ATTRIBUTES = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
for _tags, _names in ((_MEDIA_TAGS, _MEDIA), (_FIELD_TAGS, _FIELD), (_SHAPE_TAGS, _SHAPE)):
    for _tag in _tags:
        _ATTRIBUTES[_tag] = _ATTRIBUTES.get(_tag, set()) | _names
_ATTRIBUTES["iframe"] |= {"allow", "allowfullscreen", "loading", "referrerpolicy", "sandbox"}
_ATTRIBUTES["a"] = _ATTRIBUTES.get("a", set()) - {"rel"}
#: An address without a host, whose file the build cannot check.
_SITE_FILE = re.compile(r"""(?:src|poster|href|action)="(?!https?:|mailto:|data:|#|//)([^"]+)""")
#: Attributes that only set the look, or that frames and drawings can do without.
_LOOK = re.compile(r"class|style|id|data-.*|on.*|frameborder|scrolling|border|margin\w+|align"
                   r"|v?space|(webkit|moz)?allow\w+|hspace|tabindex|role|aria-.*|xml.*|version|lang|rel"
                   r"|target|decoding|autocomplete|(stroke|fill|font|enable|stop)-?.*")  # fmt: skip


class _AttributeCounter(HTMLParser):
    """Counts the attributes that mean something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[tuple[str, str, str]] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count the attributes of a tag."""
        first = {name: value or "" for name, value in reversed(attrs)}
        self.found.update((tag, k, v) for k, v in first.items() if not _LOOK.fullmatch(k))


def _attributes(html: str) -> Counter[tuple[str, str, str]]:
    counter = _AttributeCounter()
    counter.feed(html)
    counter.close()
    return counter.found


def raw_block(html: str, line: int, log: PageLog) -> list[str]:
    """Write HTML as a raw block; return no lines if nothing is left of it."""
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None).strip()
    was = " ".join(html.split())[:160]
    if not re.search(r"<(?!/|br|p>|div>)", clean) and not re.sub(r"<[^>]*>", "", clean).strip():
        log("raw-dropped", line, was, "nothing safe was left of it")
        return []
    log("raw", line, was, "a raw block")
    for tag, name, value in _attributes(html) - _attributes(clean):
        log("raw-dropped", line, f'<{tag} {name}="{value[:160]}">', "the attribute was dropped")
    for address in _SITE_FILE.findall(clean):
        log("raw-link", line, address, "left as it is: the build cannot check it")
    # A blank line does not end a raw block; a fence longer than any run of backticks does.
    lines = [part.rstrip() for part in clean.split("\n") if part.strip()]
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", clean)), default=0))
    return [f"{fence}{{raw}} html", *lines, fence]
