"""``python -m tests.bench.picture_quality FOLDER``: what variants cost, weigh and look like."""

from __future__ import annotations

import argparse
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

COLUMNS = ("format", "width", "pictures", "kB", "SSIM", "least")


def similarities(files: Iterable[Path]) -> tuple[float, dict[tuple[str, str], list[list[float]]]]:
    """Make the variants of pictures.

    :returns: CPU seconds; and (format, width) -> size in kB (1,000 bytes) and similarity of each.
        Widths that only some pictures have are summed up as "own"
    """
    seconds = 0.0
    found: dict[tuple[str, str], list[list[float]]] = defaultdict(list)
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
                row = format_name, f"{width}" if width in WIDTHS else "own"
                found[row].append([len(variant) / 1e3, similar])
    return seconds, found


def rows(found: dict[tuple[str, str], list[list[float]]]) -> list[list[str]]:
    """Return the table, header first."""
    table = [list(COLUMNS)]
    for (format_name, width), values in sorted(found.items()):
        sizes, similar = zip(*values, strict=True)
        mean = sum(similar) / len(similar)
        table.append([
            format_name, width, f"{len(values)}", f"{sum(sizes):.0f}",
            f"{mean:.4f}", f"{min(similar):.4f}",
        ])  # fmt: skip
    return table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.picture_quality")
    parser.add_argument("folder", type=Path, help="folder with pictures, at any depth")
    folder = parser.parse_args().folder
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)
    seconds, found = similarities(files)
    print("\n".join(as_text(rows(found))))
    print(f"{len(files)} pictures, {seconds:.1f} CPU seconds")


if __name__ == "__main__":
    main()
