"""Which kinds of nodes a document may have: most walks look for some that it does not have.

A document is looked through once. After that, the kinds of all nodes that are made, or put into
another node, are added, wherever that is; none is taken away. So a document has no kind that is not
known, unless somebody changes the class of a node, or goes around docutils to put nodes into a
document that were made before it was looked through. Extensions may do so with kinds of their own:
those are looked for in each document, whatever is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from .patches import Build


#: Packages whose nodes come into documents by docutils' own ways.
_KNOWN = frozenset({
    "docutils", "sphinx", "myst_parser", "sphinx_design", "furo", "career_guides"
})  # fmt: skip


def has(node: nodes.Node, kinds: Any) -> bool:
    """Return whether *node* or a node below it is of *kinds*, a class or a tuple of classes.

    This takes a third of the time of a walk in the order of the document.
    """
    others: set[type] = set()
    found = [node]
    for each in found:  # grows on the way
        if (kind := type(each)) not in others:
            if issubclass(kind, kinds):
                return True
            others.add(kind)
        if children := each.children:
            found += children
    return False


class Kinds:
    """The kinds of nodes of the document that was asked about last."""

    def __init__(self) -> None:
        self._document: nodes.document | None = None
        self._kinds: set[type] = set()
        self._trees: list[nodes.Node] = []  # with kinds that are not known yet
        self._bases: set[type] = set()  # of the first kinds, as many as this
        self._number = 0
        self._noted: set[str] = set()
        self._are_known: dict[Any, bool] = {}

    def may_have(self, node: nodes.Node, kinds: Any) -> bool:
        """Return whether *node* or a node below it may be of *kinds*, a class or a tuple of them.

        ``False`` is certain.
        """
        is_known = self._are_known.get(kinds)
        if is_known is None:
            is_known = self._are_known[kinds] = _are_known(kinds)
        if not is_known or type(node) is not nodes.document or len(self._noted) < 2:
            return has(node, kinds)
        if node is not self._document:
            self._document = node
            self._kinds.clear()
            self._bases.clear()
            self._number = 0
            self._trees[:] = [node]
        if self._trees:
            self._look_through()
        if len(self._kinds) != self._number:
            self._number = len(self._kinds)
            self._bases.update(*(kind.__mro__ for kind in self._kinds))
        return not self._bases.isdisjoint(kinds if type(kinds) is tuple else (kinds,))

    def _look_through(self) -> None:
        for node in self._trees:  # grows on the way
            self._kinds.add(type(node))
            if children := node.children:
                self._trees += children
        self._trees.clear()

    def element(self, original: Any) -> Any:
        """Return docutils' way to make an element; this one notes its kind.

        It is as fast as docutils' own, since most elements have no children yet.
        """
        note = self._kinds.add
        self._noted.add("made")

        def __init__(self: Any, rawsource: str = "", *children: Any, **attributes: Any) -> None:  # noqa: N807 - it becomes that
            note(type(self))
            if children or type(rawsource) is not str:
                original(self, rawsource, *children, **attributes)
                return
            self.rawsource = rawsource
            self.children = []
            lists = self.list_attributes
            own: dict[str, Any] = {name: [] for name in lists}
            for name, value in attributes.items():
                lower = name.lower()
                own[lower] = value[:] if lower in lists else value
            self.attributes = own
            if self.tagname is None:
                self.tagname = type(self).__name__

        return __init__

    def setup_child(self) -> Any:
        """Return docutils' way to put a node into another; this one notes its kind.

        docutils looks for the document up to four times.
        """
        note, note_tree = self._kinds.add, self._trees.append
        self._noted.add("put into another")

        def setup_child(self: nodes.Node, child: Any) -> None:
            note(type(child))
            if child.children:
                note_tree(child)
            child.parent = self
            document = document_of(self)
            if document is not None:
                child._document = document
                if child.source is None:
                    child.source = document.current_source
                if child.line is None:
                    child.line = document.current_line

        return setup_child


def _are_known(kinds: Any) -> bool:
    every = kinds if isinstance(kinds, tuple) else (kinds,)
    # A class of another class, such as an abstract one, may say itself what its subclasses are.
    return all(type(kind) is type and kind.__module__.partition(".")[0] in _KNOWN for kind in every)


def document_of(self: Any) -> nodes.document | None:
    """Return the document that a node is in; ``None`` if it is in none yet."""
    while self is not None:
        if self._document is not None:
            return self._document  # type: ignore[no-any-return]
        self = self.parent
    return None


def element(build: Build, original: Any) -> Any:
    """See :meth:`Kinds.element`."""
    return build.of(Kinds).element(original)


def setup_child(build: Build, original: Any) -> Any:
    """See :meth:`Kinds.setup_child`."""
    return build.of(Kinds).setup_child()
