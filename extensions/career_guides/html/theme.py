"""What differs from theme to theme: whether Furo is there, and what its navigation shows."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from career_guides.diagnostics.log import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


FURO = "furo"
#: The theme that Sphinx has by default.
DEFAULT = "alabaster"
#: Themes whose navigation shows titles of pages, but no headings of other pages.
_TITLES_ONLY = frozenset({FURO, "pydata_sphinx_theme", "sphinx_book_theme", "shibuya"})
#: Theme -> its option that shows all branches of the navigation, with headings, if it is false.
_COLLAPSES = {"sphinx_rtd_theme": "collapse_navigation", "alabaster": "sidebar_collapse"}


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Take Sphinx's default theme if Furo is missing, rather than end with a traceback."""
    if config.html_theme == FURO and find_spec(FURO) is None:
        config.html_theme, config.html_theme_options = DEFAULT, {}
        app.connect("builder-inited", warn_of_furo)


def warn_of_furo(app: Sphinx) -> None:
    """Say how to install Furo."""
    if app.builder.format == "html":
        message = (
            f"html_theme: Furo is not installed, and pages have the theme '{DEFAULT}'; install it:"
            " pip install furo"
        )
        say(app.config, message, None, "theme")


def is_furo(app: Sphinx) -> bool:
    """Return whether the theme is Furo, or is based on it: Sphinx then loads its extension."""
    return FURO in app.extensions


def shows_headings(app: Sphinx) -> bool:
    """Return whether the navigation of a page may show headings of any other page."""
    config = app.config
    if is_furo(app) or config.html_theme in _TITLES_ONLY:
        return False
    option = _COLLAPSES.get(config.html_theme)
    if option is None:  # an unknown theme
        return True
    return str(config.html_theme_options.get(option, True)).lower() in {"false", "0"}
