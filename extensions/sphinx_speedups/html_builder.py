"""Pages of HTML: what Sphinx makes again for every page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes, utils
from docutils.writers import _html_base
from docutils.writers._html_base import HTMLTranslator
from sphinx.builders import dirhtml, html
from sphinx.builders.html import _assets
from sphinx.environment.adapters import indexentries, toctree
from sphinx.environment.adapters.indexentries import IndexEntries
from sphinx.util import docutils as sphinx_docutils
from sphinx.writers.html5 import HTML5Translator

from .environment import settings
from .patches import Patch, always, defined_in, equals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .patches import Build


def encode(build: Build | None, original: Any) -> Any:
    """Encode texts for HTML that have a character to encode; docutils looks up every letter."""
    characters = HTMLTranslator.special_characters
    special = re.compile("[" + "".join(map(re.escape, map(chr, characters))) + "]").search

    def encode(self: HTMLTranslator, text: object) -> str:
        text = str(text)
        # A translator may have characters of its own.
        if special(text) or self.special_characters is not characters:
            return str(original(self, text))
        return text

    return encode


def checksums(build: Build, original: Any) -> Any:
    """Return the checksums of files that pages load, each computed once."""
    return cache(original)


def stylesheets(build: Build | None, original: Any) -> Any:
    """Return where docutils' style sheets are, each looked for once; Sphinx's pages have none."""
    known: dict[tuple[str, ...], str] = {}

    def find_file_in_dirs(path: Any, dirs: Iterable[Any]) -> str:
        folders = [*dirs]
        key = (str(path), str(Path.cwd()), *map(str, folders))
        if key not in known:
            known[key] = original(path, folders)
        return known[key]

    return find_file_in_dirs


def templates(build: Build, original: bool) -> bool:
    """Do not look whether a template's file has changed, but when the build begins."""
    environment = environment_of(build)
    if environment.cache is not None:
        environment.cache.clear()
    return False


def environment_of(build: Build) -> Any:
    """Return Jinja's environment; ``None`` where the builder or the project has another."""
    return getattr(getattr(build.app.builder, "templates", None), "environment", None)


def titles(build: Build | None, original: Any) -> Any:
    """Return what a builder renders, titles of plain text without a translator.

    A page shows its own title, and those of the pages before, after and above it.
    """
    characters = HTMLTranslator.special_characters

    def render_partial(node: nodes.Node | None) -> Any:
        if isinstance(node, nodes.title) and is_plain(node):
            return {"fragment": "", "title": node.astext().translate(characters)}
        return original(node)

    return render_partial


def is_plain(node: nodes.title) -> bool:
    """Return whether a title has text alone, and no number before it."""
    is_text = all(isinstance(child, nodes.Text) for child in node.children)
    return is_text and not node.get("secnumber")


def index(build: Build | None, original: Any) -> Any:
    """Make the index of the pages that have entries, of which most sites have few."""

    def create_index(self: IndexEntries, *arguments: Any, **options: Any) -> Any:
        data = self.env.domains.index_domain.data
        every = data["entries"]
        data["entries"] = {docname: entries for docname, entries in every.items() if entries}
        try:
            return original(self, *arguments, **options)
        finally:
            data["entries"] = every

    return create_index


class LastToc(list[Any]):
    """The environment, the docname and the node of the table of contents that was made last."""


def toc(build: Build, original: Any) -> Any:
    """Return a page's table of contents, and keep it for the theme, which asks next."""
    last = build.of(LastToc)

    def document_toc(env: Any, docname: str, tags: Any) -> nodes.Node:
        last[:] = (env, docname, original(env, docname, tags))
        return cast("nodes.Node", last[2])

    return document_toc


def toc_for_furo(build: Build, original: Any) -> Any:
    """Return what the builder has rendered, once: Furo only looks whether it has any entry."""
    last = build.of(LastToc)

    def document_toc(env: Any, docname: str, tags: Any) -> nodes.Node:
        if len(last) == 3 and last[0] is env and last[1] == docname:
            return cast("nodes.Node", last.pop())
        return cast("nodes.Node", original(env, docname, tags))

    return document_toc


def without_translator(build: Build) -> Any:
    """Return the builder, if titles in HTML are as Sphinx has them: no extension changes them."""
    builder: Any = build.app.builder
    is_translated = builder.name in build.app.registry.translators
    is_own = is_translated or handled(build) & {"title", "Text", "document"}
    is_html = isinstance(builder, html.StandaloneHTMLBuilder)
    is_sphinxs = is_html and builder.default_translator_class is HTML5Translator
    return builder if is_sphinxs and not is_own else None


def handled(build: Build) -> set[str]:
    """Return the names of the nodes that extensions write for the builder in ways of their own."""
    builder, handlers = build.app.builder, build.app.registry.translation_handlers
    return {node for name in (builder.format, builder.name) for node in handlers.get(name, ())}


def one_file_a_page(build: Build) -> Any:
    """Return the builder if a page's path depends on its name alone."""
    return build.app.builder if build.app.builder.name in {"html", "dirhtml"} else None


def _furo(module: Any) -> Any:
    return lambda build: module if build.app.config.html_theme == "furo" else None


_in_builder = defined_in(html, dirhtml)

SPEEDUPS = (
    Patch(
        "html_builder.encode", always(HTMLTranslator), "encode", encode, defined_in(_html_base),
        "every text and attribute is translated letter by letter",
    ),
    Patch(
        "html_builder.settings", always(html), "_get_settings", settings,
        defined_in(sphinx_docutils),
        "settings are made by a parser of command-line options for every page",
    ),
    Patch(
        "html_builder.checksums", always(html), "_file_checksum", checksums, defined_in(_assets),
        "the files that pages load are read and digested with every page",
    ),
    Patch(
        "html_builder.stylesheets", always(utils), "find_file_in_dirs", stylesheets,
        defined_in(utils),
        "a style sheet that no page uses is looked for with each title that a page shows",
    ),
    Patch(
        "html_builder.templates", environment_of, "auto_reload", templates, equals(True),
        "the file of each template is looked at with every page",
    ),
    Patch(
        "html_builder.titles", without_translator, "render_partial", titles, _in_builder,
        "a document, twenty transforms and a translator are made for each title that a page shows",
    ),
    Patch(
        "html_builder.output_paths", one_file_a_page, "get_output_path",
        lambda build, original: cache(original), _in_builder,
        "the path of a page is put together whenever it is asked for, often for all pages",
    ),
    Patch(
        "html_builder.target_uris", one_file_a_page, "get_target_uri",
        lambda build, original: cache(original), _in_builder,
        "the address of a page is put together for every link",
    ),
    Patch(
        "html_builder.index", always(IndexEntries), "create_index", index,
        defined_in(indexentries),
        "for the index, the address of every page is put together",
    ),
    Patch(
        "html_builder.toc", _furo(html), "document_toc", toc, defined_in(toctree),
        "Furo has a page's table of contents made again to see whether it has any entry",
    ),
    Patch(
        "html_builder.toc_for_furo", _furo(toctree), "document_toc", toc_for_furo,
        defined_in(toctree),
        "see html_builder.toc, which it needs",
    ),
)  # fmt: skip
