"""``careers.json``: the catalogue for other programs, and the JSON Schema that describes it.

Both come from the same models. The same sources produce the same bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from career_guides.domain import guides
from career_guides.facts.csv_files import TOP
from career_guides.output.names import image_uri
from career_guides.output.urls import absolute_or_path, home, language_tag

from .markdown import text_uri

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from career_guides.catalogue.model import Career, Entry
    from career_guides.facts.occupation import Occupation
    from career_guides.facts.release import Facts


PATH, SCHEMA_PATH = "careers.json", "careers.schema.json"
#: To be incremented when programs that read the file have to change.
VERSION = 1
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Record(BaseModel):
    """Base of all records: unknown keys are errors.

    The docstrings and descriptions below are part of the schema that is written.
    """

    # Validators are made when they are needed, which they are not in most builds.
    model_config = ConfigDict(extra="forbid", defer_build=True)


class PictureRecord(Record):
    """The figure of a guide."""

    url: str
    alt: str = Field(description="Empty where the picture says nothing")
    width: int | None = Field(description="Pixels")
    height: int | None = Field(description="Pixels")


class SourceRecord(Record):
    """Where facts of a guide come from."""

    title: str | None
    url: str | None


class GuideRecord(Record):
    """One page."""

    id: str = Field(description="Its path from the source folder, without suffix")
    title: str
    subtitle: str | None
    description: str | None
    url: str = Field(description="Address, or path from the root where the site has none")
    text_url: str = Field(description="The same in Markdown")
    industry: str | None
    tags: list[str]
    occupations: list[str] = Field(description="Codes, as in `occupations`")
    authors: list[str]
    generated_by: str | None = Field(description="The program that wrote the text, if any")
    last_reviewed: str | None = Field(description="Date, as 2026-11-22")
    review_in: str | None = Field(description="How long that review is good for, as `1 year`")
    sources: list[SourceRecord]
    picture: PictureRecord | None
    next: list[str] = Field(description="What to read next: ids of guides, and addresses")


class CareerRecord(Record):
    """A folder of guides."""

    id: str = Field(description="The folder")
    title: str
    guides: list[GuideRecord] = Field(
        description="The landing page, if it is a guide; then the others in reading order"
    )


class PayRecord(Record):
    """Pay in US dollars; null where the survey does not release a figure."""

    per: str = Field(description="`year` or `hour`")
    mean: float | None
    p10: float | None = Field(description="One in ten earns less")
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    at_least: list[str] = Field(
        description="Which of these are the survey's upper limit: the true figure is that or more"
    )


class OccupationRecord(Record):
    """An occupation of the survey that a guide names."""

    title: str
    employment: float | None = Field(description="Jobs of employees in the United States")
    pay: PayRecord
    education: str | None = Field(description="What most people in the job named as required")


class SurveyRecord(Record):
    """Where the figures come from."""

    name: str
    publisher: str
    release: str
    published: str = Field(description="Date")
    url: str
    licence: str
    education: str = Field(description="Source of `education`, with its licence")


class CareersFile(Record):
    """The careers of a site, their guides, and the occupations that these name."""

    schema_: str = Field(alias="$schema", description="Address of this schema")
    version: int = Field(description="Of this format")
    title: str
    description: str
    url: str
    language: str
    survey: SurveyRecord | None
    occupations: dict[str, OccupationRecord] = Field(
        description="By code of the Standard Occupational Classification, 2018"
    )
    careers: list[CareerRecord]


def schema(app: Sphinx) -> str:
    """Return the JSON Schema of the file."""
    found = {"$schema": _DIALECT, "$id": absolute_or_path(app.config, SCHEMA_PATH)}
    return json.dumps(found | CareersFile.model_json_schema(), indent=1, ensure_ascii=False) + "\n"


def make(app: Sphinx) -> str:
    """Return the text of ``careers.json``."""
    domain, config = guides(app.env), app.config
    catalogue = domain.build.catalogue
    others = {"", *config.guides_not_careers}
    careers = [career for name, career in catalogue.careers.items() if name not in others]
    records = [_career(app, career) for career in careers]
    named = {code for career in records for guide in career.guides for code in guide.occupations}
    facts = catalogue.facts
    data = CareersFile(
        **{"$schema": absolute_or_path(app.config, SCHEMA_PATH)},
        version=VERSION,
        title=config.project,
        description=domain.description(config.root_doc),
        url=home(app),
        language=language_tag(config),
        survey=_survey(facts) if named else None,
        occupations={code: _occupation(facts, facts.occupations[code]) for code in sorted(named)},
        careers=records,
    )
    return data.model_dump_json(by_alias=True, indent=1) + "\n"


def _career(app: Sphinx, career: Career) -> CareerRecord:
    entries = guides(app.env).build.catalogue.entries
    return CareerRecord(
        id=career.folder,
        title=career.title,
        guides=[_guide(app, entries[name]) for name in career.all_guides(entries)],
    )


def _guide(app: Sphinx, entry: Entry) -> GuideRecord:
    guide = entry.guide
    translate = guides(app.env).build.translations.of_site
    return GuideRecord(
        id=entry.docname,
        title=guide.title,
        subtitle=guide.subtitle,
        description=guide.description,
        authors=guide.authors,
        generated_by=guide.generated_by,
        review_in=guide.review_in,
        url=absolute_or_path(app.config, app.builder.get_target_uri(entry.docname)),
        text_url=absolute_or_path(app.config, text_uri(app, entry.docname)),
        occupations=list(entry.occupations),
        last_reviewed=guide.last_reviewed.isoformat() if guide.last_reviewed else None,
        sources=[SourceRecord(title=source.title, url=source.url) for source in guide.sources],
        picture=_picture(app, entry),
        next=[target.docname or target.url for target in entry.next],
        industry=guide.industry and translate(guide.industry),
        tags=[translate(tag) for tag in guide.tags],
    )


def _picture(app: Sphinx, entry: Entry) -> PictureRecord | None:
    image, figure = entry.image, entry.guide.figure
    if image is None or figure is None:
        return None
    return PictureRecord(
        url=absolute_or_path(app.config, image_uri(image.path)),
        alt="" if figure.decorative else figure.alt or "",
        width=image.width,
        height=image.height,
    )


def _survey(facts: Facts) -> SurveyRecord:
    release = facts.release
    return SurveyRecord(
        name=release.survey,
        publisher=release.publisher,
        release=release.name,
        published=release.published,
        url=release.url,
        licence=release.licence,
        education=release.onet,
    )


def _occupation(facts: Facts, row: Occupation) -> OccupationRecord:
    limit = facts.release.top_hourly if row.is_hourly else facts.release.top_annual
    figures: dict[str, float | None] = {}
    at_least = []
    for name, value in row.pay._asdict().items():
        if value == TOP and limit:
            at_least.append(name)
            figures[name] = limit
        else:
            figures[name] = value if isinstance(value, float) else None
    return OccupationRecord(
        title=row.title,
        employment=row.employment if isinstance(row.employment, float) else None,
        pay=PayRecord(per="hour" if row.is_hourly else "year", at_least=at_least, **figures),
        education=row.onet.education or None,
    )
