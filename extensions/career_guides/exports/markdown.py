"""The text of each guide in Markdown, for language models and for readers who copy it.

``liaison/overview.html.md`` is written beside ``liaison/overview.html``, as
https://llmstxt.org/ proposes. It is converted from the page's own HTML, so that it says what
readers see, such as figures of pay and the titles of linked pages.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from career_guides.domain import guides
from career_guides.output.files import has_own
from career_guides.output.names import is_site, path_of_page
from career_guides.output.record import finishing
from career_guides.output.urls import of_page

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


#: CSS selectors of what is left out: navigation, and pictures whose content the text repeats.
LEFT_OUT = [
    ".headerlink", "form", "script", "svg", ".guide-grid", ".next-card", ".guide-mentions",
    ".pay-figure", ".guide-states", ".guide-areas",
]  # fmt: skip


def on_builder_inited(app: Sphinx) -> None:
    """Keep Sphinx from taking these files for pages where the output is in the source folder."""
    builder: Any = app.builder
    for folder in (app.outdir, app.doctreedir):
        if folder.is_relative_to(app.srcdir) and folder != app.srcdir:
            _exclude(builder, folder.relative_to(app.srcdir).as_posix())


def _exclude(builder: Any, path: str) -> None:
    paths = builder.get_asset_paths
    builder.get_asset_paths = lambda: [*paths(), path]


def text_path(app: Sphinx, docname: str) -> str:
    """Return the path of a guide's text in the output folder; '' for other pages."""
    if docname not in guides(app.env).build.catalogue.entries or not is_site(app.builder):
        return ""
    return f"{path_of_page(app, docname)}.md"


def text_uri(app: Sphinx, docname: str) -> str:
    """Return the same path, quoted for links."""
    return quote(text_path(app, docname))


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Write the text of a guide together with its page, in the same process."""
    path = "" if doctree is None else text_path(app, pagename)
    if not path or has_own(app, path):
        return
    address = of_page(app, pagename)
    text = to_markdown(context["body"], address)
    file = Path(app.outdir, path)
    try:
        file.write_text(text, encoding="utf-8")
    except FileNotFoundError:  # the first page in a folder
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def to_markdown(body: str, address: str) -> str:
    """Return the body of a page in Markdown.

    :param body: HTML
    :param address: of the page, to resolve its links; '' leaves them as they are
    """
    # It takes long to load, and a build that writes no guide does not need it.
    from html_to_markdown import ConversionOptions, convert  # noqa: PLC0415

    options = ConversionOptions(
        exclude_selectors=LEFT_OUT, base_url=address or None, extract_metadata=False
    )
    # Internal links have the description of the target page as a tooltip: not needed here.
    body = re.sub(r'(<a [^<>]*?) title="[^"]*"', r"\1", body)
    return (convert(body, options).content or "").strip() + "\n"


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Add the texts to the files that this build accounts for."""
    domain = guides(app.env)
    if output := finishing(app, exception):
        output.extra.update(
            filter(None, (text_path(app, n) for n in domain.build.catalogue.entries))
        )
