"""Documents are put together and walked sooner than by docutils 0.22, and no differently.

A page is walked eighty times while it is read and written, half of them in search of nodes that
no page of the site has. Guarded and turned off like :mod:`.speed`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.transforms.i18n import Locale, TranslationProgressTotaliser
from sphinx.transforms.post_transforms.code import HighlightLanguageTransform
from sphinx.transforms.references import SphinxDanglingReferences
from sphinx.util.nodes import NodeMatcher

from .environment import IS_KNOWN
from .patches import patch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config


_plain_findall = nodes.Node.findall
_plain_walkabout = nodes.Node.walkabout
_plain_document: Any = nodes.Node.document
_plain_unescape = nodes.unescape
_plain_highlight = HighlightLanguageTransform.apply
_plain_dangling = SphinxDanglingReferences.apply
_plain_locale = Locale.apply
_plain_count = TranslationProgressTotaliser.apply

#: Kinds of elements that were ever made in this process, and what was found out with them: for
#: kinds that none of them is, how many they were.
_made: set[type] = set()
_absent: dict[Any, int] = {}
_present: set[Any] = set()


def noted(cls: type, *_arguments: Any, **_options: Any) -> Any:
    """Make a node, and note its kind: also one that is copied, or read from a pickle."""
    _made.add(cls)
    return object.__new__(cls)


def is_absent(kinds: Any) -> bool:
    """Return whether there is no node of *kinds*, a class or some, in any document.

    Asked of elements alone: texts are made in a way of their own.
    """
    if kinds in _present:
        return False
    if _absent.get(kinds) == len(_made):
        return True
    classes = kinds if isinstance(kinds, tuple) else (kinds,)
    if any(issubclass(kind, kinds) for kind in _made) or not all(
        issubclass(kind, nodes.Element) for kind in classes
    ):
        _present.add(kinds)
        return False
    _absent[kinds] = len(_made)
    return True


def findall(self: nodes.Node, condition: Any = None, *options: Any, **more: Any) -> Iterator[Any]:
    """Return an iterator over *self* and what is in it that meets *condition*, as docutils does.

    docutils has a generator for each node on the way down.
    """
    if options or more:
        return _plain_findall(self, condition, *options, **more)
    if condition is None or isinstance(condition, type):
        return walk(self, condition or nodes.Node)
    kinds = condition.classes if isinstance(condition, NodeMatcher) else ()
    return filter(condition, walk(self, kinds or nodes.Node))


def walk(node: nodes.Node, kinds: Any) -> Iterator[nodes.Node]:
    """Yield *node* and what is in it, where it is of *kinds*, in the order of the document.

    Like docutils' own, this follows changes that are made on the way.
    """
    if is_absent(kinds):
        return
    if isinstance(node, kinds):
        yield node
    above: list[Iterator[nodes.Node]] = [iter(node.children)]
    while above:
        for child in above[-1]:
            if isinstance(child, kinds):
                yield child
            if child.children:
                above.append(iter(child.children))
                break
        else:
            above.pop()


def walkabout(self: nodes.Node, visitor: nodes.NodeVisitor) -> bool:
    """Have *visitor* visit *self* and what is in it; return whether it has stopped.

    docutils words a message for each step, which is thrown away unless somebody debugs it.
    """
    if visitor.document.reporter.debug_flag:
        return _plain_walkabout(self, visitor)
    departs = True
    stop = False
    try:
        try:
            visitor.dispatch_visit(self)
        except nodes.SkipNode:
            return False
        except nodes.SkipDeparture:
            departs = False
        try:
            for child in tuple(self.children):
                if child.walkabout(visitor):
                    stop = True
                    break
        except nodes.SkipSiblings:
            pass
    except nodes.SkipChildren:
        pass
    except nodes.StopTraversal:
        stop = True
    if departs:
        visitor.dispatch_departure(self)
    return stop


def document_of(self: Any) -> nodes.document | None:
    """Return the document that a node is in; ``None`` if it is in none yet."""
    while self is not None:
        if self._document is not None:
            return self._document  # type: ignore[no-any-return]
        self = self.parent
    return None


def setup_child(self: nodes.Node, child: Any) -> None:
    """Make *child* a part of *self*; docutils looks for the document up to four times."""
    child.parent = self
    document = document_of(self)
    if document is not None:
        child._document = document
        if child.source is None:
            child.source = document.current_source
        if child.line is None:
            child.line = document.current_line


def unescape(text: str, *options: Any, **more: Any) -> str:
    """Return a text without docutils' escapes. It hardly ever has one, and is split three times."""
    return _plain_unescape(text, *options, **more) if "\0" in text else text


def highlight(self: HighlightLanguageTransform, **options: Any) -> None:
    """Give blocks of code their languages, in pages that have any.

    Sphinx asks every node of every page by name.
    """
    kinds = (nodes.literal_block, addnodes.highlightlang)
    if next(walk(self.document, kinds), None) is not None:
        _plain_highlight(self, **options)


def dangling(self: SphinxDanglingReferences, **options: Any) -> None:
    """Say which references lead nowhere, in pages where docutils has any to look at.

    It too asks every node by name.
    """
    kinds = (nodes.reference, nodes.footnote_reference, nodes.citation_reference, nodes.target)
    for node in walk(self.document, kinds):
        if isinstance(node, nodes.target) or node.hasattr("refname"):  # type: ignore[attr-defined]
            _plain_dangling(self, **options)
            return


def locale(self: Locale, **options: Any) -> None:
    """Translate a page, where the site has messages; Sphinx looks for their files every time."""
    config = self.config
    if any(os.path.isdir(os.path.join(self.env.srcdir, name)) for name in config.locale_dirs):  # noqa: PTH112, PTH118
        _plain_locale(self, **options)


def count(self: TranslationProgressTotaliser, **options: Any) -> None:
    """Count what is translated, where anything is."""
    if any("translated" in node.attributes for node in walk(self.document, nodes.Element)):  # type: ignore[attr-defined]
        _plain_count(self, **options)
    elif not issubclass(self.env._builder_cls, MessageCatalogBuilder):
        self.document["translation_progress"] = {"total": 0, "translated": 0}


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Put them in place, or put back what was there."""
    wanted = config.guides_upstream and IS_KNOWN
    node: Any = nodes.Node
    document = _plain_document.getter(document_of)
    patch(node, wanted=wanted, findall=findall, walkabout=walkabout)
    patch(node, wanted=wanted, document=document, setup_child=setup_child)
    if wanted:  # and for good: what was made unseen could be missed
        node.__new__ = noted
    patch(nodes, wanted=wanted, unescape=unescape)
    patch(HighlightLanguageTransform, wanted=wanted, apply=highlight)
    patch(SphinxDanglingReferences, wanted=wanted, apply=dangling)
    patch(Locale, wanted=wanted, apply=locale)
    patch(TranslationProgressTotaliser, wanted=wanted, apply=count)
