"""Where the file of a guide is kept: "Edit this page" and "Report a problem".

As GitHub has it: https://docs.github.com/repositories/working-with-files/managing-files and,
for the form, https://docs.github.com/issues/tracking-your-work-with-issues/creating-an-issue
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The form for a problem, in ``.github/ISSUE_TEMPLATE/``; it has a field ``page``.
FORM = "problem.yml"


def source_folder(srcdir: Path, confdir: Path) -> str | None:
    """Return the source folder's path in its repository: ``docs``, ``''`` for all of it.

    The repository is the nearest folder above ``conf.py`` that Git knows; without Git, that of
    ``conf.py`` itself. So the links are right wherever a fork keeps its guides.

    :returns: ``None`` where the sources are not in it: nobody can edit them there
    """
    found = (folder for folder in (confdir, *confdir.parents) if (folder / ".git").exists())
    top = next(found, confdir)
    if not srcdir.is_relative_to(top):
        return None
    path = srcdir.relative_to(top).as_posix()
    return "" if path == "." else path


def links(app: Sphinx, docname: str, title: str) -> dict[str, str]:
    """Return the addresses ``edit`` and ``report`` of a page; empty where there are none."""
    config = app.config
    if not config.guides_repository:
        return {}
    folder = source_folder(Path(app.srcdir), Path(app.confdir))
    if folder is None:
        return {}
    file = Path(app.env.doc2path(docname)).relative_to(app.srcdir)
    path = Path(folder, file).as_posix()
    repository = config.guides_repository.rstrip("/")
    # A space is %20: not every host reads "+" as one.
    form = urlencode({"template": FORM, "title": f"{title}: ", "page": path}, quote_via=quote)
    return {
        "edit": f"{repository}/edit/{quote(config.guides_branch)}/{quote(path)}",
        "report": f"{repository}/issues/new?{form}",
    }
