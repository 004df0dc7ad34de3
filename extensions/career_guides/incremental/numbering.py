"""Forget the section numbers of the last build before Sphinx assigns those of this one.

Sphinx adds numbers to the titles and tables of contents in its environment, where they stay when
``:numbered:`` is taken away from a toctree (Sphinx 9.0 to 9.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def on_env_get_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Remove the numbers of all pages that had any."""
    for docname in env.toc_secnumbers:
        if docname in env.titles:
            env.titles[docname].attributes.pop("secnumber", None)
        if docname in env.tocs:
            for link in env.tocs[docname].findall(nodes.reference):
                link.attributes.pop("secnumber", None)
    return []
