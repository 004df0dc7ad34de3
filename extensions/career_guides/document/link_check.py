"""Links to a passage, such as ``#:~:text=median``, which ``make linkcheck`` can follow.

What follows ``:~:`` is for the browser, which takes it off before it looks for an anchor
(https://wicg.github.io/scroll-to-text-fragment/). Sphinx 9.2 looks for an anchor of that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


#: An anchor that is not looked for; the page still is.
PASSAGE = ".*:~:"


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Have the anchors of such links ignored, beside those that the project ignores."""
    if config.guides_upstream:
        config.linkcheck_anchors_ignore = [*config.linkcheck_anchors_ignore, PASSAGE]
