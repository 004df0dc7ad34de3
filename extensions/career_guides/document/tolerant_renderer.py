"""MyST's renderer, for which no page ends the build.

A name that no file can have, such as one of over 255 bytes, makes MyST and many directives raise an
error (MyST 5.2), and directives inside directives use up Python's stack.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer

from career_guides.diagnostics.log import warn
from career_guides.diagnostics.problem import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.tree import SyntaxTreeNode

#: Most directives around a directive. Python's stack has room for a hundred.
MOST_NESTED = 50
#: Most rows of a table: each cell is several nodes, and no reader scrolls so far.
MOST_ROWS = 20_000
#: Directives whose content is rows of a table.
_TABLES = ("csv-table", "list-table", "table")


def _tolerant(subtype: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator for what renders an element: it is left out if that fails."""

    def decorate(render: Callable[..., None]) -> Callable[..., None]:
        @wraps(render)
        def rendered(self: TolerantRenderer, token: SyntaxTreeNode) -> None:
            here, before = self.current_node, len(self.current_node.children)
            try:
                render(self, token)
            except (OSError, ValueError, RecursionError) as error:
                self.current_node = here
                del here[before:]
                why = getattr(error, "strerror", None) or str(error)
                if "null byte" in why:
                    why = "no file can have such a name"
                name = token.attrs.get("href") or token.attrs.get("src") or token.info
                text = f"{shorten(str(name) or token.content)} is left out: {why.lower()}"
                self.say(token_line(token, self.document.current_line or 1), subtype, text)
                self.render_children(token)

        return rendered

    return decorate


class TolerantRenderer(SphinxRenderer):
    """MyST's renderer, with a message at the line of what cannot be rendered."""

    #: How many directives are around what is rendered, and the line of the first.
    nested = outermost = 0

    @_tolerant("target")
    def render_link(self, token: SyntaxTreeNode) -> None:
        """Render a link; only its text if the target can be no file."""
        super().render_link(token)

    @_tolerant("image")
    def render_image(self, token: SyntaxTreeNode) -> None:
        """Render a picture."""
        super().render_image(token)

    @_tolerant("role")
    def render_myst_role(self, token: SyntaxTreeNode) -> None:
        """Render a role."""
        super().render_myst_role(token)

    @_tolerant("directive")
    def render_fence(self, token: SyntaxTreeNode) -> None:
        """Render a block of code or a directive."""
        super().render_fence(token)

    @_tolerant("directive")
    def render_colon_fence(self, token: SyntaxTreeNode) -> None:
        """Render a directive with colons."""
        super().render_colon_fence(token)

    def render_table(self, token: SyntaxTreeNode) -> None:
        """Render a table, unless it is far too long."""
        first, last = token.map or (0, 0)
        if last - first > MOST_ROWS:
            self._too_long(token_line(token, 1), "the table", last - first)
        else:
            super().render_table(token)

    def run_directive(
        self, name: str, first_line: str, content: str, position: int, *more: Any, **others: Any
    ) -> list[nodes.Element]:
        """Run a directive, unless there are too many around it."""
        if name in _TABLES and (rows := len(content.splitlines())) > MOST_ROWS:
            self._too_long(position, f"'{name}'", rows)
            return []
        if self.nested == MOST_NESTED:
            what = f"a directive that is inside {MOST_NESTED} others, the first of them here"
            self.say(self.outermost, "directive", f"{shorten(name)} is left out: {what}")
            return []
        if not self.nested:
            self.outermost = position
        self.nested += 1
        try:
            return super().run_directive(name, first_line, content, position, *more, **others)
        finally:
            self.nested -= 1

    def _too_long(self, line: int, what: str, rows: int) -> None:
        text = f"{what} is left out: it has {rows:,} lines, and {MOST_ROWS:,} are allowed"
        self.say(line, "table", text)

    def say(self, line: int, subtype: str, text: str) -> None:
        """Report a problem at a line of the page."""
        place = nodes.paragraph()
        place.source, place.line = self.document["source"], line
        warn(self.document.settings.env, place, subtype, text)
