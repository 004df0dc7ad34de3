"""The JSON Schema of the front matter, made from the models that the build validates with. Pure.

For editors: names, kinds and limits of the keys. What needs the other files of the site (does
that guide, logo or image exist?) is the business of ``career-guides check``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from .schema import FOREIGN_KEYS, KEYS, Guide

if TYPE_CHECKING:
    from collections.abc import Iterable


#: Its file on a site.
NAME = "front-matter.schema.json"


class _WithoutTitles(GenerateJsonSchema):
    """Leaves out titles that only say a key's name again: "Include Footer"."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def front_matter_schema(extra_keys: Iterable[str] = ()) -> dict[str, Any]:
    """Return the schema of a page's front matter.

    In draft 7, the newest that VS Code and its YAML extensions read whole.

    :param extra_keys: keys of other extensions, which are accepted without a look
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
        # A page without any key of ours is no guide, and needs no title.
        "dependencies": {key: ["title"] for key in KEYS if key != "title"},
    }


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a key be there without a value, as the build does."""
    about: dict[str, Any] = {
        key: schema[key] for key in ("description", "default") if key in schema
    }
    value = {key: given for key, given in schema.items() if key not in about}
    choices = [choice for choice in value.get("anyOf", [value]) if choice != {"type": "null"}]
    return {**about, "anyOf": [*choices, {"enum": ["", None]}]}


def as_text(schema: dict[str, Any]) -> str:
    """Return *schema* as a file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
