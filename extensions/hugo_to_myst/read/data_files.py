"""TOML, YAML and JSON as Hugo reads them, within limits that hostile files cannot exceed."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path


_SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _HugoLoader(_SAFE_LOADER):  # type: ignore[misc, valid-type]
    """YAML as Hugo reads it, by the rules of YAML 1.2: times, `no` and `12:30` are text."""


_HugoLoader.yaml_implicit_resolvers = {}
#: The plain texts that are values of another type, and the characters that such texts begin with.
#: They are those of https://github.com/goccy/go-yaml, with which Hugo reads YAML.
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?(?:0[bB][01_]+|0[oO]?[0-7_]+|0[xX][0-9a-fA-F_]+|[1-9][0-9_]{0,18}|0)",
     "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*)(?:[eE][-+]?[0-9]+)?",
     "-+.0123456789"),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", "-+."),
    ("merge", r"<<", "<"),
):  # fmt: skip
    _HugoLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})\\Z"), list(_first)
    )


def _int(loader: Any, node: Any) -> int:
    text = str(loader.construct_scalar(node)).replace("_", "").lower()
    sign, digits = (-1 if text[0] == "-" else 1), text.lstrip("+-")
    base = {"0b": 2, "0o": 8, "0x": 16}.get(digits[:2])
    base = base or (8 if len(digits) > 1 and digits[0] == "0" else 10)
    return sign * int(digits, base)


_HugoLoader.add_constructor("tag:yaml.org,2002:int", _int)


#: YAML beyond these limits is broken or an attack.
_MAX_DEPTH, _MAX_VALUES = 50, 10_000
#: Where YAML may begin a mapping or a list.
_NESTING = re.compile(r"[\[{]|[-:?](?=\s|$)")
_MAX_VALUES_OF_FILE = 100_000

#: Everything that the YAML and TOML readers raise on broken input.
PARSE_ERRORS = (
    yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError,
    RecursionError,
)  # fmt: skip
#: Control characters, which no reader sees and no file of the output may hold.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class DataFileError(ValueError):
    """A TOML, YAML or JSON file that cannot be read or is not a mapping."""


class TooManyValuesError(ValueError):
    """YAML that is nested too deeply, or whose aliases stand for too many values."""


def decode(data: bytes) -> str:
    """Decode UTF-8, or UTF-16 with a BOM; failing that, Windows-1252 or Latin-1.

    Lines end in a line feed alone, and control characters go.
    """
    first = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for encoding in (first, "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return _CONTROL.sub("", text.replace("\f", " ").replace("\v", " "))
    return ""


def load(path: Path) -> dict[str, Any]:
    """Load a TOML, YAML or JSON file.

    :raises DataFileError: if it cannot be read or is not a mapping.
    """
    try:
        text = decode(path.read_bytes())
        if path.suffix == ".toml":
            values: Any = tomllib.loads(text)
        elif path.suffix == ".json":
            values = json.loads(text)
        else:
            _refuse_bomb(text, _MAX_VALUES_OF_FILE)
            values = yaml.load(text, _HugoLoader)  # noqa: S506 - it is a safe one
    except (OSError, *PARSE_ERRORS) as error:
        raise DataFileError(f"{path}: {' '.join(str(error).split())}") from error
    if not isinstance(values, dict | None):
        raise DataFileError(f"{path}: not a mapping")
    return values or {}


def load_front_matter(source: str) -> Any:
    """Load YAML front matter; dates and times stay text.

    :raises TooManyValuesError: if it exceeds the limits; others of `PARSE_ERRORS` if it is broken.
    """
    _refuse_bomb(source, _MAX_VALUES)
    return yaml.load(source, _HugoLoader)  # noqa: S506 - it is a safe one


def lower_keys(value: Any, depth: int = 0) -> Any:
    """Put the keys of nested mappings in lower case, since Hugo ignores their case."""
    if depth > 12:
        return value
    if isinstance(value, dict):
        return {str(k).lower(): lower_keys(v, depth + 1) for k, v in value.items()}
    return [lower_keys(v, depth + 1) for v in value] if isinstance(value, list) else value


def _refuse_bomb(source: str, most: int) -> None:
    """Refuse YAML that would end the process, or keep it busy for minutes, before it is loaded.

    :raises TooManyValuesError: if it is nested too deeply or has more values than `most`, each
        alias counted as all that it stands for.
    """
    if len(source) < most and "&" not in source and len(_NESTING.findall(source)) <= _MAX_DEPTH:
        return
    sizes: dict[str, int] = {}
    open_: list[tuple[str | None, int]] = []
    size = 0
    for event in yaml.parse(source, Loader=_HugoLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append((event.anchor, size))
            size += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_.pop()
            if anchor:
                sizes[anchor] = size - before
        elif isinstance(event, yaml.AliasEvent):
            # An alias inside its own anchor has no size yet: it never ends.
            size += most + 1 if event.anchor in {a for a, _ in open_} else 1
            size += sizes.get(event.anchor or "", 0)
        elif isinstance(event, yaml.ScalarEvent):
            size += 1
        if size > most or len(open_) > _MAX_DEPTH:
            raise TooManyValuesError(f"more than {most} values, or nested deeper than {_MAX_DEPTH}")
