"""The configuration of a Hugo site: what of it decides the content of pages and their addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hugo_to_myst.safe_files import why_not_read

from .data_files import DataFileError, decode, load, lower_keys
from .markup import as_list, get, ids_and_typography, math_delimiters

if TYPE_CHECKING:
    from pathlib import Path

    from .shortcodes import Delimiters


#: In Hugo's order of precedence. https://gohugo.io/configuration/introduction/
_FILES = [f"{stem}.{ext}" for stem in ("hugo", "config") for ext in ("toml", "yaml", "yml", "json")]
_FORMATS = (".toml", ".yaml", ".yml", ".json")


class NotHugoError(ValueError):
    """The folder is not a Hugo site, or its configuration cannot be read."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site.

    :param content: one of its content folders.
    :param prefix: the first part of its URLs; empty if it has none of its own.
    """

    code: str
    content: Path
    prefix: str


@dataclass(frozen=True, slots=True)
class Config:
    """What the importer needs to know about a site.

    :param root: the site's folder.
    :param file: the configuration file, relative to it.
    :param base_url: the site's address; `/` if it does not say.
    :param languages: the default language first; one with several content folders is here as
        often as it has folders.
    :param static: the folders whose files are served from `/`; the first that has a file wins.
    :param assets: the folders of files that Hugo processes, where images may be.
    :param lower: whether paths in URLs are in lower case.
    :param unsafe: whether raw HTML is shown.
    :param heading_ids: how the ids of headings are made; empty if they get none.
    :param term_ids: whether the terms of definitions get ids.
    :param typographer: whether two hyphens are shown as a dash.
    :param linkify_protocol: that of bare addresses that begin with `www.`.
    :param extensions: the extensions of Goldmark that are turned on or off.
    :param permalinks: the URL pattern of each section.
    :param values: the whole configuration, keys in lower case.
    """

    root: Path
    file: str
    base_url: str
    title: str
    languages: tuple[Language, ...]
    static: tuple[Path, ...]
    assets: tuple[Path, ...]
    lower: bool
    unsafe: bool
    hard_wraps: bool
    emoji: bool
    math: Delimiters
    heading_ids: str
    term_ids: bool
    typographer: bool
    linkify_protocol: str
    extensions: dict[str, bool]
    permalinks: dict[str, str]
    params: dict[str, Any]
    values: dict[str, Any] = field(default_factory=dict)


def read_config(root: Path) -> Config:
    """Read a site's configuration.

    :raises NotHugoError: if there is none, or it cannot be read.
    """
    try:
        values, file = _merged(root)
    except DataFileError as error:
        raise NotHugoError(str(error)) from error
    goldmark = get(values, "markup", "goldmark")
    themes = as_list(values.get("theme"))
    theme_dirs = [root / str(values.get("themesdir", "themes")) / str(t) for t in themes]
    theme_dirs = [d for d in theme_dirs if d.is_dir()] or sorted((root / "themes").glob("*/"))
    content, static, assets = _mounts(root, values, theme_dirs)
    params = values.get("params")
    return Config(
        root=root,
        file=file,
        base_url=_valid(_base_url(root, values, params)),
        title=str(values.get("title") or root.resolve().name),
        languages=_languages(root, values, content),
        static=tuple(static),
        assets=tuple(assets),
        lower=values.get("disablepathtolower") is not True,
        unsafe=get(goldmark, "renderer").get("unsafe") is True,
        hard_wraps=get(goldmark, "renderer").get("hardwraps") is True,
        emoji=values.get("enableemoji") is True,
        **ids_and_typography(goldmark),
        math=math_delimiters(get(goldmark, "extensions", "passthrough")),
        extensions={k: v is not False for k, v in get(goldmark, "extensions").items()},
        permalinks=_permalinks(values.get("permalinks")),
        params=params if isinstance(params, dict) else {},
        values=values,
    )


def _valid(url: str) -> str:
    try:
        urlsplit(url)
    except ValueError as error:
        raise NotHugoError(f"baseURL {url!r}: {error}") from error
    return url


def _base_url(root: Path, values: dict[str, Any], params: Any) -> str:
    """Return the site's address; some sites set it elsewhere and leave `baseURL` at `/`."""
    base = str(values.get("baseurl") or "/")
    if "://" in base:
        return base
    public = values.get("publicurl") or get(params).get("publicurl")
    if isinstance(public, str) and "://" in public:
        return public
    for name in (root / "static" / "CNAME", root / "CNAME"):  # GitHub Pages' file
        if not why_not_read(name, root) and (found := decode(name.read_bytes()).split()):
            return f"https://{found[0]}{base}"
    return base


