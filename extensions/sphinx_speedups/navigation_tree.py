"""All toctrees of a project resolved once, without a current page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.adapters.toctree import global_toctree_for_doc
from sphinx.util.logging import suppress_logging
from sphinx.util.osutil import relative_uri

from .navigation_text import Link, NavigationText, Unusable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.environment import BuildEnvironment


#: In the place of an address while no page is known: its number, in characters of no title.
_ADDRESS = "\ue000{}\ue001"
_ADDRESSES = re.compile('\ue000([0-9]+)\ue001([^"]*)')
#: No page has this name.
_NOBODY = "\ue000"
#: Nodes that look the same on every page; a picture, for one, has its path from there.
_SAME_EVERYWHERE = (
    nodes.Text, nodes.bullet_list, nodes.list_item, nodes.reference, nodes.title, nodes.literal,
    nodes.emphasis, nodes.strong, nodes.inline, nodes.subscript, nodes.superscript,
    nodes.abbreviation, addnodes.compact_paragraph,
)  # fmt: skip
#: Characters that an attribute shows in another form.
_ESCAPED = re.compile(r"[&<>\"@\s]")


class _Tocs:
    """The tables of contents, as long as none has a part that is for some builds only."""

    def __init__(self, env: BuildEnvironment) -> None:
        self.tocs = env.tocs

    def __getitem__(self, docname: str) -> nodes.bullet_list:
        toc = self.tocs[docname]
        if next(iter(toc.findall(addnodes.only)), None):
            raise Unusable
        return toc


class _Environment:
    """An environment with other tables of contents."""

    def __init__(self, env: BuildEnvironment) -> None:
        self.env = env
        self.tocs = _Tocs(env)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.env, name)


class _Addresses:
    """A builder that numbers addresses, instead of writing them.

    :ivar targets: the pages that they are of, in their order
    """

    def __init__(self) -> None:
        self.targets: list[str] = []

    def get_relative_uri(self, _page: str, target: str, _kind: str | None = None) -> str:
        self.targets.append(target)
        return _ADDRESS.format(len(self.targets) - 1)


class Tree:
    """One tree without a current page, and its text in each folder.

    :ivar targets: the pages that its entries lead to
    :raises Unusable: if something in it may depend on the page
    """

    def __init__(
        self, builder: Any, options: dict[str, Any], change: Callable[[str], str] | None
    ) -> None:
        self.builder = builder
        self.is_collapsed = bool(options.get("collapse", True))
        self.is_proved = False
        self.texts: dict[str, NavigationText] = {}
        addresses = _Addresses()
        # What is below the depth marks the branch that it is in.
        wanted = {"includehidden": False, **options, "collapse": False, "maxdepth": -1}
        self.depth = self._depth(builder, options.get("maxdepth"))
        with suppress_logging() as messages:
            env: Any = _Environment(builder.env)
            tree = global_toctree_for_doc(
                env, _NOBODY, addresses, tags=builder.tags, **wanted  # type: ignore[arg-type]
            )  # fmt: skip
        if tree is None or messages.buffer:  # each page has the messages
            raise Unusable
        if not all(isinstance(node, _SAME_EVERYWHERE) for node in tree.findall()):
            raise Unusable
        rendered = builder.render_partial(tree)["fragment"]
        self.template = change(rendered) if change else rendered
        targets = addresses.targets
        found = _ADDRESSES.findall(self.template)
        if len(found) != len(targets):
            raise Unusable
        # Sphinx looks for the open branches in one of the places that such a page has.
        pages = [targets[int(number)] for number, anchor in found if not anchor]
        is_deep = any("tocdepth" in known for known in builder.env.metadata.values())
        if self.is_collapsed and (is_deep or len(pages) != len({*pages})):
            raise Unusable
        self.uris = [builder.get_target_uri(target) for target in targets]
        self.targets = targets
        self.is_furo = change is not None

    @staticmethod
    def _depth(builder: Any, wanted: Any) -> int:
        """Return the number of levels, at most; 0 or less for all."""
        if wanted:
            return int(wanted)
        own = {
            tree.get("maxdepth", -1)
            for tree in builder.env.master_doctree.findall(addnodes.toctree)
        }
        if len(own) > 1:
            raise Unusable
        return int(own.pop()) if own else 0

    def html(self, page: str) -> str | None:
        """Return the navigation of a page; ``None`` if it has to be made by Sphinx."""
        folder, slash, _name = self.builder.get_target_uri(page).rpartition("/")
        if folder not in self.texts:
            self.texts.clear()  # pages come in the order of their folders
            try:
                self.texts[folder] = self._text(f"{folder}{slash}{_NOBODY}")
            except Unusable:
                return None
        return self.texts[folder].html(page, self.is_collapsed, self.depth)

    def _text(self, base: str) -> NavigationText:
        """Return the text of the pages in a folder.

        :param base: address of another page there
        """
        links: list[Link] = []

        def address(match: re.Match[str]) -> str:
            number = int(match[1])
            links.append(Link(self.targets[number], match[2]))
            uri = relative_uri(base, self.uris[number])
            if _ESCAPED.search(uri):
                raise Unusable
            return f"{uri}{match[2]}"

        text = _ADDRESSES.sub(address, self.template)
        return NavigationText(text, links, self.is_furo)
