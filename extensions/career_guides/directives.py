"""The cards by hand: ``{figure-card}``, ``{next}`` and ``{guides}`` in the body of a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from pydantic import ValidationError
from sphinx.util.docutils import SphinxDirective

from .domain import guides
from .files import ImageError, find_image
from .model import Figure
from .nodes import listing
from .parts import figure_card
from .problems import shorten, suggest
from .report import warn
from .targets import TargetError, find_target

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec

#: Keys that ``:sort:`` of ``{guides}`` takes.
SORTS = ("order", "title", "reviewed")


class FigureCard(SphinxDirective):
    """A figure card anywhere in the body."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {
        "alt": directives.unchanged,
        "caption": directives.unchanged,
        "credit": directives.unchanged,
        "license": directives.unchanged,
        "width": directives.positive_int,
        "decorative": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        folder = self.env.docname.rpartition("/")[0]
        try:
            image = find_image(Path(self.env.srcdir).resolve(), self.arguments[0], folder)
        except ImageError as error:
            self.env.note_dependency(self.env.relfn2path(self.arguments[0])[1])
            _warn(self, "image", f"'figure-card': {error}")
            return []
        figure = self.figure()
        if not figure.alt and not figure.decorative:
            _warn(self, "alt", "'figure-card' needs ':alt:'; ':decorative:' if it says nothing")
        node = figure_card(figure, image, self.inline, lambda _key: self.lineno)
        self.set_source_info(node)
        return [node]

    def figure(self) -> Figure:
        """Return what the options say, less those that cannot be."""
        options = {**self.options, "decorative": "decorative" in self.options}
        while True:
            try:
                return Figure(image=self.arguments[0], **options)
            except ValidationError as error:
                for detail in error.errors():
                    name = str(detail["loc"][0])
                    _warn(self, "value", f"'figure-card': ':{name}:' {detail['msg']}")
                    options.pop(name, None)

    def inline(self, text: str, line: int) -> list[nodes.Node]:
        """Parse the markup of a caption in the language of the page."""
        return self.parse_inline(text, lineno=line)[0]


class Next(SphinxDirective):
    """Cards of what to read next, in place of the one from the front matter."""

    required_arguments = 1
    optional_arguments = 50
    option_spec: ClassVar[OptionSpec] = {"label": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        folder = self.env.docname.rpartition("/")[0]
        drafts = guides(self.env).catalogue.drafts
        targets = []
        for written in self.arguments:
            try:
                target = find_target(written, folder, self.env.found_docs, drafts)
            except TargetError as error:
                _warn(self, "target", f"'next' points at {shorten(error.target)}, {error}")
                continue
            if target.docname == self.env.docname:
                _warn(self, "target", "'next' points at the page itself")
                continue
            targets.append([target.docname, target.url, self.options.get("label")])
        request = {"targets": targets, "written": self.arguments}
        return [listing(kind="next", docname=self.env.docname, request=request)]


class Guides(SphinxDirective):
    """A grid of cards of guides, chosen by their front matter."""

    option_spec: ClassVar[OptionSpec] = {
        "industry": directives.unchanged_required,
        "tag": directives.unchanged_required,
        "career": directives.unchanged_required,
        "sort": lambda text: directives.choice(text, SORTS),
        "limit": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        career = self.options.get("career")
        careers = guides(self.env).catalogue.careers
        if career is not None and career.strip("/") not in careers:
            message = (
                f"'guides' lists career '{career}', which does not exist{suggest(career, careers)}"
            )
            _warn(self, "target", message)
        return [listing(kind="guides", docname=self.env.docname, request=dict(self.options))]


def _warn(directive: SphinxDirective, subtype: str, message: str) -> None:
    node = nodes.paragraph()
    directive.set_source_info(node)
    warn(directive.env, node, subtype, message)
