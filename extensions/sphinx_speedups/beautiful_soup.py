"""Beautiful Soup, loaded when Furo has something to parse.

Furo parses the navigation of a page, unless it is empty: guides, for instance, have one of their
own. To load the parser, and the one of CSS selectors that it loads, takes a twentieth of a second.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from types import ModuleType
from typing import TYPE_CHECKING, Any

from . import versions
from .patches import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from .patches import Build


def soup(*arguments: Any, **options: Any) -> Any:
    """Parse HTML for Furo, which has the parser itself from then on."""
    import bs4  # noqa: PLC0415 - see above

    give_back()
    return bs4.BeautifulSoup(*arguments, **options)


def give_back() -> None:
    """Let Furo have what it would have, if that is loaded."""
    furo: Any = sys.modules.get("furo.navigation")
    bs4 = sys.modules.get("bs4")
    if furo and bs4 and furo.BeautifulSoup is soup:
        furo.BeautifulSoup, furo.Tag = bs4.BeautifulSoup, bs4.Tag


def load_furo() -> None:
    """Load Furo, if it is one that was looked at, with :func:`soup` in place of the parser."""
    proved = versions.PROVED_ON["beautiful_soup"]["furo"]
    try:
        is_proved = version("furo").startswith(tuple(f"{each}." for each in proved))
    except PackageNotFoundError:
        return
    if not is_proved or {"bs4", "furo"} & sys.modules.keys():
        return
    module: Any = ModuleType("bs4")
    module.BeautifulSoup, module.Tag = soup, object  # Furo names the latter in annotations alone
    sys.modules["bs4"] = module
    try:
        import_module("furo")
    finally:
        del sys.modules["bs4"]


def on_config_inited(app: Sphinx) -> None:
    """Load Furo before Sphinx does, where it is the theme of pages in HTML."""
    sphinx: Any = app
    original = sphinx._init_builder

    def _init_builder() -> None:
        if app.builder.format == "html" and app.config.html_theme == "furo":
            load_furo()
        original()

    sphinx._init_builder = _init_builder


@contextmanager
def applied(build: Build | None = None) -> Iterator[None]:
    """Let Furo have what it would have, if that was loaded in the meantime."""
    try:
        yield
    finally:
        give_back()


SPEEDUPS = (
    Step(
        "beautiful_soup", applied,
        "Furo loads a parser of HTML and one of CSS selectors also where it parses nothing",
    ),
)  # fmt: skip
