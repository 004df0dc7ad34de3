"""Pages that redirect old addresses to new ones, and ``_redirects`` for hosts that read it."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from urllib.parse import quote

from career_guides.diagnostics.log import say
from career_guides.diagnostics.place import place
from career_guides.diagnostics.problem import shorten
from career_guides.domain import guides
from career_guides.output.files import has_own, is_there
from career_guides.output.names import is_site
from career_guides.output.record import finishing, write_file
from career_guides.output.scripts import for_script
from career_guides.output.urls import absolute, as_folder, from_host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config


# The script keeps the query and the fragment of the reader's address; without scripts, the
# redirect leads to the page alone.
REDIRECT = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<script>location.replace({target} + location.search + location.hash)</script>
<noscript><meta http-equiv="refresh" content="0; url={address}"></noscript>
</head>
<body>
<p><a href="{address}">{title}</a></p>
</body>
</html>
"""

#: Suffixes of the files for an old path: Hugo's, which static hosts also serve at ``/old/path``,
#: and Sphinx's.
ENDINGS = ("/index.html", ".html")


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write redirecting pages for each alias. Aliases that are pages were refused earlier."""
    domain = guides(app.env)
    if (output := finishing(app, exception)) is None or not is_site(app.builder):
        return
    known = {*output.before.files}
    for alias, docname in domain.build.catalogue.aliases.items():
        for ending in ENDINGS:
            path = alias + ending
            if output.stays(docname) and path in known and is_there(app, path):
                output.extra.add(path)
                continue
            if has_own(app, path):
                _warn(app, docname, alias, "html_extra_path has a file of that name")
                continue
            try:
                write_file(app, path, page(app, path, docname))
            except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
                _warn(app, docname, alias, str(error.strerror))


def _warn(app: Sphinx, docname: str, alias: str, reason: str) -> None:
    message = f"no redirect from {shorten('/' + alias)}: {reason}"
    say(app.config, message, place(app.env.doc2path(docname), 1), "alias")


def page(app: Sphinx, path: str, docname: str) -> str:
    """Return the page at *path* that redirects to *docname*."""
    uri = app.builder.get_target_uri(docname)
    return redirect_page(app, path, uri, guides(app.env).title(docname))


def redirect_page(app: Sphinx, path: str, uri: str, title: str) -> str:
    """Return a page that redirects.

    :param path: its path, relative to the output folder
    :param uri: the address that it leads to, relative to the output folder
    :param title: the text of the link for readers without redirects
    """
    address = "../" * path.count("/") + uri or "./"
    return REDIRECT.format(
        language=html.escape(app.config.language),
        title=html.escape(title),
        address=html.escape(address),
        canonical=html.escape(absolute(app.config, uri) or address),
        target=for_script(address),
    )


def for_hosts(app: Sphinx) -> str:
    """Return ``_redirects`` for Netlify and Cloudflare Pages; '' without aliases.

    https://docs.netlify.com/manage/routing/redirects/overview/,
    https://developers.cloudflare.com/pages/configuration/redirects/
    """
    return "".join(f"{line}\n" for line in _rules(app))


def _rules(app: Sphinx) -> Iterator[str]:
    for alias, docname in sorted(guides(app.env).build.catalogue.aliases.items()):
        uri = app.builder.get_target_uri(docname)
        for ending in ("", "/", *ENDINGS):
            yield rule(app.config, alias + ending, uri)


# What browsers send as it is in a path (the path percent-encode set of
# https://url.spec.whatwg.org/#path-percent-encode-set), but for "*" and ":", which hosts take for
# a placeholder.
_AS_TYPED = "/!$&'()+,;=@[]|~"


def rule(config: Config, old: str, uri: str) -> str:
    """Return a line of ``_redirects``.

    :param old: the old path, relative to the site, not quoted
    :param uri: address of the new page, relative to the site; Cloudflare does nothing where the
        target is the ``index.html`` of a folder
    """
    source = from_host(config, quote(old, safe=_AS_TYPED))
    return f"{source} {from_host(config, as_folder(uri))} 301"
