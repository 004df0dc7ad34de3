"""Old addresses that lead to pages or files of the site: ``redirects.txt`` in the source folder.

Each line has an old address and a new one, ``/tags/nursing/ /tag/nursing``. The line ``/*/ /*``
means that each page also answers at its name with a slash, which builders other than ``dirhtml``
do not write. ``aliases`` in front matter are for the old addresses of one guide; these are for
what has no front matter: lists, generated pages, feeds.
"""

from __future__ import annotations

import re
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from career_guides.catalogue.aliases import is_free
from career_guides.diagnostics.log import say
from career_guides.diagnostics.place import place
from career_guides.domain import guides
from career_guides.output.files import has_own
from career_guides.output.names import is_site
from career_guides.output.record import finishing, write_file

from .redirects import ENDINGS, redirect_page, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx

FILE = "redirects.txt"
#: The line that gives each page an address with a slash at its end.
_ALL = ("/*/", "/*")


class Redirect(NamedTuple):
    """A line of the file.

    :param old: the old path, without slashes at its ends
    :param new: the new path, without slashes at its ends
    :param line: its number; 0 for one that ``/*/ /*`` makes
    """

    old: str
    new: str
    line: int


def read(app: Sphinx, warn: Callable[[int, str], None] = lambda *_: None) -> list[Redirect]:
    """Return the redirects of the site.

    :param warn: called with the number of each line that cannot be used, and why
    :returns: none without the file
    """
    file = Path(app.srcdir, FILE)
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    found: dict[str, Redirect] = {}
    for number, text in enumerate(lines, 1):
        parts = text.split()
        if not parts or parts[0].startswith("#"):
            continue
        if tuple(parts) == _ALL:
            for docname in sorted(app.env.all_docs):
                found.setdefault(docname, Redirect(docname, docname, 0))
        elif len(parts) != 2 or not all(part.startswith("/") for part in parts):
            warn(number, "expected an old and a new address, as in '/old/page /new/page'")
        else:
            old, new = (unquote(part).strip("/") for part in parts)
            if not is_free(old):
                warn(number, f"'/{old}' cannot be redirected: the site itself has it")
            else:
                found[old] = Redirect(old, new, number)
    return list(found.values())


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write a page that redirects, or a copy of the file, for each old address."""
    if (output := finishing(app, exception)) is None or not is_site(app.builder):
        return
    out = Path(app.outdir)
    aliases = guides(app.env).build.catalogue.aliases
    pages = {_file(app.builder.get_target_uri(docname)) for docname in app.env.all_docs}
    for redirect in read(app, partial(_warn, app)):
        uri = _uri(app, redirect.new)
        target = out / _file(uri)
        if not target.is_file():
            _warn(app, redirect.line, f"'/{redirect.new}' is no page or file of the site")
            continue
        if redirect.old in aliases:
            continue
        for path in _files(redirect.old):
            if (out / path) == target or path in pages or has_own(app, path):
                continue
            if target.suffix != ".html":
                output.announce(path)
                (out / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(target, out / path)
                output.extra.add(path)
            else:
                write_file(app, path, redirect_page(app, path, uri, redirect.new or "/"))


def rules(app: Sphinx) -> Iterator[str]:
    """Yield the rules for hosts that read ``_redirects``."""
    for redirect in read(app):
        if redirect.line:
            target = quote(_uri(app, redirect.new))
            for ending in ("", "/"):
                yield rule(app.config, redirect.old + ending, target)


def _files(old: str) -> list[str]:
    """Return the files that answer at an old path."""
    if re.search(r"\.[a-z]{2,4}$", old):
        return [old]
    return [old + ending for ending in ENDINGS]


def _file(uri: str) -> str:
    """Return the file of an address."""
    return f"{uri}index.html" if not uri or uri.endswith("/") else unquote(uri)


def _uri(app: Sphinx, path: str) -> str:
    """Return the address of a page, or of a file, relative to the site."""
    if re.search(r"\.[a-z]{2,4}$", path):
        return path
    names = (path or app.config.root_doc, f"{path}/index")
    docname = next((name for name in names if name in app.env.all_docs), names[0])
    return app.builder.get_target_uri(docname)


def _warn(app: Sphinx, line: int, message: str) -> None:
    say(app.config, message, place(Path(app.srcdir, FILE), line), "alias")
