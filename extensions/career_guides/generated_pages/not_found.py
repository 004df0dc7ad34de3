"""The page that hosts show for an address that does not exist, however deep it is.

Its links start at the root of the host, because the browser resolves them against the missing
address. An author's own ``404.md`` or ``404.html``, or another extension's page, replaces this one.
"""

from __future__ import annotations

import html
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from docutils import nodes
from markupsafe import Markup
from sphinx.locale import _

from career_guides.build import NOT_FOUND
from career_guides.domain import guides
from career_guides.listings.links import Link
from career_guides.listings.search_field import SearchField
from career_guides.output.files import has_own
from career_guides.output.names import is_site
from career_guides.output.record import is_of_build, record, write_file
from career_guides.output.urls import from_host

from .ways_on import links, targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from career_guides.build import Build


FILE = "404.html"
# Not a title node: Sphinx would look up its number in the page that was written last.
BODY = """\
<section id="not-found">
<h1>{}</h1>
<p>{}</p>
{}{}</section>
"""


class NotFound:
    """Whose page it is.

    :ivar is_ours: whether this build has written ours
    """

    def __init__(self, build: Build) -> None:
        self.is_ours = False


def has_other(app: Sphinx) -> bool:
    """Return whether the page is not ours, apart from that of an author's own ``404.md``.

    That is a file that the project has for it, or the page of another extension, such as
    sphinx-notfound-page, which has been written before.
    """
    if has_own(app, FILE):
        return True
    file = Path(app.builder.get_output_path(NOT_FOUND))  # type: ignore[attr-defined]
    return file.is_file() and is_of_build(file.stat(), record(app.env).start)


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page, unless somebody else has one. After the handlers of other extensions."""
    if not is_site(app.builder) or NOT_FOUND in app.env.all_docs or has_other(app):
        return
    guides(app.env).build.of(NotFound).is_ours = True
    if not (record(app.env).is_unchanged and Path(app.outdir, FILE).is_file()):
        context = {"title": _("Page not found"), "body": body(app), "display_toc": False, "toc": ""}
        yield NOT_FOUND, context, "page.html"


def body(app: Sphinx) -> str:
    """Return the explanation, a search field, and links to the lists of careers."""
    builder: Any = app.builder
    field = SearchField()
    form = nodes.container("", *field.nodes(["search"], Link(builder, NOT_FOUND), {}))
    why = _(
        "There is no page at this address. It may have moved. Search for it, or go on from here:"
    )
    return Markup(BODY).format(
        _("Page not found"),
        why,
        Markup(builder.render_partial(form)["fragment"]),
        links(builder, NOT_FOUND, targets(app)),
    )


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Put the page at the root of the output, whatever the builder, with links from the root."""
    if exception is not None or not is_site(app.builder):
        return
    is_written = NOT_FOUND in app.env.all_docs
    file = Path(app.builder.get_output_path(NOT_FOUND))  # type: ignore[attr-defined]
    if not (is_written or guides(app.env).build.of(NotFound).is_ours) or has_own(app, FILE):
        return
    target = Path(app.outdir, FILE)
    if not file.is_file():
        if target.is_file():
            record(app.env).extra.add(FILE)
        return
    text = file.read_text(encoding="utf-8")
    write_file(
        app, FILE, rooted(text, from_host(app.config, app.builder.get_target_uri(NOT_FOUND)))
    )
    if not is_written and file != target:
        file.unlink()
        record(app.env).extra.discard(file.relative_to(app.outdir).as_posix())
        if file.parent != target.parent:
            with suppress(OSError):  # the text of an author's own page is removed later
                file.parent.rmdir()


_LINK = re.compile(r'(\s(?:href|src|action|data-content_root)=")([^"#?][^"]*)"')


def rooted(text: str, path: str) -> str:
    """Return the page with links that start at the root of the host.

    :param text: HTML, as Sphinx writes it
    :param path: the path on the host against which its links are resolved
    """

    def from_root(match: re.Match[str]) -> str:
        found = html.escape(urljoin(path, html.unescape(match[2])))
        return f'{match[1]}{found}"'

    return _LINK.sub(from_root, text)
