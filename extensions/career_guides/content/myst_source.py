"""Replace a page's front matter with what MyST needs, without shifting any line of the body."""

from __future__ import annotations

import base64
import datetime as dt
import json
import math
import re
from typing import TYPE_CHECKING, Any

import yaml

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


def _as_yaml(value: Any) -> str:
    """Return *value* on one line, so that YAML reads it with the same type.

    JSON is YAML, except for the surrogate pairs of emoji, and for what JSON does not have: dates,
    bytes, and floating-point numbers such as infinity, for which YAML has tags.
    """
    if isinstance(value, dict):
        return (
            f"{{{', '.join(f'{_as_yaml(key)}: {_as_yaml(each)}' for key, each in value.items())}}}"
        )
    if isinstance(value, list):
        return f"[{', '.join(map(_as_yaml, value))}]"
    if isinstance(value, bytes):
        return f'!!binary "{base64.b64encode(value).decode()}"'
    if isinstance(value, dt.date | float):
        return yaml.safe_dump(value, default_style='"', width=math.inf).strip()
    text = json.dumps(value, default=str)
    return _PAIR.sub(lambda pair: str(json.loads(f'"{pair[0]}"')), text)
