"""Replace a page's front matter with what MyST needs, without shifting any line of the body."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .page import Page


#: Number of lines of a front matter with one line between its fences.
_SMALLEST = 3


def for_myst(text: str, page: Page, title: str) -> str:
    """Return *text* with its front matter reduced to the keys for MyST, on as many lines as before.

    :param text: the source of *page*
    :param title: the title to turn into a heading; ``''`` for a page that is not a guide
    """
    # docutils would place these two above the heading.
    dropped = ("abstract", "dedication") if title else ()
    keys = {
        key: value
        for key, value in page.foreign.items()
        if value is not False and value is not None and key not in dropped
    }
    heading = []
    if title and title != page.heading:
        # A backslash makes any ASCII punctuation literal: CommonMark 0.31, section 2.4.
        escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", title)
        if keys and page.fence == _SMALLEST:  # no line is left for the heading
            local = keys.get("myst")
            local = local if isinstance(local, dict) else {}
            keys |= {"title": escaped, "myst": {**local, "title_to_header": True}}
        else:
            heading = [f"# {escaped}"]
    # MyST is slow to read front matter: if no key is meant for it, it gets none.
    block = ["---", _as_yaml(keys), "---"] if keys else []
    blank = page.fence - len(block) - len(heading)
    return "\n".join([*block, *[""] * blank, *heading, *text.split("\n")[page.fence :]])


_PAIR = re.compile(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}")


def _as_yaml(keys: dict[str, Any]) -> str:
    """Return *keys* on one line: JSON is YAML, except for the surrogate pairs of emoji."""
    text = json.dumps(keys, default=str)
    return _PAIR.sub(lambda pair: str(json.loads(f'"{pair[0]}"')), text)
