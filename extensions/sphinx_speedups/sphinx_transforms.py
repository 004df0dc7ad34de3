"""Transforms of Sphinx that look at all of a page, where the page has something for them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes, transforms
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.transforms import i18n, references
from sphinx.transforms.post_transforms import code
from sphinx.util import nodes as sphinx_nodes

from .docutils_nodes import walk
from .log_records import takes_debug
from .node_kinds import Kinds, has
from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from .patches import Build


_CODE = (nodes.literal_block, addnodes.highlightlang)
_REFERENCES = (
    nodes.reference, nodes.footnote_reference, nodes.citation_reference, nodes.target
)  # fmt: skip

#: Kinds of which Sphinx sets the source text, and nothing else; of terms, if none has a classifier.
_TEXTS = frozenset({
    nodes.emphasis, nodes.inline, nodes.literal, nodes.paragraph, nodes.reference, nodes.strong,
    nodes.term,
})  # fmt: skip


def highlight_language(build: Build, original: Any) -> Any:
    """Give blocks of code their languages, in pages that have any."""
    known = build.of(Kinds)

    def apply(self: code.HighlightLanguageTransform, **options: Any) -> None:
        if known.may_have(self.document, _CODE):
            original(self, **options)

    return apply


def dangling_references(build: Build, original: Any) -> Any:
    """Report references that lead nowhere, in pages where docutils has any to look at."""
    known = build.of(Kinds)

    def apply(self: references.SphinxDanglingReferences, **options: Any) -> None:
        for node in walk(self.document, _REFERENCES, known):
            if isinstance(node, nodes.target) or node.hasattr("refname"):
                original(self, **options)
                return

    return apply


def source_workaround(build: Build, original: Any) -> Any:
    """Set the source of a node; Sphinx asks each for nine kinds, and describes each term in XML."""

    def apply_source_workaround(node: Any) -> None:
        kind = type(node)
        if kind not in _TEXTS or (kind is nodes.term and has(node.parent, nodes.classifier)):
            original(node)
        elif not node.rawsource:
            node.rawsource = node.astext()

    return apply_source_workaround


def without_debug_records(build: Build) -> Any:
    """Return the module, unless Sphinx's records of each term reach anybody, as with ``-vv``."""
    return None if takes_debug(sphinx_nodes.logger.logger) else transforms


def locale(build: Build, original: Any) -> Any:
    """Translate a page, if the project has a folder of translations."""

    def apply(self: i18n.Locale, **options: Any) -> None:
        top = str(self.env.srcdir)
        if any(os.path.isdir(os.path.join(top, name)) for name in self.config.locale_dirs):  # noqa: PTH112, PTH118 - a Path takes longer
            original(self, **options)

    return apply


def translation_progress(build: Build, original: Any) -> Any:
    """Count what is translated, in pages where anything is."""

    def apply(self: i18n.TranslationProgressTotaliser, **options: Any) -> None:
        if any("translated" in node.attributes for node in walk(self.document, nodes.Element)):
            original(self, **options)
        elif not issubclass(self.env._builder_cls, MessageCatalogBuilder):
            self.document["translation_progress"] = {"total": 0, "translated": 0}

    return apply


SPEEDUPS = (
    Patch(
        "sphinx_transforms.highlight_language",
        always(code.HighlightLanguageTransform), "apply", highlight_language, defined_in(code),
        "every node of every page is asked by name whether it sets the language of code",
    ),
    Patch(
        "sphinx_transforms.dangling_references",
        always(references.SphinxDanglingReferences), "apply", dangling_references,
        defined_in(references),
        "every node of every page is asked by name whether it refers to something",
    ),
    Patch(
        "sphinx_transforms.source_workaround", without_debug_records, "apply_source_workaround",
        source_workaround, defined_in(sphinx_nodes),
        "every text of every page is asked for nine kinds, and each term is described in XML",
    ),
    Patch(
        "sphinx_transforms.locale", always(i18n.Locale), "apply", locale, defined_in(i18n),
        "files of translations are looked for with every page",
    ),
    Patch(
        "sphinx_transforms.translation_progress",
        always(i18n.TranslationProgressTotaliser), "apply", translation_progress, defined_in(i18n),
        "every node of every page is matched by a condition",
    ),
)  # fmt: skip
