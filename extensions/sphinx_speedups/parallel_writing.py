"""Work is shared out among processes: what has no order, and pages to resolve and write.

Sphinx 9.0 resolves every page in the parent, for the sake of its search index, while the others
write: on two cores one of them waits, and pages that are resolved and not yet written pile up
in memory. Where the parent has nothing to collect, each process takes its share of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util.build_phase import BuildPhase
from sphinx.util.parallel import ParallelTasks

from .environment import IS_KNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx


#: Packages whose post-transforms leave nothing behind in the process that runs them, but for
#: the images of a page, which are handed back.
_KNOWN = ("sphinx.", "docutils.", "myst_parser.", "furo", "sphinx_design.", "career_guides.",
          "sphinxcontrib.cairosvgconverter.")  # fmt: skip


def on_env_check_consistency(app: Sphinx, _env: Any) -> None:
    """Choose how pages are written: after the builder is known, before it writes."""
    builder: Any = app.builder
    transforms = app.registry.get_post_transforms()
    if (
        app.config.guides_upstream
        and IS_KNOWN
        and builder.name in {"html", "dirhtml"}
        and not builder.search
        and all(f"{made.__module__}.".startswith(_KNOWN) for made in transforms)
    ):
        builder._write_parallel = lambda docnames, nproc: write_parallel(app, docnames, nproc + 1)


def write_parallel(app: Sphinx, docnames: Sequence[str], nproc: int) -> None:
    """Write *docnames* by *nproc* processes, this one waiting.

    :param docnames: the pages, in order; the first is written here, so that templates are
        compiled before the process divides
    """
    builder: Any = app.builder

    def write(names: Sequence[str]) -> dict[str, str]:
        for docname in names:
            builder.phase = BuildPhase.RESOLVING
            doctree = app.env.get_and_resolve_doctree(docname, builder, tags=builder.tags)
            builder.phase = BuildPhase.WRITING
            builder.write_doc_serialized(docname, doctree)
            builder.write_doc(docname, doctree)
        return dict(builder.images)

    def take_images(_names: Sequence[str], images: dict[str, str]) -> None:
        builder.images.update(images)

    builder.images.update(write(docnames[:1]))
    tasks = ParallelTasks(nproc)
    for start in range(nproc):
        if names := docnames[1:][start::nproc]:
            tasks.add_task(write, names, take_images)
    tasks.join()
