"""Read the body of a page: shortcodes, Markdown and HTML, as one tree like a browser's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from . import goldmark
from .expand_shortcodes import Expander
from .html_tree import Element, Node, read_html
from .include import included_text
from .parameters import parameter
from .shortcodes import replace_shortcodes
from .start_tags import fix_start_tags

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it import MarkdownIt

    from hugo_to_myst.findings import PageLog

    from .config import Config
    from .front_matter import Content
    from .shortcode_table import Rule
    from .shortcodes import WithoutShortcodes


#: How deep shortcodes may be nested; deeper ones are kept as they are.
_MAX_DEPTH = 8
#: Elements in which shortcodes are shown as they are written.
_VERBATIM = ("pre", "code", "script", "style", "x-comment", "textarea")


class BodyReader:
    """Reads the body of one page.

    :param md: the site's Markdown parser.
    :param table: the rules for shortcodes.
    """

    def __init__(
        self,
        config: Config,
        md: MarkdownIt,
        table: Mapping[str, Rule],
        content: Content,
        log: PageLog,
    ) -> None:
        self.config = config
        self.md = md
        self.log = log
        self.expander = Expander(
            table,
            lambda name: parameter(name, content, config),
            lambda name: included_text(name, content.path, config),
            log,
        )
        #: What all texts of the page share.
        self.shared: dict[str, Any] = {"references": {}, "ids": set()}
        self.depth = 0

    def nodes(self, text: str, line: int, *, html: bool = False) -> list[Node]:
        """Read a text of blocks.

        :param line: the line in the file of its first line.
        :param html: whether all of it is HTML, as in a content file `page.html`.
        """
        if self.depth > _MAX_DEPTH:
            return [Element("x-literal", {}, (text,))]
        self.depth += 1
        find_code = _nothing if html else partial(goldmark.numbers_in_code, self.md)
        read = replace_shortcodes(
            text, line, find_code, self.config.math, self.expander.value_in_code
        )
        for at, source in read.in_code:
            self.log("shortcode-code", at, source, "left as it is")
        if html:
            source = fix_start_tags(read.text, line, self.log)
        else:
            source = goldmark.render(self.md, read.text, read.lines, self.log, self.shared)
        nodes = self._expanded(read_html(source), read, verbatim=False).children
        self.depth -= 1
        return list(nodes)

    def line(self, text: str, line: int) -> list[Node]:
        """Read a text that is one line, such as a caption."""
        nodes = self.nodes(" ".join(text.split()), line)
        if len(nodes) and isinstance(first := nodes[0], Element) and first.tag == "p":
            rest = [n for n in nodes[1:] if not isinstance(n, str) or n.strip()]
            return list(first.children) if not rest else [*first.children, " ", *rest]
        return nodes

    def _expanded(self, element: Element, read: WithoutShortcodes, *, verbatim: bool) -> Element:
        """Put what shortcodes expand to in the place of their placeholders."""
        if not read.calls:
            return element
        verbatim = verbatim or element.tag in _VERBATIM
        out: list[Node] = []
        for child in element.children:
            if isinstance(child, str):
                out += self._split(child, read, verbatim=verbatim)
            else:
                out.append(self._expanded(child, read, verbatim=verbatim))
        attrs = {k: self._attribute(v, read) for k, v in element.attrs.items()}
        return Element(element.tag, attrs, tuple(out))

    def _split(self, text: str, read: WithoutShortcodes, *, verbatim: bool) -> list[Node]:
        if read.word not in text:
            return [text]
        parts = read.pattern.split(text)
        out: list[Node] = [parts[0]]
        for number, rest in zip(parts[1::2], parts[2::2], strict=True):
            call = read.calls[int(number)]
            if verbatim and (value := self.expander.value_in_code(call)) is not None:
                out.append(value)
            elif verbatim:
                self.log("shortcode-code", call.line, call.source, "left as it is")
                out.append(call.source)
            else:
                out += self.expander.expand(call, self)
            out.append(rest)
        return out

    def _attribute(self, value: str, read: WithoutShortcodes) -> str:
        if read.word not in value:
            return value
        return read.pattern.sub(
            lambda found: self.expander.in_attribute(read.calls[int(found[1])]), value
        )


def _nothing(_text: str, _pattern: object) -> set[int]:
    return set()
