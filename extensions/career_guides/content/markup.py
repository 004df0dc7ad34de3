"""Directives and roles that take a file, an address or raw output, and what a page may give them.

The table is of Sphinx 9, docutils 0.22, MyST-Parser 5.2, sphinx-design and our own. What it does
not list under :data:`DIRECTIVES` or :data:`ROLES` but under :data:`PLAIN_DIRECTIVES` or
:data:`PLAIN_ROLES` takes text alone. A test compares all four with what is registered.
"""

from __future__ import annotations

from typing import NamedTuple


class Takes(NamedTuple):
    """What a directive or role takes besides text, with ``guides_trust = "text"``.

    An argument is named ``argument``, the content or text of a role ``content``.

    :param files: files that are read while the page is built: inside the source folder
    :param pictures: files that are copied into the site: inside the source folder
    :param addresses: what readers are led to: addresses with a scheme for reading
    :param html: HTML, of which what is known to be harmless is shown
    :param tex: TeX, without commands that read files
    :param columns: column types of TeX
    :param meta: a ``<meta>``, without ``http-equiv``
    :param icon: names and classes that are written into the page as they are
    :param refused: what only a trusted page may have: options, or all of it
    """

    files: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    tex: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    icon: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


ALL = "all"
_CARD = Takes(pictures=("img-background", "img-bottom", "img-top"), addresses=("link",))

DIRECTIVES: dict[str, Takes] = {
    # docutils, some of them replaced by Sphinx
    "include": Takes(files=("argument",)),
    "csv-table": Takes(files=("file",), refused=("url",)),
    "raw": Takes(html=("content",), refused=("file", "url")),
    "image": Takes(pictures=("argument",), addresses=("target",)),
    "figure": Takes(pictures=("argument",), addresses=("target",)),
    "math": Takes(tex=("argument", "content")),
    "meta": Takes(meta=("content",)),
    # Sphinx
    "literalinclude": Takes(files=("argument", "diff")),
    "tabularcolumns": Takes(columns=("argument",)),
    "toctree": Takes(addresses=("content",)),
    # MyST
    "eval-rst": Takes(refused=(ALL,)),
    "figure-md": Takes(pictures=("content",)),
    # sphinx-design
    "card": _CARD,
    "grid-item-card": _CARD,
    "article-info": Takes(pictures=("avatar",), addresses=("avatar-link",)),
    "button-link": Takes(addresses=("argument",)),
    # ours
    "figure-card": Takes(pictures=("argument",)),
    "next": Takes(addresses=("argument",)),
}

_ICON = Takes(icon=("content",))
_LINK = Takes(addresses=("content",))
_COLOURS = (
    "", "-black", "-danger", "-dark", "-info", "-light", "-muted", "-primary", "-secondary",
    "-success", "-warning", "-white",
)  # fmt: skip
_LOOKS = tuple(
    f"{colour}{line}" for colour in _COLOURS for line in (("", "-line") if colour else ("",))
)

ROLES: dict[str, Takes] = {
    "raw": Takes(refused=(ALL,)),
    "math": Takes(tex=("content",)),
    "download": Takes(pictures=("content",)),
    "uri-reference": _LINK,
    "named-reference": _LINK,
    "octicon": _ICON,
    **{
        f"material-{style}": _ICON for style in ("outlined", "regular", "round", "sharp", "twotone")
    },
    **dict.fromkeys(("fa", "fa-brands", "fa-regular", "fa-solid", "fab", "far", "fas"), _ICON),
    **{f"bdg-link{look}": _LINK for look in _LOOKS},
}

PLAIN_DIRECTIVES = frozenset((
    "admonition", "attention", "caution", "class", "code", "compound", "container", "contents",
    "danger", "date", "default-role", "epigraph", "error", "footer", "header", "highlights",
    "hint", "important", "line-block", "list-table", "note", "parsed-literal", "pull-quote",
    "replace", "restructuredtext-test-directive", "role", "rubric", "sectnum", "sidebar",
    "table", "target-notes", "tip", "title", "topic", "unicode", "warning", "acks", "centered",
    "code-block", "codeauthor", "cssclass", "default-domain", "deprecated", "describe",
    "highlight", "hlist", "index", "moduleauthor", "object", "only", "rst-class",
    "sectionauthor", "seealso", "sourcecode", "version-added", "version-changed",
    "version-deprecated", "version-removed", "versionadded", "versionchanged", "versionremoved",
    "_all-octicon", "accordion", "aside", "button-ref", "card-carousel", "card-footer",
    "card-header", "div", "grid", "grid-item", "step", "steps", "tab-item", "tab-set",
    "tab-set-code", "dropdown", "a-z", "anchor", "at-a-glance",
    "career-finder", "pay-by-state", "compare", "guides", "industries",
    "occupations", "search", "tags",
))  # fmt: skip

_PLAIN_ROLES = (
    "abbreviation", "acronym", "anonymous-reference", "citation-reference", "code", "emphasis",
    "footnote-reference", "index", "literal", "pep-reference",
    "restructuredtext-unimplemented-role", "rfc-reference", "strong", "subscript",
    "substitution-reference", "superscript", "target", "title-reference", "abbr", "any",
    "command", "cve", "cwe", "dfn", "eq", "file", "guilabel", "kbd", "mailheader", "makevar",
    "manpage", "menuselection", "mimetype", "newsgroup", "pep", "program", "regexp", "rfc",
    "samp", "sub-ref", "fact", "guide",
)  # fmt: skip
PLAIN_ROLES = frozenset((
    *_PLAIN_ROLES, *(f"bdg{look}" for look in _LOOKS), *(f"bdg-ref{look}" for look in _LOOKS),
))  # fmt: skip
