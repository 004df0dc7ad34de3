"""Leave out what builds print although it is not so.

- "The configuration has changed": Sphinx compares the settings before the theme and other
  extensions have added theirs, so these differ in every build.
- "No pages generated for sitemap.xml": the sitemap is there, and a build without changes leaves it.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


# Settings that the theme Furo and extensions change after Sphinx has compared them.
_CHANGED_LATER = {"pygments_dark_style", "html_static_path"}


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Filter the output of this build; each application has handlers of its own."""
    for handler in logging.getLogger("sphinx").handlers:
        handler.addFilter(is_true)


def is_true(record: logging.LogRecord) -> bool:
    """Return whether to print a line."""
    if record.levelno != logging.INFO:
        return True
    if record.name.endswith("sphinx_sitemap"):
        return "No pages generated" not in str(record.msg)
    if record.name.endswith("sphinx.environment") and record.args:
        named = {*re.findall(r"[a-z]\w+", " ".join(map(str, record.args)))}
        return not (named and named <= _CHANGED_LATER)
    return True
