"""Checks of texts in front matter, each with its counterpart in JSON Schema."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.annotated_handlers import GetCoreSchemaHandler, GetJsonSchemaHandler


# Characters that no output file may contain: XML 1.0, section 2.2; surrogates are not text at all.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, eq=False)  # hashable, as metadata of a type has to be
class TextCheck:
    """A check of a string, and its counterpart in JSON Schema.

    :param check: returns the string, or raises ``PydanticCustomError``
    :param schema: JSON Schema keywords that reject what *check* rejects
    """

    check: Callable[[str], str]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(core), **self.schema}


# Non-empty text without CONTROL characters, for editors, which match UTF-16: there a surrogate is
# half of an emoji.
_VISIBLE = r"^(?=[\s\S]*\S)[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]*$"


def no_wider_than(limit: int) -> TextCheck:
    """Return the check of a text of at most *limit* characters, which is put on one line."""

    def check(value: str) -> str:
        if CONTROL.search(value):
            raise PydanticCustomError("value", "has a control character")
        if not value.strip():
            raise PydanticCustomError("value", "is empty")
        if len(value) > limit:
            message = "has {given} characters; at most {limit} are allowed"
            given = {"given": f"{len(value):,}", "limit": f"{limit:,}"}
            raise PydanticCustomError("value", message, given)
        return " ".join(value.split())

    return TextCheck(check, {"maxLength": limit, "allOf": [{"pattern": _VISIBLE}]})


def matching(pattern: str, expected: str) -> TextCheck:
    """Return the check of a text against a regular expression.

    :param expected: what the text has to be, for the message
    """

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise PydanticCustomError("value", "expected {expected}", {"expected": expected})
        return value

    return TextCheck(
        check, {"pattern": f"^(?:{pattern})$", "patternErrorMessage": f"expected {expected}"}
    )
