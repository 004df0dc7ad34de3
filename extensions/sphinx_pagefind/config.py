"""The settings in ``conf.py``, and which pages of a build are searched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


HERE = Path(__file__).parent

#: What is on a page but is not its own text: navigation, search fields, the icons of headings.
IGNORED = ["nav", "form", ".headerlink", ".toctree-wrapper"]


#: The filter of pages that are left out of the results, see ``pagefind_exclude``.
PART = "part"

#: Characters that are a part of a word, as in C++, C# and R&D.
CHARACTERS = "+#&"


def add_config_values(app: Sphinx) -> None:
    """Register the settings, with defaults. They are described in :mod:`sphinx_pagefind`."""
    app.add_config_value("pagefind_enabled", True, "html", bool)
    app.add_config_value("pagefind_fallback", "", "html", str)
    app.add_config_value("pagefind_ignored_selectors", IGNORED, "", list)
    app.add_config_value("pagefind_stylesheet", True, "html", bool)
    app.add_config_value("pagefind_synonyms", {}, "", dict)
    app.add_config_value("pagefind_exclude", {}, "html", dict)


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Offer templates and static files, after the project's own. The style sheet is a choice."""
    folders = ["static", "style"] if config.pagefind_stylesheet else ["static"]
    # New lists: a changed value of the configuration would rebuild everything every time.
    config.templates_path = [*config.templates_path, str(HERE / "templates")]
    config.html_static_path = [*config.html_static_path, *(str(HERE / name) for name in folders)]


def uses_pagefind(app: Sphinx) -> bool:
    """Return whether Pagefind searches what this build writes: a site of one file a page."""
    builder = app.builder
    is_site = builder.format == "html" and bool(getattr(builder, "copysource", False))
    is_site &= not hasattr(builder, "dump_context")  # the builders "json" and "pickle"
    return is_site and bool(app.config.pagefind_enabled)


def is_searched(env: BuildEnvironment, docname: str) -> bool:
    """Return whether a page is in the index: unless it has ``no-search``, as in Sphinx's own.

    https://www.sphinx-doc.org/en/master/usage/restructuredtext/field-lists.html
    """
    return not {"no-search", "nosearch"} & env.metadata.get(docname, {}).keys()


def part_of(app: Sphinx, docname: str) -> str:
    """Return the name of the part of the site that leaves a page out of the results, or ``""``."""
    for place, name in app.config.pagefind_exclude.items():
        if f"{docname}/".startswith(f"{place.strip('/')}/"):
            return str(name)
    return ""