def _merged(root: Path) -> tuple[dict[str, Any], str]:
    """Merge the configuration file and the files of `config/_default/`, named after their key."""
    if not root.is_dir():
        raise NotHugoError(f"{root} is not a folder")
    main = next((root / name for name in _FILES if (root / name).is_file()), None)
    values = lower_keys(load(main)) if main else {}
    file = main.name if main else ""
    default = root / "config" / "_default"
    parts = sorted(p for p in default.glob("*") if p.suffix in _FORMATS and p.is_file())
    for part in parts:
        loaded = lower_keys(load(part))
        stem = part.stem.lower()
        if stem in ("hugo", "config"):
            values = {**values, **loaded}
            file = file or f"config/_default/{part.name}"
        elif "." in stem:  # params.en.toml: of one language
            key, _, language = stem.partition(".")
            table = values["languages"] = get(values, "languages")
            table[language] = {**get(table, language), key: loaded}
        else:
            key = {"menu": "menus"}.get(stem, stem)
            values[key] = {**loaded, **get(values, key)}
    if not (main or parts):
        raise NotHugoError(f"{root} has no hugo.toml, config.yaml or the like")
    return values, file or "config/_default"


def _mounts(
    root: Path, values: dict[str, Any], themes: list[Path]
) -> tuple[list[Path], list[Path], list[Path]]:
    """Find the folders of content, static files and assets, the site's own before its themes'."""
    content = [root / str(values.get("contentdir", "content"))]
    static = [root / str(d) for d in as_list(values.get("staticdir", "static"))]
    assets = [root / str(values.get("assetdir", "assets"))]
    found = {"content": content, "static": static, "assets": assets}
    for mount in as_list(get(values, "module").get("mounts")):
        if not (isinstance(mount, dict) and "source" in mount):
            continue
        target = str(mount.get("target", "")).strip("/")
        source = root / str(mount["source"])
        if target in found and source not in found[target] and not mount.get("lang"):
            found[target].append(source)
    static += [t / "static" for t in themes]
    assets += [t / "assets" for t in themes]
    return tuple([d for d in dirs if d.is_dir()] for dirs in found.values())  # type: ignore[return-value]


def _languages(root: Path, values: dict[str, Any], content: list[Path]) -> tuple[Language, ...]:
    table = {c: v for c, v in get(values, "languages").items() if isinstance(v, dict)}
    default = str(values.get("defaultcontentlanguage", "en")).lower()
    if default not in table and table:
        default = next(iter(table))
    subdir = values.get("defaultcontentlanguageinsubdir") is True
    found = [
        Language(default, path, default if subdir else "")
        for path in _language_dirs(root, table.get(default, {}), values, default) or content
    ]
    for code, language in table.items():
        if code != default and not language.get("disabled"):
            dirs = _language_dirs(root, language, values, code)
            found += [Language(code, path, code) for path in dirs]
            if not dirs:  # by file name: about.fr.md
                found += [Language(code, path, code) for path in content]
    if not found:
        raise NotHugoError(f"{root} has no content folder")
    return tuple(found)


def _language_dirs(
    root: Path, language: dict[str, Any], values: dict[str, Any], code: str
) -> list[Path]:
    dirs = [root / str(language["contentdir"])] if "contentdir" in language else []
    mounts = [m for m in as_list(get(values, "module").get("mounts")) if isinstance(m, dict)]
    own = [m for m in mounts if str(m.get("lang", "")).lower() == code]
    dirs += [root / str(mount.get("source", "")) for mount in own]
    return [d for d in dirs if d.is_dir()]


def _permalinks(value: Any) -> dict[str, str]:
    """Return the URL pattern of each section; newer sites nest them under `page`."""
    table = value if isinstance(value, dict) else {}
    flat = {k: v for k, v in table.items() if isinstance(v, str)}
    return {**flat, **{k: v for k, v in get(table, "page").items() if isinstance(v, str)}}
