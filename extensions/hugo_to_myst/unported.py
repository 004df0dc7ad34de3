"""What a site has besides its pages: reported, so that nothing is dropped silently."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from hugo_to_myst.map.built_pages import ADAPTER

from .findings import Finding, source_name

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

    from hugo_to_myst.map.assets import Assets
    from hugo_to_myst.map.site import Site
    from hugo_to_myst.read.config import Config
    from hugo_to_myst.write.output_folder import OutputFolder

    from .findings import Report


#: Settings that the import follows, or that only say how Hugo builds.
_FOLLOWED = {
    "baseurl", "contentdir", "defaultcontentlanguage", "defaultcontentlanguageinsubdir",
    "disablepathtolower", "enableemoji", "languages", "locale", "markup", "module", "permalinks",
    "staticdir", "assetdir", "theme", "themesdir", "title", "uglyurls", "canonifyurls", "build",
    "builddrafts", "enablegitinfo", "minify", "publishdir", "relativeurls",
    "resourcedir", "security", "server", "timeout", "caches", "disablekinds", "languagecode",
    "pygmentscodefences", "pygmentsstyle", "pygmentsusesclassic", "pygmentsuseclasses",
    "pygmentscodefencesguesssyntax", "menu", "menus",
}  # fmt: skip
#: Settings of a language that the import follows, or that only name it.
_LANGUAGE = {"languagename", "languagedirection", "weight", "label", "direction", "disabled"}
#: Folders of a site that hold its look and its tools.
_FOLDERS = ("layouts", "assets", "data", "i18n", "archetypes", "resources")
#: A call that makes a page, or one for each item of a loop.
_ADD_PAGE = re.compile(r"\.AddPage\b")
#: The longest setting that is reported whole, in characters.
_MAX_LENGTH = 400


def report_unported(
    site: Site,
    assets: Assets,
    used: Container[Path],
    output: OutputFolder,
    adapted: Mapping[str, int],
) -> None:
    """Report the settings, menus and files that no guide has.

    :param used: the files that guides show.
    :param adapted: the number of pages taken from the built site, by content adapter.
    """
    report = output.report
    _report_config(site.config, report)
    _report_boilerplate(site, report)
    _report_files(site, assets, used, output, adapted)
    for page in site.other_formats:
        name = source_name(page.path, site.config.root)
        place = output.aside(page.path, name)
        report.add(Finding(name, 0, "format", page.path.suffix, f"copied to {place}"))


def _report_config(config: Config, report: Report) -> None:
    file = config.file
    for key, value in config.values.items():
        if key in ("menu", "menus"):
            _report_menus(file, value, report)
        elif key == "params":
            for name, inner in _items(value):
                _report_setting(file, f"params.{name}", inner, report)
        elif key == "languages":
            for code, table in _items(value):
                _report_language(file, f"languages.{code}", table, report)
        elif key == "permalinks":  # those of pages are followed
            for name, inner in _items(value):
                if isinstance(inner, dict) and name != "page":
                    _report_setting(file, f"permalinks.{name}", inner, report)
        elif key not in _FOLLOWED:
            _report_setting(file, key, value, report)


def _report_language(file: str, name: str, table: Any, report: Report) -> None:
    for key, value in _items(table):
        lower = str(key).lower()
        if lower in ("menu", "menus"):
            _report_menus(file, value, report)
        elif lower == "params":
            for inner, inner_value in _items(value):
                _report_setting(file, f"{name}.params.{inner}", inner_value, report)
        elif lower == "title" or lower not in _FOLLOWED | _LANGUAGE:
            _report_setting(file, f"{name}.{key}", value, report)


def _report_setting(file: str, name: str, value: Any, report: Report) -> None:
    if value in (None, "", [], {}):
        return
    was = f"{name}: {json.dumps(value, default=str, ensure_ascii=False)}"
    report.add(Finding(file, 0, "config", was[:_MAX_LENGTH], "left to conf.py"))


def _report_menus(file: str, value: Any, report: Report) -> None:
    for menu, entries in _items(value):
        for entry in entries if isinstance(entries, list) else [entries]:
            keys = entry if isinstance(entry, dict) else {"name": entry}
            name = keys.get("name") or keys.get("identifier") or keys.get("title") or ""
            target = keys.get("url") or keys.get("pageref") or ""
            was = f"{menu}: {name} {target}".strip()
            report.add(Finding(file, 0, "menu", was[:_MAX_LENGTH], "left to conf.py"))


def _report_boilerplate(site: Site, report: Report) -> None:
    """Report a description that most pages share, since it describes none of them."""
    if not site.descriptions or len(site.pages) < 4:
        return
    text, count = site.descriptions.most_common(1)[0]
    if count * 2 > len(site.pages):
        was = f"{count} of {len(site.pages)} pages: {text}"
        became = "kept; write one for each guide"
        report.add(Finding(site.config.file, 0, "boilerplate", was, became))


def _report_files(
    site: Site,
    assets: Assets,
    used: Container[Path],
    output: OutputFolder,
    adapted: Mapping[str, int],
) -> None:
    """Report the files that no guide shows; those of a theme, or of a folder, together."""
    root, report = site.config.root, output.report
    counts: dict[str, int] = {}
    for path in sorted(set(assets.by_url.values())):
        name = source_name(path, root)
        if path in used:
            continue
        if name.startswith("themes/"):
            theme = "/".join(name.split("/")[:3])
            counts[theme] = counts.get(theme, 0) + 1
        elif path.name == ADAPTER:
            report.add(Finding(name, 0, "adapter", name, _adapted(path, adapted.get(name, 0))))
        elif path.suffix.lower() in (".md", ".markdown", ".html", ".htm"):
            place = output.aside(path, name)
            became = f"not a page of its own; copied to {place}"
            report.add(Finding(name, 0, "resource", name, became))
        else:
            report.add(Finding(name, 0, "resource", name, "not copied: no guide shows it"))
    for name in _FOLDERS:
        if count := sum(1 for path in (root / name).rglob("*") if path.is_file()):
            counts[name] = count
    for name, count in counts.items():
        report.add(Finding(name, 0, "resource", f"{count} files", "not copied"))


def _adapted(path: Path, pages: int) -> str:
    """Say what became of the pages of a content adapter."""
    if pages:
        return f"{pages} pages taken from the built site"
    calls = len(_ADD_PAGE.findall(path.read_text("utf-8", errors="replace")))
    return f"{calls} or more pages not imported; --against PUBLIC takes them from the built site"


def _items(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []
