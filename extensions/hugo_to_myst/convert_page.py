"""Make a guide of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mdit_py_plugins.anchors.index import slugify

from hugo_to_myst.map import front_matter as matter
from hugo_to_myst.map.aliases import Aliases
from hugo_to_myst.map.assets import Assets
from hugo_to_myst.map.links import Links
from hugo_to_myst.map.next_key import following
from hugo_to_myst.map.rewrite_links import MYST_SCHEMES, Pointer
from hugo_to_myst.map.site import SPHINX, Page, Site, cascade
from hugo_to_myst.map.urls import label
from hugo_to_myst.read import goldmark as markdown
from hugo_to_myst.read.body import Reader
from hugo_to_myst.read.html_tree import Element, Node
from hugo_to_myst.structure.blocks import Blocks
from hugo_to_myst.structure.clean_html import Cleaner
from hugo_to_myst.structure.page_parts import take_apart, title_of
from hugo_to_myst.write.blocks import Emitter

from .findings import PageLog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hugo_to_myst.read.front_matter import Content
    from hugo_to_myst.read.shortcode_table import Rule

    from .findings import Finding


#: The deepest headings that MyST gives ids that links can name (`myst_heading_anchors`).
ANCHOR_LEVELS = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide, ready to be written, and the files that it shows.

    :param files: the place in the output of each.
    :param heading: the heading that became the title, where the page had none.
    """

    text: str
    files: tuple[tuple[str, Path], ...]
    heading: str = ""


