"""Map Hugo's front matter to the keys of a guide, in the order of the guide's contract."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from hugo_to_myst.read.html_tree import read_html

from .site import as_list
from .urls import parse_date

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog
    from hugo_to_myst.read.front_matter import Content


#: The keys of a guide, in the order in which they are written.
KEYS = (
    "title", "subtitle", "description", "include_footer", "sidebar", "sidebarlogo", "figure",
    "next", "prev", "weight", "aliases", "draft", "industry", "tags", "occupation", "related",
    "authors", "generated_by", "last_reviewed", "review_in", "sources", "cascade", "myst", "hugo",
)  # fmt: skip
#: Hugo's keys that say where a page is; the guide's name and aliases say it now.
_PLACE = {"url", "slug", "aliases"}
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE, _TEXT = 300, 2_000
_WEIGHTS = range(-1_000_000, 1_000_001)
_LOGO = re.compile(r"[\w][\w .+-]{0,99}")


@dataclass(slots=True)
class Mapped:
    """Front matter as a guide has it; what has no place there is in `hugo`."""

    values: dict[str, Any] = field(default_factory=dict)
    hugo: dict[str, Any] = field(default_factory=dict)


class Mapper:
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

        :param stem: the page's name, which one without title is called by.
        :param heading: the heading that a page without title begins with.
        :param index: whether the page is the index of a folder, which alone may have a cascade.
        """
        mapped = self._mapped(source)
        if heading and "title" not in mapped.values:
            mapped.values["title"] = clip(heading)
            self.log("heading", 1, heading, "the title, since the page has no other")
        if "title" not in mapped.values:
            title = _title(source.get("linktitle")) or stem.replace("-", " ").replace("_", " ")
            mapped.values["title"] = clip(title[:1].upper() + title[1:]) or "Untitled"
            self.log("front-matter-value", 1, "no title", f"title: {mapped.values['title']}")
        found = source.get("cascade")
        keys = {str(k).lower(): v for k, v in found.items()} if isinstance(found, dict) else {}
        aimed = "_target" in keys or "target" in keys
        if isinstance(found, dict) and index and not aimed:
            inner = self._mapped(keys)
            mapped.values["cascade"] = inner.values
            mapped.hugo |= {"cascade": inner.hugo} if inner.hugo else {}
        elif found is not None:
            mapped.hugo["cascade"] = plain(found)
            at = self.lines.get("cascade", 1)
            why = "it is for some pages only" if index else "the page is no index"
            self.log("front-matter-value", at, f"cascade: {found}", f"kept as hugo: cascade; {why}")
        if mapped.hugo:
            mapped.values["hugo"] = mapped.hugo
        return mapped.values

    def _mapped(self, source: dict[str, Any]) -> Mapped:
        mapped = Mapped()
        for key, value in source.items():
            if key in _PLACE or key == "cascade":
                continue
            made = getattr(self, f"_{key}", None) if key in _MAPPED else None
            result = made(value) if made else None
            if result is not None:
                name, new = result
                mapped.values.setdefault(name, new)
            elif not (key in _MAPPED and value in (None, "", [], {})):
                mapped.hugo[key] = plain(value)
                self._kept(key, value)
        return mapped

    def _kept(self, key: str, value: Any) -> None:
        kind = "menu" if key in ("menu", "menus") else "front-matter"
        if key in _MAPPED:
            kind = "front-matter-value"
        self.log(kind, self.lines.get(key, 1), f"{key}: {value}", f"kept as hugo: {key}")

    def _title(self, value: Any) -> tuple[str, Any] | None:
        text = _title(value)
        if len(text) > _LINE:
            self.log("front-matter-value", self.lines.get("title", 1), text, "cut: too long")
        return ("title", clip(text)) if text else None

    def _subtitle(self, value: Any) -> tuple[str, Any] | None:
        return ("subtitle", clip(self._text("subtitle", value))) if _title(value) else None

    def _description(self, value: Any) -> tuple[str, Any] | None:
        text = self._text("description", value)
        if len(text) > _TEXT:
            at = self.lines.get("description", 1)
            self.log("front-matter-value", at, text, "cut: too long")
        return ("description", clip(text, _TEXT)) if text else None

    def _industry(self, value: Any) -> tuple[str, Any] | None:
        return ("industry", clip(value)) if isinstance(value, str) and value.strip() else None

    def _text(self, key: str, value: Any) -> str:
        """Take a text; the markup that some have in it is for no head and no card."""
        text = _title(value)
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
        whole = isinstance(value, int) and not isinstance(value, bool)
        return ("weight", value) if whole and value in _WEIGHTS else None

    def _tags(self, value: Any) -> tuple[str, Any] | None:
        found = value.split(",") if isinstance(value, str) else as_list(value)
        tags = [clip(_title(v)) for v in found if not isinstance(v, dict | list) and _title(v)]
        return ("tags", list(dict.fromkeys(tags))) if tags else None

    def _author(self, value: Any) -> tuple[str, Any] | None:
        names = [v.get("name") or v.get("title") if isinstance(v, dict) else v
                 for v in as_list(value)]  # fmt: skip
        texts = [clip(_title(n)) for n in names if not isinstance(n, dict | list) and _title(n)]
        return ("authors", texts) if texts and len(texts) == len(names) else None

    _authors = _author


