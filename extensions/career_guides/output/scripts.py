"""JSON data in HTML script elements."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup


def for_script(data: Any) -> Markup:
    """Return *data* as JSON in which no value can close the script element."""
    text = json.dumps(data, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e"))
