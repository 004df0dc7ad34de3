"""Documents are built and walked: what docutils does for every node, dozens of times a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docutils
from docutils import nodes
from sphinx.util.nodes import NodeMatcher

from .node_kinds import Kinds, document_of, element, has, setup_child
from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patches import Build


#: Kinds that nearly every document has.
_COMMON = frozenset({
    nodes.Node, nodes.Element, nodes.Text, nodes.section, nodes.title, nodes.paragraph,
    nodes.reference, nodes.inline,
})  # fmt: skip


def walk(node: nodes.Node, kinds: Any, known: Kinds | None = None) -> Iterator[Any]:
    """Yield *node* and what is below it, where it is of *kinds*, in the order of the document.

    Like docutils' own, this follows changes that are made on the way.

    :param known: what is known about the kinds of the document
    """
    # Nothing can change before the first node is yielded: whoever walks has not been called yet.
    if kinds not in _COMMON and not (known.may_have if known else has)(node, kinds):
        return
    if isinstance(node, kinds):
        yield node
    others: set[type] = set()
    above: list[Iterator[nodes.Node]] = []
    here = iter(node.children)
    while True:
        for child in here:
            if (kind := type(child)) not in others:
                if issubclass(kind, kinds):
                    yield child
                else:
                    others.add(kind)
            if children := child.children:
                above.append(here)
                here = iter(children)
                break
        else:
            if not above:
                return
            here = above.pop()


def findall(build: Build | None, original: Any) -> Any:
    """Walk by one generator; docutils has one for each node on the way down."""
    kinds_are = (type, tuple) if docutils.__version_info__ >= (0, 23) else type
    known = build.of(Kinds) if build else None

    def findall(
        self: nodes.Node, condition: Any = None, *options: Any, **more: Any
    ) -> Iterator[Any]:
        if options or more:
            return original(self, condition, *options, **more)  # type: ignore[no-any-return]
        if condition is None or isinstance(condition, kinds_are):
            return walk(self, nodes.Node if condition is None else condition, known)
        kinds = condition.classes if isinstance(condition, NodeMatcher) else ()
        return filter(condition, walk(self, kinds or nodes.Node, known))

    return findall


def walkabout(build: Build | None, original: Any) -> Any:
    """Let a visitor visit nodes; docutils words a message for each step, to show it to nobody."""

    def walkabout(self: nodes.Node, visitor: nodes.NodeVisitor) -> bool:
        if visitor.document.reporter.debug_flag:
            return bool(original(self, visitor))
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

    return walkabout


def unescape(build: Build | None, original: Any) -> Any:
    """Remove docutils' escapes from texts that have any; it splits each of them three times."""

    def unescape(text: str, *options: Any, **more: Any) -> str:
        if "\0" in text:
            return str(original(text, *options, **more))
        return str.__str__(text)  # of a text node a plain text, as docutils does

    return unescape


_in_nodes = defined_in(nodes)

SPEEDUPS = (
    Patch(
        "docutils_nodes.findall", always(nodes.Node), "findall", findall, _in_nodes,
        "a generator for each node on the way down, and a walk for what a page does not have",
    ),
    Patch(
        "docutils_nodes.walkabout", always(nodes.Node), "walkabout", walkabout, _in_nodes,
        "a message of each step of a writer, which is thrown away",
    ),
    Patch(
        "docutils_nodes.document", always(nodes.Node), "document",
        lambda build, original: original.getter(document_of), _in_nodes,
        "an exception for each node that is in no document yet",
    ),
    Patch(
        "docutils_nodes.setup_child", always(nodes.Node), "setup_child", setup_child, _in_nodes,
        "a node's document is looked for up to four times when the node is added",
    ),
    Patch(
        "docutils_nodes.element", always(nodes.Element), "__init__", element, _in_nodes,
        "half of all walks look for nodes that the document does not have, and may know that",
    ),
    Patch(
        "docutils_nodes.unescape", always(nodes), "unescape", unescape, _in_nodes,
        "every text is split three times in search of escapes",
    ),
)  # fmt: skip
