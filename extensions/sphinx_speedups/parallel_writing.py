"""With ``-j``, pages are resolved and written by all processes.

Sphinx resolves every page in the parent while the others write, for the sake of its search index:
on two cores one of them waits, and pages that are resolved and not yet written pile up in memory.
Where the parent has nothing to collect, each process takes its share of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx import builders
from sphinx.builders import dirhtml, html
from sphinx.errors import SphinxParallelError
from sphinx.util.build_phase import BuildPhase
from sphinx.util.parallel import ParallelTasks

from .patches import Patch, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx

    from .patches import Build


#: Packages whose post-transforms and handlers leave nothing behind in the process that runs
#: them, but for the images of a page, which are handed back.
_KNOWN = ("sphinx.", "docutils.", "myst_parser.", "furo.", "sphinx_design.", "career_guides.",
          "sphinxcontrib.cairosvgconverter.")  # fmt: skip

#: What Sphinx tells extensions while it resolves a page.
_EVENTS = ("doctree-resolved", "missing-reference", "warn-missing-reference")


def is_shared_out(app: Sphinx) -> bool:
    """Return whether nobody collects anything in the process that resolves the pages."""
    builder: Any = app.builder
    return (
        builder.name in {"html", "dirhtml"}
        and not builder.search
        and defined_in(html, dirhtml)(type(builder).write_doc_serialized)
        and all(f"{who.__module__}.".startswith(_KNOWN) for who in _resolvers(app))
    )


def _resolvers(app: Sphinx) -> Iterable[Any]:
    yield from app.registry.get_post_transforms()
    for event in _EVENTS:
        for listener in app.events.listeners[event]:
            yield listener.handler
    for domain in app.env.domains.sorted():  # each resolves its references
        yield type(domain)


def write_parallel(build: Build, original: Any) -> Any:
    """Write pages by as many processes as Sphinx may use, the parent waiting for them."""
    app = build.app

    def _write_parallel(docnames: Sequence[str], nproc: int) -> None:
        if is_shared_out(app):
            share_out(app, docnames, nproc + 1)  # Sphinx counts without the parent
        else:
            original(docnames, nproc)

    return _write_parallel


def share_out(app: Sphinx, docnames: Sequence[str], nproc: int) -> None:
    """Resolve and write *docnames* by *nproc* processes.

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

    written = []

    def take_images(names: Sequence[str], images: dict[str, str]) -> None:
        builder.images.update(images)
        written.append(names)

    builder.images.update(write(docnames[:1]))
    tasks = ParallelTasks(nproc)
    shares = [names for start in range(nproc) if (names := docnames[1:][start::nproc])]
    for names in shares:
        tasks.add_task(write, names, take_images)
    tasks.join()
    # While tasks are added, Sphinx drops the errors of those that have ended already.
    if len(written) < len(shares):
        message = "a process ended before its pages were written; without -j, it is said why"
        raise SphinxParallelError(message, "")


SPEEDUPS = (
    Patch(
        "parallel_writing", lambda build: build.app.builder, "_write_parallel", write_parallel,
        defined_in(builders),
        "all pages are resolved by one process, for the sake of a search index, also without one",
    ),
)  # fmt: skip
