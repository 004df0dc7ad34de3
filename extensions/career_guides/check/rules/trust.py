"""What only a trusted page may do, in the words of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.content.addresses import address_refusal
from career_guides.content.markup import DIRECTIVES, ROLES
from career_guides.content.safe_html import html_refusal
from career_guides.content.trust import message, refusal, tex_refusal
from career_guides.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from .body import Body, Markup


def untrusted(
    docname: str, body: Body, srcdir: Path, substitutions: Container[str]
) -> Iterator[Problem]:
    """Yield a problem for each part of the text that a build leaves out.

    :param srcdir: the source folder, resolved
    :param substitutions: names that have a value, in ``conf.py`` or on the page
    """
    folder = docname.rpartition("/")[0]
    for markup in body.markup:
        if found := _refused(markup, folder, srcdir, substitutions):
            yield Problem(docname, markup.line, "trust", message(*found))


def _refused(
    markup: Markup, folder: str, srcdir: Path, substitutions: Container[str]
) -> tuple[str, str, str] | None:
    """Return what is refused, which part of it, and why."""
    name, content = markup.name, markup.parts["content"]
    why = ""
    if name == "HTML":
        why = html_refusal(content)
    elif name == "{{ }}":
        # Jinja takes long to load, and few pages have substitutions.
        from career_guides.content.expressions import expression_refusal  # noqa: PLC0415

        why = expression_refusal(content, substitutions)
    elif name == "math":
        why = tex_refusal(content)
    if why:
        return name, "", why
    takes = (ROLES if markup.is_role else DIRECTIVES).get(name)
    if takes is None:
        return None
    if found := refusal(takes, markup.parts, folder, srcdir):
        return name, *found
    for part in takes.addresses:
        address = markup.parts.get(part, "")
        address = address.partition("<")[2].rstrip(">") if "<" in address else address
        if name != "next" and (why := address_refusal(address)):
            return "a link", "", why
    return None
