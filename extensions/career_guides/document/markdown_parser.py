"""Read Markdown with MyST, whatever else the project has for files of that suffix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from myst_parser.parsers.sphinx_ import MystParser
from sphinx.errors import ConfigError, ExtensionError

from career_guides.catalogue.load import MARKDOWN as SUFFIX
from career_guides.content.trust import TEXT

from .myst_guard import GuardedParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config


#: MyST's name for the type of its files.
FILETYPE = "markdown"


def load_myst(app: Sphinx) -> None:
    """Load MyST without claiming ``.md``: Sphinx ends the build if two extensions do.

    MyST-NB, for example, claims it for a parser of its own, which also reads MyST.

    :raises ExtensionError: if a parser other than MyST's is registered for Markdown
    """
    if "myst_parser" in app.extensions:
        return
    if FILETYPE in app.registry.source_parsers:
        raise ExtensionError(
            "career_guides reads Markdown with MyST-Parser, but another extension has registered"
            " a parser for it; remove that extension from 'extensions' in conf.py"
        )
    claimed = app.registry.source_suffix.pop(SUFFIX, "")
    app.setup_extension("myst_parser")
    del app.registry.source_suffix[SUFFIX]
    if claimed:
        app.add_source_suffix(SUFFIX, claimed)


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Claim ``.md`` if nobody else does, before Sphinx merges the suffixes (800)."""
    app.registry.source_suffix.setdefault(SUFFIX, FILETYPE)


def on_builder_inited(app: Sphinx) -> None:
    """Check that MyST reads Markdown: no page would be a guide otherwise.

    After the parser that keeps the rules of ``guides_trust`` has been put in place of MyST's.

    :raises ConfigError: if it does not, or if a parser that runs programs does
    """
    if SUFFIX not in suffixes(app):
        filetype = app.config.source_suffix.get(SUFFIX, "")
        raise ConfigError(
            f"career_guides reads Markdown with MyST-Parser, but files '{SUFFIX}' are read as"
            f" '{filetype}'; remove that from 'extensions' or from 'source_suffix' in conf.py"
        )
    if app.config.guides_trust == TEXT and (others := sorted(_unguarded(app))):
        raise ConfigError(
            f"files {', '.join(others)} are read by a parser that may run programs and show any"
            " HTML; if all pages of the project are trusted, write guides_trust = 'project' in"
            " conf.py"
        )


def _unguarded(app: Sphinx) -> Iterator[str]:
    """Yield suffixes of what is read by parsers built on MyST's, such as MyST-NB's."""
    for suffix, filetype in app.config.source_suffix.items():
        parser = app.registry.source_parsers.get(filetype, object)
        if issubclass(parser, MystParser) and not issubclass(parser, GuardedParser):
            yield f"'{suffix}'"


def suffixes(app: Sphinx) -> list[str]:
    """Return the suffixes of the files that MyST reads as Markdown.

    MyST-NB's parser is a kind of MyST's, but notebooks and its other formats are not Markdown.
    """
    parsers = app.registry.source_parsers
    return [
        suffix
        for suffix, filetype in app.config.source_suffix.items()
        if filetype == FILETYPE
        or (suffix == SUFFIX and issubclass(parsers.get(filetype, object), MystParser))
    ]
