"""Turn shortcodes into HTML elements by the rules of the table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from .html_tree import LINE, PREFIX, Element
from .include import MAX_INCLUDES
from .parameters import shown_text
from .shortcodes import MATH, MATH_BLOCK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hugo_to_myst.findings import PageLog

    from .html_tree import Node
    from .shortcode_table import Rule
    from .shortcodes import Shortcode

    Attrs = dict[str, str]


#: The admonitions of MyST by the names that themes have for them.
ADMONITIONS = {
    **{n: n for n in ("note", "tip", "warning", "danger", "important", "caution", "hint",
                      "attention", "error", "seealso")},
    "info": "note", "primary": "note", "secondary": "note", "light": "note", "default": "note",
    "success": "tip", "check": "tip", "example": "note", "question": "note", "quote": "note",
    "abstract": "note", "summary": "note", "todo": "note", "warn": "warning", "bug": "danger",
    "failure": "danger",
}  # fmt: skip


class InnerReader(Protocol):
    """Reads Markdown and further shortcodes inside a shortcode."""

    def nodes(self, text: str, line: int) -> list[Node]:
        """Read a text of blocks."""

    def line(self, text: str, line: int) -> list[Node]:
        """Read a text of one line."""


class Expander:
    """Turns the shortcodes of one page into elements.

    :param parameter: returns a parameter of the page, else of the site.
    :param include: returns the text of another file of the site.
    """

    def __init__(
        self,
        table: Mapping[str, Rule],
        parameter: Callable[[str], Any],
        include: Callable[[str], str | None],
        log: PageLog,
    ) -> None:
        self.table = table
        self.parameter = parameter
        self.include = include
        self.log = log
        #: The sets of tabs that are open, the innermost last.
        self.tab_sets: list[Shortcode] = []
        self.includes = 0

    def expand(self, call: Shortcode, reader: InnerReader) -> list[Node]:
        """Return the nodes that replace a call."""
        at = {LINE: str(call.line)}
        if not call.name:
            return [call.source]
        if call.name in (MATH, MATH_BLOCK):
            tag = "x-math" if call.name == MATH else "x-math-block"
            return [Element(tag, at, (call.positional[0],))]
        rule = self.table.get(call.name)
        if rule is None or rule.kind == "literal":
            self.log("shortcode", call.line, call.source, "kept in a literal block")
            return [Element("x-shortcode", at, (call.source,))]
        if rule.kind == "drop":
            self.log("shortcode-dropped", call.line, call.source, "nothing")
            return []
        for name, value in rule.unused(call):
            was = f"{call.name}: {value if name.isdigit() else f'{name}={value}'}"
            self.log("shortcode-argument", call.line, was, "dropped: its rule does not use it")
        nodes: list[Node] = getattr(self, f"_{rule.kind}")(call, rule, reader, at)
        return nodes

    def in_attribute(self, call: Shortcode) -> str:
        """Return the text of a call in an attribute, such as the target of a link."""
        rule = self.table.get(call.name)
        if rule and rule.kind == "ref":
            return f"hugo-ref:{rule.fill('path', call)}"
        if rule and rule.kind in ("param", "text"):
            key = "key" if rule.kind == "param" else "text"
            text = rule.fill(key, call)
            value = text if rule.kind == "text" else shown_text(self.parameter(text))
            if value is not None:
                return value
        if call.name:
            self.log("shortcode", call.line, call.source, "kept in the address")
        return call.source

    def value_in_code(self, call: Shortcode) -> str | None:
        """Return the text of a call inside code, if it is one; else None."""
        rule = self.table.get(call.name)
        if rule is None or rule.kind not in ("param", "text"):
            return None
        if rule.kind == "text":
            return rule.fill("text", call)
        return shown_text(self.parameter(rule.fill("key", call)))

    def _inner(self, call: Shortcode, _rule: Rule, reader: InnerReader, _at: Attrs) -> list[Node]:
        return reader.nodes(call.inner or "", call.inner_line or call.line)

    def _text(self, call: Shortcode, rule: Rule, reader: InnerReader, _at: Attrs) -> list[Node]:
        return reader.line(rule.fill("text", call), call.line)

    def _param(self, call: Shortcode, rule: Rule, _reader: InnerReader, at: Attrs) -> list[Node]:
        value = shown_text(self.parameter(rule.fill("key", call)))
        if value is not None:
            return [value]
        self.log("shortcode", call.line, call.source, "kept: there is no such parameter")
        return [Element("x-shortcode", at, (call.source,))]

    def _include(self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs) -> list[Node]:
        self.includes += 1
        text = self.include(rule.fill("file", call)) if self.includes <= MAX_INCLUDES else None
        if text is None:
            why = "there is no such file" if self.includes <= MAX_INCLUDES else "too many includes"
            self.log("shortcode", call.line, call.source, f"kept: {why}")
            return [Element("x-shortcode", at, (call.source,))]
        if rule.fill("code", call).lower() == "true":
            info = at | {PREFIX + "info": rule.fill("lang", call)}
            return [Element("pre", info, (text.strip("\n") + "\n",))]
        return reader.nodes(text, call.line)

    def _ref(self, call: Shortcode, rule: Rule, _reader: InnerReader, at: Attrs) -> list[Node]:
        path = rule.fill("path", call)
        return [Element("a", {"href": f"hugo-ref:{path}", **at}, (path,))]

    def _admonition(
        self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs
    ) -> list[Node]:
        kind = ADMONITIONS.get(rule.fill("type", call).lower(), "note")
        body = self._inner(call, rule, reader, at)
        return [directive(kind, rule.fill("title", call), body, at)]

    def _dropdown(self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs) -> list[Node]:
        body = self._inner(call, rule, reader, at)
        flags = {"open": ""} if rule.fill("open", call).lower() in ("true", "open", "1") else {}
        return [directive("dropdown", rule.fill("title", call), body, at, **flags)]

    def _heading(self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs) -> list[Node]:
        level = rule.fill("level", call)
        ident = {"id": name} if (name := rule.fill("id", call)) else {}
        inside = reader.line(rule.fill("text", call), call.line)
        tag = f"h{level if level in tuple('123456') else 2}"
        return [Element(tag, at | ident, tuple(inside)), *self._inner(call, rule, reader, at)]

    def _image(self, call: Shortcode, rule: Rule, _reader: InnerReader, at: Attrs) -> list[Node]:
        found = {k: v for k in ("src", "alt", "width") if (v := rule.fill(k, call))}
        return [Element("img", found | at)]

    def _figure(self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs) -> list[Node]:
        (image,) = self._image(call, rule, reader, at)
        shown: list[Node] = []
        for name in ("title", "caption", "attr"):
            if text := rule.fill(name, call):
                inside: list[Node] = reader.line(text, call.line)
                if name == "attr" and (href := rule.fill("attrlink", call)):
                    inside = [Element("a", {"href": href, **at}, tuple(inside))]
                shown += [*([" "] if shown else []), *inside]
        if link := rule.fill("link", call):
            image = Element("a", {"href": link, **at}, (image,))
        caption = [Element("figcaption", at, tuple(shown))] if shown else []
        return [Element("figure", at, (image, *caption))]

    def _tabs(self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs) -> list[Node]:
        self.tab_sets.append(call)
        body = self._inner(call, rule, reader, at)
        self.tab_sets.pop()
        return [directive("tab-set", "", body, at)]

    def _tab(self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs) -> list[Node]:
        tab_set = self.tab_sets[-1] if self.tab_sets else call
        # Docsy's tabs hold bare code unless they say `text=true`.
        bare = tab_set.name == "tabpane" and "true" not in (tab_set.get("text"), call.get("text"))
        lang = rule.fill("lang", call) or tab_set.get("lang")
        inner = call.inner or ""
        if (bare or lang) and "```" not in inner and "{{" not in inner:
            attrs = at | {PREFIX + "info": lang}
            body: list[Node] = [Element("pre", attrs, (inner.strip("\n") + "\n",))]
        else:
            body = self._inner(call, rule, reader, at)
        return [directive("tab-item", rule.fill("label", call), body, at)]

    def _link(self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs) -> list[Node]:
        href = rule.fill("href", call).strip().rstrip("/")
        if call.inner and "{inner}" not in rule.values.get("text", "") + "{inner}":
            return self._inner(call, rule, reader, at)
        inside = reader.line(rule.fill("text", call) or href, call.line)
        return [Element("a", {"href": href, **at}, tuple(inside))]

    def _embed(self, call: Shortcode, rule: Rule, _reader: InnerReader, at: Attrs) -> list[Node]:
        names = ("title", "width", "height")
        more = {name: text for name in names if (text := rule.fill(name, call))}
        return [Element("iframe", {"src": rule.fill("src", call), **more, **at})]

    def _video(self, call: Shortcode, rule: Rule, _reader: InnerReader, at: Attrs) -> list[Node]:
        return [Element("video", {"controls": "", "src": rule.fill("src", call), **at})]

    def _card(self, call: Shortcode, rule: Rule, reader: InnerReader, at: Attrs) -> list[Node]:
        body: list[Node] = []
        if src := rule.fill("image", call):
            body.append(Element("p", at, (Element("img", {"src": src, "alt": "", **at}),)))
        if text := rule.fill("text", call):
            body.append(Element("p", at, tuple(reader.line(text, call.line))))
        body += self._inner(call, rule, reader, at)
        if link := rule.fill("link", call):
            label = rule.fill("title", call) or link
            inside = Element("a", {"href": link, **at}, (label,))
            return [Element("x-directive", at | {"name": "card", "arg": ""},
                            (Element("p", at, (inside,)), *body))]  # fmt: skip
        return [directive("card", rule.fill("title", call), body, at)]

    def _code(self, call: Shortcode, rule: Rule, _reader: InnerReader, at: Attrs) -> list[Node]:
        text = (call.inner or rule.fill("text", call)).strip("\n")
        options = re.sub(r"hl_lines=([\d\s-]+)", r'hl_lines="\1"', rule.fill("options", call))
        info = rule.fill("lang", call) + (f" {{{options}}}" if options else "")
        attrs = at | {PREFIX + "info": info}
        return [Element("pre", attrs, (text + "\n",))]


def directive(name: str, arg: str, body: Sequence[Node], at: Attrs, **options: str) -> Element:
    """Return a directive with its options and content."""
    plain = " ".join(arg.split())
    shown = {f"option-{k}": v for k, v in options.items()}
    return Element("x-directive", {"name": name, "arg": plain, **shown, **at}, tuple(body))
