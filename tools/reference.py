"""``make reference``: the reference pages say what the code does.

The first paragraph of each section is made here, from the configuration values, the models of
the front matter and the kinds of messages. What follows it is written by hand.
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

from career_guides.config import ABOUT, add_config_values
from career_guides.content.schema import KEYS, Figure, Guide, Link, Source
from career_guides.diagnostics.problem import CHECKED, SUBTYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PAGES = Path(__file__).parents[1] / "docs" / "contribute"
#: Line above what is made: a comment of MyST's.
MARK = "% made from the code: make reference"

KINDS = {str: "text", dict: "mapping", list: "list", bool: "true or false"}


def settings() -> Iterator[tuple[str, str]]:
    """Yield the configuration values, and what to say of each."""
    app = MagicMock()
    add_config_values(app)
    for call in app.add_config_value.call_args_list:
        name, default, _rebuild, kind = call.args
        shown = repr(default).replace("'", '"')
        yield name, f"Type: {KINDS[kind]}. Default: `{shown}`. {ABOUT[name]}"


#: Kind of value -> values of which a key of that kind takes at least one.
_SAMPLES: dict[str, list[Any]] = {
    "`true` or `false`": [True],
    "whole number": [7],
    "date": [date(2026, 11, 22)],
    "text": ["text", "27-3091", "1 year", "https://work.example/"],
    "mapping": [{"image": "x"}, {"to": "x"}, {"title": "x"}, {"weight": 1}],
}
_MODELS: dict[str, tuple[type[BaseModel], dict[str, str]]] = {
    "figure": (Figure, {"image": "x"}),
    "next": (Link, {"to": "x"}),
    "sources": (Source, {"title": "x"}),
}


def kind_of(model: type[BaseModel], key: str, rest: Mapping[str, Any]) -> str:
    """Return which kinds of values *model* takes for *key*. It is asked, not described.

    :param rest: values of the keys that have to be there
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
    """Return the kind of a key, with whether it is required, and what it is for."""
    field = model.model_fields[key]
    kind = kind_of(model, key, rest)
    kind += "; required" if field.is_required() else ""
    kind += "; `false` if it is not there" if field.default is False else ""
    return kind, str(field.description)


def keys() -> Iterator[tuple[str, str]]:
    """Yield the keys of the front matter, and what to say of each."""
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
    """Yield the kinds of messages, and what each means."""
    for subtype, about in SUBTYPES.items():
        if subtype not in CHECKED:
            yield f"guide.{subtype}", about


def check_messages() -> Iterator[tuple[str, str]]:
    """Yield those that only ``make check`` says."""
    for subtype in CHECKED:
        yield f"guide.{subtype}", SUBTYPES[subtype]


def fill(text: str, made: Mapping[str, str]) -> str:
    """Return the page *text* with what is *made*, by section, in it.

    :raises LookupError: if a section is not there
    """
    for name, words in made.items():
        heading = re.search(rf"^#+ `{re.escape(name)}`\n\n", text, re.MULTILINE)
        if heading is None:
            message = f"no section `{name}`: write its heading, and below it what to do"
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
    "check-messages.md": check_messages,
}


def main() -> int:
    """Write the pages; return how many of them have changed."""
    changed = 0
    for name, made in REFERENCE.items():
        path = PAGES / name
        text = path.read_text(encoding="utf-8")
        new = fill(text, dict(made()))
        if new != text:
            path.write_text(new, encoding="utf-8")
            changed += 1
            sys.stdout.write(f"{path.relative_to(Path.cwd())}\n")
    return changed


if __name__ == "__main__":
    main()
