"""``career-guides``: what can be done with a folder of guides without building it."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from build_cache.garbage_collection import no_garbage_collection

if TYPE_CHECKING:
    from collections.abc import Sequence


#: Command -> the module that defines its arguments and runs it, and its help text.
COMMANDS = {
    "new": ("career_guides.new.command", "start a guide, and link it into its career"),
    "check": (
        "career_guides.check.command",
        "check front matter, links, images and texts of guides",
    ),
    "check-pdf": (
        "career_guides.check.pdf_command",
        "report lines that stick out of the page, after TeX has made a PDF",
    ),
    "schema": (
        "career_guides.cli.schema",
        "write the JSON Schema of the front matter, for editors",
    ),
    "facts": ("career_guides.cli.facts", "read figures of pay and employment"),
    "search-test": (
        "career_guides.cli.search_test",
        "test the search of a built site with a table of queries",
    ),
    "live": ("career_guides.live.command", "preview that follows edits"),
    "import-hugo": ("hugo_to_myst.command", "import a Hugo site as guides"),
}
#: Command -> the extra that installs its libraries.
EXTRAS = {
    "check": "check", "facts": "facts", "live": "live", "import-hugo": "import",
    "search-test": "site",
}  # fmt: skip


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 if it found problems. Incorrect usage exits with 2."""
    parser = argparse.ArgumentParser(prog="career-guides", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    given = sys.argv[1:] if argv is None else argv
    # Prepare only the command that is run: the libraries of others may be missing, or slow.
    names = given[:1] if given and given[0] in COMMANDS else COMMANDS
    for name in names:
        module, about = COMMANDS[name]
        command = commands.add_parser(name, help=about)
        if names is not COMMANDS:
            try:
                with no_garbage_collection():  # what is imported is none
                    module_of_command = import_module(module)
            except ImportError as error:
                fail_without(command, name, error)
                raise
            module_of_command.add_arguments(command)
            command.set_defaults(run=module_of_command.run)
    arguments = parser.parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except ImportError as error:  # some modules are loaded when they are needed
        fail_without(commands.choices[given[0]], given[0], error)
        raise


def fail_without(command: argparse.ArgumentParser, name: str, error: ImportError) -> None:
    """End with a message that says which extra installs a missing library.

    :param command: the parser of the command
    :raises SystemExit: if the library is not one of ours
    """
    extra = EXTRAS.get(name)
    if extra and not str(error.name).startswith(("career_guides", "hugo_to_myst")):
        command.error(f"{error}; install it with: pip install 'career-guides[{extra}]'")
