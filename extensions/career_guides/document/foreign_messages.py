"""Messages of Sphinx and MyST about mistakes of authors, in our words and with suggestions.

The words of a parser mean little to somebody who writes guides. A filter of the log rewrites
those that ``career-guides check`` reports too, so that both say the same; all others pass as they
are. A message that ``suppress_warnings`` turns off under its own name stays off.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.utils import get_source_line
from sphinx.util.logging import WarningStreamHandler, is_suppressed_warning

from career_guides.body.directive_lines import missing_colon
from career_guides.body.links import broken_link
from career_guides.body.markup_names import unknown_directive, unknown_role
from career_guides.catalogue.targets import no_heading
from career_guides.content.headings import skips_level
from career_guides.diagnostics.log import linked
from career_guides.diagnostics.place import place
from career_guides.domain import guides

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_builder_inited(app: Sphinx) -> None:
    """Rewrite messages before Sphinx's own filters see them.

    Sphinx creates the handlers of its log for each application, so nothing has to be taken back.
    """
    for handler in logging.getLogger("sphinx").handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.filters.insert(0, InOurWords(app))


class InOurWords(logging.Filter):
    """Rewrites records of MyST; leaves out those whose mistake we have reported already."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self.app = app

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether to log the record, rewritten or not."""
        kind, subtype = getattr(record, "type", ""), getattr(record, "subtype", "") or ""
        rewrite = _REWRITES.get(subtype) if kind == "myst" else None
        config = self.app.config
        if rewrite is None or is_suppressed_warning("myst", subtype, config.suppress_warnings):
            return True
        path, line = self.place(getattr(record, "location", None))
        docname = self.app.env.path2doc(path) if path else None
        if not docname:
            return True
        found = rewrite(self.app, docname, line, record.getMessage())
        if found is None:
            return True
        record.type, new, record.msg, record.args = "guide", found[0], found[1], ()
        if not new:
            return False
        record.subtype = new
        record.msg = linked(config, record.msg, new).replace("%", "%%")
        record.location = place(path, found[2])
        return True

    def place(self, location: Any) -> tuple[str, int]:
        """Return the path and the line of a location as Sphinx's log takes it."""
        if isinstance(location, nodes.Node):
            source, line = get_source_line(location)
            return source or "", line or 1
        if isinstance(location, tuple):
            docname, line = location
            return (str(self.app.env.doc2path(docname)) if docname else ""), line or 1
        match = re.fullmatch(r"(.+?)(?::(\d+))?:?", str(location or ""))
        return (match[1], int(match[2] or 1)) if match else ("", 1)


#: Subtype, message and line in our words; an empty subtype leaves the message out.
Rewritten = tuple[str, str, int]


def _directive(app: Sphinx, docname: str, line: int, message: str) -> Rewritten | None:
    match = re.search(r"'([^']+)'", message)
    return ("directive", unknown_directive(match[1]), line) if match else None


def _role(app: Sphinx, docname: str, line: int, message: str) -> Rewritten | None:
    match = re.search(r'"([^"]+)"', message)
    return ("role", unknown_role(match[1]), line) if match else None


def _option(app: Sphinx, docname: str, line: int, message: str) -> Rewritten | None:
    """Leave out what :mod:`career_guides.body.directive_lines` has said, at the right line."""
    if "expected ':'" not in message:
        return None
    lines = _lines(app, docname)
    near = lines[max(0, line - _FAR) : line + 1]
    is_said = any(missing_colon(text.strip(" >")) for text in near)
    return ("", "", line) if is_said else None


# The line that MyST names is a few lines below that of the directive.
_FAR = 10


def _heading(app: Sphinx, docname: str, line: int, message: str) -> Rewritten | None:
    match = re.search(r"H(\d) to H(\d)", message)
    at = re.search(r"start at H(\d)", message)
    above, level = (int(match[1]), int(match[2])) if match else (0, int(at[1]) if at else 0)
    if not level:
        return None
    text = ("", *_lines(app, docname))[line : line + 1]
    heading = text[0].strip("# \t") if text else ""
    return "heading", skips_level(heading, above, level), line


def _reference(app: Sphinx, docname: str, line: int, message: str) -> Rewritten | None:
    domain = guides(app.env)
    pages = domain.build.catalogue.pages
    if match := re.fullmatch(r"local id not found in doc '(.+?)': '(.*)'", message):
        target, heading = match.groups()
        page = pages.get(target)
        reason = no_heading(heading, target, page.names if page else {})
        return "anchor", f"a link leads to a heading that is not there: {reason}", line
    if match := re.fullmatch(r"'myst' cross-reference target not found: '(.*)'", message):
        drafts = domain.build.catalogue.drafts
        return (*broken_link(match[1], docname, app.env.found_docs, pages, drafts), line)
    return None


_REWRITES = {
    "directive_unknown": _directive,
    "role_unknown": _role,
    "directive_option": _option,
    "header": _heading,
    "xref_missing": _reference,
}


def _lines(app: Sphinx, docname: str) -> list[str]:
    try:
        return Path(app.env.doc2path(docname)).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError):
        return []
