"""Read Markdown with MyST, whatever else the project has for files of that suffix."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from myst_parser.parsers.sphinx_ import MystParser
from sphinx.errors import ConfigError, ExtensionError
from sphinx.writers.html5 import HTML5Translator

from career_guides.catalogue.load import MARKDOWN as SUFFIX
from career_guides.content.trust import TEXT

from .myst_guard import GuardedParser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

    _Visitors = tuple[Callable[..., Any], Callable[..., Any] | None]

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
    before = app.registry.translation_handlers.get("html", {}).get("container")
    app.setup_extension("myst_parser")
    if "myst_parser" not in app.config.extensions:
        _keep_containers(app, before or _CONTAINER)
    del app.registry.source_suffix[SUFFIX]
    if claimed:
        app.add_source_suffix(SUFFIX, claimed)


_CONTAINER: _Visitors = (HTML5Translator.visit_container, HTML5Translator.depart_container)


def _keep_containers(app: Sphinx, before: _Visitors) -> None:
    """Let MyST leave out the class ``container`` in Markdown alone, not on all pages of a project.

    Style sheets of other extensions may need it.
    """
    handlers = app.registry.translation_handlers["html"]
    of_myst = handlers["container"]

    def visit(self: HTML5Translator, node: nodes.Element) -> None:
        is_markdown = Path(self.document.get("source") or "").suffix in suffixes(app)
        (of_myst if is_markdown else before)[0](self, node)

    handlers["container"] = (visit, of_myst[1])


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
