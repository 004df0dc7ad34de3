"""Decide which pages are written again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from career_guides.output.names import is_site
from career_guides.output.record import record

from .affected import affected
from .toctrees import Toctrees
from .unfinished import begin_writing
from .views import Views

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def on_env_get_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that show something that has changed since they were written."""
    output = record(env)
    before = output.before.views
    toctrees = Toctrees(env)
    output.read, output.toctrees = dict(env.all_docs), toctrees.digest
    if output.is_unchanged:
        output.views = before
        return []
    views = Views(app, toctrees.relations)
    output.site = views.site
    output.affected = affected(env, toctrees)
    output.views = {
        docname: before[docname]
        if docname in before and output.stays(docname)
        else views.digest(docname)
        for docname in sorted(env.all_docs)
    }
    found = [docname for docname, view in output.views.items() if before.get(docname) != view]
    views.shown.keep(set(found))
    begin_writing(app, output, found)
    return found


def on_builder_inited(app: Sphinx) -> None:
    """Keep a build without any change from writing the existing files of pages without a source.

    An application may build again after that, with changes. The files are accounted for, so that
    they go when a setting or an extension no longer asks for them.
    """
    builder: Any = app.builder
    if not is_site(builder):
        return
    write = builder.handle_page

    def handle_page(name: str, context: Any, *arguments: Any, **keywords: Any) -> None:
        output, has_source = record(app.env), name in app.env.all_docs
        path = Path(keywords.get("outfilename") or builder.get_output_path(name))
        if not has_source and path.is_relative_to(app.outdir):
            where = path.relative_to(app.outdir).as_posix()
            output.announce(where)
            output.extra.add(where)
        if has_source or not (output.is_unchanged and path.is_file()):
            write(name, context, *arguments, **keywords)

    builder.handle_page = handle_page
