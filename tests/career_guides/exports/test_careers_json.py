"""careers.json"""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.sites import Site
from tests.sites.exports import text


def test_careers_json_follows_its_schema(export_site: Site) -> None:
    export_site.build()
    data, schema = (
        json.loads(text(export_site, "careers.json")),
        json.loads(text(export_site, "careers.schema.json")),
    )
    checker = jsonschema.Draft202012Validator
    checker.check_schema(schema)
    checker(schema).validate(data)
    assert data["$schema"] == schema["$id"] == "https://example.org/careers.schema.json"
    with pytest.raises(jsonschema.ValidationError):
        checker(schema).validate(data | {"more": 1})


def test_each_career_is_a_line(export_site: Site) -> None:
    export_site.build()
    written = text(export_site, "careers.json")
    lines = written.split('\n "careers": [\n')[1].removesuffix("\n ]\n}\n").split(",\n")
    assert [json.loads(line) for line in lines] == json.loads(written)["careers"]


def test_careers_json_has_what_the_pages_show(export_site: Site) -> None:
    export_site.build()
    data = json.loads(text(export_site, "careers.json"))
    assert [career["id"] for career in data["careers"]] == ["dentist", "nurse"]
    nurse, day = data["careers"][1]["guides"]
    assert nurse == {
        "id": "nurse/index", "title": "Nurse", "subtitle": None, "description": "Cares <3 & more",
        "url": "https://example.org/nurse/index.html",
        "text_url": "https://example.org/nurse/index.html.md",
        "industry": "Health", "tags": ["people"], "occupations": ["29-1141"],
        "authors": ["Ann Lee"], "generated_by": None, "last_reviewed": "2026-03-04",
        "review_in": None, "sources": [], "next": ["nurse/day"],
        "picture": {
            "url": "https://example.org/_images/images.one.svg", "alt": "A ward",
            "width": 90, "height": 60,
        },
    }  # fmt: skip
    assert (export_site.out / "_images/images.one.svg").is_file()
    assert day["sources"] == [{"title": None, "url": "https://book.example/"}]
    assert data["survey"]["release"] == "May 2025"
    assert data["occupations"]["29-1141"]["employment"] == 3300
    pay = data["occupations"]["29-1021"]["pay"]
    assert (pay["per"], pay["median"]) == ("year", 180000)
    # "$239,200 or more" on the page.
    assert (pay["p90"], pay["at_least"]) == (239200, ["p75", "p90"])
    assert '"p90": 239200.0,' in text(export_site, "careers.json")  # as the other figures
    assert "$239,200 or more" in export_site.soup("dentist/index.html").get_text()
