"""The command ``career-guides``, and what its subcommands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 if it found problems. Incorrect usage exits with 2."""
    from .commands import run

    return run(argv)
