"""Find the place of a new guide in the order of its career, and link it in."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import yaml

from career_guides.catalogue.targets import TargetError, find_target
from career_guides.content.frontmatter import compose, parse
from career_guides.content.schema import Defaults

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from career_guides.catalogue.model import Career, Entry


#: The chapters of a career in reading order.
CHAPTERS = (
    "overview", "day-in-the-life", "history", "advice", "start", "learning", "pay", "tech",
    "social", "website", "branding", "startup", "rights", "ethics", "challenges",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """The place of a new guide in its career.

    :param next: docname of the guide after it; '' if there is none
    :param label: label that the guide before it had for its link to that guide
    :param weight: its weight, in a career that is ordered by weights
    :param before: docnames of the guides whose ``next`` must lead to it
    """

    next: str = ""
    label: str = ""
    weight: int | None = None
    before: tuple[str, ...] = ()


def find_place(
    docname: str,
    career: Career | None,
    entries: Mapping[str, Entry],
    documents: Collection[str],
    after: str = "",
) -> Place:
    """Return the place of a new guide in *career*.

    It comes after the last guide that precedes it in :data:`CHAPTERS`, or after *after*; guides
    that are not in the list come at the end. A last guide that leads back to the first still
    does so afterwards.

    :param docname: the new guide
    :param career: its career; ``None`` if the career is new
    :param entries: docname -> guide
    :param documents: docnames of all pages
    :param after: docname of the guide that should lead to the new one; '' to choose it
    """
    folder = docname.rpartition("/")[0]
    index = f"{folder}/index"
    guides = career.guides if career else ()
    follows = {
        name: link[1]
        for name in (*guides, index)
        if name in entries and (link := chain_link(entries[name], documents))
    }
    landing_pages = (index,) if index in entries else ()
    if not guides:
        return Place(before=tuple(name for name in landing_pages if name not in follows))
    chain = [guides[0]]
    while (following := follows.get(chain[-1], "")) in guides and following not in chain:
        chain.append(following)
    weights = [entries[name].guide.weight for name in guides]
    if len(chain) == 1 and not after and (len(guides) > 1 or weights[0] is not None):
        known = [weight for weight in weights if weight is not None]
        return Place(weight=max(known) + 10 if known else None)
    if len(chain) == 1 and guides[0] not in follows:  # two guides make a ring
        follows[guides[0]] = guides[0]
    previous = after or _previous(docname, chain)
    if previous:
        link = chain_link(entries[previous], documents)
        label = entries[previous].guide.next[link[0]].label if link else ""
        return Place(follows.get(previous, ""), label or "", before=(previous,))
    # It is the first guide: the landing page and the end of the ring lead to it.
    first, last = chain[0], chain[-1]
    before = [name for name in landing_pages if follows.get(name, first) == first]
    return Place(first, before=(*before, *([last] if follows.get(last) == first else [])))


def _previous(docname: str, chain: list[str]) -> str:
    """Return the guide of *chain* that a new guide follows; '' if it is the first."""
    rank = _rank(docname)
    ranks = [_rank(name) for name in chain]
    if rank < 0 or ranks[0] < 0:
        return chain[-1]
    smaller = [name for name, other in zip(chain, ranks, strict=True) if 0 <= other < rank]
    return smaller[-1] if smaller else ""


def _rank(docname: str) -> int:
    name = docname.rpartition("/")[2]
    return CHAPTERS.index(name) if name in CHAPTERS else -1


def chain_link(entry: Entry, documents: Collection[str]) -> tuple[int, str] | None:
    """Return the index and the target of the first ``next`` item within the guide's own career."""
    for number, link in enumerate(entry.guide.next):
        try:
            target = find_target(link.to, entry.career, documents).docname
        except TargetError:
            continue
        if target and target.rpartition("/")[0] == entry.career:
            return number, target
    return None


def lead_to(text: str, name: str, item: int | None) -> str:
    """Return the source of a guide with its ``next`` changed to lead to *name*.

    All other characters stay the same.

    :param text: the whole source
    :param name: the guide to lead to
    :param item: index of the item of ``next`` to replace; ``None`` to add one
    """
    front = parse(text)
    lines = text.split("\n")
    root = compose(text, front.end)
    pairs = root.value if root else []
    found = next(((key, value) for key, value in pairs if key.value == "next"), None)
    if found is None:
        place = _place_for_next(lines, front.end)
        return "\n".join([*lines[:place], f"next: {name}", *lines[place:]])
    key, value = found
    if item is None and isinstance(value, yaml.SequenceNode) and value.value:
        start = end = value.value[0].start_mark  # before the others
        new = f"{name}, " if value.flow_style else f"{name}\n{' ' * (start.column - 2)}- "
        return _spliced(lines, start, end, new)
    if item is None and value.value not in ("", []):
        whole = _source(lines, value)
        return _spliced(lines, value.start_mark, _end(value), f"[{name}, {whole}]")
    if isinstance(value, yaml.SequenceNode) and value.value:
        node = value.value[item or 0]
        return _spliced(lines, node.start_mark, _end(node), name)
    # A mapping below the key is replaced by the name, on the line of the key.
    is_empty = isinstance(value, yaml.ScalarNode) and not value.value and not value.style
    end = key.end_mark if is_empty else _end(value)
    return _spliced(lines, key.end_mark, end, f": {name}")


def _source(lines: list[str], node: yaml.Node) -> str:
    """Return the source of *node* in one line."""
    if isinstance(node, yaml.ScalarNode):
        return lines[node.start_mark.line + 1][node.start_mark.column : node.end_mark.column]
    items = (
        f"{key.value}: {json.dumps(value.value, ensure_ascii=False)}" for key, value in node.value
    )
    return "{" + ", ".join(items) + "}"


def _end(node: yaml.Node) -> yaml.Mark:
    """Return where *node* ends: a block ends with its last value, not where the next one starts."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return node.end_mark


def _spliced(lines: list[str], start: yaml.Mark, end: yaml.Mark, new: str) -> str:
    first, last = start.line + 1, end.line + 1  # the YAML starts below the fence
    edited = lines[first][: start.column] + new + lines[last][end.column :].removeprefix(":")
    return "\n".join([*lines[:first], edited, *lines[last + 1 :]])


_KEYS = [field.name for field in fields(Defaults)]
_AFTER_NEXT = (*_KEYS[_KEYS.index("next") + 1 :], "cascade")


def _place_for_next(lines: list[str], end: int) -> int:
    """Return the line, from 0, before which ``next`` goes, in the order of documented keys."""
    place = next(
        (
            number
            for number, line in enumerate(lines[: end - 1])
            if line.partition(":")[0].strip("\"'") in _AFTER_NEXT and ":" in line
        ),
        end - 1,
    )
    while lines[place - 1].startswith("#"):  # a comment goes with the key after it
        place -= 1
    return place
