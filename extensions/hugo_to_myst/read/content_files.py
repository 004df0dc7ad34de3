"""Find the pages of a Hugo site, as Hugo does: sections, leaf bundles, languages."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import Config, Language


Kind = Literal["home", "section", "leaf", "page", "other", "resource"]

_READ = {".md", ".markdown", ".mdown", ".html", ".htm"}
#: Formats that Hugo hands to other programs. https://gohugo.io/content-management/formats/
_OTHER = {".adoc", ".asciidoc", ".ad", ".rst", ".org", ".pdc", ".pandoc"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the content folder.

    :param logical: its path inside the content folder, without extension and language; the
        path of the folder for `index` and `_index`.
    :param bundle: the folder whose files are this page's resources.
    """

    source: Path
    logical: str
    kind: Kind
    language: Language
    bundle: Path | None = None

    @property
    def folder(self) -> str:
        """Name the folder that relative paths of the page begin at."""
        return self.logical.rpartition("/")[0] if self.kind == "page" else self.logical


def find(config: Config) -> Iterator[Found]:
    """Walk the content of every language, in the order of the names."""
    codes = {language.code for language in config.languages}
    default = config.languages[0].code
    by_folder: dict[Path, set[str]] = {}
    for language in config.languages:
        by_folder.setdefault(language.content, set()).add(language.code)
    for language in config.languages:
        shared = len(by_folder[language.content]) > 1
        own = {other.content for other in config.languages} - {language.content}
        for folder, names in _folders(language.content, own):
            yield from _folder(folder, names, language, codes, default, shared=shared)


def left_out(config: Config) -> Iterator[str]:
    """Name the mounts and the content of themes that are not imported."""
    roots = {*config.static, *config.assets, *(language.content for language in config.languages)}
    module = config.values.get("module")
    mounts = module.get("mounts") if isinstance(module, dict) else None
    for mount in mounts if isinstance(mounts, list) else [mounts] if mounts else []:
        said = mount if isinstance(mount, dict) else {}
        source, target = str(said.get("source", "")), str(said.get("target", "")).strip("/")
        followed = target in ("content", "static", "assets") or said.get("lang")
        if source == target != "":  # Hugo's own default
            continue
        if not (source and followed and config.root / source in roots):
            yield f"module.mounts: {source} as {target}" if said else f"module.mounts: {mount}"
    for folder in sorted(config.root.glob("themes/*/content")):
        if folder not in roots and any(folder.iterdir()):
            yield folder.relative_to(config.root).as_posix()


def _folders(root: Path, others: set[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Give each folder with its files; of a leaf bundle with the files below it, too."""
    for name, folders, files in os.walk(root):
        folder = Path(name)
        folders[:] = sorted(f for f in folders if f[0] != "." and folder / f not in others)
        links = [f for f in folders if (folder / f).is_symlink()]  # never followed, but reported
        names = sorted(f for f in (*files, *links) if _wanted(f))
        if folder != root and any(_split(f)[0] == "index" for f in names):
            below = [p for f in folders for p in sorted((folder / f).rglob("*"))]
            below = [p for p in below if p.is_symlink() or not p.is_dir()]
            names += [p.relative_to(folder).as_posix() for p in below if _wanted(p.name)]
            folders.clear()
        yield folder, names


def _wanted(name: str) -> bool:
    """Leave out what Hugo ignores: hidden files and editors' copies."""
    return not (name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp")))


def _split(name: str) -> tuple[str, str]:
    """Part a page's name into its stem and extension; the stem is empty for other files."""
    stem, dot, extension = name.rpartition(".")
    readable = dot + extension.lower() in _READ | _OTHER
    return (stem, dot + extension.lower()) if readable else ("", "")


def _folder(
    folder: Path,
    names: list[str],
    language: Language,
    codes: set[str],
    default: str,
    *,
    shared: bool,
) -> Iterator[Found]:
    place = folder.relative_to(language.content).as_posix()
    place = "" if place == "." else place
    leaf = bool(place) and any(_stem(n, codes)[0] == "index" for n in names)
    for name in names:
        stem, code = _stem(name, codes)
        source = folder / name
        if shared and code != language.code and (code or language.code != default):
            continue
        if not stem or (leaf and stem != "index"):
            yield Found(source, f"{place}/{name}".strip("/"), "resource", language)
        elif _split(name)[1] in _OTHER:
            yield Found(source, f"{place}/{stem}".strip("/"), "other", language)
        elif stem in ("_index", "index"):
            kind: Kind = "home" if not place else "section" if stem == "_index" else "leaf"
            yield Found(source, place, kind, language, folder)
        else:
            yield Found(source, f"{place}/{stem}".strip("/"), "page", language, folder)


def _stem(name: str, codes: set[str]) -> tuple[str, str]:
    """Part `about.fr.md` into `about` and `fr`, where `fr` is a language of the site."""
    stem = _split(name)[0] if "/" not in name else ""
    base, dot, code = stem.rpartition(".")
    return (base, code.lower()) if dot and code.lower() in codes else (stem, "")
