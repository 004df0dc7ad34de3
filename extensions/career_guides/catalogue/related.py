"""Find related careers: by shared industry, tags, and occupations that O*NET lists as related.

They are ordered by score, then title, then folder, so that the result does not depend on the order
in which careers were read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nlargest, nsmallest
from typing import TYPE_CHECKING

from .careers import landing_guide, overview
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from career_guides.facts.release import Facts

    from .model import Career, Entry


#: Points for each thing in common. O*NET's lists need not be mutual: each direction counts.
INDUSTRY, TAG, OCCUPATION = 3, 1, 2

#: Careers with fewer points than this are not related.
LEAST = 2

#: How many are shown, including those that an author names.
MOST = 4


def with_related(
    entries: Mapping[str, Entry],
    careers: Mapping[str, Career],
    facts: Facts,
    known: Container[str] = (),
) -> dict[str, Entry]:
    """Return *entries* with the most closely related careers added to each career's overview.

    They follow those that the author names. A career without an ``overview`` shows them on its
    landing page.

    :param known: docnames of guides from an earlier catalogue; their related careers are kept if
        the guides that represent careers are all among them, and otherwise determined again
    """
    landing_guides = {
        folder: name
        for folder, career in careers.items()
        if (name := landing_guide(career, entries))
    }
    shown_by = {
        name: folder
        for folder, career in careers.items()
        if folder in landing_guides and (name := overview(career, entries))
    }
    if all(name in known for name in landing_guides.values()):
        shown_by = {name: folder for name, folder in shown_by.items() if name not in known}
    else:
        known = ()
    representatives = {folder: entries[name] for folder, name in landing_guides.items()}
    near = nearest(representatives, facts, shown_by.values())
    found = {}
    for name, entry in entries.items():
        related = entry.related if name in known else entry.related[: len(entry.guide.related)]
        if name in shown_by:
            own = shown_by[name]
            named = {target.docname.rpartition("/")[0] for target in related}
            others = [Target(landing_guides[folder]) for folder in near[own] if folder not in named]
            related = (*related, *others[: max(0, MOST - len(related))])
        found[name] = entry if related == entry.related else entry._replace(related=related)
    return found


def nearest(
    careers: Mapping[str, Entry], facts: Facts, wanted: Iterable[str]
) -> dict[str, list[str]]:
    """Return the :data:`MOST` most closely related careers of each one *wanted*, closest first.

    :param careers: folder -> the guide that represents the career
    :param wanted: folders of careers
    """
    # Indexed by features, so that the work grows with what is shared, not with pairs of careers.
    having: dict[tuple[str, str], list[str]] = defaultdict(list)
    for folder, entry in careers.items():
        for key, _points in _things(entry, facts):
            having[key].append(folder)
    names = sorted(careers, key=lambda folder: (careers[folder].title.casefold(), folder))
    place = {folder: number for number, folder in enumerate(names)}
    found = {}
    for folder in wanted:
        entry = careers[folder]
        shared = [*_things(entry, facts)]
        for code in entry.occupations:
            # The occupations that O*NET lists for this one, and those that list this one.
            related = _related_codes(code, facts)
            shared += [(("occupation", other), OCCUPATION) for other in related]
            shared.append((("related", code), OCCUPATION))
        scores: Counter[str] = Counter()
        for key, points in shared:
            for _point in range(points):
                scores.update(having[key])
        del scores[folder]
        least = min(nlargest(MOST, scores.values()), default=0)
        best = [other for other, score in scores.items() if score >= max(least, LEAST)]
        found[folder] = nsmallest(MOST, best, key=lambda other: (-scores[other], place[other]))
    return found


def _things(entry: Entry, facts: Facts) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield the features of a career, each with the points for sharing it."""
    if entry.guide.industry:
        yield ("industry", entry.guide.industry.casefold()), INDUSTRY
    for tag in {tag.casefold() for tag in entry.guide.tags}:
        yield ("tag", tag), TAG
    for code in entry.occupations:
        yield ("occupation", code), OCCUPATION
        for other in _related_codes(code, facts):
            yield ("related", other), 0


def _related_codes(code: str, facts: Facts) -> tuple[str, ...]:
    return facts.occupations[code].onet.related
