"""Convert one page of a Hugo site to a guide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hugo_to_myst.map.aliases import Aliases
from hugo_to_myst.map.cascade import move_to_cascade
from hugo_to_myst.map.drafts import mark_draft, mark_unlisted
from hugo_to_myst.map.front_matter import KEYS, FrontMatterMapper
from hugo_to_myst.map.heading_ids import DEFAULT_LEVELS, HeadingIds, levels
from hugo_to_myst.map.links import Links
from hugo_to_myst.map.logo import add_logo
from hugo_to_myst.map.next_key import next_key
from hugo_to_myst.map.rewrite_links import MYST_SCHEMES, LinkRewriter
from hugo_to_myst.read import goldmark
from hugo_to_myst.read.body import BodyReader
from hugo_to_myst.read.html_tree import Element
from hugo_to_myst.structure.blocks import Blocks
from hugo_to_myst.structure.clean_html import Cleaner
from hugo_to_myst.structure.page_parts import split_page, split_title
from hugo_to_myst.write.blocks import BlockWriter
from hugo_to_myst.write.figure_key import figure_key
from hugo_to_myst.write.front_matter import write_front_matter

from .findings import PageLog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hugo_to_myst.map.assets import Assets
    from hugo_to_myst.map.site import Page, Site
    from hugo_to_myst.read.front_matter import Content
    from hugo_to_myst.read.html_tree import Node
    from hugo_to_myst.read.shortcode_table import Rule
    from hugo_to_myst.structure.page_parts import PageParts

    from .findings import Finding


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide, ready to be written.

    :param files: the files that it shows, with their places in the output.
    :param used: those files, and others whose content is the same.
    :param heading: the heading that became the title of a page without one.
    :param is_draft: whether it is not published.
    """

    text: str
    files: tuple[tuple[str, Path], ...]
    used: frozenset[Path]
    heading: str = ""
    is_draft: bool = False


class PageConverter:
    """Converts the pages of a site to guides.

    :param table: the rules for shortcodes.
    :param fix: whether broken links are repaired by their suggestions.
    """

    def __init__(
        self, site: Site, table: dict[str, Rule], assets: Assets, *, fix: bool = False
    ) -> None:
        self.site = site
        self.table = table
        self.assets = assets
        self.fix = fix
        self.parser = goldmark.parser(site.config)
        self.heading_ids = HeadingIds(site)
        self.links = Links(site, lru_cache(maxsize=128)(self._anchors))
        self.aliases = Aliases(site)

    def convert(
        self, page: Page, content: Content, sink: Callable[[Finding], None], *, shared: bool = True
    ) -> Guide:
        """Convert a page.

        :param sink: takes the findings.
        :param shared: whether values that all guides of a folder share move to its index.
        """
        log = PageLog(page.file, sink)
        if content.error:
            log("front-matter-value", 1, content.error, "read as far as it could be")
        for number, comment in content.comments:
            log("comment", number, comment, "dropped: it was in the front matter")
        heading, blocks = split_title(content, self._blocks(page, content, log))
        values = self._front_matter(page, content, heading, log)
        parts = split_page(blocks)
        if parts.levels_closed:
            was = f"{parts.levels_closed} headings"
            log("heading", 0, was, "levels begin at the second and skip none")
        rewriter = LinkRewriter(page, self.links, self.assets, log, fix=self.fix)
        blocks = self._rewrite(parts, rewriter, values)
        self.aliases.add(page, content, values, log)
        rewriter.files |= add_logo(values, content, self.assets, log, fix=self.fix)
        if values.get("cascade") == {}:
            del values["cascade"]
        if shared:
            move_to_cascade(values, page, self.site)
        if myst := self._myst_settings(parts, rewriter):
            values["myst"] = myst
        body = BlockWriter(log, self.heading_ids, str(values["title"])).page(blocks)
        if not body and "figure" not in values:
            became = "a guide without text"
            if page.docname.endswith("/index") and page.source.kind == "section":
                body, became = f"```{{guides}}\n:career: {page.folder}\n```\n", "lists its guides"
            log("empty", content.body_line, "a page without text", became)
        text = write_front_matter(values) + (f"\n{body}" if body else "")
        is_draft = values.get("draft") is True
        used = frozenset((*rewriter.used, *rewriter.files.values()))
        return Guide(text, tuple(rewriter.files.items()), used, heading, is_draft)

    def _blocks(self, page: Page, content: Content, log: PageLog) -> list[Element]:
        """Read a page as blocks that MyST has."""
        reader = BodyReader(self.site.config, self.parser, self.table, content, log)
        is_html = page.source.is_html
        nodes = reader.nodes(content.body, content.body_line, html=is_html)
        if not (is_html or self.site.config.unsafe) and any(_is_raw(n) for n in nodes):
            log("html-hidden", content.body_line, "raw HTML", "carried over")
        return Blocks(log).flow(Cleaner(log).clean(nodes))

    def _front_matter(
        self, page: Page, content: Content, heading: str, log: PageLog
    ) -> dict[str, Any]:
        """Return the keys of a guide that do not depend on its body."""
        stem = page.source.logical.rpartition("/")[2] or self.site.config.title
        is_index = f"/{page.docname}".endswith("/index")
        mapper = FrontMatterMapper(content.lines, log)
        own = {k: v for k, v in content.values.items() if k not in content.inherited or k in KEYS}
        values = mapper.map(own, stem, heading, index=is_index)
        if self.site.config.values.get("builddrafts") is True:
            values.pop("draft", None)
        if weight := self.site.weights.get(page.docname):
            values["weight"] = weight
        mark_draft(values, content.values, content, self.site.config.values, log)
        mark_unlisted(values, content.values)
        return values

    def _rewrite(
        self, parts: PageParts, rewriter: LinkRewriter, values: dict[str, Any]
    ) -> list[Element]:
        """Rewrite the links and images of a page; add its figure and next link to its keys."""
        blocks = [b for block in parts.blocks for b in rewriter.block(block)]
        if parts.figure:
            keys, instead = figure_key(rewriter, parts.figure, parts.generated_by)
            values |= keys
            blocks = [*instead, *blocks]
        if parts.next:
            keys, instead = next_key(rewriter, parts.next)
            values |= keys
            blocks = [*blocks, *instead]
        return blocks

    def _myst_settings(self, parts: PageParts, rewriter: LinkRewriter) -> dict[str, Any]:
        """Return the settings that MyST needs for the links of a page.

        https://myst-parser.readthedocs.io/en/latest/configuration.html#local-configuration
        """
        settings: dict[str, Any] = {}
        if (deepest := levels(parts.blocks)) > DEFAULT_LEVELS:
            settings["heading_anchors"] = deepest
        if rewriter.schemes:
            settings["url_schemes"] = dict.fromkeys((*MYST_SCHEMES, *sorted(rewriter.schemes)))
        return settings

    def _anchors(self, page: Page) -> frozenset[str]:
        """Return the ids in a guide that links can name; none if it cannot be read."""
        if page.docname in self.site.list_pages:
            return frozenset()
        silent = PageLog(page.file, lambda _finding: None)
        try:
            content = self.site.read(page)
            _, blocks = split_title(content, self._blocks(page, content, silent))
            parts = split_page(blocks)
        except (OSError, ValueError, RecursionError):
            return frozenset()
        return self.heading_ids.of_page(parts.blocks)


def _is_raw(node: Node) -> bool:
    return isinstance(node, Element) and node.tag in ("div", "table", "iframe", "figure", "section")
