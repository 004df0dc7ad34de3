"""The versions that each speed-up was proved on.

``tests/sphinx_speedups/test_output.py`` builds a site with and without each of them and compares
every file. After that has passed with another version, add the version here: for all speed-ups in
the first lines, for one of them in its row. On a version that its row does not list a speed-up is
left alone, and so is no other.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


_SPHINX = {"sphinx": ("9.0", "9.1", "9.2")}
_DOCUTILS = _SPHINX | {"docutils": ("0.22", "0.23")}
_MYST = _DOCUTILS | {"myst_parser": ("5.2",)}
_MARKDOWN = _MYST | {"markdown_it": ("4.3",)}
_FURO = _SPHINX | {"furo": ("2025.12",)}

#: Name of a speed-up -> package -> its versions: ``9.0`` is 9.0.0, 9.0.1 and so on.
PROVED_ON: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "docutils_nodes.findall": _DOCUTILS,
    "docutils_nodes.walkabout": _DOCUTILS,
    "docutils_nodes.document": _DOCUTILS,
    "docutils_nodes.setup_child": _DOCUTILS,
    "docutils_nodes.element": _DOCUTILS,
    "docutils_nodes.unescape": _DOCUTILS,
    "rst_states": _DOCUTILS,
    "sphinx_transforms.highlight_language": _DOCUTILS,
    "sphinx_transforms.dangling_references": _DOCUTILS,
    "sphinx_transforms.source_workaround": _DOCUTILS,
    "sphinx_transforms.locale": _SPHINX,
    "sphinx_transforms.translation_progress": _SPHINX,
    "environment.settings": _DOCUTILS,
    "environment.chunks": _SPHINX,
    "environment.read_serial": _SPHINX,
    "environment.read_parallel": _SPHINX,
    "environment.pickled_doctrees": _SPHINX,
    "log_records.events": _SPHINX,
    "log_records.level": _SPHINX,
    "lazy_tocs": _SPHINX,
    "lazy_paths": _SPHINX,
    "source_discovery.discover": _SPHINX,
    "source_discovery.doc2path": _SPHINX,
    "source_discovery.relfn2path": _SPHINX,
    "outdated_pages.get_outdated_docs": _SPHINX,
    "outdated_pages.has_doc_changed": _SPHINX,
    "html_builder.encode": _DOCUTILS,
    "html_builder.settings": _DOCUTILS,
    "html_builder.checksums": _SPHINX,
    "html_builder.stylesheets": _DOCUTILS,
    "html_builder.templates": _SPHINX,
    "html_builder.titles": _SPHINX,
    "html_builder.output_paths": _SPHINX,
    "html_builder.target_uris": _SPHINX,
    "html_builder.index": _SPHINX,
    "plain_contents": _DOCUTILS,
    "highlighting.formatter": _SPHINX,
    "html_builder.toc": _FURO,
    "html_builder.toc_for_furo": _FURO,
    "navigation.toctree": _DOCUTILS,
    "navigation.furo": _FURO,
    "parallel_writing": _SPHINX,
    "garbage_collection": _SPHINX,
    "english_stemmer": _SPHINX,
    "python_sources.definitions": _SPHINX,
    "python_sources.type_comments": _SPHINX,
    "c_references.c": _SPHINX,
    "c_references.cpp": _SPHINX,
    "analyzed_sources.comments": _SPHINX,
    "analyzed_sources.definitions": _SPHINX,
    "search_index.prune": _SPHINX,
    "toctree_titles": _DOCUTILS,
    "inventory": _SPHINX,
    "inventory.titles": _DOCUTILS,
    "compiled_patterns": _SPHINX,
    "compiled_templates": _SPHINX,
    "compiled_templates.strings": _SPHINX,
    "regular_expressions": _SPHINX,
    "beautiful_soup": _FURO,
    "myst_parsing.default_settings": _MYST,
    "myst_parsing.parser": _MYST,
    "myst_parsing.app": _MYST,
    "myst_parsing.syntax_tree": _MARKDOWN,
}


def is_used(name: str, extensions: Collection[str]) -> bool:
    """Return whether a project uses all packages that a speed-up is about."""
    # MyST-Parser, which such rows name too, needs markdown-it-py.
    return PROVED_ON[name].keys() <= {"sphinx", "docutils", "markdown_it", *extensions}


def unproved(name: str) -> list[str]:
    """Return those loaded packages, with their versions, that a speed-up was not proved on."""
    found = {
        package: str(sys.modules[package].__version__)
        for package in PROVED_ON[name]
        if sys.modules.get(package)
    }
    return [
        f"{package} {version}"
        for package, version in found.items()
        if not f"{version}.".startswith(tuple(f"{proved}." for proved in PROVED_ON[name][package]))
    ]
