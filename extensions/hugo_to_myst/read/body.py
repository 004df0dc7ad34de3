"""Read a page's body: shortcodes, Markdown and HTML, into one tree as a browser would have it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from . import goldmark as markdown
from . import shortcodes
from .expand_shortcodes import Expander
from .html_tree import Element, Node, read_html
from .start_tags import mend

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markdown_it import MarkdownIt

    from hugo_to_myst.findings import PageLog

    from .config import Config
    from .shortcode_table import Rule


#: How deep shortcodes may stand in each other; deeper ones are kept as they are.
_DEEPEST = 8
_VERBATIM = ("pre", "code", "script", "style", "x-comment", "textarea")


class Reader:
    """Reads the text of one page.

    :param md: the site's Markdown parser.
    :param params: looks up parameters for the `param` shortcode.
    """

    def __init__(
        self,
        config: Config,
        md: MarkdownIt,
        table: Mapping[str, Rule],
        params: Callable[[str], Any],
        log: PageLog,
    ) -> None:
        self.config = config
        self.md = md
        self.log = log
        self.expander = Expander(table, params, log)
        self.references: dict[str, Any] = {}
        self.depth = 0

    def nodes(self, text: str, line: int, *, html: bool = False) -> list[Node]:
        """Read a text of blocks.

        :param line: the line in the file of its first line.
        :param html: whether it is HTML all through, as in a content file `page.html`.
        """
        if self.depth > _DEEPEST:
            return [Element("x-literal", {}, (text,))]
        self.depth += 1
        marked = shortcodes.mark(text, line, self._code_of if not html else _none, self.config.math)
        for at, source in marked.in_code:
            self.log("shortcode-code", at, source, "left as it is")
        if html:
            source = mend(marked.text, line, self.log)
        else:
            source = markdown.render(self.md, marked.text, marked.lines, self.log, self.references)
        nodes = self._placed(read_html(source), marked, verbatim=False).children
        self.depth -= 1
        return list(nodes)

    def line(self, text: str, line: int) -> list[Node]:
        """Read a text that is one line, such as a caption."""
        nodes = self.nodes(" ".join(text.split()), line)
        if len(nodes) and isinstance(first := nodes[0], Element) and first.tag == "p":
            rest = [n for n in nodes[1:] if not isinstance(n, str) or n.strip()]
            return list(first.children) if not rest else [*first.children, " ", *rest]
        return nodes

    def _code_of(self, text: str, pattern: Any) -> set[int]:
        return markdown.code_marks(self.md, text, pattern)

    def _placed(self, element: Element, marked: shortcodes.Marked, *, verbatim: bool) -> Element:
        """Put the expansions of shortcodes where their marks are."""
        if not marked.calls:
            return element
        verbatim = verbatim or element.tag in _VERBATIM
        out: list[Node] = []
        for child in element.children:
            if isinstance(child, str):
                out += self._split(child, marked, verbatim=verbatim)
            else:
                out.append(self._placed(child, marked, verbatim=verbatim))
        attrs = {k: self._attribute(v, marked) for k, v in element.attrs.items()}
        return replace(element, attrs=attrs, children=tuple(out))

    def _split(self, text: str, marked: shortcodes.Marked, *, verbatim: bool) -> list[Node]:
        parts = marked.pattern.split(text)
        out: list[Node] = [parts[0]]
        for number, rest in zip(parts[1::2], parts[2::2], strict=True):
            call = marked.calls[int(number)]
            if verbatim:
                self.log("shortcode-code", call.line, call.source, "left as it is")
                out.append(call.source)
            else:
                out += self.expander.expand(call, self)
            out.append(rest)
        return out

    def _attribute(self, value: str, marked: shortcodes.Marked) -> str:
        if marked.mark not in value:
            return value
        return marked.pattern.sub(
            lambda found: self.expander.in_attribute(marked.calls[int(found[1])]), value
        )


def _none(_text: str, _pattern: Any) -> set[int]:
    return set()
