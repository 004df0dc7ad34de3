"""Compare the guides with the pages that Hugo built."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from hugo_to_myst.verify_text.html_words import WORD

from .built_site import BuiltSite, Destination, read_built_site
from .guides import Guide, Guides, read_guides, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


#: The kinds of things that are compared, with what each counts.
KINDS = {
    "addresses": "addresses of the old site that are a page or a redirect",
    "pages": "published guides that Hugo publishes too",
    "words": "words, in their order",
    "heading ids": "ids of headings",
    "links": "links within the site that worked",
    "outside links": "links to other sites, as they were",
    "images": "images that were there",
    "order": "neighbours in the order of their section",
}
#: The words that are shown of a difference.
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the built site shows and the guides do not.

    :param file: the source file of the page, relative to the site; the address if there is none.
    :param line: the line of it, counted from 1; 0 if it could not be found.
    :param kind: a key of `KINDS`.
    :param old: what the built site has.
    :param new: what the guide has.
    """

    file: str
    line: int
    kind: str
    old: str
    new: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.kind}: {self.old} -> {self.new or 'missing'}"


@dataclass(slots=True)
class Comparison:
    """The result.

    :param total: how many things of each kind the built site has.
    :param kept: how many of them the guides have.
    """

    total: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def count(self, kind: str, total: int, kept: int) -> None:
        """Count things of a kind."""
        self.total[kind] += total
        self.kept[kind] += kept


def compare_sites(
    site: Path,
    public: Path,
    guides: Path,
    sources: Mapping[str, str],
    *,
    base_url: str,
    redirects: Iterable[tuple[str, str]] = (),
    selector: str = "",
) -> Comparison:
    """Compare the guides with the site that Hugo built.

    :param site: the folder of the Hugo site.
    :param public: the folder that Hugo wrote.
    :param guides: the folder of the guides.
    :param sources: the source file of each guide, by docname, relative to the site.
    :param base_url: the address of the old site.
    :param redirects: old addresses and the docnames that they lead to, besides `aliases`.
    :param selector: the CSS selector of the content on Hugo's pages; if empty, it is found.
    """
    old = read_built_site(public, base_url, selector)
    new = read_guides(guides, base_url, redirects)
    return _Comparer(site, old, new, sources).run()


