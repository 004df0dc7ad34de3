"""The command ``career-guides``, called in the process of the test."""

from __future__ import annotations

from career_guides.cli import main as cli


def run(*arguments: str) -> int:
    try:
        return cli.main(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)


def new(*arguments: str) -> int:
    try:
        return cli.main(["new", *arguments])
    except SystemExit as end:
        return int(end.code or 0)
