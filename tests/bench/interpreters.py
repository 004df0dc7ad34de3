"""The Python environments that Sphinx is run with: this one, and others beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

EXTENSIONS = Path(__file__).parents[2] / "extensions"
PACKAGES = ("Sphinx", "docutils", "myst-parser", "furo", "pillow")
_SCRIPT = f"""\
import compileall, json, platform
from importlib.metadata import version
compileall.compile_dir({str(EXTENSIONS)!r}, quiet=1)
versions = {{name: version(name) for name in {PACKAGES!r}}}
print(json.dumps({{"Python": platform.python_version(), **versions}}))
"""


class Interpreter(NamedTuple):
    """A Python in whose environment are Sphinx and what the project needs.

    :ivar path: the program
    :ivar versions: Python and :data:`PACKAGES` -> version
    """

    path: str
    versions: dict[str, str]

    @property
    def label(self) -> str:
        """What is added to the name of a site that it builds."""
        return f" (Sphinx {self.versions['Sphinx']}, Python {self.versions['Python']})"

    def __str__(self) -> str:
        return ", ".join(f"{name} {version}" for name, version in self.versions.items())


def floor_of(site: str) -> str:
    """Return the name of the floor that the same Python builds as *site*."""
    _name, before, label = site.partition(" (Sphinx ")
    return f"floor{before}{label}"


def variables() -> dict[str, str]:
    """Return the environment variables by which every Python takes the code of this checkout."""
    paths = [str(EXTENSIONS), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def interpreter(path: str = sys.executable) -> Interpreter:
    """Return the Python at *path*, and compile the project's modules for it.

    :raises ValueError: if it does not run, or a package is missing in its environment
    """
    command = [path, "-c", _SCRIPT]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except OSError as error:
        raise ValueError(str(error)) from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.strip().rpartition("\n")[2]
        message = f"{path} cannot build the sites: {last}"
        raise ValueError(message) from error
    return Interpreter(path, json.loads(done.stdout))


def labelled(paths: list[str]) -> dict[str, Interpreter]:
    """Return label -> this Python and the others at *paths*; alone, it has none.

    :raises ValueError: if one cannot build the sites, or two have the same versions
    """
    found = [interpreter(), *map(interpreter, paths)]
    labels = {each.label: each for each in found}
    if len(labels) < len(found):
        message = "two Pythons have the same versions: " + ", ".join(labels)
        raise ValueError(message)
    return labels if paths else {"": found[0]}