class _Comparer:
    def __init__(self, site: Path, old: BuiltSite, new: Guides, sources: Mapping[str, str]) -> None:
        self.site = site
        self.old = old
        self.new = new
        self.sources = sources
        self.result = Comparison()
        #: The address on the old site of each guide.
        self.address: dict[str, str] = {}

    def run(self) -> Comparison:
        self._addresses()
        for docname, address in self.address.items():
            if docname in self.sources:
                self._page(self.new.by_name[docname], address)
        self._orders()
        return self.result

    def _differ(self, file: str, text: str, kind: str, old: str, new: str) -> None:
        """Add a difference.

        :param text: what to look for in the file, for the line.
        """
        line = _line_of(self.site / file, [text] if text else [])
        self.result.differences.append(Difference(file, line, kind, old, new))

    def _addresses(self) -> None:
        """Compare the addresses; each guide has one on the old site, which is not a redirect."""
        own_first = sorted(
            self.old.pages, key=lambda a: (stem(a) in self.new.lists, stem(a) != self.new.at(a), a)
        )
        for address in own_first:
            docname = self.new.at(address)
            # Two pages cannot be one guide, but a list may lead to any.
            is_good = docname is not None and not (
                docname in self.address and stem(address) not in self.new.lists
            )
            self.result.count("addresses", 1, is_good)
            if docname is None or not is_good:
                self._differ(address, "", "addresses", address, docname or "")
            elif docname in self.new.by_name:
                self.address.setdefault(docname, address)
        for address, target in self.old.redirects.items():
            found = self.old.at(target)
            if found is None or found.kind != "page":  # it led nowhere, or out of the site
                continue
            docname, wanted = self.new.at(address), self.new.at(found.at)
            good = docname is not None and docname == wanted
            self.result.count("addresses", 1, good)
            if not good:
                file = self.sources.get(wanted or "", address)
                self._differ(file, address.strip("/"), "addresses", address, docname or "")
        published = [name for name in self.sources if name in self.new.by_name]
        hidden = [name for name in published if name not in self.address]
        self.result.count("pages", len(published), len(published) - len(hidden))
        for docname in hidden:
            self._differ(self.sources[docname], "", "pages", "not published", f"/{docname}")

    def _orders(self) -> None:
        """Compare the order in which the page of a section lists its pages."""
        names = {address: name for name, address in self.address.items()}
        for address in self.old.pages:
            children = [names[a] for a in self.old.children(address) if a in names]
            listed = [name for name in children if name in self.sources]
            if len(listed) > 1:
                now = sorted(listed, key=lambda name: self.new.by_name[name].order)
                file = self.sources.get(self.new.at(address) or "", address)
                self._sequence(file, "order", listed, now)

    def _page(self, guide: Guide, address: str) -> None:
        file = self.sources[guide.docname]
        now = guide.content
        title = WORD.findall(str(guide.values.get("title", "")).casefold())
        was = self.old.content(address, now.words)
        words = list(now.words)
        starts = list(was.words[: len(title)]) == title and words[: len(title)] != title
        self._sequence(file, "words", was.words, [*title, *words] if starts else words)
        anchors = now.anchors
        for name in was.heading_ids:
            self.result.count("heading ids", 1, name in anchors)
            if name not in anchors:
                self._differ(file, name, "heading ids", f"#{name}", "")
        self._destinations(file, guide, address, "links", was.links, now.links)
        self._destinations(file, guide, address, "images", was.images, now.images)

    def _destinations(
        self, file: str, guide: Guide, address: str, kind: str, was: Sequence[str],
        now: Sequence[str],
    ) -> None:  # fmt: skip
        old = [(self._translated(d), h) for h in was if (d := self.old.resolve(address, h))]
        new = [d for h in now if (d := self.new.resolve(guide, h))]
        groups = (("links", False), ("outside links", True)) if kind == "links" else ((kind, None),)
        for name, outside in groups:
            own = [(d, h) for d, h in old if outside in {None, d.kind == "external"}]
            found = _kept([d for d, _ in own], new)
            self.result.count(name, len(own), len(found))
            for n, (wanted, href) in enumerate(own):
                if n not in found:
                    self._differ(file, href, name, href, _shown(wanted, new))

    def _translated(self, old: Destination) -> Destination:
        """Return a destination on the old site as the guides have it."""
        if old.kind != "page":
            return old
        return Destination("page", self.new.at(old.at) or old.at, old.fragment)

    def _sequence(self, file: str, kind: str, was: Sequence[str], now: Sequence[str]) -> None:
        if list(was) == list(now):
            self.result.count(kind, len(was), len(was))
            return
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        kept = sum(block.size for block in matcher.get_matching_blocks())
        self.result.count(kind, len(was), kept)
        for what, a, b, c, d in matcher.get_opcodes():
            if what != "equal":
                before, first = was[max(0, a - 3) : a], was[a : a + 1]
                shown = f"'{' '.join(was[a : min(b, a + _SHOWN)])}' after '{' '.join(before)}'"
                # A word of the theme is not in the file, but those before it are.
                tried = ([*before, *first], first, before, before[-1:])
                line = next(filter(None, (_line_of(self.site / file, t) for t in tried)), 0)
                self.result.differences.append(
                    Difference(
                        file, line, kind, shown, f"'{' '.join(now[c : min(d, c + _SHOWN)])}'"
                    )
                )


def _kept(was: Sequence[Destination], now: Sequence[Destination]) -> set[int]:
    """Return which of *was* are in *now*, in the same order: all, or what difflib finds."""
    rest = iter(now)
    if all(one in rest for one in was):
        return {*range(len(was))}
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    return {a + n for a, _, size in matcher.get_matching_blocks() for n in range(size)}


def _shown(wanted: Destination, new: Sequence[Destination]) -> str:
    near = next((d for d in new if d.at == wanted.at), None)
    return f"/{near.at}" + (f"#{near.fragment}" if near.fragment else "") if near else ""


def _line_of(path: Path, texts: Sequence[str]) -> int:
    """Return the line where the last of several texts is that follow each other; 0 if nowhere."""
    try:
        source = path.read_text("utf-8", errors="replace").casefold() if texts else ""
    except OSError:
        return 0
    between = r"[\W_]+(?:<[^<>]*>[\W_]*)*"
    found = re.search(between.join(re.escape(text.casefold()) for text in texts), source)
    return source.count("\n", 0, found.end()) + 1 if found and source else 0
