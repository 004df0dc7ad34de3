"""The configuration of a Hugo site: the part of it that decides what its pages say and where."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hugo_to_myst.safe_files import fault

from .front_matter import FAULTS, decode, load_yaml, lower_keys

if TYPE_CHECKING:
    from pathlib import Path

    from .shortcodes import Delimiters


#: In Hugo's order of precedence. https://gohugo.io/configuration/introduction/
_FILES = [f"{stem}.{ext}" for stem in ("hugo", "config") for ext in ("toml", "yaml", "yml", "json")]
_FORMATS = (".toml", ".yaml", ".yml", ".json")


class NotHugoError(ValueError):
    """The folder is no Hugo site, or its configuration cannot be read."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site: where its content lies and what stands before its URLs."""

    code: str
    content: Path
    prefix: str


@dataclass(frozen=True, slots=True)
class Config:
    """What the importer needs to know of a site.

    :param static: folders whose files are served from `/`, the first found wins.
    :param assets: folders that images of shortcodes are looked for in.
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
    ugly: bool
    unsafe: bool
    hard_wraps: bool
    emoji: bool
    block_attributes: bool
    math: Delimiters
    extensions: dict[str, bool]
    permalinks: dict[str, str]
    params: dict[str, Any]
    values: dict[str, Any] = field(default_factory=dict)


def read_config(root: Path) -> Config:
    """Read a site's configuration.

    :raises NotHugoError: if there is none, or it cannot be read.
    """
    values, file = _merged(root)
    goldmark = _get(values, "markup", "goldmark")
    themes = _list(values.get("theme"))
    theme_dirs = [root / str(values.get("themesdir", "themes")) / str(t) for t in themes]
    theme_dirs = [d for d in theme_dirs if d.is_dir()] or sorted((root / "themes").glob("*/"))
    content, static, assets = _mounts(root, values, theme_dirs)
    params = values.get("params")
    return Config(
        root=root,
        file=file,
        base_url=_checked(_base_url(root, values, params)),
        title=str(values.get("title") or root.resolve().name),
        languages=_languages(root, values, content),
        static=tuple(static),
        assets=tuple(assets),
        lower=values.get("disablepathtolower") is not True,
        ugly=values.get("uglyurls") is True,
        unsafe=_get(goldmark, "renderer").get("unsafe") is True,
        hard_wraps=_get(goldmark, "renderer").get("hardwraps") is True,
        emoji=values.get("enableemoji") is True,
        block_attributes=_get(goldmark, "parser", "attribute").get("block") is True,
        math=_math(_get(goldmark, "extensions", "passthrough")),
        extensions={k: v is not False for k, v in _get(goldmark, "extensions").items()},
        permalinks=_permalinks(values.get("permalinks")),
        params=params if isinstance(params, dict) else {},
        values=values,
    )


def _checked(url: str) -> str:
    try:
        urlsplit(url)
    except ValueError as error:
        raise NotHugoError(f"baseURL {url!r}: {error}") from error
    return url


def _base_url(root: Path, values: dict[str, Any], params: Any) -> str:
    """Give the site's address; some set it elsewhere and leave `baseURL` at `/`."""
    base = str(values.get("baseurl") or "/")
    if "://" in base:
        return base
    public = values.get("publicurl") or _get(params).get("publicurl")
    if isinstance(public, str) and "://" in public:
        return public
    for name in (root / "static" / "CNAME", root / "CNAME"):  # GitHub Pages' file
        if not fault(name, root) and (found := decode(name.read_bytes()).split()):
            return f"https://{found[0]}{base}"
    return base


def load(path: Path) -> dict[str, Any]:
    """Read a TOML, YAML or JSON file.

    :raises NotHugoError: if it cannot be read or is no mapping.
    """
    try:
        text = decode(path.read_bytes())
        if path.suffix == ".toml":
            values: Any = tomllib.loads(text)
        elif path.suffix == ".json":
            values = json.loads(text)
        else:
            values = load_yaml(text)
    except (OSError, *FAULTS) as error:
        raise NotHugoError(f"{path}: {' '.join(str(error).split())}") from error
    if not isinstance(values, dict | None):
        raise NotHugoError(f"{path}: not a mapping")
    return values or {}


def _merged(root: Path) -> tuple[dict[str, Any], str]:
    """Merge the configuration file and `config/_default/`, whose files are named by their key."""
    if not root.is_dir():
        raise NotHugoError(f"{root} is no folder")
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
            table = values["languages"] = _get(values, "languages")
            table[language] = {**_get(table, language), key: loaded}
        else:
            key = {"menu": "menus"}.get(stem, stem)
            values[key] = {**loaded, **_get(values, key)}
    if not (main or parts):
        raise NotHugoError(f"{root} has no hugo.toml, config.yaml or the like")
    return values, file or "config/_default"


def _get(values: Any, *keys: str) -> dict[str, Any]:
    """Follow keys into nested mappings; an empty mapping where there is none."""
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return values if isinstance(values, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _mounts(
    root: Path, values: dict[str, Any], themes: list[Path]
) -> tuple[list[Path], list[Path], list[Path]]:
    """Find the folders of content, static files and assets, the site's own before its themes'."""
    content = [root / str(values.get("contentdir", "content"))]
    static = [root / str(d) for d in _list(values.get("staticdir", "static"))]
    assets = [root / str(values.get("assetdir", "assets"))]
    found = {"content": content, "static": static, "assets": assets}
    for mount in _list(_get(values, "module").get("mounts")):
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
    table = {c: v for c, v in _get(values, "languages").items() if isinstance(v, dict)}
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
    mounts = [m for m in _list(_get(values, "module").get("mounts")) if isinstance(m, dict)]
    own = [m for m in mounts if str(m.get("lang", "")).lower() == code]
    dirs += [root / str(mount.get("source", "")) for mount in own]
    return [d for d in dirs if d.is_dir()]


def _math(passthrough: dict[str, Any]) -> Delimiters:
    """Give the block and inline delimiters of formulas, where the site has them on."""
    if passthrough.get("enable") is not True:
        return (), ()
    delimiters = _get(passthrough, "delimiters")
    pairs = (
        tuple((str(p[0]), str(p[1])) for p in _list(delimiters.get(k)) if len(_list(p)) == 2)
        for k in ("block", "inline")
    )
    return next(pairs), next(pairs)


def _permalinks(value: Any) -> dict[str, str]:
    """Give the URL pattern of each section; newer sites nest them under `page`."""
    table = value if isinstance(value, dict) else {}
    flat = {k: v for k, v in table.items() if isinstance(v, str)}
    return {**flat, **{k: v for k, v in _get(table, "page").items() if isinstance(v, str)}}
