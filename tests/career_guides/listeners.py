"""All event listeners of a site with our extension, in the order in which Sphinx calls them.

Write the list again with::

    python -m tests.career_guides.listeners > tests/career_guides/listeners.txt
"""

from __future__ import annotations

import sys
import tempfile
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx

from tests.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator


def listeners(app: Sphinx) -> Iterator[str]:
    """Yield a line for each listener: event, priority, module and function.

    Sphinx calls those of an event by priority, and of the same priority in the order in which
    they were connected: ``EventManager.emit``.
    """
    for event, found in sorted(app.events.listeners.items()):
        for listener in sorted(found, key=attrgetter("priority")):
            # What partial() has wrapped, in an extension of others.
            handler = getattr(listener.handler, "func", listener.handler)
            yield f"{event} {listener.priority} {handler.__module__}.{handler.__qualname__}"


def main() -> None:
    """Print the listeners of an application with the settings of our ``conf.py``."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        app = Sphinx(ROOT / "docs", ROOT, out / "html", out / "doctrees", "html", status=None)
        sys.stdout.writelines(f"{line}\n" for line in listeners(app))


if __name__ == "__main__":
    main()
