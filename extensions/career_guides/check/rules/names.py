"""Directives, roles and figures whose names are written wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.body.markup_names import (
    DIRECTIVES,
    ROLES,
    is_complete,
    names_in,
    unknown_directive,
    unknown_role,
)
from career_guides.diagnostics.problem import Problem
from career_guides.diagnostics.suggestions import nearest
from career_guides.facts.soc import why_unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from career_guides.facts.release import Facts

    from .body import Body


#: Nearness from which a name is misspelt though others may exist: a letter of six, or two of ten.
VERY_NEAR = 0.83


def unknown_names(
    docname: str, body: Body, extensions: Collection[str] | None
) -> Iterator[Problem]:
    """Yield a problem for each directive and role that does not exist.

    If the site has extensions whose names are not known here, a name counts as misspelt only if it
    is very close to a known one: ``cards`` may well be a name, ``admonision`` is not.

    :param extensions: those that ``conf.py`` lists; ``None`` if it does not
    """
    is_certain = extensions is not None and is_complete(extensions)
    for subtype, table, describe in (
        ("directive", DIRECTIVES, unknown_directive),
        ("role", ROLES, unknown_role),
    ):
        known = names_in(table, extensions)
        for name in body.names:
            if name.kind != subtype or ":" in name.name or name.name in known:
                continue
            if is_certain or nearest(name.name, known, least=VERY_NEAR):
                yield Problem(docname, name.line, subtype, describe(name.name, known))


def unknown_figures(docname: str, body: Body, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each figure and card of an occupation that does not exist.

    The messages are those of the build.
    """
    if not body.figures:
        return
    # Babel takes long to load, and few pages have figures.
    from career_guides.facts.formatting import FactFormatter, FigureError  # noqa: PLC0415

    formatter = FactFormatter(facts)
    for figure in body.figures:
        if figure.by == "at-a-glance":
            codes = figure.target.split() if facts else []
            for reason in (why_unknown(code, facts.occupations, docname) for code in codes):
                if reason:
                    yield Problem(docname, figure.line, "value", f"'at-a-glance': {reason}")
            continue
        code, _, name = " ".join(figure.target.split()).partition(" ")
        try:
            formatter.of(code, name, docname)
        except FigureError as error:
            yield Problem(docname, figure.line, "value", f"'fact': {error}")
