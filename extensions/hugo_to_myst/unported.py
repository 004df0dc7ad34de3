"""What a site has besides its pages: reported, so that nothing is dropped in silence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hugo_to_myst.map.site import relative

from .findings import Finding

if TYPE_CHECKING:
    from hugo_to_myst.map.assets import Assets
    from hugo_to_myst.map.site import Site
    from hugo_to_myst.write.output_folder import Output


#: Settings that the import itself follows, or that only say how Hugo builds.
_FOLLOWED = {
    "baseurl", "contentdir", "defaultcontentlanguage", "defaultcontentlanguageinsubdir",
    "disablepathtolower", "enableemoji", "languages", "locale", "markup", "module", "permalinks",
    "staticdir", "assetdir", "theme", "themesdir", "title", "uglyurls", "canonifyurls", "build",
    "builddrafts", "enablegitinfo", "minify", "publishdir", "relativeurls",
    "resourcedir", "security", "server", "timeout", "caches", "disablekinds", "languagecode",
    "pygmentscodefences", "pygmentsstyle", "pygmentsusesclassic", "pygmentsuseclasses",
    "pygmentscodefencesguesssyntax", "menu", "menus",
}  # fmt: skip
#: What the import follows of a language, or what only names it.
_LANGUAGE = {"languagename", "languagedirection", "weight", "label", "direction", "disabled"}
#: Folders of a site that hold its look and its tools.
_FOLDERS = ("layouts", "assets", "data", "i18n", "archetypes", "resources")
_LONGEST = 400


def report(site: Site, assets: Assets, output: Output) -> None:
    """Report the settings, menus and files that no guide has taken over."""
    config = site.config
    for key, value in config.values.items():
        if key in ("menu", "menus"):
            _menus(config.file, value, output)
        elif key == "params":
            for name, inner in _items(value):
                _setting(config.file, f"params.{name}", inner, output)
        elif key == "languages":
            for code, table in _items(value):
                _language(config.file, f"languages.{code}", table, output)
        elif key == "permalinks":  # those of pages are followed
            for name, inner in _items(value):
                if isinstance(inner, dict) and name != "page":
                    _setting(config.file, f"permalinks.{name}", inner, output)
        elif key not in _FOLLOWED:
            _setting(config.file, key, value, output)
    _boilerplate(site, output)
    _files(site, assets, output)
    _others(site, output)


def _files(site: Site, assets: Assets, output: Output) -> None:
    """Report the files that no guide shows; those of a theme together."""
    config, found = site.config, output.report
    unused: dict[str, int] = {}
    for path in sorted(set(assets.by_url.values())):
        name = relative(path, config.root)
        if path in assets.used:
            continue
        if name.startswith("themes/"):
            theme = "/".join(name.split("/")[:3])
            unused[theme] = unused.get(theme, 0) + 1
        elif path.suffix.lower() in (".md", ".markdown", ".html", ".htm"):
            place = output.aside(path, name)
            found.add(Finding(name, 0, "resource", name, f"no page of its own; copied to {place}"))
        else:
            found.add(Finding(name, 0, "resource", name, "not copied: no guide shows it"))
    for name in _FOLDERS:
        count = sum(1 for path in (config.root / name).rglob("*") if path.is_file())
        if count:
            unused[name] = count
    for name, count in unused.items():
        found.add(Finding(name, 0, "resource", f"{count} files", "not copied"))


def _others(site: Site, output: Output) -> None:
    """Put aside the pages in formats that Hugo hands to other programs."""
    for page in site.others:
        place = output.aside(page.source, relative(page.source, site.config.root))
        name = relative(page.source, site.config.root)
        became = f"copied to {place}"
        output.report.add(Finding(name, 0, "format", page.source.suffix, became))


def _items(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []


def _setting(file: str, name: str, value: Any, output: Output) -> None:
    if value in (None, "", [], {}):
        return
    text = json.dumps(value, default=str, ensure_ascii=False)
    was = f"{name}: {text}"
    output.report.add(Finding(file, 0, "config", was[:_LONGEST], "left to conf.py"))


def _menus(file: str, value: Any, output: Output) -> None:
    for menu, entries in _items(value):
        for entry in entries if isinstance(entries, list) else [entries]:
            said = entry if isinstance(entry, dict) else {"name": entry}
            name = said.get("name") or said.get("identifier") or said.get("title") or ""
            target = said.get("url") or said.get("pageref") or ""
            was = f"{menu}: {name} {target}".strip()
            output.report.add(Finding(file, 0, "menu", was[:_LONGEST], "left to conf.py"))


def _language(file: str, name: str, table: Any, output: Output) -> None:
    """Report what a language says for itself."""
    for key, value in _items(table):
        low = str(key).lower()
        if low in ("menu", "menus"):
            _menus(file, value, output)
        elif low == "params":
            for inner, found in _items(value):
                _setting(file, f"{name}.params.{inner}", found, output)
        elif low == "title" or low not in _FOLLOWED | _LANGUAGE:
            _setting(file, f"{name}.{key}", value, output)


def _boilerplate(site: Site, output: Output) -> None:
    """Report the description that most pages share: it describes none of them."""
    if not site.descriptions or len(site.pages) < 4:
        return
    text, count = site.descriptions.most_common(1)[0]
    if count * 2 > len(site.pages):
        was = f"{count} of {len(site.pages)} pages: {text}"
        file = site.config.file
        output.report.add(Finding(file, 0, "boilerplate", was, "kept; write one for each guide"))
