"""Code is highlighted by one formatter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygments.formatters.html import HtmlFormatter
from sphinx import highlighting

from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from .patches import Build


def formatter(build: Build | None, original: Any) -> Any:
    """Return Pygments' formatter for HTML, made once for each style and set of options.

    It keeps nothing of what it has formatted. Those of other classes may.
    """
    known: dict[tuple[Any, ...], Any] = {}

    def get_formatter(self: Any, **options: Any) -> Any:
        kind = getattr(self.formatter, "__origin__", self.formatter)
        every = options | self.formatter_args
        style = every.pop("style", None)
        if kind is not HtmlFormatter or any(
            type(value) not in {str, bool, int} for value in every.values()
        ):
            return original(self, **options)
        key = (style, *sorted((name, repr(value)) for name, value in every.items()))
        if key not in known:
            known[key] = original(self, **options)
        return known[key]

    return get_formatter


SPEEDUPS = (
    Patch(
        "highlighting.formatter", always(highlighting.PygmentsBridge), "get_formatter", formatter,
        defined_in(highlighting),
        "for each block of code a formatter is made, with the CSS of its style",
    ),
)  # fmt: skip
