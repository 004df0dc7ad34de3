"""Build a site with speed-ups and one without; print what is in the process then.

``python -m tests.sphinx_speedups.process_state FOLDER [STEP]``, where *STEP* says what becomes of
the site with speed-ups; without it there is none. *FOLDER* is where the sites are written.
"""

from __future__ import annotations

import contextlib
import gc
import json
import sys
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx

from tests.sites import snapshot
from tests.sphinx_speedups.rich_site import write

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGES = {"docutils", "sphinx", "myst_parser", "furo", "jinja2", "markdown_it"}
PLAIN = {"extensions": ["myst_parser", "sphinx.ext.todo"], "html_theme": "furo"}
FAST = {**PLAIN, "extensions": [*PLAIN["extensions"], "sphinx_speedups"]}


def application(folder: Path, name: str, settings: dict[str, Any], jobs: int = 1) -> Sphinx:
    """Return an application that builds the site in *folder*."""
    return Sphinx(
        folder / "docs", folder, folder / f"{name}.out", folder / f"{name}.doctrees", "dirhtml",
        settings, status=None, warning=None, parallel=jobs,
    )  # fmt: skip


def is_built(folder: Path) -> None:
    """Build as ever."""
    application(folder, "fast", FAST).build()


def is_built_twice(folder: Path) -> None:
    """Build one application twice."""
    app = application(folder, "fast", FAST)
    app.build()
    app.build(force_all=True)


def is_built_in_parallel(folder: Path) -> None:
    """Build with two processes."""
    application(folder, "fast", FAST, 2).build()


def is_switched_off(folder: Path) -> None:
    """Build with the extension, but no speed-up."""
    application(folder, "fast", {**FAST, "speedups_enabled": False}).build()


def is_not_built(folder: Path) -> None:
    """Make an application, and leave it at that."""
    application(folder, "fast", FAST)


def has_no_theme(folder: Path) -> None:
    """Raise an error while the application is made."""
    application(folder, "fast", {**FAST, "html_theme": "none"})


def fails(folder: Path) -> None:
    """Raise an error while pages are written."""
    app = application(folder, "fast", FAST)
    app.connect("html-page-context", lambda *_arguments: 1 / 0)
    app.build()


def is_interrupted(folder: Path) -> None:
    """Press Ctrl+C while pages are read, for which Sphinx tells no extension."""

    def interrupt(*_arguments: Any) -> None:
        raise KeyboardInterrupt

    app = application(folder, "fast", FAST)
    app.connect("doctree-read", interrupt)
    app.build()


STEPS: dict[str, Callable[[Path], None]] = {
    step.__name__: step
    for step in (
        is_built, is_built_twice, is_built_in_parallel, is_switched_off, is_not_built, has_no_theme,
        fails, is_interrupted,
    )
}  # fmt: skip


def described(value: Any) -> str:
    """Return what tells whether an attribute is another: of functions and classes, which it is."""
    value = getattr(value, "fget", None) or getattr(value, "__func__", value)
    if isinstance(value, FunctionType):
        code = value.__code__
        return f"{value.__module__}.{value.__qualname__}, {code.co_filename}:{code.co_firstlineno}"
    if isinstance(value, type):
        return f"{value.__module__}.{value.__qualname__}"
    is_simple = value is None or isinstance(value, bool | int | str | float)
    return repr(value) if is_simple else type(value).__qualname__


def attributes() -> dict[str, str]:
    """Return the attributes of all modules and classes of the packages that builds use."""
    found = {}
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] in PACKAGES and module is not None:
            owners = {name: module}
            for key, value in vars(module).items():
                if isinstance(value, type) and value.__module__ == name:
                    owners[f"{name}.{key}"] = value
            for owner, thing in owners.items():
                found |= {f"{owner}:{key}": described(value) for key, value in vars(thing).items()}
    # Of classes whose objects have been copied: copyreg's own.
    return {name: value for name, value in found.items() if not name.endswith(":__slotnames__")}


def collector() -> list[Any]:
    """Return the state of Python's garbage collector."""
    return [gc.isenabled(), *gc.get_threshold(), gc.get_freeze_count()]


def main(folder: Path, *steps: str) -> None:
    """Print the state of the process as JSON."""
    before = collector()
    for step in steps:
        write(folder / "fast")
        with contextlib.suppress(Exception, KeyboardInterrupt):
            STEPS[step](folder / "fast")
    between = collector()
    write(folder / "plain")
    application(folder / "plain", "plain", PLAIN).build()
    state = {
        "collector": [before, between, collector()],
        "attributes": attributes(),
        "files": snapshot(folder / "plain/plain.out"),
    }
    json.dump(state, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
