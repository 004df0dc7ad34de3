"""``career-guides schema``: the JSON Schema of the front matter, for editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from build_cache.files import write_whole
from career_guides.content.json_schema import as_text, front_matter_schema

from .arguments import UsageError
from .exit_status import OK, USAGE
from .settings import read_settings

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write it there, not to the screen"
    )
    parser.add_argument(
        "-c",
        "--conf",
        type=Path,
        metavar="FOLDER",
        help="folder of the conf.py whose guides_extra_keys are accepted too; default: here",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the schema."""
    try:
        settings = read_settings(Path(), arguments.conf)
        text = as_text(front_matter_schema(settings.texts("guides_extra_keys")))
        if not arguments.out:
            print(text, end="")
        elif not arguments.out.is_file() or arguments.out.read_text(encoding="utf-8") != text:
            if not arguments.out.parent.is_dir():
                raise UsageError(f"no folder for {arguments.out}")
            write_whole(arguments.out, text.encode())
    except (UsageError, OSError) as error:
        print(f"career-guides schema: {error}", file=sys.stderr)
        return USAGE
    return OK
