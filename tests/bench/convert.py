"""Convert guides for other tools: the same prose, title, description and figure."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

_NOTE = re.compile(r"^:::\{note\}\n(.*?)\n:::$", re.DOTALL | re.MULTILINE)
_FIGURE = """
<figure markdown="span">
![{alt}](..{image})
<figcaption markdown="span">{caption}</figcaption>
</figure>
"""
_PLAIN_FIGURE = """
<figure>

![{alt}](..{image})

<figcaption>

{caption}

</figcaption>
</figure>
"""
_MYST_FIGURE = """
:::{{figure}} ..{image}
:alt: {alt}

{caption}
:::
"""
# A link to a guide, without its suffix
_GUIDE = re.compile(r"\]\(((?:\.\./)?[\w/-]+)\.md\)")


def split(text: str) -> tuple[dict[str, Any], str]:
    """Return the front matter and the body of a guide."""
    _, keys, body = text.split("---\n", 2)
    return yaml.load(keys, yaml.CSafeLoader), body


def join(keys: dict[str, Any], body: str) -> str:
    """Return a guide with *keys* as front matter, each on one line, as JSON."""
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items())
    return f"---\n{lines}---\n{body}"


def for_mkdocs(text: str, name: str) -> tuple[str, str]:
    """Return a guide for MkDocs-Material or Zensical, and its file name.

    :param text: the guide as in ``docs/``
    :param name: its file name there
    """
    keys, body = split(text)
    body = _NOTE.sub(lambda found: "!!! note\n\n" + _indented(found[1]), body)
    if figure := keys.get("figure"):
        body = _FIGURE.format(**figure) + body
    return join({key: keys[key] for key in ("title", "description")}, body), name


def for_starlight(text: str, name: str) -> tuple[str, str]:
    """Return a guide for Starlight, which does not change links, and its file name."""
    keys, body = split(text)
    top = "" if name == "index.md" else "../"  # the page is in a folder of its own
    body = _GUIDE.sub(lambda found: f"]({top}{found[1].removesuffix('index')}/)", body)
    body = body.replace("](/)", "](./)").replace("//)", "/)")
    body = _NOTE.sub(r":::note\n\1\n:::", body)
    if figure := keys.get("figure"):
        body = _PLAIN_FIGURE.format(**figure) + body
    return join({key: keys[key] for key in ("title", "description")}, body), name


def for_myst(text: str, name: str) -> tuple[str, str]:
    """Return a guide for mystmd, and its file name."""
    keys, body = split(text)
    if figure := keys.get("figure"):
        body = _MYST_FIGURE.format(**figure) + body
    return join({key: keys[key] for key in ("title", "description")}, body), name


def _indented(text: str) -> str:
    return re.sub("^", "    ", text, flags=re.MULTILINE)


def for_hugo(text: str, name: str) -> tuple[str, str]:
    """Return a guide for Hugo, whose layout shows the figure, and its file name."""
    keys, body = split(text)
    body = _NOTE.sub(lambda found: re.sub("^", "> ", f"[!NOTE]\n{found[1]}", flags=re.M), body)
    # Images are served from static/. Hugo's landing pages are named _index.md.
    body = body.replace("](../images/", "](/images/").replace("index.md)", "_index.md)")
    kept: dict[str, Any] = {
        key: keys[key] for key in ("title", "description", "figure") if key in keys
    }
    return join(kept, body), name.replace("index.md", "_index.md")
