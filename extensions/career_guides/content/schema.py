"""The schema of a guide's front matter: the purpose, type and limits of each key, declared once."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .addresses import ADDRESS
from .text_checks import TextCheck, matching, no_wider_than

#: Keys that Sphinx, MyST and Furo read themselves; their values are not checked here.
#: https://www.sphinx-doc.org/en/master/usage/restructuredtext/field-lists.html,
#: https://myst-parser.readthedocs.io/en/latest/configuration.html#frontmatter-local-configuration
FOREIGN_KEYS = frozenset((
    "orphan", "tocdepth", "nocomments", "no-search", "nosearch", "hide-toc",
    "myst", "substitutions", "html_meta", "mystnb", "jupytext", "kernelspec",
    # docutils' bibliographic fields, which MyST passes on
    "organization", "contact", "address", "version", "revision", "status", "date", "copyright",
    "dedication", "abstract",
    "hugo",  # all other front matter of an imported page
))  # fmt: skip


def _wrapped(item: Any, *kinds: type) -> BeforeValidator:
    """Accept a single *item* where a list of them is expected."""
    return BeforeValidator(
        lambda value: [value] if isinstance(value, kinds) else value,
        json_schema_input_type=item | list[item],
    )


def _short_for(key: str, whole: Any) -> BeforeValidator:
    """Accept a string as a short form of the mapping *whole* with nothing but *key*."""
    return BeforeValidator(
        lambda value: {key: value} if isinstance(value, str) else value,
        json_schema_input_type=Line | whole,
    )


def _as_source(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return {"url": value} if re.match(r"https?://", value) else {"title": value}


def _as_date(value: Any) -> Any:
    """Accept a quoted date too; YAML leaves a date that does not exist as text."""
    if isinstance(value, str):
        try:
            if len(value) == len("2026-11-22"):  # not the other forms of ISO 8601
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise PydanticCustomError("value", "expected a date of the form 2026-11-22")
    return value


Line = Annotated[str, no_wider_than(300)]
Text = Annotated[str, no_wider_than(2_000)]
Address = Annotated[Line, matching(ADDRESS, "an address that starts with https://")]
OldPath = Annotated[
    Line,
    matching(r"[^\s?#\\:]+", "a path such as /old/page, without spaces, '?', '#', ':' and '\\'"),
]
Soc = Annotated[str, matching(r"\d\d-\d{4}", "an SOC code of the form 27-3091")]
# A language, and if need be a script, a region and variants: https://www.rfc-editor.org/rfc/rfc5646
Language = Annotated[
    Line,
    matching(
        r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*",
        "a language tag such as de or en-GB",
    ),
]
Duration = Annotated[
    Line, matching(r"[1-9]\d{0,3} (day|week|month|year)s?", "a duration such as '1 year'")
]
Pixels = Annotated[int, Field(ge=1, le=10_000)]
Weight = Annotated[int, Field(ge=-1_000_000, le=1_000_000)]


class Model(BaseModel):
    """Base class of the models: no coercion of types, no unknown keys, no later changes."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Figure(Model):
    """The figure card under a guide's title."""

    image: Line = Field(
        description="Image file: relative to the page, or to the source folder with a leading `/`"
    )
    alt: Text | None = Field(None, description="What the image shows, for people who cannot see it")
    caption: Text | None = Field(None, description="Caption below the image; inline MyST")
    credit: Text | None = Field(None, description="Who made the image; inline MyST")
    license: Line | None = Field(None, description="Licence of the image, such as `CC BY 4.0`")
    width: Pixels | None = Field(None, description="Display width in CSS pixels")
    decorative: bool = Field(False, description="The image is purely decorative and needs no `alt`")


class Link(Model):
    """Target of a `next` or `prev`."""

    to: Line = Field(description="A guide (`day-in-the-life`, `/liaison/history`) or an address")
    label: Line | None = Field(default=None, description="Label of the link, shown with the title")


class Source(Model):
    """Where the facts of a guide come from."""

    title: Line | None = Field(None, description="Name of the source")
    url: Address | None = Field(None, description="Its public address")

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": [key], "properties": {key: {"type": "string"}}}
                for key in ("title", "url")
            ]
        }
    )

    @model_validator(mode="after")
    def _says_something(self) -> Source:
        if not self.title and not self.url:
            raise PydanticCustomError("value", "needs a title or an address")
        return self


_NoAddress = Annotated[Line, TextCheck(str, {"not": {"pattern": "^https?://"}})]
_ShortLink = Annotated[Link, _short_for("to", Link)]
_ShortSource = Annotated[
    Source, BeforeValidator(_as_source, json_schema_input_type=Address | _NoAddress | Source)
]
Links = Annotated[list[_ShortLink], _wrapped(Line | Link, str, dict)]
Texts = Annotated[list[Line], _wrapped(Line, str)]


class Defaults(Model):
    """The keys that a guide may have and a `cascade` may set for a folder."""

    subtitle: Line | None = Field(None, description="Lead line under the title")
    description: Text | None = Field(
        None, description="One sentence for the head, search results and every card of the page"
    )
    include_footer: bool = Field(False, description="Show the site footer on this page")
    sidebar: bool = Field(False, description="Show the drawer that lists this career's guides")
    sidebarlogo: Line | None = Field(None, description="Logo above the sidebar, from `logos/`")
    figure: Annotated[Figure, _short_for("image", Figure)] | None = Field(
        None, description="The figure card under the title"
    )
    next: Links = Field(
        default_factory=list,
        description="What to read next, shown as a card at the end of the page",
    )
    prev: Links = Field(
        default_factory=list, description="Previous guide, if it is not the one that leads here"
    )
    weight: Weight | None = Field(
        None, description="Position in the career where `next` does not determine it"
    )
    aliases: list[OldPath] = Field(
        default_factory=list, description="Old paths that redirect to this page"
    )
    draft: bool = Field(False, description="Leave this page out of the build and of every list")
    lang: Language | None = Field(
        None, description="Language of the page, if it is not that of the site"
    )
    industry: Line | None = Field(None, description="Industry that the career belongs to")
    tags: list[Line] = Field(default_factory=list, description="Topics of the guide")
    occupation: Annotated[list[Soc], _wrapped(Soc, str)] = Field(
        default_factory=list, description="Codes of the Standard Occupational Classification, 2018"
    )
    related: list[Line] = Field(
        default_factory=list, description="Guides to show first among the related guides"
    )
    authors: Texts = Field(default_factory=list, description="Who wrote the guide")
    generated_by: Line | None = Field(None, description="The program that wrote the text, if any")
    last_reviewed: Annotated[date, BeforeValidator(_as_date)] | None = Field(
        None, description="When a person last checked the guide"
    )
    review_in: Duration | None = Field(None, description="How long the review stays valid")
    sources: list[_ShortSource] = Field(
        default_factory=list, description="Where the facts come from"
    )


#: Number of other names of a guide: each is a line in the list from A to Z.
MOST_NAMES = 20


class Guide(Defaults):
    """The front matter of a guide, including the defaults of its folder."""

    title: Line = Field(description="Heading, page title and name in every list; plain text")
    also: Annotated[Texts, Field(max_length=MOST_NAMES)] = Field(
        default_factory=list,
        description="Other names that people search for: of the guide, or in `index.md` of the"
        " career",
    )
    cascade: Defaults | None = Field(
        None, description="In `index.md` only: defaults for every guide of the folder"
    )


#: All keys of a guide, in the order in which the contract and the documentation list them.
KEYS: tuple[str, ...] = ("title", "also", *Defaults.model_fields, "cascade")
