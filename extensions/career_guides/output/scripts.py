"""Data in a script element."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup


def for_script(data: Any) -> Markup:
    """Return *data* as JSON that no value in it can end the script with."""
    text = json.dumps(data, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e"))
