"""Substitutions: what may stand between their braces on a page that is not trusted.

The rule is not in :mod:`.trust`, because Jinja takes long to load and few pages have substitutions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateError, nodes

if TYPE_CHECKING:
    from collections.abc import Container


#: Filters whose result is no longer than what they are given.
_FILTERS = {"upper", "lower", "title", "capitalize", "trim", "default", "string", "e", "escape"}
_EXPRESSIONS = (
    nodes.Template, nodes.Output, nodes.Name, nodes.Const, nodes.Filter, nodes.TemplateData,
    nodes.Concat,
)  # fmt: skip


def expression_refusal(expression: str, names: Container[str]) -> str:
    """Return why a substitution is not rendered.

    Jinja's expressions can call what they find, and so run programs. Only names and a few filters
    are left; nothing that could compute a large text.

    :param expression: what is between the braces
    :param names: the names that have a value
    """
    expression = expression.strip()
    if expression in names:
        return ""
    try:
        tree = Environment(autoescape=False).parse(f"{{{{{expression}}}}}")  # noqa: S701 - not rendered
    except (TemplateError, RecursionError):
        return ""  # which is reported when it is rendered
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _EXPRESSIONS):
            return "a substitution may be a name, or a name with a filter such as 'upper'"
        if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            return f"the filter '{node.name}' is not allowed"
        if isinstance(node, nodes.Name) and node.name == "env" and "env" not in names:
            return "'env' is the inside of the build"
    return ""
