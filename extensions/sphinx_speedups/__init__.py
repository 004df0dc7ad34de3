"""The same output in less time, for any Sphinx project.

Sphinx and docutils repeat much of their work for every page and every node: settings, paths,
titles, walks through a document for nodes that it does not have. This extension replaces such
functions with faster ones while a project is built. What the build writes stays the same, byte for
byte.

Add it to a project
===================

It needs Sphinx 9 and nothing else. With the folder ``sphinx_speedups`` where Python finds it::

    extensions = ["sphinx_speedups"]  # in conf.py

Where the versions of Sphinx, docutils, MyST-Parser or Furo are others than those that a speed-up
was proved on (:data:`.versions.PROVED_ON`), that speed-up is left out, and the build runs without
it. The same holds for a function that another extension has replaced.

Settings
========

``speedups_enabled`` (default: ``True``)
    ``False`` turns all of them off, for one build: ``sphinx-build -D speedups_enabled=0``.
``speedups_disabled`` (default: ``[]``)
    Names of speed-ups to leave out, as in :data:`.versions.PROVED_ON`, such as
    ``["parallel_writing"]``.

What is replaced, and for how long
==================================

The functions are replaced when the build starts and put back when it ends, also if it fails.
A process that does not build with this extension never sees them: not in the classes of docutils
and Sphinx, and not in the settings of the garbage collector.

- :mod:`.build`: what is replaced in which project, from the start of a build to its end;
- :mod:`.patches`, :mod:`.versions`: how it is replaced and put back, and on which versions;
- :mod:`.docutils_nodes`, :mod:`.node_kinds`: walks through documents;
- :mod:`.sphinx_transforms`: transforms that find nothing to do in most pages;
- :mod:`.rst_states`: states of the parser of reStructuredText;
- :mod:`.myst_parsing`: settings and rules of Markdown;
- :mod:`.environment`, :mod:`.source_discovery`, :mod:`.outdated_pages`, :mod:`.lazy_tocs`,
  :mod:`.lazy_paths`: finding, reading and keeping pages;
- :mod:`.python_sources`, :mod:`.analyzed_sources`: what autodoc reads;
- :mod:`.c_references`: references of any kind;
- :mod:`.html_builder`, :mod:`.plain_contents`, :mod:`.compiled_templates`, :mod:`.highlighting`,
  :mod:`.navigation`, :mod:`.toctree_titles`, :mod:`.parallel_writing`: writing them;
- :mod:`.english_stemmer`, :mod:`.search_index`: Sphinx's search;
- :mod:`.inventory`: the inventory for other projects;
- :mod:`.log_records`, :mod:`.garbage_collection`, :mod:`.regular_expressions`,
  :mod:`.compiled_patterns`, :mod:`.beautiful_soup`: the process as a whole;
- :mod:`.kept_files`: what is kept from build to build.

Each module says in ``SPEEDUPS`` which of its functions replaces what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect everything."""
    from . import build

    app.add_config_value("speedups_enabled", True, "", bool)
    app.add_config_value("speedups_disabled", [], "", (list, tuple, set, frozenset))
    app.connect("config-inited", build.on_config_inited)
    app.connect("builder-inited", build.on_builder_inited)
    return {
        "env_version": 1,  # environments of builds with and without this extension stay apart
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
