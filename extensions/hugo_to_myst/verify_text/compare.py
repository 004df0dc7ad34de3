"""Compare the words of a page and its guide."""

from __future__ import annotations

import html
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from hugo_to_myst.read.expand_shortcodes import ADMONITIONS
from hugo_to_myst.read.include import MAX_INCLUDES, included_text
from hugo_to_myst.read.parameters import parameter, shown_text
from hugo_to_myst.read.shortcode_table import KINDS
from hugo_to_myst.read.shortcodes import Shortcode, arguments

from .hugo_page import ANY_TAG, words_of_page
from .myst_guide import words_of_guide

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from hugo_to_myst.read.config import Config
    from hugo_to_myst.read.front_matter import Content
    from hugo_to_myst.read.shortcode_table import Rule


#: How deep files include each other.
_MAX_DEPTH = 8
#: The words of long pages that are compared to name the differences; it takes quadratic time.
_MAX_COMPARED = 4000


def text_difference(
    content: Content,
    guide: str,
    heading: str,
    table: Mapping[str, Rule],
    config: Config,
    *,
    is_html: bool = False,
) -> str:
    """Say where the words of a page and its guide differ; empty if they do not.

    :param guide: the text of the guide.
    :param heading: the heading of the page that became the title.
    :param table: the rules for shortcodes.
    :param is_html: whether all of the page's body is HTML.
    """

    def shown_by(name: str, args: str) -> Sequence[str] | None:
        rule = table.get(name)
        if rule is None or rule.kind == "literal":
            return None
        positional, named = arguments(args)
        return _shown(rule, Shortcode(name, "", 0, positional, named), content, config)

    body = _with_included(content, config, table)
    math = [pair for pairs in config.math for pair in pairs]
    page = words_of_page(body, shown_by, is_html=is_html, emojis=config.emoji, math=math)
    return difference(page, words_of_guide(guide, heading))


def _with_included(content: Content, config: Config, table: Mapping[str, Rule]) -> str:
    """Return the body of a page with the texts of the files that it includes."""
    left = MAX_INCLUDES

    def text_of(found: re.Match[str]) -> str:
        nonlocal left
        rule = table.get(found["n"].rstrip("/"))
        if found["c"] or rule is None or rule.kind != "include":
            return found[0]
        positional, named = arguments(found["a"].strip().removesuffix("/"))
        call = Shortcode(found["n"], "", 0, positional, named)
        text = included_text(rule.fill("file", call), content.path, config) if left else None
        left -= 1 if left else 0
        if text is None:
            return found[0]
        as_code = rule.fill("code", call).lower() == "true"
        return f"\n\n<pre>{html.escape(text)}</pre>\n\n" if as_code else f"\n\n{text}\n\n"

    body, before = content.body, ""
    for _ in range(_MAX_DEPTH):  # included files include others
        if body == before or "{{" not in body:
            break
        body, before = ANY_TAG.sub(text_of, body), body
    return body


def _shown(rule: Rule, call: Shortcode, content: Content, config: Config) -> Sequence[str] | None:
    """Return the texts that a shortcode shows; see :func:`.words_of_page`."""
    if rule.kind == "ref":
        return [rule.fill("path", call)]
    if rule.kind == "param":
        value = shown_text(parameter(rule.fill("key", call), content, config))
        return None if value is None else [value]
    # Those from between the tags are in the page anyway.
    names = [v for v in KINDS[rule.kind] if "{inner}" not in rule.values.get(v, "")]
    texts = [rule.fill(name, call) for name in names]
    if rule.kind == "admonition":  # a box whose title is its kind has that title anyway
        kind = ADMONITIONS.get(rule.fill("type", call).lower(), "note")
        texts = [] if texts[0].strip().lower() == kind else texts
    return texts if rule.kind in ("link", "text", "image") else [" ", *texts]


def difference(page: list[str], guide: list[str]) -> str:
    """Say where two lists of words differ; empty if they do not."""
    if page == guide:
        return ""
    parts = []
    matcher = SequenceMatcher(None, page[:_MAX_COMPARED], guide[:_MAX_COMPARED], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            before = " ".join(page[max(0, a - 3) : a])
            parts.append(f"after '{before}': '{' '.join(page[a:b][:12])}' is now "
                         f"'{' '.join(guide[c:d][:12])}'")  # fmt: skip
    return "; ".join(parts[:5]) or f"{len(page)} words are now {len(guide)}"
