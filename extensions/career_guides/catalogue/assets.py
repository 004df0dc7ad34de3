"""Find images and logos in the source folder, check that they can be used, and measure them."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from build_cache.files import is_file
from build_cache.stamps import Stamp, is_older, latest_told, stamp
from career_guides.diagnostics.problem import shorten
from career_guides.diagnostics.suggestions import suggest

from .targets import is_local_path
from .whole_pictures import CUT, is_cut

if TYPE_CHECKING:
    from collections.abc import Mapping


#: Path of an image from the source folder -> the stamp of its file, and what it was then.
Sizes = dict[str, tuple[Stamp, "Image"]]

IMAGE_SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
LOGO_SUFFIXES = (".svg", ".png", ".webp")
LOGO_FOLDER = "logos"


class Image(NamedTuple):
    """An image of the site.

    :param path: relative to the source folder, with ``/``
    :param width: in pixels; ``None`` if the file does not say
    :param height: the same
    """

    path: str
    width: int | None = None
    height: int | None = None


class Logo(NamedTuple):
    """A logo; ``dark`` is shown in dark mode, if there is one."""

    name: str
    light: Image
    dark: Image | None = None


_VIEW_BOX = (
    rb"<svg\b[^>]*\sviewBox\s*=\s*[\"']\s*[-+.\d]+[\s,]+[-+.\d]+"
    rb"[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)"
)


#: What is wrong with a file that a symbolic link leads to.
LEADS_OUT = "is reached by a symbolic link out of the source folder; put a copy there"


class ImageError(ValueError):
    """An image cannot be used; the message says why.

    :param subtype: subtype of the message
    """

    def __init__(self, message: str, subtype: str = "image") -> None:
        super().__init__(message)
        self.subtype = subtype


def find_image(
    srcdir: Path,
    written: str,
    folder: str,
    *,
    follows_links: bool = False,
    sizes: Sizes | None = None,
) -> Image:
    """Return the image that an author refers to as *written*.

    :param srcdir: the source folder, resolved
    :param written: as in Sphinx: relative to the page, or with ``/`` to the source folder
    :param folder: the page's folder, relative to the source folder
    :param follows_links: whether it may be reached by a symbolic link out of the source folder
    :param sizes: what is known of images from an earlier run, to which this one is added
    :raises ImageError: if there is no such file, it is outside the source folder, or not an image
    """
    if is_local_path(written):
        message = f"{shorten(written)} is on your own computer; put a copy into the source folder"
        raise ImageError(message, "local_path")
    if "://" in written or written.startswith("//"):
        message = f"{shorten(written)} is on another host; put a copy into the source folder"
        raise ImageError(message)
    if "\\" in written:
        right = written.replace("\\", "/")
        from_root = is_file(srcdir / right.lstrip("/"))
        right = f"/{right.lstrip('/')}" if from_root else right
        raise ImageError(f"{shorten(written)} has a backslash; write {shorten(right)}")
    path = posixpath.normpath(
        written.lstrip("/") if written.startswith("/") else posixpath.join(folder, written)
    )
    full = srcdir / path
    try:
        inside = follows_links or full.resolve().is_relative_to(srcdir)
        exists = is_file(full)
    except (OSError, ValueError, RuntimeError):  # an impossible file name, a loop of symbolic links
        inside, exists = True, False
    if path.startswith(".."):
        raise ImageError(f"{shorten(written)} is outside the source folder")
    if not inside:
        raise ImageError(f"{shorten(written)} {LEADS_OUT}")
    if not exists:
        known = _images_beside(full, srcdir)
        if written.startswith("/"):
            known = ["/" + name for name in known]
        else:
            known = [posixpath.relpath(name, folder or ".") for name in known]
        raise ImageError(f"no image {shorten(written)}{suggest(written, known)}")
    if full.suffix.lower() not in IMAGE_SUFFIXES:
        kinds = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
        raise ImageError(f"{shorten(written)} is not an image ({kinds})")
    return measure(srcdir, path, sizes)


def measure(srcdir: Path, path: str, sizes: Sizes | None = None) -> Image:
    """Return the image at *path* with its size.

    :param sizes: see :func:`find_image`
    :raises ImageError: if the file cannot be read as an image
    """
    full = srcdir / path
    if sizes is None:
        return _measured(full, path)
    now = stamp(full)
    known = sizes.get(path)
    if known and known[0] == now:
        return known[1]
    image = _measured(full, path)
    if is_older(now, latest_told()):
        sizes[path] = (now, image)
    return image


def _measured(full: Path, path: str) -> Image:
    import imagesize  # noqa: PLC0415 - it loads urllib, which an editor would wait for

    try:
        width, height = imagesize.get(str(full))
        readable = width > 0
        if full.suffix.lower() == ".svg" and (width <= 0 or height <= 0):
            text = full.read_bytes()
            readable = b"<svg" in text
            if box := re.search(_VIEW_BOX, text):  # gives the proportions of an SVG without a size
                width, height = float(box[1]), float(box[2])
    except Exception:  # noqa: BLE001 - a broken file can make imagesize raise anything
        readable = False
    if not readable:
        raise ImageError(f"{shorten('/' + path)} cannot be read as an image")
    if is_cut(full):
        raise ImageError(CUT.format(shorten("/" + path)))
    if width <= 0 or height <= 0:
        return Image(path)
    return Image(path, max(1, round(width)), max(1, round(height)))


def find_logos(
    srcdir: Path, *, follows_links: bool = False, sizes: Sizes | None = None
) -> Mapping[str, Logo]:
    """Return the logos of the source folder by name: ``logos/<name>.svg``, ``<name>-dark.svg``.

    If a logo exists in several formats, the first of :data:`LOGO_SUFFIXES` wins.

    :param sizes: see :func:`find_image`
    """
    images: dict[str, Image] = {}
    folder = srcdir / LOGO_FOLDER
    for suffix in LOGO_SUFFIXES:
        for file in sorted(folder.glob(f"*{suffix}")) if folder.is_dir() else ():
            path = file.relative_to(srcdir).as_posix()
            if file.stem not in images:
                try:
                    images[file.stem] = find_image(
                        srcdir, "/" + path, "", follows_links=follows_links, sizes=sizes
                    )
                except ImageError:
                    continue  # unusable: a page that names it gets the list of usable ones
    dark = {name + "-dark" for name in images}
    return {
        name: Logo(name, image, images.get(name + "-dark"))
        for name, image in sorted(images.items())
        if name not in dark
    }


def _images_beside(full: Path, srcdir: Path) -> list[str]:
    try:
        files = sorted(full.parent.iterdir()) if full.parent.is_relative_to(srcdir) else []
    except OSError:
        return []
    return [
        file.relative_to(srcdir).as_posix()
        for file in files
        if PurePosixPath(file.name).suffix.lower() in IMAGE_SUFFIXES
    ]
