"""Names of directives, where another extension may have the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils.parsers.rst import directives
from sphinx.util import logging

from .domain import DOMAIN
from .events import Priority

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx
    from sphinx.config import Config


logger = logging.getLogger(__name__)


def add_directive(app: Sphinx, name: str, directive: type[Directive]) -> None:
    """Add a directive as ``guide:name``, and as ``name`` unless another extension has that name.

    Names such as ``tags`` are common, and extensions may be loaded after this one.
    """
    app.add_directive_to_domain(DOMAIN, name, directive)

    def on_config_inited(app: Sphinx, config: Config) -> None:
        known: Any = directives._directives.get(name)  # type: ignore[attr-defined]
        if known is None or known.__module__ == directive.__module__:
            app.add_directive(name, directive, override=True)
        else:
            message = "'%s' is another extension's directive; write 'guide:%s' for that of guides"
            logger.info(message, name, name)

    app.connect("config-inited", on_config_inited, priority=Priority.AFTER_SETTINGS)
