"""The table of shortcodes: a rule for each that says what becomes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING, Any

from .data_files import DataFileError, load

if TYPE_CHECKING:
    from pathlib import Path

    from .shortcodes import Shortcode


#: Each kind of rule with those of its values that a reader sees, in the order of the page.
KINDS: dict[str, tuple[str, ...]] = {
    "admonition": ("title",),
    "dropdown": ("title",),
    "heading": ("text",),
    "figure": ("title", "caption", "attr"),
    "image": (),
    "tabs": (),
    "tab": ("label",),
    "link": ("text",),
    "embed": (),
    "card": ("title", "text"),
    "code": ("text",),
    "inner": (),
    "text": ("text",),
    "video": (),
    "ref": (),
    "param": (),
    "include": (),
    "drop": (),
    "literal": (),
}
_SLOT = re.compile(r"\{([^{}]*)\}")

#: Arguments that only set how a thing looks or behaves.
_LOOK = frozenset(
    """class style id width height size color colour icon theme align float position target rel
    loading variant bg background type kind context outline block rounded border shadow cols
    columns gap wrap lazy allowfullscreen frameborder scrolling persist persistlang
    groupid preload autoplay controls loop muted playsinline""".split()  # noqa: SIM905
)
_MEASURE = re.compile(r"[\d.]*(px|%|r?em|v[hw])?|true|false|left|right|center|centre", re.I)


class TableError(ValueError):
    """A table of shortcodes that does not have the form that the built-in one describes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of one shortcode: a kind, and a template for each of its values."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)

    def fill(self, name: str, call: Shortcode) -> str:
        """Fill the template of a value with the arguments of a call."""
        return _SLOT.sub(lambda slot: _first(slot[1], call), self.values.get(name, ""))

    def unused(self, call: Shortcode) -> list[tuple[str, str]]:
        """Return the arguments of a call that none of the values uses, with their names."""
        slots = [s for value in self.values.values() for s in _SLOT.findall(value)]
        shown = {_first(slot, call) for slot in slots}
        given = {**dict(zip(map(str, range(99)), call.positional, strict=False)), **call.named}
        return [(k, v) for k, v in given.items() if v.strip() and v not in shown
                and not _is_look(self.kind, k, v)]  # fmt: skip


def _is_look(kind: str, name: str, value: str) -> bool:
    if kind == "tabs":  # their other names are ids; Docsy's say how the tabs are read
        return name.isdigit() or name.lower() in _LOOK | {"lang", "text", "name"}
    if kind == "tab" and name == "text":
        return True
    return name.lower() in _LOOK or (name.isdigit() and bool(_MEASURE.fullmatch(value)))


def _first(names: str, call: Shortcode) -> str:
    for name in names.split("|"):
        if name[:1] == "'":
            return name.strip("'")
        found = (call.inner or "").strip() if name == "inner" else call.get(name)
        if found:
            return found
    return ""


def load_table(extra: Path | None = None) -> dict[str, Rule]:
    """Read the built-in table, and the user's own, whose rules win.

    :raises TableError: if the user's cannot be read; it names the file.
    """
    builtin = resources.files(__package__).joinpath("shortcodes.toml")
    with resources.as_file(builtin) as path:
        table = _rules(path)
    return {**table, **_rules(extra)} if extra else table


def _rules(path: Path) -> dict[str, Rule]:
    try:
        entries = load(path)
    except DataFileError as error:
        raise TableError(str(error)) from error
    rules: dict[str, Rule] = {}
    for name, entry in entries.items():
        kind = entry.get("as") if isinstance(entry, dict) else None
        if kind not in KINDS:
            known = ", ".join(KINDS)
            raise TableError(f"{path}: [{name}] as = {kind!r} is not one of {known}")
        rule = Rule(str(kind), _texts(entry))
        rules[str(name)] = rule
        rules.update((str(other), rule) for other in entry.get("also", []))
    return rules


def _texts(entry: dict[str, Any]) -> dict[str, str]:
    return {str(k): str(v) for k, v in entry.items() if k not in ("as", "also")}
