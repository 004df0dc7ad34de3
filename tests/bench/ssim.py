"""Structural similarity of two pictures, with Pillow alone.

The measure of Wang, Bovik, Sheikh and Simoncelli, *Image quality assessment: from error visibility
to structural similarity* (2004), with windows of 8 by 8 pixels that do not overlap, on brightness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PIL import Image, ImageMath

if TYPE_CHECKING:
    from collections.abc import Callable

_WINDOW = 8
# The constants of the paper, for values from 0 to 255.
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Return how similar two pictures of the same size look: 1 if they are the same.

    What is transparent counts as white.
    """
    a, b = _brightness(one), _brightness(other)
    mean_a, mean_b = (image.reduce(_WINDOW) for image in (a, b))
    squares_a, squares_b, products = (
        _computed(lambda i: i["x"] * i["y"], x=x, y=y).reduce(_WINDOW)
        for x, y in ((a, a), (b, b), (a, b))
    )

    def index(i: dict[str, Any]) -> Any:
        means, squares = i["m"] * i["n"], i["m"] * i["m"] + i["n"] * i["n"]
        covariance, variances = i["ab"] - means, i["aa"] + i["bb"] - squares
        above = (means * 2 + _C1) * (covariance * 2 + _C2)
        return above / ((squares + _C1) * (variances + _C2))

    found = _computed(index, m=mean_a, n=mean_b, aa=squares_a, bb=squares_b, ab=products)
    # The mean: ImageStat counts whole values only.
    return float(found.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)))


def _brightness(picture: Image.Image) -> Image.Image:
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture.convert("RGBA")).convert("L").convert("F")


def _computed(formula: Callable[[dict[str, Any]], Any], **images: Image.Image) -> Image.Image:
    found: Image.Image = ImageMath.lambda_eval(formula, **images)
    return found
