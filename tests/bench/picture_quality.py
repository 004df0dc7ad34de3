"""``python -m tests.bench.picture_quality FOLDER``: what variants cost, weigh and look like."""

from __future__ import annotations

import argparse
import ast
import time
from collections import defaultdict
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from career_guides.images import encode
from career_guides.nodes.picture_sources import SUFFIXES, WIDTHS

from .report import as_text
from .ssim import ssim

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = ("kind", "format", "width", "pictures", "kB", "before", "SSIM", "before", "least")

#: (file, format, width in pixels) -> size in kB (1,000 bytes), and similarity to the picture.
Found = dict[tuple[str, str, int], tuple[float, float]]


def similarities(files: Iterable[Path]) -> tuple[float, Found]:
    """Make the variants of pictures; return the CPU seconds, and what they are like."""
    seconds = 0.0
    found: Found = {}
    for file in files:
        content = file.read_bytes()
        start = time.process_time()
        drawn = encode.draw(content)
        seconds += time.process_time() - start
        picture = encode.in_srgb(ImageOps.exif_transpose(Image.open(file)))
        for format_name, variants in drawn.files.items():
            for width, variant in variants.items():
                with Image.open(BytesIO(variant)) as image:
                    wanted = picture.resize(image.size, Image.Resampling.LANCZOS)
                    similar = ssim(wanted, image)
                found[str(file), format_name, width] = (len(variant) / 1e3, similar)
    return seconds, found


def rows(found: Found, before: Found) -> list[list[str]]:
    """Return the table, header first; widths that only some pictures have are summed up as "own".

    :param before: what other code has found. Only variants that both have made are compared: a sum
        would be smaller where a format was left out, and browsers then load the larger original
    """
    groups: dict[tuple[str, str, str], list[list[float]]] = defaultdict(list)
    for key in found.keys() & before.keys():
        file, format_name, width = key
        kind = "photo" if file.lower().endswith((".jpg", ".jpeg")) else "other"
        size = f"{width}" if width in WIDTHS else "own"
        groups[kind, format_name, size].append([*found[key], *before[key]])
    table = [list(COLUMNS)]
    for group, values in sorted(groups.items()):
        count = len(values)
        sizes, similar, old_sizes, old_similar = zip(*values, strict=True)
        table.append([
            *group, f"{count}", f"{sum(sizes):.0f}", f"{sum(old_sizes):.0f}",
            f"{sum(similar) / count:.4f}", f"{sum(old_similar) / count:.4f}", f"{min(similar):.4f}",
        ])  # fmt: skip
    return table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.picture_quality")
    parser.add_argument("folder", type=Path, help="folder with pictures, at any depth")
    parser.add_argument("--save", type=Path, metavar="FILE", help="save what is found")
    parser.add_argument("--before", type=Path, metavar="FILE", help="what other code has saved")
    options = parser.parse_args()
    files = sorted(file for file in options.folder.rglob("*") if file.suffix.lower() in SUFFIXES)
    seconds, found = similarities(files)
    if options.save:
        options.save.write_text(repr(found))
    before = ast.literal_eval(options.before.read_text()) if options.before else found
    print("\n".join(as_text(rows(found, before))))
    print(f"{len(files)} pictures, {seconds:.1f} CPU seconds")
    print(f"{len(found.keys() ^ before.keys())} variants that only one of the two has")


if __name__ == "__main__":
    main()