class Converter:
    """Makes guides of the pages of a site.

    :param fix: whether broken links are repaired by their suggestions.
    """

    def __init__(self, site: Site, table: dict[str, Rule], *, fix: bool = False) -> None:
        self.site = site
        self.table = table
        self.fix = fix
        self.assets = Assets(site)
        self.md = markdown.parser(site.config)
        self.links = Links(site, lru_cache(maxsize=128)(self.anchors))
        self.aliases = Aliases(site)

    def blocks(self, page: Page, content: Content, log: PageLog) -> list[Element]:
        """Read the blocks of a page."""

        def params(name: str) -> Any:
            own = content.values.get("params")
            for table in (content.values, own, self.site.config.params):
                found: Any = table
                for part in name.lower().split("."):
                    found = found.get(part) if isinstance(found, dict) else None
                if found is not None:
                    return found
            return None

        reader = Reader(self.site.config, self.md, self.table, params, log)
        html = page.found.source.suffix.lower() in (".html", ".htm")
        nodes = reader.nodes(content.body, content.body_line, html=html)
        if not (html or self.site.config.unsafe) and any(_is_raw(n) for n in nodes):
            log("html-hidden", content.body_line, "raw HTML", "carried over")
        return Blocks(log).flow(Cleaner(log).clean(nodes))

    def anchors(self, page: Page) -> frozenset[str]:
        """Give the ids of a guide's headings that links can name."""
        if page.docname in self.site.made:
            return frozenset()
        silent = PageLog(page.file, _ignore)
        try:
            content = self.site.read(page)
            _, blocks = title_of(content, self.blocks(page, content, silent))
            parts = take_apart(blocks)
        except (OSError, ValueError, RecursionError):
            return frozenset()
        known: set[str] = set()
        levels = self.levels(parts.blocks)
        for block in parts.blocks:
            if block.tag in _HEADINGS and int(block.tag[1]) <= levels:
                slug = base = slugify(_shown(block.children))
                for n in range(1, 1000):
                    if slug not in known:
                        break
                    slug = f"{base}-{n}"
                known.add(slug)
            if block.tag in (*_HEADINGS, "x-target") and self.keeps(block.get("id")):
                known.add(label(block.get("id")))
        return frozenset(known)

    def levels(self, blocks: list[Element]) -> int:
        """Tell how deep the headings of a page need ids: those that some link names."""
        linked = [int(b.tag[1]) for b in blocks if b.tag in _HEADINGS
                  and label(_shown(b.children)) in self.site.fragments]  # fmt: skip
        return max([ANCHOR_LEVELS, *linked])

    def keeps(self, name: str) -> bool:
        """Tell whether an anchor can be a label: Sphinx has one space of names for a site."""
        name = label(name)
        plain = name[:1].isalpha() and name not in SPHINX
        return plain and self.site.ids[name] == 1 and name in self.site.fragments

    def guide(
        self, page: Page, content: Content, sink: Callable[[Finding], None], *, shared: bool = True
    ) -> Guide:
        """Make a guide of a page.

        :param shared: whether the folder's index tells what its guides share.
        """
        log = PageLog(page.file, sink)
        if content.error:
            log("front-matter-value", 1, content.error, "read as far as it could be")
        for number, comment in content.comments:
            log("comment", number, comment, "dropped: it was in the front matter")
        stem = page.found.logical.rpartition("/")[2] or self.site.config.title
        heading, read = title_of(content, self.blocks(page, content, log))
        values = matter.Mapper(content.lines, log).map(
            content.values, stem, heading, index=f"/{page.docname}".endswith("/index")
        )
        matter.hide(values, content, self.site.config.values, log)
        parts = take_apart(read)
        if parts.levels_closed:
            was = f"{parts.levels_closed} headings"
            log("heading", 0, was, "levels begin at the second and skip none")
        pointer = Pointer(page, self.links, self.assets, log, fix=self.fix)
        blocks = [b for block in parts.blocks for b in pointer.block(block)]
        blocks = [self._heading_id(b, log) for b in blocks]
        if parts.figure:
            figure, instead = pointer.figure(parts.figure, parts.generated_by)
            values |= figure
            blocks = [*instead, *blocks]
        if parts.next:
            led, instead = following(pointer, parts.next)
            values |= led
            blocks = [*blocks, *instead]
        self.aliases.collect(page, content, values, log)
        self._logo(values, content, pointer, log)
        self._share(page, values, shared=shared)
        if (levels := self.levels(parts.blocks)) > ANCHOR_LEVELS:
            values["myst"] = {"heading_anchors": levels}
        if pointer.schemes:
            schemes = dict.fromkeys((*MYST_SCHEMES, *sorted(pointer.schemes)))
            values["myst"] = {**values.get("myst", {}), "url_schemes": schemes}
        body = Emitter(log, self.keeps).page(blocks)
        if not body and "figure" not in values:
            became = "a guide without text"
            if page.docname.endswith("/index") and page.found.kind == "section":
                body, became = f"```{{guides}}\n:career: {page.folder}\n```\n", "lists its guides"
            log("empty", content.body_line, "a page without text", became)
        text = matter.write(values) + (f"\n{body}" if body else "")
        return Guide(text, tuple(pointer.files.items()), heading)

    def _heading_id(self, block: Element, log: PageLog) -> Element:
        """Keep the id of a heading where it is not the one that it gets by itself."""
        name = block.get("id")
        if not name or block.tag not in _HEADINGS:
            return block
        bare = {k: v for k, v in block.attrs.items() if k != "id"}
        if name == slugify(_shown(block.children)):
            return replace(block, attrs=bare)
        if not self.keeps(name):
            log("heading", block.line, f"{{#{name}}}", "dropped: not linked, or not its only use")
            return replace(block, attrs=bare)
        return block

    def _logo(
        self, values: dict[str, Any], content: Content, pointer: Pointer, log: PageLog
    ) -> None:
        name = values.get("sidebarlogo")
        if not isinstance(name, str):
            return
        found = self.assets.logo(name)
        if not found:
            near = pointer.near(name, self.assets.logos())
            became = f"sidebarlogo: {near}" if near and self.fix else "left as it is"
            log("logo", content.lines.get("sidebarlogo", 1), name, became, near)
            if self.fix:
                values.pop("sidebarlogo")
                values |= {"sidebarlogo": near} if near else {}
            found = self.assets.logo(near) if near else []
        for path in found:
            name = f"logos/{path.name}"
            pointer.files[name] = path
            self.assets.used.setdefault(path, name)

    def _share(self, page: Page, values: dict[str, Any], *, shared: bool) -> None:
        """Move what a whole folder shares to the `cascade` of its index."""
        folder = page.folder
        common = cascade(self.site, folder) if shared else {}
        if values.get("cascade") == {}:
            del values["cascade"]
        for name, value in common.items():
            if name in values and values[name] != value and name != "sidebarlogo":
                continue
            kept = values.pop(name, None)
            if page.docname == f"{folder}/index" and kept is not None:
                values["cascade"] = {**values.get("cascade", {}), name: kept}


def _shown(nodes: tuple[Node, ...]) -> str:
    """Give the text of a heading as MyST has it for the heading's id."""
    return "".join(n if isinstance(n, str) else n.text for n in nodes)


def _is_raw(node: Node) -> bool:
    return isinstance(node, Element) and node.tag in ("div", "table", "iframe", "figure", "section")


def _ignore(_finding: Finding) -> None:
    pass
