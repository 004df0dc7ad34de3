"""The JSON Schema of the front matter, generated from the models that the build validates with.

It lets editors check the names, types and limits of keys. What depends on other files of the site
(does that guide, logo or image exist?) is left to ``career-guides check``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .models import keys_of
from .schema import FOREIGN_KEYS, KEYS, Defaults, Figure, Guide, Link, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .models import Key, Model


#: Name of the schema's file on a site.
NAME = "front-matter.schema.json"


#: For editors: a source has a title or an address.
_ANY_OF = {
    Source: [
        {"required": [name], "properties": {name: {"type": "string"}}} for name in ("title", "url")
    ]
}


def front_matter_schema(extra_keys: Iterable[str] = ()) -> dict[str, Any]:
    """Return the schema of a page's front matter.

    It is in draft 7, the newest that VS Code and its YAML extensions support fully.

    :param extra_keys: keys of other extensions, which are accepted unchecked
    """
    schema = _model_schema(Guide)
    schema.pop("required")
    models = (Defaults, Figure, Link, Source)
    properties = {key: _or_empty(schema["properties"][key]) for key in KEYS if key != "title"}
    others = dict.fromkeys(sorted(FOREIGN_KEYS.union(extra_keys) - set(KEYS)), True)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$defs": {model.__name__: _model_schema(model) for model in models},
        **schema,
        "title": "Front matter of a guide",
        "properties": {"title": schema["properties"]["title"], **properties, **others},
        # A page without any of our keys is not a guide, and needs no title.
        "dependencies": {key: ["title"] for key in KEYS if key != "title"},
    }


def _model_schema(model: type[Model]) -> dict[str, Any]:
    keys = keys_of(model)
    required = [name for name, key in keys.items() if key.is_required]
    found: dict[str, Any] = {
        "title": model.__name__,
        "description": model.__doc__,
        "type": "object",
        "properties": {name: _key_schema(key) for name, key in keys.items()},
        "additionalProperties": False,
    }
    if required:
        found["required"] = required
    if model in _ANY_OF:
        found["anyOf"] = _ANY_OF[model]
    return found


def _key_schema(key: Key) -> dict[str, Any]:
    value = key.kind.schema()
    about: dict[str, Any] = {"description": key.about}
    if key.is_nullable:
        value = {"anyOf": [*value.get("anyOf", [value]), {"type": "null"}]}
    if key.is_nullable or key.default is not None:
        about["default"] = key.default
    return value | about


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
