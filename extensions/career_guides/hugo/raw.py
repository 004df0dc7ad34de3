"""What Markdown cannot say: sanitised HTML in a raw block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3

if TYPE_CHECKING:
    from .report import PageLog

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
_ATTRIBUTES["iframe"] |= {"allow", "allowfullscreen", "loading", "referrerpolicy"}
_ATTRIBUTES["a"] = _ATTRIBUTES.get("a", set()) - {"rel"}
_SITE_FILE = re.compile(r"""(?:src|poster|href|action)="(?!https?:|mailto:|data:|#|//)([^"]+)""")


def block(html: str, line: int, log: PageLog) -> list[str]:
    """Write HTML as a raw block, or nothing where nothing is left of it."""
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None).strip()
    was = " ".join(html.split())[:160]
    if not re.search(r"<(?!/|br|p>|div>)", clean) and not re.sub(r"<[^>]*>", "", clean).strip():
        log("raw-dropped", line, was, "nothing safe was left of it")
        return []
    log("raw", line, was, "a raw block")
    for address in _SITE_FILE.findall(clean):
        log("raw-link", line, address, "left as it is: the build cannot check it")
    # A blank line is no end of a raw block; a fence longer than any run of backticks is.
    lines = [part.rstrip() for part in clean.split("\n") if part.strip()]
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", clean)), default=0))
    return [f"{fence}{{raw}} html", *lines, fence]
