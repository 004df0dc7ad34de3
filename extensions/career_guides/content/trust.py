"""What a page may do that nobody of the project has read, such as one of a pull request.

With ``guides_trust = "text"``, the default, a page can show text, and files of the source folder.
It can neither read other files, nor use the network while it is built, nor run a program on the
machine that builds it or in the browser of a reader. Each rule here returns why something is
refused, '' if it is not; the build and ``career-guides check`` ask the same rules.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .addresses import SCHEMES
from .markup import ALL, Takes
from .safe_html import html_refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


#: Values of ``guides_trust``: pages of anybody, and pages that are trusted like ``conf.py``.
TEXT, PROJECT = "text", "project"

#: Keys below ``myst`` that a page may set itself: those that change how its own text is read.
#: https://myst-parser.readthedocs.io/en/latest/configuration.html
MYST_KEYS = frozenset((
    "title_to_header", "heading_anchors", "footnote_sort", "footnote_transition",
    "words_per_minute", "disable_syntax", "linkify_fuzzy_links", "dmath_allow_labels",
    "dmath_allow_space", "dmath_allow_digits", "dmath_double_inline", "enable_checkboxes",
    "strikethrough_single_tilde", "colon_fence_exact_match", "number_code_blocks",
    "highlight_code_blocks", "all_links_external", "links_external_new_tab", "commonmark_only",
    "gfm_only", "enable_extensions", "substitutions", "html_meta",
))  # fmt: skip


def untrusted_keys(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the path of each key of a front matter that only a trusted page may have, and why.

    :param values: the front matter as YAML gives it
    """
    myst = values.get("myst")
    for key, value in (myst if isinstance(myst, dict) else {}).items():
        if key == "url_schemes" and _are_harmless(value):
            continue
        if key not in MYST_KEYS:
            yield ("myst", str(key)), f"'myst.{key}' is set in conf.py alone"
    for path, meta in ((("html_meta",), values), (("myst", "html_meta"), myst)):
        found = meta.get("html_meta") if isinstance(meta, dict) else None
        for name in found if isinstance(found, dict) else ():
            if why := meta_refusal(str(name)):
                yield (*path, str(name)), why


def _are_harmless(schemes: Any) -> bool:
    """Return whether a value of ``url_schemes`` names only schemes that a link may have."""
    is_plain = isinstance(schemes, list) or (
        isinstance(schemes, dict) and not any(schemes.values())
    )
    return is_plain and all(name in SCHEMES for name in schemes)


