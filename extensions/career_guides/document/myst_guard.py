"""MyST for pages of anybody: no program runs, and no HTML is shown that is not harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.parsers.rst.directives.misc import Include
from docutils.parsers.rst.states import MarkupError
from myst_parser.config.main import TopmatterReadError, merge_file_level, read_topmatter
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.parsers import sphinx_
from myst_parser.parsers.directives import parse_directive_text
from myst_parser.warnings_ import create_warning

from career_guides.content.expressions import expression_refusal
from career_guides.content.markup import DIRECTIVES
from career_guides.content.safe_html import html_refusal
from career_guides.content.trust import TEXT, message
from career_guides.diagnostics.log import warn

from .guards import why_refused
from .tolerant_renderer import TolerantRenderer

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode
    from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
    from myst_parser.warnings_ import MystWarnings
    from sphinx.config import Config

    from career_guides.build import Build

#: Most substitutions of a page: each may contain several others, and these again.
MOST_SUBSTITUTIONS = 1_000


class GuardedRenderer(TolerantRenderer):
    """MyST's renderer, without what reads the machine or runs in a browser."""

    def render_html_block(self, token: SyntaxTreeNode) -> None:
        if why := html_refusal(token.content):
            self._leave_out(token, "HTML", why)
        else:
            super().render_html_block(token)

    def render_restructuredtext(self, token: SyntaxTreeNode) -> None:
        self._leave_out(token, "eval-rst", "it is only for pages that are trusted")

    def render_substitution(self, token: SyntaxTreeNode, inline: bool) -> None:
        document: Any = self.document
        document.substitutions_seen = getattr(document, "substitutions_seen", 0) + 1
        if document.substitutions_seen > MOST_SUBSTITUTIONS:
            if document.substitutions_seen == MOST_SUBSTITUTIONS + 1:
                self._leave_out(token, token.content, f"the page has over {MOST_SUBSTITUTIONS}")
        elif why := expression_refusal(token.content, self.md_config.substitutions):
            self._leave_out(token, "{{ }}", why)
        else:
            super().render_substitution(token, inline)

    def run_directive(
        self, name: str, first_line: str, content: str, position: int, *more: Any, **others: Any
    ) -> list[nodes.Element]:
        # MyST reads included files itself, without the directive's own method.
        found, _messages = directives.directive(name, self.language_module_rst, self.document)
        if found and issubclass(found, Include):
            try:
                parsed = parse_directive_text(found, first_line, content)
            except MarkupError:
                parsed = None  # which is reported below
            parts = {"argument": " ".join(parsed.arguments)} if parsed else {}
            if why := why_refused(self.document.settings.env, DIRECTIVES["include"], parts):
                self._warn(position, message(name, *why))
                return []
        return super().run_directive(name, first_line, content, position, *more, **others)

    def _leave_out(self, token: SyntaxTreeNode, what: str, why: str) -> None:
        line = token_line(token, self.document.current_line or 1)
        self._warn(line, message(what, "", why))

    def _warn(self, line: int, text: str) -> None:
        place = nodes.paragraph()
        place.source, place.line = self.document["source"], line
        warn(self.document.settings.env, place, "trust", text)


class GuardedParser(sphinx_.MystParser):
    """MyST's parser with a renderer of ours."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page. This is MyST's own method, which has no place for another renderer."""
        env = document.settings.env
        config = env.myst_config
        try:
            topmatter = read_topmatter(inputstring)
        except TopmatterReadError:
            topmatter = None  # reported while rendering
        if topmatter:
            config = merge_file_level(
                config,
                topmatter,
                lambda kind, text: _report(document, kind, text),
            )
        # By its name, since sphinx_speedups replaces it there.
        parser: MarkdownIt = vars(sphinx_)["create_md_parser"](config, renderer_for(env.config))
        parser.options["document"] = document
        parser.render(inputstring)


def _report(document: nodes.document, kind: MystWarnings, text: str) -> None:
    create_warning(document, text, kind, line=1, append_to=document)


def renderer(build: Build) -> type[SphinxRenderer]:
    """Return the renderer for the texts of pages in a build."""
    return renderer_for(build.app.config)


def renderer_for(config: Config) -> type[SphinxRenderer]:
    """Return the renderer for the texts of pages, as far as they are trusted."""
    return GuardedRenderer if config.guides_trust == TEXT else TolerantRenderer
