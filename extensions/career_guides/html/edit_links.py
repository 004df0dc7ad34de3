"""Links to the repository: "Edit this page" and "Report a problem".

The addresses are GitHub's: https://docs.github.com/repositories/working-with-files/managing-files
and, for the form, https://docs.github.com/issues/tracking-your-work-with-issues/creating-an-issue
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from career_guides.output.repository import source_folder

if TYPE_CHECKING:
    from sphinx.application import Sphinx


#: The issue form for a problem, in ``.github/ISSUE_TEMPLATE/``; it has a field ``page``.
FORM = "problem.yml"


def links(app: Sphinx, docname: str, title: str) -> dict[str, str]:
    """Return the addresses ``edit`` and ``report`` of a page; empty without a repository."""
    config = app.config
    if not config.guides_repository:
        return {}
    folder = source_folder(Path(app.srcdir), Path(app.confdir))
    if folder is None:
        return {}
    file = Path(app.env.doc2path(docname)).relative_to(app.srcdir)
    path = Path(folder, file).as_posix()
    repository = config.guides_repository.rstrip("/")
    # Spaces become %20: not every host reads "+" as a space.
    form = urlencode({"template": FORM, "title": f"{title}: ", "page": path}, quote_via=quote)
    return {
        "edit": f"{repository}/edit/{quote(config.guides_branch)}/{quote(path)}",
        "report": f"{repository}/issues/new?{form}",
    }
