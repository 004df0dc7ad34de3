"""Write the files of pictures' variants, once, before pages refer to them.

The files are in the output folder, named after the picture's content. A file next to the doctrees
records which variants each picture has, so that a second build neither encodes nor reads any.
Builds into a new folder copy them from the cache.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from build_cache.files import write_whole
from build_cache.stamps import ABSENT, Stamp, is_older, latest_told, stamp
from career_guides.domain import guides
from career_guides.nodes.picture_sources import (
    FOLDER,
    SUFFIXES,
    PictureVariants,
    Variants,
    file_name,
)
from career_guides.output.files import files_in
from career_guides.output.names import is_site
from career_guides.output.record import record

from . import cache
from .encode import Drawn, draw, has_format, key_of, made_by
from .workers import share_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


logger = logging.getLogger(__name__)

#: Path of a picture relative to the source folder -> stamp of its file, and its variants.
Known = dict[str, tuple[Stamp, Variants]]


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the variants that are missing, before pages are compared with what they showed."""
    if not is_site(app.builder):
        return []
    output, left = record(env), files_in(app, FOLDER)
    # Files left by an interrupted build are removed together with those no longer needed.
    output.before.files += left
    if not app.config.guides_image_variants:
        return []
    file = Path(app.doctreedir, "career_guides-variants.json")
    last = load(file)
    before = last or {}
    # Where nothing has changed, the catalogue is not loaded for the pictures on cards.
    paths = sorted(shown(env)) if last is None or not output.is_unchanged else [*last]
    folder = Path(app.outdir, FOLDER)
    present = {path.removeprefix(f"{FOLDER}/") for path in left}
    known = look(Path(app.srcdir), paths, before)
    whole = {v.key for _stamp, v in before.values() if present.issuperset(v.names())}
    missing = {
        v.key: Path(app.srcdir, path) for path, (_s, v) in known.items() if v.key not in whole
    }
    if missing:
        made = make_missing(app, missing, folder)
        known = {path: (stamped, made.get(v.key, v)) for path, (stamped, v) in known.items()}
    save(file, known, last)
    found = {path: variants for path, (_stamp, variants) in known.items()}
    guides(env).build.of(PictureVariants).by_path = found
    for variants in found.values():
        output.extra.update(f"{FOLDER}/{name}" for name in variants.names())
    return []


def shown(env: BuildEnvironment) -> set[str]:
    """Return the paths of the pictures that pages show with variants: in texts and on cards."""
    domain = guides(env)
    found = {path for paths in domain.pictures.values() for path in paths}
    found |= {entry.image.path for entry in domain.build.catalogue.entries.values() if entry.image}
    return {path for path in found & env.images.keys() if path.lower().endswith(SUFFIXES)}


def look(srcdir: Path, paths: Iterable[str], before: Known) -> Known:
    """Return what is known about pictures; for those with unknown content, only the key.

    :param paths: relative to the source folder
    :param before: what the last build knew
    """
    made_with = made_by()
    by_key = {variants.key: variants for _stamp, variants in before.values()}
    known: Known = {}
    for path in paths:
        try:
            now = stamp(srcdir / path)
            if path in before and before[path][0] == now:
                known[path] = before[path]
            else:
                key = key_of((srcdir / path).read_bytes(), made_with)
                known[path] = (now, by_key.get(key, Variants(key)))
        except OSError:
            continue  # the file has disappeared since
    return known


def make_missing(app: Sphinx, missing: dict[str, Path], folder: Path) -> dict[str, Variants]:
    """Write the variants of pictures: those in the cache, then the others.

    :param missing: key -> file of the picture
    :param folder: folder of the variants
    :returns: key -> variants
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = cache.folder_of(app)
    made = copy_known(kept, folder, missing) if kept else {}
    others = [(key, file) for key, file in missing.items() if key not in made]
    if others:
        if not has_format("avif"):
            logger.info("pictures in WebP alone: this Pillow does not write AVIF")
        logger.info("making smaller variants of %s pictures", len(others))
        for share in share_out(app, partial(make, kept, folder), others, few=1):
            made.update(share)
        if kept:
            cache.clean(kept)
    return made


def copy_known(kept: Path, folder: Path, pictures: Mapping[str, Path]) -> dict[str, Variants]:
    """Write the variants of those pictures that the cache *kept* has; return them by their key."""
    done = {}
    for key, file in pictures.items():
        with suppress(OSError):
            content = file.read_bytes()
            drawn = cache.read(kept, content)
            if drawn and key_of(content, made_by()) == key:
                done[key] = write(folder, key, drawn)
    return done


def make(
    kept: Path | None, folder: Path, pictures: Iterable[tuple[str, Path]]
) -> list[tuple[str, Variants]]:
    """Write the variants of pictures into *folder*; return them with the requested keys.

    :param kept: folder of the cache
    """
    done = []
    for asked, file in pictures:
        try:
            content = file.read_bytes()
        except OSError:
            continue
        drawn = draw(content)
        if kept:
            cache.write(kept, content, drawn)
        # The key differs from *asked* if the file has just been changed.
        done.append((asked, write(folder, key_of(content, made_by()), drawn)))
    return done


def write(folder: Path, key: str, drawn: Drawn) -> Variants:
    """Write the files of a picture's variants."""
    for format_name, files in drawn.files.items():
        for width, variant in files.items():
            write_whole(folder / file_name(key, width, format_name), variant)
    formats = {format_name: list(files) for format_name, files in drawn.files.items()}
    return Variants(key, drawn.width, drawn.height, formats)


def load(file: Path) -> Known | None:
    """Return what the last build knew; ``None`` if nothing, or with other library versions."""
    try:
        made_with, known = json.loads(file.read_text(encoding="utf-8"))
        if made_with != made_by():
            return None
        return {
            path: ((time, size, changed, inode), Variants(*found))
            for path, (time, size, changed, inode), found in known
        }
    except (OSError, ValueError, TypeError):
        return None  # there is no file yet, or it has another format


def save(file: Path, known: Known, before: Known | None) -> None:
    """Save what is known about pictures for the next build, if it has changed."""
    if known == before:
        return
    # A file written just now may be changed again at the same time.
    latest = latest_told()
    found = [
        (path, stamped if is_older(stamped, latest) else ABSENT, variants)
        for path, (stamped, variants) in known.items()
    ]
    write_whole(file, json.dumps([made_by(), found]).encode())
