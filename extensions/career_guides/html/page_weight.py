"""What a page of Furo's loads: no style that nothing on it has, no script that it waits for.

Sphinx 9.0 and Furo load their scripts so that a page stops for each, and sphinx-design 0.7 loads
its style sheet, a seventh of all, on every page. What a page loads depends on its own body alone.
The signs that Furo draws stand in each page, a fifth of it, whether it shows them or not.
``guides_upstream = False`` turns this off.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


#: File below ``_static/`` -> what stands in the body of each page that it does something on.
_USED_BY = {
    "pygments.css": "highlight",
    "sphinx-design.min.css": "sd-",
    "design-tabs.js": "sd-tab",
}


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Leave out of the page's styles and scripts what it does not use; let the scripts wait.

    After the handlers that add some. The lists are Sphinx's own, which it puts back after each
    page; :file:`search.html` reads ``guide_defers``.
    """
    styles, scripts = context["css_files"], context["script_files"]
    is_furo = "furo_version" in context
    # A project's html_context may have others.
    is_sphinxs = isinstance(styles, list) and isinstance(scripts, list)
    if not (app.config.guides_upstream and is_furo and is_sphinxs):
        return
    context["guide_tidied"] = tidied
    body = context.get("body") or ""
    for files in (styles, scripts):
        files[:] = [file for file in files if is_used(file, body)]
    # One that stands in the page runs at once, and may need those before it.
    context["guide_defers"] = all(getattr(script, "filename", None) for script in scripts)
    if context["guide_defers"]:
        scripts[:] = [deferred(script) for script in scripts]


_SIGN = re.compile(r'\s*<symbol id="([\w-]+)".*?</symbol>', re.DOTALL)


def tidied(page: str) -> str:
    """Return the HTML of a page with the signs alone that it shows, without their line breaks."""
    # Furo's stand before all that is an author's.
    signs, mark, rest = page.partition('<div class="page">')

    def kept(sign: re.Match[str]) -> str:
        return _on_one_line(sign[0]) if f'"#{sign[1]}"' in page else ""

    return (_SIGN.sub(kept, signs) if mark else signs) + mark + rest


@cache
def _on_one_line(sign: str) -> str:
    return re.sub(r' xmlns="[^"]*"|(?<=>) (?=<)', "", " ".join(sign.split()))


def is_used(file: Any, body: str) -> bool:
    """Return whether *file*, a style sheet or script of Sphinx's, does something for *body*."""
    name = str(getattr(file, "filename", None) or "").removeprefix("_static/")
    return _USED_BY.get(name, "") in body


def deferred(script: Any) -> Any:
    """Return the script to run when the page is there, in the order that the scripts have."""
    attributes = script.attributes
    if {"async", "defer"} & attributes.keys() or attributes.get("type") == "module":
        return script
    return type(script)(
        script.filename, priority=script.priority, **{**attributes, "defer": "defer"}
    )
