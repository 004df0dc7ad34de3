"""Transforms of Sphinx that look at all of a page, where the page has something for them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.transforms import i18n, references
from sphinx.transforms.post_transforms import code

from .docutils_nodes import walk
from .node_kinds import Kinds
from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from .patches import Build


_CODE = (nodes.literal_block, addnodes.highlightlang)
_REFERENCES = (
    nodes.reference, nodes.footnote_reference, nodes.citation_reference, nodes.target
)  # fmt: skip


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
        "sphinx_transforms.locale", always(i18n.Locale), "apply", locale, defined_in(i18n),
        "files of translations are looked for with every page",
    ),
    Patch(
        "sphinx_transforms.translation_progress",
        always(i18n.TranslationProgressTotaliser), "apply", translation_progress, defined_in(i18n),
        "every node of every page is matched by a condition",
    ),
)  # fmt: skip
