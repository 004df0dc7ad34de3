"""``careers.json``: the catalogue for other programs, and the JSON Schema that describes it.

The schema, ``careers.schema.json`` beside this module, has all keys of the records below and allows
no others. The same sources produce the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

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


def schema(app: Sphinx) -> str:
    """Return the JSON Schema of the file."""
    found = json.loads(Path(__file__).with_name(SCHEMA_PATH).read_text("utf-8"))
    # The dialect first, as in all such files.
    own = {"$schema": found["$schema"], "$id": absolute_or_path(app.config, SCHEMA_PATH)}
    return json.dumps(own | found, indent=1, ensure_ascii=False) + "\n"


def make(app: Sphinx) -> str:
    """Return the text of ``careers.json``."""
    domain, config = guides(app.env), app.config
    catalogue = domain.build.catalogue
    others = {"", *config.guides_not_careers}
    careers = [career for name, career in catalogue.listed_careers() if name not in others]
    records = [_career(app, career) for career in careers]
    named = {
        code for career in records for guide in career["guides"] for code in guide["occupations"]
    }
    facts = catalogue.facts
    data = {
        "$schema": absolute_or_path(app.config, SCHEMA_PATH),
        "version": VERSION,
        "title": config.project,
        "description": domain.description(config.root_doc),
        "url": home(app),
        "language": language_tag(config),
        "survey": _survey(facts) if named else None,
        "occupations": {
            code: _occupation(facts, facts.occupations[code]) for code in sorted(named)
        },
    }
    head = json.dumps(data, indent=1, ensure_ascii=False).removesuffix("\n}")
    # Each in a line: for an indent, Python makes JSON by its slow encoder.
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return f'{head},\n "careers": [\n{lines}\n ]\n}}\n'


def _career(app: Sphinx, career: Career) -> dict[str, Any]:
    entries = guides(app.env).build.catalogue.entries
    return {
        "id": career.folder,
        "title": career.title,
        "guides": [_guide(app, entries[name]) for name in career.all_guides(entries)],
    }


def _guide(app: Sphinx, entry: Entry) -> dict[str, Any]:
    guide = entry.guide
    translate = guides(app.env).build.translations.of_site
    return {
        "id": entry.docname,
        "title": guide.title,
        "subtitle": guide.subtitle,
        "description": guide.description,
        "url": absolute_or_path(app.config, app.builder.get_target_uri(entry.docname)),
        "text_url": absolute_or_path(app.config, text_uri(app, entry.docname)),
        "industry": guide.industry and translate(guide.industry),
        "tags": [translate(tag) for tag in guide.tags],
        "occupations": entry.occupations,
        "authors": guide.authors,
        "generated_by": guide.generated_by,
        "last_reviewed": guide.last_reviewed.isoformat() if guide.last_reviewed else None,
        "review_in": guide.review_in,
        "sources": [{"title": source.title, "url": source.url} for source in guide.sources],
        "picture": _picture(app, entry),
        "next": [target.docname or target.url for target in entry.next],
    }


def _picture(app: Sphinx, entry: Entry) -> dict[str, Any] | None:
    image, figure = entry.image, entry.guide.figure
    if image is None or figure is None:
        return None
    return {
        "url": absolute_or_path(app.config, image_uri(image.path)),
        "alt": "" if figure.decorative else figure.alt or "",
        "width": image.width,
        "height": image.height,
    }


def _survey(facts: Facts) -> dict[str, str]:
    release = facts.release
    return {
        "name": release.survey,
        "publisher": release.publisher,
        "release": release.name,
        "published": release.published,
        "url": release.url,
        "licence": release.licence,
        "education": release.onet,
    }


def _occupation(facts: Facts, row: Occupation) -> dict[str, Any]:
    limit = facts.release.top_hourly if row.is_hourly else facts.release.top_annual
    figures: dict[str, float | None] = {}
    at_least = []
    for name, value in row.pay._asdict().items():
        if value == TOP and limit:
            at_least.append(name)
            figures[name] = float(limit)
        else:
            figures[name] = value if isinstance(value, float) else None
    return {
        "title": row.title,
        "employment": row.employment if isinstance(row.employment, float) else None,
        "pay": {"per": "hour" if row.is_hourly else "year", **figures, "at_least": at_least},
        "education": row.onet.education or None,
    }
