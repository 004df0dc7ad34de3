"""The command ``career-guides``, called in the process of the test."""

from __future__ import annotations

from career_guides.cli.main import main


def run(*arguments: str) -> int:
    """Return the exit status of a command."""
    try:
        return main(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)


def new(*arguments: str) -> int:
    """Return the exit status of ``career-guides new``."""
    return run("new", *arguments)
