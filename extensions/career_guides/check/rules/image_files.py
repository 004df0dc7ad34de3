"""Rules for image files: size, private metadata, scripts in SVG, unused files."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString
from PIL import ExifTags, Image

from career_guides.catalogue.assets import IMAGE_SUFFIXES, LOGO_FOLDER
from career_guides.diagnostics.problem import Problem, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from xml.sax.xmlreader import AttributesImpl, Locator

    from career_guides.catalogue.model import Catalogue


#: Size in bytes above which an image loads slowly on a phone.
LARGEST = 300_000
#: Width in pixels that suffices for a picture as wide as the text, also on a dense screen.
WIDEST = 1_600


def check_file(srcdir: Path, path: str) -> Iterator[Problem]:
    """Yield the problems of one image file.

    :param srcdir: the source folder
    :param path: path of the file from the source folder
    """
    file = srcdir / path
    try:
        size = file.stat().st_size
        if size > LARGEST:
            message = (
                f"the file has {size / 1000:,.0f} KB; at most {LARGEST // 1000} are good."
                f" {how_to_shrink(file)}"
            )
            yield Problem("", 1, "large", message, path)
        if file.suffix.lower() == ".svg":
            for line, found in programs(file.read_bytes()):
                yield Problem("", line, "script", found, path)
        elif revealed := private_metadata(file):
            message = f"the photo says {' and '.join(revealed)}; remove that from the file"
            yield Problem("", 1, "metadata", message, path)
    except OSError as error:  # such as a broken link
        yield Problem("", 1, "image", f"cannot be read ({error.strerror or error})", path)


def how_to_shrink(file: Path) -> str:
    """Return what makes a file smaller: fewer pixels, or a format that suits a photograph."""
    suffix = file.suffix.lower()
    if suffix == ".svg":
        return "Save the drawing without hidden layers and embedded pictures"
    try:
        with Image.open(file) as image:
            width = image.width
    except Exception:  # noqa: BLE001 - on broken files Pillow may raise anything
        width = 0
    steps = [f"make it {WIDEST} pixels wide (it has {width:,})"] if width > WIDEST else []
    if suffix in {".png", ".gif"}:
        steps.append("save it as JPEG or WebP if it is a photograph")
    elif suffix in {".jpg", ".jpeg", ".webp"}:
        steps.append("save it with quality 80")
    text = ", then ".join(steps) or f"Make it at most {WIDEST} pixels wide"
    return text[0].upper() + text[1:]


def programs(svg: bytes) -> list[tuple[int, str]]:
    """Return the places in an SVG file that could run a script, as ``(line, message)``."""
    handler = _ScriptFinder()
    try:
        parseString(svg, handler)
    except DefusedXmlException:
        handler.report("the SVG declares entities, which can hide a program; remove them")
    except (SAXException, ValueError, LookupError):
        pass  # a browser does not run what it cannot parse
    return handler.found


class _ScriptFinder(ContentHandler):
    """Finds scripts, event handlers and script addresses, in any namespace.

    https://www.w3.org/TR/SVG2/interact.html
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - its name in SAX
        self.locator = locator

    def report(self, message: str) -> None:
        line = self.locator.getLineNumber() if self.locator else None
        self.found.append((line or 1, message))

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        if name.rpartition(":")[2].casefold() == "script":
            self.report("the SVG has a script; remove the element 'script'")
        for key, value in attrs.items():
            if key.rpartition(":")[2].casefold().startswith("on"):
                self.report(f"the SVG has a script; remove the attribute {shorten(key)}")
            elif re.match(r"[\s\x00-\x20]*(javascript|vbscript|data:text/html)", value, re.I):
                self.report(f"the SVG links to a script; remove the attribute {shorten(key)}")


_WHERE = "where it was taken"
_CAMERA = "with which camera"
_WHEN = "when"
_TAGS = {
    ExifTags.Base.Make: _CAMERA,
    ExifTags.Base.Model: _CAMERA,
    ExifTags.Base.MakerNote: _CAMERA,
    ExifTags.Base.BodySerialNumber: _CAMERA,
    ExifTags.Base.CameraOwnerName: _CAMERA,
    ExifTags.Base.LensModel: _CAMERA,
    ExifTags.Base.LensSerialNumber: _CAMERA,
    ExifTags.Base.DateTime: _WHEN,
    ExifTags.Base.DateTimeOriginal: _WHEN,
    ExifTags.Base.DateTimeDigitized: _WHEN,
}
# The same metadata in Adobe's XMP packets.
_XMP = {b"exif:GPSL": _WHERE, b"tiff:Model": _CAMERA, b"aux:SerialNumber": _CAMERA}


def private_metadata(file: Path | BinaryIO) -> list[str]:
    """Return what the metadata of a photo reveals: where, when and with which camera.

    The photographer and the licence may stay.
    """
    try:
        with Image.open(file) as image:
            exif = image.getexif()
            tags = {*exif, *exif.get_ifd(ExifTags.IFD.Exif)}
            found = {_TAGS[tag] for tag in tags & _TAGS.keys()}
            # The tag of the GPS version alone gives no location.
            if exif.get_ifd(ExifTags.IFD.GPSInfo).keys() - {ExifTags.GPS.GPSVersionID}:
                found.add(_WHERE)
            xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    except Exception:  # noqa: BLE001 - on broken files Pillow may raise anything
        return []  # the page that shows it has its own check
    xmp = xmp.encode() if isinstance(xmp, str) else xmp
    found.update(what for key, what in _XMP.items() if key in xmp)
    return [what for what in (_WHERE, _CAMERA, _WHEN) if what in found]


_SUFFIXES = "|".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
_MENTION = re.compile(rf"[^\s\"'()<>\[\]{{}}`=,;]+\.(?:{_SUFFIXES})\b", re.IGNORECASE)
_LOGO = re.compile(r"sidebarlogo[\"']?:[ \t]*[\"']?([\w.-]+)")


def unused(
    images: Iterable[str], texts: Mapping[str, str], catalogue: Catalogue, conf: str
) -> Iterator[Problem]:
    """Yield a problem for each image that no page mentions.

    :param images: paths of files from the source folder
    :param texts: docname -> source of every page, drafts included
    :param conf: text of ``conf.py``, which may name logos and images
    """
    used = {entry.image.path for entry in catalogue.entries.values() if entry.image}
    logos = set(re.findall(r"[\w.-]+", conf))
    for docname, text in texts.items():
        folder = docname.rpartition("/")[0]
        for written in _MENTION.findall(text):
            for path in {written, unquote(written)}:
                used.add(posixpath.normpath(posixpath.join(folder, path)))
                used.add(posixpath.normpath(path.lstrip("/")))
        logos.update(_LOGO.findall(text))
    for path in images:
        file = PurePosixPath(path)
        is_logo = file.parent.as_posix() == LOGO_FOLDER and (
            file.stem in logos or file.stem.removesuffix("-dark") in logos
        )
        if " " in path and any(file.name in text for text in texts.values()):
            continue  # the pattern above stops at a space
        if path not in used and not is_logo and file.name not in conf:
            yield Problem("", 1, "unused", "no page shows this image", path)