def without_untrusted_keys(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a front matter without what :func:`untrusted_keys` names."""
    kept = dict(values)
    for *above, key in (path for path, _why in untrusted_keys(values)):
        holder = kept
        for name in above:
            holder[name] = dict(holder[name])
            holder = holder[name]
        for written in [each for each in holder if str(each) == key]:
            del holder[written]
    return kept


def substitutions(values: Mapping[str, Any]) -> set[str]:
    """Return the names of the substitutions in a front matter."""
    myst = values.get("myst")
    found = [
        values.get("substitutions"),
        myst.get("substitutions") if isinstance(myst, dict) else 0,
    ]
    return {str(name) for each in found if isinstance(each, dict) for name in each}


def own_extensions(values: Mapping[str, Any]) -> list[str]:
    """Return the extensions of MyST that a front matter turns on."""
    myst = values.get("myst")
    found = myst.get("enable_extensions") if isinstance(myst, dict) else ()
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def meta_refusal(text: str) -> str:
    """Return why a page may not set a ``<meta>``, given its name, as ``http-equiv=refresh``."""
    if re.search(r"http-equiv", text, re.IGNORECASE):
        return "'http-equiv' can send readers to another site"
    return ""


def path_refusal(path: str, folder: str, srcdir: Path) -> str:
    """Return why a page may not read a file: it is not in the source folder, links followed.

    :param path: as written: from the folder of the page, or with ``/`` from the source folder
    :param folder: folder of the page, from the source folder
    :param srcdir: the source folder, resolved
    """
    try:
        written = path.strip().lstrip("/") if path.strip().startswith("/") else f"{folder}/{path}"
        found = Path(os.path.realpath(srcdir / written.lstrip("/").strip()))
        if not found.is_relative_to(srcdir):
            return "it is outside the source folder"
        if found.exists() and not found.is_file():
            return "it is not an ordinary file"
    except (OSError, ValueError):
        return "it is not a valid file name"
    return ""


def leads_out(
    file: Path,
    srcdir: Path,
    realpath: Callable[[str], str] = os.path.realpath,
    is_link: Callable[[str], bool] = os.path.islink,
) -> bool:
    """Return whether a file is reached by a symbolic link that leads out of the source folder.

    :param srcdir: the source folder, resolved
    :param realpath: returns the path of a folder without links; many files are in the same folder
    :param is_link: returns whether a file is a link, which may be known of ten thousand files
    """
    path = os.fspath(file)
    folder, name = os.path.split(path)
    real = realpath(folder)
    if is_link(path):
        real = os.path.realpath(os.path.join(real, name))  # noqa: PTH118
        return not real.startswith(f"{srcdir}{os.sep}")
    return not f"{real}{os.sep}".startswith(f"{srcdir}{os.sep}")


def real_folders() -> Callable[[str], str]:
    """Return a function like ``os.path.realpath`` for folders, most of which are in one another.

    It asks the file system once about each, not about all folders on the way to it.
    """

    @cache
    def real(folder: str) -> str:
        above, name = os.path.split(folder)
        if name in {"", os.curdir, os.pardir} or os.path.islink(folder):  # noqa: PTH114
            return os.path.realpath(folder)
        return os.path.join(real(above), name)  # noqa: PTH118

    return real


# Commands that read or write files, and those by which others can be spelt differently.
_TEX = re.compile(
    r"\\(?:input|include|openin|openout|read|readline|write|immediate|special|csname|catcode|def"
    r"|edef|gdef|xdef|let|futurelet|newcommand|renewcommand|providecommand|DeclareMathOperator"
    r"|usepackage|RequirePackage|lstinputlisting|verbatiminput|includegraphics|includepdf|char"
    r"|scantokens|directlua|ShellEscape|active|lowercase|uppercase|begingroup|toks|everyjob|output"
    r"|loop|repeat|expandafter|afterassignment|aftergroup|end\{document|href|url|require|html"
    r"|class|cssId|style|unicode|begin\{(?:filecontents|lstlisting|verbatim))(?![A-Za-z])"
    r"|\^\^|\\begin\{filecontents|\\endinput|\\makeatletter|\\InputIfFileExists|\\@",
    re.ASCII,
)


def tex_refusal(tex: str) -> str:
    """Return why a formula is not shown: TeX reads any file when a book is made of the site."""
    match = _TEX.search(tex)
    return f"the command '{match[0]}' is not one of a formula" if match else ""


def columns_refusal(columns: str) -> str:
    """Return why ``tabularcolumns`` may not hand *columns* to TeX."""
    plain = re.fullmatch(
        r"(?:[|lcrLCRTJ\s]|p\{[\d.]+(?:cm|mm|em|ex|in|pt|\\linewidth)\})*", columns
    )
    return "" if plain else "columns are letters such as |l|c|r|, or p{3cm}"


def icon_refusal(text: str) -> str:
    """Return why an icon may not be shown; sphinx-design 0.8 writes its classes unescaped."""
    return "" if re.fullmatch(r"[\w\s;.:-]*", text) else "an icon is a name, a size and classes"


def refusal(
    takes: Takes, parts: Mapping[str, str], folder: str, srcdir: Path
) -> tuple[str, str] | None:
    """Return the part of a directive or role that a page may not have, and why.

    Pictures and links are not looked at here, but when the page has been read: see
    :mod:`career_guides.document.path_guard`.

    :param takes: the row of :mod:`.markup`
    :param parts: name of an option, ``argument`` or ``content`` -> its text
    :param folder: folder of the page, from the source folder
    :param srcdir: the source folder, resolved
    :returns: ``None`` if the page may have all
    """
    if ALL in takes.refused:
        return "", "it is only for pages that are trusted"
    for name in takes.refused:
        if name in parts:
            return name, "it is only for pages that are trusted"
    if takes.html and parts.get("argument", "html").split() != ["html"]:
        return "argument", "raw output in another format than HTML is only for trusted pages"
    rules: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
        (takes.files, lambda path: path_refusal(path, folder, srcdir)),
        (takes.html, html_refusal),
        (takes.tex, tex_refusal),
        (takes.columns, columns_refusal),
        (takes.meta, meta_refusal),
        (takes.icon, icon_refusal),
    )
    for names, rule in rules:
        for name in names:
            if name in parts and (why := rule(parts[name])):
                return name, why
    return None


def message(name: str, part: str, why: str) -> str:
    """Word the message about a directive, role or other markup that is left out."""
    what = f"'{name}'" if part in {"", "argument", "content"} else f"'{name}': ':{part}:'"
    return f"{what} is left out: {why} (guides_trust = 'text')"
