"""The files of the pictures' variants: made once, before pages name them.

The files are in the output folder, named by the picture's content. Beside the doctrees stands
which there are of which picture, so that a second build neither makes nor reads one.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from build_cache.files import write_whole
from build_cache.stamps import Stamp, latest_told, stamp
from career_guides.domain import guides
from career_guides.nodes.picture_sources import (
    FOLDER,
    SUFFIXES,
    PictureVariants,
    Variants,
    file_name,
)
from career_guides.output.names import is_site
from career_guides.output.record import record

from .encode import draw, has_format, key_of, made_by
from .workers import share_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


logger = logging.getLogger(__name__)

#: Path of a picture, from the source folder -> what told its content, and its variants.
Known = dict[str, tuple[Stamp, Variants]]


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make the variants that are missing, before pages are compared with what they showed."""
    paths = sorted(path for path in env.images if path.lower().endswith(SUFFIXES))
    if not (paths and is_site(app.builder) and app.config.guides_image_variants):
        return []
    folder = Path(app.outdir, FOLDER)
    present = {file.name for file in folder.iterdir()} if folder.is_dir() else set()
    file = Path(app.doctreedir, "career_guides-variants.json")
    before = load(file)
    known = look(Path(app.srcdir), paths, before)
    whole = {v.key for _stamp, v in before.values() if present.issuperset(v.names())}
    missing = {
        v.key: Path(app.srcdir, path) for path, (_s, v) in known.items() if v.key not in whole
    }
    if missing:
        made = make_missing(app, missing, folder)
        known = {path: (stamped, made.get(v.key, v)) for path, (stamped, v) in known.items()}
    save(file, known, before)
    found = {path: variants for path, (_stamp, variants) in known.items()}
    guides(env).build.of(PictureVariants).by_path = found
    output = record(env)
    for variants in found.values():
        output.extra.update(f"{FOLDER}/{name}" for name in variants.names())
    # What a build that was stopped has left goes with what is no longer needed.
    left = {f"{FOLDER}/{name}" for name in present}.difference(output.before.files)
    output.before.files += sorted(left)
    return []


def look(srcdir: Path, paths: Iterable[str], before: Known) -> Known:
    """Return what is known of pictures; those whose content is not, have a key alone.

    :param paths: from the source folder
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
            continue  # gone since it was read
    return known


def make_missing(app: Sphinx, missing: dict[str, Path], folder: Path) -> dict[str, Variants]:
    """Make the variants of pictures, a share in each process where there are several.

    :param missing: key -> file
    :param folder: where the variants are
    :returns: key -> variants
    """
    if not has_format("avif"):
        logger.info("pictures in WebP alone: this Pillow does not write AVIF")
    logger.info("making smaller forms of %s pictures", len(missing))
    folder.mkdir(parents=True, exist_ok=True)
    made = share_out(app, partial(make, folder), [*missing.items()], few=1)
    return {key: variants for share in made for key, variants in share}


def make(folder: Path, pictures: Iterable[tuple[str, Path]]) -> list[tuple[str, Variants]]:
    """Write the variants of pictures into *folder*; return them by the keys that were asked for."""
    done = []
    for asked, file in pictures:
        try:
            content = file.read_bytes()
        except OSError:
            continue
        key = key_of(content, made_by())  # another, where it is being changed at this moment
        drawn = draw(content)
        for ending, files in drawn.files.items():
            for width, variant in files.items():
                write_whole(folder / file_name(key, width, ending), variant)
        formats = {ending: list(files) for ending, files in drawn.files.items()}
        done.append((asked, Variants(key, drawn.width, drawn.height, formats)))
    return done


def load(file: Path) -> Known:
    """Return what the last build knew of pictures; nothing if other programs made the variants."""
    try:
        made_with, known = json.loads(file.read_text(encoding="utf-8"))
        if made_with != made_by():
            return {}
        return {path: ((time, size), Variants(*found)) for path, (time, size), found in known}
    except (OSError, ValueError, TypeError):
        return {}  # none yet, or not of this version


def save(file: Path, known: Known, before: Known) -> None:
    """Write what is known of pictures for the next build, if it is news."""
    if known == before:
        return
    # A file of this moment may have another content soon, with the same time.
    latest = latest_told()
    found = [
        (path, stamped if stamped[0] < latest else (0, 0), variants)
        for path, (stamped, variants) in known.items()
    ]
    write_whole(file, json.dumps([made_by(), found]).encode())
