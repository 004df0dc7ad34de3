"""The front matter that pages inherit: Hugo's `cascade` of the site and of the pages above."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hugo_to_myst.read.data_files import lower_keys

if TYPE_CHECKING:
    from hugo_to_myst.read.content_files import ContentFile

#: Keys of `params` that a guide has; Hugo's own keys mean something at the top only.
_OWN_PARAMETERS = frozenset({
    "subtitle", "include_footer", "sidebar", "sidebarlogo", "industry", "author", "authors",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cascade:
    """Values for some pages.

    :param target: what the pages must be; empty for all.
    """

    values: dict[str, Any]
    target: dict[str, Any] = field(default_factory=dict)

    def fits(self, file: ContentFile) -> bool:
        """Return whether a page is a target. https://gohugo.io/configuration/cascade/."""
        kind = {"leaf": "page"}.get(file.kind, file.kind)
        facts = {"path": f"/{file.logical}".lower(), "kind": kind, "lang": file.language.code}
        for key, fact in facts.items():
            wanted = self.target.get(key)
            if wanted and not _glob(str(wanted).lower()).fullmatch(fact):
                return False
        environment = str(self.target.get("environment") or "production")
        return bool(_glob(environment).fullmatch("production"))


def read_cascades(value: Any) -> list[Cascade]:
    """Return the cascades of a value in front matter or in the configuration."""
    found = []
    for entry in value if isinstance(value, list) else [value]:
        if not isinstance(entry, dict):
            continue
        keys = {str(k).lower(): v for k, v in entry.items()}
        target = keys.pop("target", None) or keys.pop("_target", None)
        params = keys.pop("params", None)
        own = lower_keys(params) if isinstance(params, dict) else {}
        tables = target if isinstance(target, list) else [target]
        found += [Cascade({**own, **keys}, lower_keys(t) if isinstance(t, dict) else {})
                  for t in tables]  # fmt: skip
    return found


@dataclass(slots=True)
class Inheritance:
    """The cascades of a site.

    :param by_folder: language and folder -> the cascades of its own page.
    """

    of_site: list[Cascade] = field(default_factory=list)
    by_folder: dict[tuple[str, str], list[Cascade]] = field(default_factory=dict)

    def add(self, file: ContentFile, value: Any) -> None:
        """Add the cascade of a page."""
        if value is not None and file.kind in ("section", "home"):
            self.by_folder[file.language.code, file.logical] = read_cascades(value)

    def inherited(self, file: ContentFile) -> dict[str, Any]:
        """Return what a page inherits; the nearest page above decides."""
        if not (self.by_folder or self.of_site):
            return {}
        folder = file.logical
        if file.kind not in ("section", "home"):
            folder = folder.rpartition("/")[0]
        values: dict[str, Any] = {}
        while True:
            for cascade in self.by_folder.get((file.language.code, folder), ()):
                if cascade.fits(file):
                    values = {**cascade.values, **values}
            if not folder:
                break
            folder = folder.rpartition("/")[0]
        for cascade in self.of_site:
            if cascade.fits(file):
                values = {**cascade.values, **values}
        return values

    def effective(self, file: ContentFile, own: dict[str, Any]) -> dict[str, Any]:
        """Return the front matter of a page with what it inherits and with its `params`."""
        params = own.get("params")
        lifted = lower_keys(params) if isinstance(params, dict) else {}
        lifted = {k: v for k, v in lifted.items() if k in _OWN_PARAMETERS}
        return {**self.inherited(file), **lifted, **own}


def _glob(pattern: str) -> re.Pattern[str]:
    """Return a glob of Hugo's as a regular expression: `**` also goes into folders."""
    out = ""
    for part in re.findall(r"\*\*|\*|\?|\{|\}|,|[^*?{},]+", pattern):
        out += {"**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")"}.get(
            part, "|" if part == "," and out.count("(?:") > out.count(")") else re.escape(part)
        )
    try:
        return re.compile(out)
    except re.error:  # brackets that do not match
        return re.compile(re.escape(pattern))
