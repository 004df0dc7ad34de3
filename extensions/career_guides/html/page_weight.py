"""Leave unused styles, scripts and icons out of pages with the Furo theme, and defer scripts.

Sphinx 9.0 and Furo load their scripts in a way that blocks the page, and sphinx-design 0.7 loads
its style sheet, a seventh of all bytes, on every page. What a page needs depends only on its own
body. Furo's SVG icons are in every page, a fifth of it, whether the page shows them or not.
``guides_upstream = False`` turns this off.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


#: File below ``_static/`` -> text in the body of every page on which the file has an effect.
_USED_BY = {
    "pygments.css": "highlight",
    "sphinx-design.min.css": "sd-",
    "design-tabs.js": "sd-tab",
}


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Remove the styles and scripts that the page does not use, and defer the other scripts.

    Runs after the handlers that add some. The lists are Sphinx's own, which it restores after
    each page; :file:`search.html` reads ``guide_defers``.
    """
    styles, scripts = context.get("css_files"), context.get("script_files")
    is_furo = "furo_version" in context
    # A project's html_context may replace the lists; the builders "json" and "pickle" have none.
    if not (isinstance(styles, list) and isinstance(scripts, list)):
        return
    if not (app.config.guides_upstream and is_furo):
        return
    context["guide_trim_icons"] = trim_icons
    body = context.get("body") or ""
    for files in (styles, scripts):
        files[:] = [file for file in files if is_used(file, body)]
    # An inline script runs at once, and may need the scripts before it.
    context["guide_defers"] = all(getattr(script, "filename", None) for script in scripts)
    if context["guide_defers"]:
        scripts[:] = [deferred(script) for script in scripts]


def on_builder_inited(app: Sphinx) -> None:
    """Have no page show the scripts and styles of other pages if an application builds again.

    Sphinx 9 then adds to all pages what extensions, such as Furo, have added to any.
    """
    if not app.config.guides_upstream:
        return
    registry: Any = app.registry
    before = {name: [*getattr(registry, name)] for name in ("css_files", "js_files")}

    def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
        for name, files in before.items():
            getattr(registry, name)[:] = files
            added = getattr(app.builder, f"_orig_{name}", None)
            if added is not None:
                getattr(app.builder, f"_{name}")[:] = added

    app.connect("build-finished", on_build_finished)


_ICON = re.compile(r'\s*<symbol id="([\w-]+)".*?</symbol>', re.DOTALL)


def trim_icons(page: str) -> str:
    """Return the HTML of a page with only the icons that it shows, without their line breaks."""
    # Furo's icons come before anything that an author has written.
    icons, mark, rest = page.partition('<div class="page">')
    if not mark:
        return page
    shown = {part.partition('"')[0] for part in page.split('"#')[1:]}
    kept = (part for name, part in _parts(icons) if not name or name in shown)
    return "".join(kept) + mark + rest


@lru_cache(maxsize=8)  # nearly all pages have the same
def _parts(icons: str) -> list[tuple[str, str]]:
    """Return the ids of icons, each with its HTML on one line; what is between them has ''."""
    parts, end = [], 0
    for icon in _ICON.finditer(icons):
        parts += [("", icons[end : icon.start()]), (icon[1], _on_one_line(icon[0]))]
        end = icon.end()
    return [*parts, ("", icons[end:])]


def _on_one_line(icon: str) -> str:
    return re.sub(r' xmlns="[^"]*"|(?<=>) (?=<)', "", " ".join(icon.split()))


def is_used(file: Any, body: str) -> bool:
    """Return whether *file*, a style sheet or script of Sphinx's, has an effect on *body*."""
    name = str(getattr(file, "filename", None) or "").removeprefix("_static/")
    return _USED_BY.get(name, "") in body


def deferred(script: Any) -> Any:
    """Return the script with ``defer``: it runs after the page is parsed, in order."""
    attributes = script.attributes
    if {"async", "defer"} & attributes.keys() or attributes.get("type") == "module":
        return script
    return type(script)(
        script.filename, priority=script.priority, **{**attributes, "defer": "defer"}
    )