#: Hugo's keys that a guide has a place for.
_MAPPED = {
    "title", "subtitle", "description", "include_footer", "sidebar", "sidebarlogo", "draft",
    "weight", "tags", "author", "authors", "industry",
}  # fmt: skip


def hide(values: dict[str, Any], content: Content, config: dict[str, Any], log: PageLog) -> None:
    """Make a draft of a page that Hugo did not publish, and say why."""
    source, today = content.values, dt.datetime.now(dt.UTC).date()
    build = source.get("build", source.get("_build"))
    render = next((v for k, v in build.items() if str(k).lower() == "render"), True) if (
        isinstance(build, dict)) else True  # fmt: skip
    begins = next((k for k in ("publishdate", "pubdate", "date") if source.get(k)), "date")
    ends = "expirydate" if source.get("expirydate") else "unpublishdate"
    first, last = parse_date(source.get(begins)), parse_date(source.get(ends))
    hidden = {
        begins: first and first > today and config.get("buildfuture") is not True,
        ends: last and last < today and config.get("buildexpired") is not True,
        "headless": source.get("headless") is True,
        "build" if "build" in source else "_build": str(render).lower()
        in ("never", "false", "link"),
    }
    for key in (k for k, yes in hidden.items() if yes):
        was = f"{key}: {plain(source[key])}"
        log("front-matter-value", content.lines.get(key, 1), was, "draft: Hugo did not publish it")
        values["draft"] = True


def _title(value: Any) -> str:
    """Give a value as one line of text; some sites have a number for a title."""
    if value is None or isinstance(value, dict | list):
        return ""
    text = value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
    return " ".join(_UNSEEN.sub("", text).split())


def clip(text: str, most: int = _LINE) -> str:
    """Cut a text that is longer than a guide's key may be, at a word."""
    text = " ".join(_UNSEEN.sub("", text).split())
    return text if len(text) <= most else text[: most - 1].rpartition(" ")[0][: most - 1] + "…"


def plain(value: Any, depth: int = 0) -> Any:
    """Give a value as YAML without tags can hold it."""
    if depth > 8:
        return str(value)
    if isinstance(value, dict):
        return {str(k): plain(v, depth + 1) for k, v in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(v, depth + 1) for v in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, str):
        return _UNSEEN.sub("", value)
    return value if isinstance(value, int | float | bool) or value is None else str(value)


class _Dumper(yaml.SafeDumper):
    """YAML as people write it: no aliases, lists indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists, too."""
        del indentless
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out."""
        del data
        return True


def write(values: dict[str, Any]) -> str:
    """Write front matter with its fences, keys in the contract's order."""
    ordered = {key: values[key] for key in KEYS if key in values}
    text = yaml.dump(
        ordered, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000, indent=2
    )
    return f"---\n{text}---\n"
