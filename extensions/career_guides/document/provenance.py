"""Who wrote a guide, when it was last reviewed, and its sources, as docutils nodes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from babel.core import UnknownLocaleError
from babel.units import format_unit
from docutils import nodes
from sphinx.locale import _

from career_guides.content.credit import credit
from career_guides.facts.formatting import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from career_guides.content.schema import Guide


def provenance(
    guide: Guide, language: str, placed: Callable[..., nodes.Element]
) -> nodes.container:
    """Return the authors of the guide, the date of its review, and its numbered sources.

    :param language: language of the date
    :param placed: sets the source line of a node to that of a key
    """
    box = nodes.container(classes=["guide-provenance"], support_smartquotes=False)
    lines = [credit(guide, _)] if credit(guide, _) else []
    if guide.last_reviewed:
        day = in_words(guide.last_reviewed, language)
        lines.append(_("Last reviewed on {date}.").format(date=day))
    if guide.sources:
        box += placed(nodes.rubric("", _("Sources")), "sources")
        items = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
        for source in guide.sources:
            name = source.title or source.url or ""
            text = nodes.reference("", name, refuri=source.url) if source.url else nodes.Text(name)
            items += nodes.list_item("", nodes.paragraph("", "", text))
        box += placed(items, "sources")
    if lines:
        box += placed(nodes.paragraph("", " ".join(lines)), "authors")
    return box


def duration(written: str, language: str) -> str:
    """Return a duration such as ``1 year`` in *language*."""
    number, name = written.split()
    unit = f"duration-{name.removesuffix('s')}"
    with suppress(UnknownLocaleError, ValueError):
        for length in ("long", "short"):  # the CLDR has one form only if they are the same
            text = format_unit(int(number), unit, length, locale=language)
            if unit not in text:  # Babel 2.18 then writes the name of the unit
                return text
    return written


def overdue(guide: Guide, language: str) -> nodes.admonition:
    """Return the notice that *guide* is due for review.

    :param language: language of the date
    """
    assert guide.last_reviewed
    assert guide.review_in
    text = _(
        "This guide was last reviewed on {date}, and that was to be done again after {time}."
        " Check what matters to you at its sources."
    ).format(date=in_words(guide.last_reviewed, language), time=duration(guide.review_in, language))
    title = nodes.title("", _("Due for review"))
    return nodes.admonition("", title, nodes.paragraph("", text), classes=["guide-overdue"])
