"""Find the files of the content folders as Hugo does: sections, leaf bundles, languages."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import Config, Language


Kind = Literal["home", "section", "leaf", "page", "other", "resource"]

_PAGES = {".md", ".markdown", ".mdown", ".html", ".htm"}
#: Formats that Hugo passes to other programs. https://gohugo.io/content-management/formats/
_OTHER = {".adoc", ".asciidoc", ".ad", ".rst", ".org", ".pdc", ".pandoc"}


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of a content folder.

    :param logical: its path inside the content folder, without extension and language; for
        `index` and `_index` the path of their folder; for a resource with its extension.
    """

    path: Path
    logical: str
    kind: Kind
    language: Language

    @property
    def folder(self) -> str:
        """Return the folder that relative paths of the page start from."""
        return self.logical.rpartition("/")[0] if self.kind == "page" else self.logical

    @property
    def is_html(self) -> bool:
        """Return whether all of its body is HTML."""
        return self.path.suffix.lower() in (".html", ".htm")


def find(config: Config) -> Iterator[ContentFile]:
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


def not_imported(config: Config) -> Iterator[str]:
    """Return the mounts and the content of themes that are not imported."""
    roots = {*config.static, *config.assets, *(language.content for language in config.languages)}
    module = config.values.get("module")
    mounts = module.get("mounts") if isinstance(module, dict) else None
    for mount in mounts if isinstance(mounts, list) else [mounts] if mounts else []:
        keys = mount if isinstance(mount, dict) else {}
        source, target = str(keys.get("source", "")), str(keys.get("target", "")).strip("/")
        followed = target in ("content", "static", "assets") or keys.get("lang")
        if source == target != "":  # Hugo's own default
            continue
        if not (source and followed and config.root / source in roots):
            yield f"module.mounts: {source} as {target}" if keys else f"module.mounts: {mount}"
    for folder in sorted(config.root.glob("themes/*/content")):
        if folder not in roots and any(folder.iterdir()):
            yield folder.relative_to(config.root).as_posix()


def _folders(root: Path, others: set[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Return each folder with its files; those of a leaf bundle include the files below it."""
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
    """Return whether Hugo reads a file: it ignores hidden files and editors' copies."""
    return not (name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp")))


def _split(name: str) -> tuple[str, str]:
    """Split a page's name into its stem and extension; both are empty for other files."""
    stem, dot, extension = name.rpartition(".")
    is_page = dot + extension.lower() in _PAGES | _OTHER
    return (stem, dot + extension.lower()) if is_page else ("", "")


def _folder(
    folder: Path,
    names: list[str],
    language: Language,
    codes: set[str],
    default: str,
    *,
    shared: bool,
) -> Iterator[ContentFile]:
    place = folder.relative_to(language.content).as_posix()
    place = "" if place == "." else place
    leaf = bool(place) and any(_stem(n, codes)[0] == "index" for n in names)
    last = {_stem(name, codes): name for name in names}  # of `a.html` and `a.md`, Hugo reads one
    for name in names:
        stem, code = _stem(name, codes)
        path = folder / name
        if shared and code != language.code and (code or language.code != default):
            continue
        hidden = last[stem, code] != name or (not code and _is_folder_page(folder / stem, codes))
        if not stem or hidden or (leaf and stem != "index"):
            yield ContentFile(path, f"{place}/{name}".strip("/"), "resource", language)
        elif _split(name)[1] in _OTHER:
            yield ContentFile(path, f"{place}/{stem}".strip("/"), "other", language)
        elif stem in ("_index", "index"):
            kind: Kind = "home" if not place else "section" if stem == "_index" else "leaf"
            yield ContentFile(path, place, kind, language)
        else:
            yield ContentFile(path, f"{place}/{stem}".strip("/"), "page", language)


def _is_folder_page(folder: Path, codes: set[str]) -> bool:
    """Return whether a folder has a page of its own, which takes the address of others."""
    own = {("index", ""), ("_index", "")}
    return folder.is_dir() and not own.isdisjoint(
        _stem(path.name, codes) for path in folder.iterdir()
    )


def _stem(name: str, codes: set[str]) -> tuple[str, str]:
    """Split `about.fr.md` into `about` and `fr`, if `fr` is a language of the site."""
    stem = _split(name)[0] if "/" not in name else ""
    base, dot, code = stem.rpartition(".")
    return (base, code.lower()) if dot and code.lower() in codes else (stem, "")
