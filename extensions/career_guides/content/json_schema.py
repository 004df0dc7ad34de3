"""The JSON Schema of the front matter, generated from the models that the build validates with.

It lets editors check the names, types and limits of keys. What depends on other files of the site
(does that guide, logo or image exist?) is left to ``career-guides check``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from .schema import FOREIGN_KEYS, KEYS, Guide

if TYPE_CHECKING:
    from collections.abc import Iterable


#: Name of the schema's file on a site.
NAME = "front-matter.schema.json"


class _WithoutTitles(GenerateJsonSchema):
    """Leaves out titles that only repeat the name of a key: "Include Footer"."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def front_matter_schema(extra_keys: Iterable[str] = ()) -> dict[str, Any]:
    """Return the schema of a page's front matter.

    It is in draft 7, the newest that VS Code and its YAML extensions support fully.

    :param extra_keys: keys of other extensions, which are accepted unchecked
    """
    schema = Guide.model_json_schema(schema_generator=_WithoutTitles)
    schema.pop("required")
    properties = {key: _or_empty(schema["properties"][key]) for key in KEYS if key != "title"}
    others = dict.fromkeys(sorted(FOREIGN_KEYS.union(extra_keys) - set(KEYS)), True)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **schema,
        "title": "Front matter of a guide",
        "properties": {"title": schema["properties"]["title"], **properties, **others},
        # A page without any of our keys is not a guide, and needs no title.
        "dependencies": {key: ["title"] for key in KEYS if key != "title"},
    }


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    """Allow a key without a value, as the build does."""
    about: dict[str, Any] = {
        key: schema[key] for key in ("description", "default") if key in schema
    }
    value = {key: given for key, given in schema.items() if key not in about}
    choices = [choice for choice in value.get("anyOf", [value]) if choice != {"type": "null"}]
    return {**about, "anyOf": [*choices, {"enum": ["", None]}]}


def as_text(schema: dict[str, Any]) -> str:
    """Return *schema* as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
