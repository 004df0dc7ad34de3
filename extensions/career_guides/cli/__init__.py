"""``career-guides``: what can be done with a folder of guides without building it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 where it found problems. Wrong usage exits with 2."""
    from .commands import run

    return run(argv)
