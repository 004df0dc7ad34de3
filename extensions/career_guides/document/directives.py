"""The directives ``{figure-card}`` and ``{at-a-glance}``, and the role ``{fact}``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective, SphinxRole

from career_guides.body.directive_lines import missing_colon
from career_guides.catalogue.assets import ImageError, find_image
from career_guides.content.models import InvalidError
from career_guides.content.schema import Figure
from career_guides.content.trust import TEXT
from career_guides.diagnostics.log import warn
from career_guides.domain import guides
from career_guides.facts.formatting import FigureError
from career_guides.facts.soc import why_unknown
from career_guides.listings.base import warn_at
from career_guides.nodes.fact import fact

from .figure_card import figure_card
from .occupation_card import at_a_glance

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


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
            image = find_image(
                Path(self.env.srcdir).resolve(), self.arguments[0], folder,
                follows_links=self.config.guides_trust != TEXT,
            )  # fmt: skip
        except ImageError as error:
            self.env.note_dependency(self.env.relfn2path(self.arguments[0])[1])
            warn_at(self, error.subtype, f"'figure-card': {error}")
            return []
        figure = self.figure()
        is_broken = any(map(missing_colon, self.block_text.splitlines()))  # has been reported
        if not figure.alt and not figure.decorative and not is_broken:
            warn_at(self, "alt", "'figure-card' needs ':alt:'; ':decorative:' if it says nothing")
        node = figure_card(figure, image, self.inline, self.line_of)
        for element in node.findall(nodes.Element):  # text without a line number is not translated
            if element.line is None:
                self.set_source_info(element)
        return [node]

    def line_of(self, option: str) -> int:
        """Return the line of an option, or of the directive if the option has no own line."""
        for number, line in enumerate(self.block_text.splitlines()):
            if line.lstrip().startswith(f":{option}:"):
                return self.lineno + number
        return self.lineno

    def figure(self) -> Figure:
        """Return the figure that the options describe; warn about invalid ones and drop them."""
        options = {**self.options, "decorative": "decorative" in self.options}
        while True:
            try:
                return Figure.read({"image": self.arguments[0], **options})
            except InvalidError as error:
                for fault in error.faults:
                    name = str(fault.path[0])
                    warn_at(self, "value", f"'figure-card': ':{name}:' {fault.message}")
                    options.pop(name, None)

    def inline(self, text: str, line: int) -> list[nodes.Node]:
        """Parse the markup of a caption in the language of the page."""
        return self.parse_inline(text, lineno=line - 1)[0]  # MyST counts from 0


class AtAGlance(SphinxDirective):
    """The at-a-glance card of the guide's occupations, or of those given as arguments."""

    optional_arguments = 10

    def run(self) -> list[nodes.Node]:
        domain = guides(self.env)
        entry = domain.build.catalogue.entries.get(self.env.docname)
        codes = list(entry.occupations) if entry else []
        if self.arguments:
            known = domain.build.catalogue.facts.occupations
            reasons = {code: why_unknown(code, known, self.env.docname) for code in self.arguments}
            for message in filter(None, reasons.values()):
                warn_at(self, "value", f"'at-a-glance': {message}")
            codes = [code for code in self.arguments if not reasons[code]]
        elif not codes:
            warn_at(self, "value", "'at-a-glance' needs a SOC code, here or as 'occupation' above")
        if not codes:
            return []
        node = at_a_glance(domain.build.formatter, codes)
        self.set_source_info(node)
        return [node]


class FactRole(SphinxRole):
    """A figure of pay or employment within a sentence: ``{fact}`27-3091 median-pay` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        name = " ".join(self.text.split())
        code, _, figure = name.partition(" ")
        try:
            said = guides(self.env).build.formatter.of(code, figure, self.env.docname)
        except FigureError as error:
            missing = nodes.inline("", self.text, classes=["guide-fact-missing"], facts=[name])
            place = nodes.paragraph()
            self.set_source_info(place)
            warn(self.env, place, "value", f"'fact': {error}")
            return [missing], []
        node = fact("", said.text, explanation=said.source, classes=["guide-fact"], facts=[name])
        node["release"] = said.release
        return [node], []
