"""The schema of a guide's front matter: the purpose, type and limits of each key, declared once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .addresses import ADDRESS
from .kinds import Day, Flag, Items, Short, Text, Whole
from .models import Model, Nested, key, keys_of

if TYPE_CHECKING:
    from datetime import date


#: Keys that Sphinx, MyST, Furo and sphinx-design read themselves; their values are not checked.
#: https://www.sphinx-doc.org/en/master/usage/restructuredtext/field-lists.html,
#: https://myst-parser.readthedocs.io/en/latest/configuration.html#frontmatter-local-configuration
FOREIGN_KEYS = frozenset((
    "orphan", "tocdepth", "nocomments", "no-search", "nosearch", "hide-toc",
    "myst", "substitutions", "html_meta", "mystnb", "jupytext", "kernelspec",
    # docutils' bibliographic fields, which MyST passes on
    "organization", "contact", "address", "version", "revision", "status", "date", "copyright",
    "dedication", "abstract",
    "sd_hide_title",  # https://sphinx-design.readthedocs.io/en/latest/additional.html
    "hugo",  # all other front matter of an imported page
))  # fmt: skip


def _as_source(text: str) -> dict[str, Any]:
    return {"url": text} if re.match(r"https?://", text) else {"title": text}


LINE = Text(300)
TEXT = Text(2_000)
WEB_ADDRESS = Text(300, ADDRESS, "an address that starts with https://")
OLD_PATH = Text(
    300, r"[^\s?#\\:]+", "a path such as /old/page, without spaces, '?', '#', ':' and '\\'"
)
SOC = Text(0, r"\d\d-\d{4}", "an SOC code of the form 27-3091")
DURATION = Text(300, r"[1-9]\d{0,3} (day|week|month|year)s?", "a duration such as '1 year'")
# A language, and if need be a script, a region and variants: https://www.rfc-editor.org/rfc/rfc5646
LANGUAGE = Text(
    300,
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*",
    "a language tag such as de or en-GB",
)
#: For editors only: the build takes any other text for a title.
NO_ADDRESS = Text(300, other=(("not", {"pattern": "^https?://"}),))


# Without slots: pickle then loads the fields of ten thousand guides itself, in half of the time.
@dataclass(frozen=True, kw_only=True)
class Figure(Model):
    """The figure card under a guide's title."""

    image: str = key(
        LINE, "Image file: relative to the page, or to the source folder with a leading `/`"
    )
    alt: str | None = key(TEXT, "What the image shows, for people who cannot see it", None)
    caption: str | None = key(TEXT, "Caption below the image; inline MyST", None)
    credit: str | None = key(TEXT, "Who made the image; inline MyST", None)
    license: str | None = key(LINE, "Licence of the image, such as `CC BY 4.0`", None)
    width: int | None = key(Whole(1, 10_000), "Display width in CSS pixels", None)
    decorative: bool = key(Flag(), "The image is purely decorative and needs no `alt`", False)


@dataclass(frozen=True, kw_only=True)
class Link(Model):
    """Target of a `next` or `prev`."""

    to: str = key(LINE, "A guide (`day-in-the-life`, `/liaison/history`) or an address")
    label: str | None = key(LINE, "Label of the link, shown with the title", None)


@dataclass(frozen=True, kw_only=True)
class Source(Model):
    """Where the facts of a guide come from."""

    title: str | None = key(LINE, "Name of the source", None)
    url: str | None = key(WEB_ADDRESS, "Its public address", None)

    def fault(self) -> str:
        return "" if self.title or self.url else "needs a title or an address"


LINKS = Items(Short(Nested(Link), lambda text: {"to": text}, (LINE,)), (str, dict))
SOURCES = Items(Short(Nested(Source), _as_source, (WEB_ADDRESS, NO_ADDRESS)))


@dataclass(frozen=True, kw_only=True)
class Defaults(Model):
    """The keys that a guide may have and a `cascade` may set for a folder."""

    subtitle: str | None = key(LINE, "Lead line under the title", None)
    description: str | None = key(
        TEXT, "One sentence for the head, search results and every card of the page", None
    )
    include_footer: bool = key(Flag(), "Show the site footer on this page", False)
    sidebar: bool = key(Flag(), "Show the drawer that lists this career's guides", False)
    sidebarlogo: str | None = key(LINE, "Logo above the sidebar, from `logos/`", None)
    figure: Figure | None = key(
        Short(Nested(Figure), lambda text: {"image": text}, (LINE,)),
        "The figure card under the title", None,
    )  # fmt: skip
    next: list[Link] = key(
        LINKS, "What to read next, shown as a card at the end of the page", new=list
    )
    prev: list[Link] = key(LINKS, "Previous guide, if it is not the one that leads here", new=list)
    weight: int | None = key(
        Whole(-1_000_000, 1_000_000),
        "Position in the career where `next` does not determine it", None,
    )  # fmt: skip
    aliases: list[str] = key(Items(OLD_PATH), "Old paths that redirect to this page", new=list)
    draft: bool = key(Flag(), "Leave this page out of the build and of every list", False)
    unlisted: bool = key(
        Flag(), "Build this page, but leave it out of lists, the sitemap and the search", False
    )
    lang: str | None = key(LANGUAGE, "Language of the page, if it is not that of the site", None)
    industry: str | None = key(LINE, "Industry that the career belongs to", None)
    tags: list[str] = key(Items(LINE), "Topics of the guide", new=list)
    occupation: list[str] = key(
        Items(SOC, (str,)), "Codes of the Standard Occupational Classification, 2018", new=list
    )
    related: list[str] = key(Items(LINE), "Guides to show first among the related guides", new=list)
    authors: list[str] = key(Items(LINE, (str,)), "Who wrote the guide", new=list)
    generated_by: str | None = key(LINE, "The program that wrote the text, if any", None)
    last_reviewed: date | None = key(Day(), "When a person last checked the guide", None)
    review_in: str | None = key(DURATION, "How long the review stays valid", None)
    sources: list[Source] = key(SOURCES, "Where the facts come from", new=list)


#: Number of other names of a guide: each is a line in the list from A to Z.
MOST_NAMES = 20


@dataclass(frozen=True, kw_only=True)
class Guide(Defaults):
    """The front matter of a guide, including the defaults of its folder."""

    title: str = key(LINE, "Heading, page title and name in every list; plain text")
    also: list[str] = key(
        Items(LINE, (str,), MOST_NAMES),
        "Other names that people search for: of the guide, or in `index.md` of the career",
        new=list,
    )
    cascade: Defaults | None = key(
        Nested(Defaults), "In `index.md` only: defaults for every guide of the folder", None
    )


#: All keys of a guide, in the order in which the contract and the documentation list them.
KEYS: tuple[str, ...] = ("title", "also", *keys_of(Defaults), "cascade")
