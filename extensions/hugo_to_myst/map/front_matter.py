"""Map the front matter of Hugo to the keys of a guide."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hugo_to_myst.read.html_tree import read_html

from .inherited import read_cascades
from .taxonomies import term_text
from .values import MAX_LINE, MAX_TEXT, as_list, clip, one_line, plain

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog


#: Hugo's keys for the address of a page; now the guide's name and aliases say it.
_PLACE = {"url", "slug", "aliases"}
_WEIGHTS = range(-1_000_000, 1_000_001)
_LOGO = re.compile(r"[\w][\w .+-]{0,99}")


@dataclass(slots=True)
class _Mapped:
    """The keys of a guide.

    :param hugo: the keys of Hugo that guides do not have.
    """

    values: dict[str, Any] = field(default_factory=dict)
    hugo: dict[str, Any] = field(default_factory=dict)


class FrontMatterMapper:
    """Maps the front matter of one page.

    :param lines: the line of each key.
    """

    def __init__(self, lines: dict[str, int], log: PageLog) -> None:
        self.lines = lines
        self.log = log

    def map(
        self, source: dict[str, Any], stem: str, heading: str = "", *, index: bool = True
    ) -> dict[str, Any]:
        """Map a page's front matter.

        :param stem: the page's name, the title of a page without one.
        :param heading: the heading that a page without a title begins with.
        :param index: whether the page is the index of a folder; only such a page has a cascade.
        """
        mapped = self._mapped(source)
        if heading and "title" not in mapped.values:
            mapped.values["title"] = clip(heading)
            self.log("heading", 1, heading, "the title, since the page has no other")
        if "title" not in mapped.values:
            title = one_line(source.get("linktitle")) or stem.replace("-", " ").replace("_", " ")
            mapped.values["title"] = clip(title[:1].upper() + title[1:]) or "Untitled"
            self.log("front-matter-value", 1, "no title", f"title: {mapped.values['title']}")
        self._add_cascade(mapped, source.get("cascade"), index=index)
        if mapped.hugo:
            mapped.values["hugo"] = mapped.hugo
        return mapped.values

    def _add_cascade(self, mapped: _Mapped, value: Any, *, index: bool) -> None:
        """Map the values for the pages below; https://gohugo.io/content-management/front-matter/."""
        cascades = read_cascades(value) if value is not None else []
        at = self.lines.get("cascade", 1)
        if cascades and index:
            shared: dict[str, Any] = {}
            for cascade in cascades:
                shared = shared if cascade.target else {**cascade.values, **shared}
            inner = self._mapped(shared)
            mapped.values["cascade"] = inner.values
            mapped.hugo |= {"cascade": inner.hugo} if inner.hugo else {}
            if any(cascade.target for cascade in cascades):
                self.log("cascade", at, f"cascade: {value}", "written on the pages that it is for")
        elif value is not None:
            mapped.hugo["cascade"] = plain(value)
            why = "kept as hugo: cascade; " + ("not a mapping" if index else "not an index")
            self.log("front-matter-value", at, f"cascade: {value}", why)

    def _mapped(self, source: dict[str, Any]) -> _Mapped:
        mapped = _Mapped()
        for key, value in source.items():
            if key in _PLACE or key == "cascade" or (key == "weight" and value == 0):
                continue  # a weight of 0 is none
            method = getattr(self, f"_{key}", None) if key in KEYS else None
            result = method(value) if method else None
            if result is not None:
                name, new = result
                mapped.values.setdefault(name, new)
            elif not (key in KEYS and value in (None, "", [], {})):
                mapped.hugo[key] = plain(value)
                self._log_kept(key, value)
        return mapped

    def _log_kept(self, key: str, value: Any) -> None:
        kind = "menu" if key in ("menu", "menus") else "front-matter"
        if key in KEYS:
            kind = "front-matter-value"
        self.log(kind, self.lines.get(key, 1), f"{key}: {value}", f"kept as hugo: {key}")

    def _title(self, value: Any) -> tuple[str, Any] | None:
        text = one_line(value)
        if len(text) > MAX_LINE:
            self.log("front-matter-value", self.lines.get("title", 1), text, "cut: too long")
        return ("title", clip(text)) if text else None

    def _subtitle(self, value: Any) -> tuple[str, Any] | None:
        return ("subtitle", clip(self._text("subtitle", value))) if one_line(value) else None

    def _description(self, value: Any) -> tuple[str, Any] | None:
        text = self._text("description", value)
        if len(text) > MAX_TEXT:
            at = self.lines.get("description", 1)
            self.log("front-matter-value", at, text, "cut: too long")
        return ("description", clip(text, MAX_TEXT)) if text else None

    def _industry(self, value: Any) -> tuple[str, Any] | None:
        return ("industry", clip(value)) if isinstance(value, str) and value.strip() else None

    def _text(self, key: str, value: Any) -> str:
        """Return a text without markup, which heads and cards cannot show."""
        text = one_line(value)
        if re.search(r"</?[A-Za-z]", text):
            bare = " ".join(read_html(text).text.split())
            self.log("front-matter-value", self.lines.get(key, 1), text, "its markup was dropped")
            return bare
        return text

    def _flag(self, key: str, value: Any) -> tuple[str, Any] | None:
        if isinstance(value, str) and value.strip().lower() in ("true", "false"):
            value = value.strip().lower() == "true"
        return (key, value) if isinstance(value, bool) else None

    def _include_footer(self, value: Any) -> tuple[str, Any] | None:
        return self._flag("include_footer", value)

    def _sidebar(self, value: Any) -> tuple[str, Any] | None:
        return self._flag("sidebar", value)

    def _draft(self, value: Any) -> tuple[str, Any] | None:
        return self._flag("draft", value)

    def _sidebarlogo(self, value: Any) -> tuple[str, Any] | None:
        name = re.sub(r"\.(svg|png|webp)$", "", str(value or "").strip())
        return ("sidebarlogo", name) if _LOGO.fullmatch(name) else None

    def _weight(self, value: Any) -> tuple[str, Any] | None:
        if isinstance(value, str) and re.fullmatch(r"\s*-?[0-9]{1,7}\s*", value):
            value = int(value)
        if isinstance(value, float) and abs(value) < _WEIGHTS.stop:
            value = int(value)  # as Hugo does
        whole = isinstance(value, int) and not isinstance(value, bool)
        return ("weight", value) if whole and value in _WEIGHTS else None

    def _tags(self, value: Any) -> tuple[str, Any] | None:
        found = value.split(",") if isinstance(value, str) else as_list(value)
        tags = [clip(term_text(v)) for v in found if not isinstance(v, dict | list)]
        return ("tags", list(dict.fromkeys(filter(None, tags)))) if any(tags) else None

    def _author(self, value: Any) -> tuple[str, Any] | None:
        names = [v.get("name") or v.get("title") if isinstance(v, dict) else v
                 for v in as_list(value)]  # fmt: skip
        texts = [clip(one_line(n)) for n in names if not isinstance(n, dict | list) and one_line(n)]
        return ("authors", texts) if texts and len(texts) == len(names) else None

    _authors = _author


#: Hugo's keys that a guide has, each with a method of :class:`FrontMatterMapper`.
KEYS = {
    "title", "subtitle", "description", "include_footer", "sidebar", "sidebarlogo", "draft",
    "weight", "tags", "author", "authors", "industry",
}  # fmt: skip
