"""MyST's key ``html_meta``, which puts tags into the head of a page, as ``description`` does.

https://myst-parser.readthedocs.io/en/latest/configuration.html#setting-html-metadata
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


#: Names in ``html_meta`` of descriptions in the language of the page.
_DESCRIPTION = re.compile(r"(name=)?(twitter:)?description|property=og:description")


def other_descriptions(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the path of each description in ``html_meta`` beside ``description``, and a message.

    :param values: the front matter as YAML gives it
    """
    myst = values.get("myst")
    of_myst = myst.get("html_meta") if isinstance(myst, dict) else None
    places = ((("html_meta",), values.get("html_meta")), (("myst", "html_meta"), of_myst))
    for path, tags in places if values.get("description") else ():
        for name in tags if isinstance(tags, dict) else ():
            if _DESCRIPTION.fullmatch(name):
                message = f"'html_meta' has another description, '{name}'"
                yield (*path, name), f"{message}; the key 'description' counts"
