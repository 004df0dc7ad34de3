"""``make reference``: generate the parts of the reference pages that come from the code.

The first paragraph of each section is generated from the configuration values, the front-matter
models and the message subtypes. The rest of the section is written by hand.
"""

from __future__ import annotations

import re
import sys
import textwrap
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import MagicMock

from pydantic import BaseModel, ValidationError

from build_cache.files import write_whole
from career_guides.config import ABOUT, add_config_values
from career_guides.content.schema import KEYS, Figure, Guide, Link, Source
from career_guides.diagnostics.problem import CHECKED, SUBTYPES, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PAGES = Path(__file__).parents[1] / "docs" / "contribute"
#: MyST comment above each generated paragraph.
MARK = "% generated from the code: make reference"

KINDS = {str: "text", dict: "mapping", list: "list", bool: "true or false"}


def settings() -> Iterator[tuple[str, str]]:
    """Yield each configuration value and its description."""
    app = MagicMock()
    add_config_values(app)
    for call in app.add_config_value.call_args_list:
        name, default, _rebuild, kind = call.args
        shown = repr(default).replace("'", '"')
        yield name, f"Type: {KINDS[kind]}. Default: `{shown}`. {ABOUT[name]}"


#: Type of value -> samples; a key of that type accepts at least one of them.
_SAMPLES: dict[str, list[Any]] = {
    "`true` or `false`": [True],
    "whole number": [7],
    "date": [date(2026, 11, 22)],
    "text": ["text", "27-3091", "1 year", "en-GB", "https://work.example/"],
    "mapping": [{"image": "x"}, {"to": "x"}, {"title": "x"}, {"weight": 1}],
}
_MODELS: dict[str, tuple[type[BaseModel], dict[str, str]]] = {
    "figure": (Figure, {"image": "x"}),
    "next": (Link, {"to": "x"}),
    "sources": (Source, {"title": "x"}),
}


def kind_of(model: type[BaseModel], key: str, rest: Mapping[str, Any]) -> str:
    """Return the types of values that *model* accepts for *key*, found by validating samples.

    :param rest: values of the required keys
    """

    def takes(value: Any) -> bool:
        try:
            model.model_validate({**rest, key: value})
        except ValidationError:
            return False
        return True

    one = [kind for kind, samples in _SAMPLES.items() if any(map(takes, samples))]
    many = [f"{kind}s" for kind, samples in _SAMPLES.items() if any(takes([s]) for s in samples)]
    words = [" or ".join(one)] if one else []
    if many:
        words.append(f"{'a ' if one else ''}list of {' or '.join(many)}")
    return ", or ".join(words)


def describe(model: type[BaseModel], key: str, rest: Mapping[str, Any]) -> tuple[str, str]:
    """Return the type of a key with its default, and its description."""
    field = model.model_fields[key]
    kind = kind_of(model, key, rest)
    kind += "; required" if field.is_required() else ""
    kind += "; default `false`" if field.default is False else ""
    return kind, str(field.description)


def keys() -> Iterator[tuple[str, str]]:
    """Yield each front-matter key and its description."""
    for key in KEYS:
        kind, about = describe(Guide, key, {"title": "x"})
        lines = [f"{kind[0].upper()}{kind[1:]}. {about}."]
        if key in _MODELS:
            model, rest = _MODELS[key]
            for name in model.model_fields:
                kind, about = describe(model, name, rest)
                lines.append(f"- `{name}` ({kind}): {about[0].lower()}{about[1:]}")
        yield key, "\n".join(lines)


def messages() -> Iterator[tuple[str, str]]:
    """Yield each message subtype of the build and its description."""
    for subtype, about in SUBTYPES.items():
        if subtype not in {*CHECKED, *TEXT}:
            yield f"guide.{subtype}", about


def text_messages() -> Iterator[tuple[str, str]]:
    """Yield each message subtype about texts and files, and its description."""
    for subtype in TEXT:
        yield f"guide.{subtype}", SUBTYPES[subtype]


def check_messages() -> Iterator[tuple[str, str]]:
    """Yield each message subtype that only ``make check`` reports, and its description."""
    for subtype in CHECKED:
        yield f"guide.{subtype}", SUBTYPES[subtype]


def fill(text: str, made: Mapping[str, str]) -> str:
    """Return the page *text* with the generated paragraphs filled in.

    :param made: section -> its generated paragraph
    :raises LookupError: if a section is missing
    """
    for name, words in made.items():
        heading = re.search(rf"^#+ `{re.escape(name)}`\n\n", text, re.MULTILINE)
        if heading is None:
            message = f"no section `{name}`: add its heading, and explain below it what to do"
            raise LookupError(message)
        rest = text[heading.end() :]
        if rest.startswith(MARK):
            rest = rest.partition("\n\n")[2]
        block = "\n".join(_wrap(line) for line in words.splitlines())
        text = f"{text[: heading.end()]}{MARK}\n{block}\n\n{rest}"
    return text


def _wrap(line: str) -> str:
    further = "  " if line.startswith("- ") else ""
    return textwrap.fill(
        line, 120, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    )


REFERENCE: dict[str, Callable[[], Iterator[tuple[str, str]]]] = {
    "configuration.md": settings,
    "front-matter.md": keys,
    "messages.md": messages,
    "text-messages.md": text_messages,
    "check-messages.md": check_messages,
}


def main() -> int:
    """Update the pages; return how many have changed."""
    changed = 0
    for name, made in REFERENCE.items():
        path = PAGES / name
        text = path.read_text(encoding="utf-8")
        new = fill(text, dict(made()))
        if new != text:
            write_whole(path, new.encode())
            changed += 1
            sys.stdout.write(f"{path.relative_to(Path.cwd())}\n")
    return changed


if __name__ == "__main__":
    main()
