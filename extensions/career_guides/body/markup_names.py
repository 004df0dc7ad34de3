"""Names of directives and roles that pages may use, to suggest one for a name that is misspelt.

A test compares the lists with what Sphinx and the extensions register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.diagnostics.problem import shorten
from career_guides.diagnostics.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_AUTODOC = """
    autoattribute autoclass autodata autodecorator autoexception autofunction automethod automodule
    autoproperty autotype
"""
_GRAPHVIZ = "digraph graph graphviz"
#: Extension -> its directives; docutils and Sphinx are under ``sphinx``.
DIRECTIVES: dict[str, frozenset[str]] = {
    name: frozenset(names.split())
    for name, names in {
        "sphinx": """
            acks admonition attention attribute caution centered class classmethod cmdoption
            code code-block codeauthor compound confval container contents cssclass csv-table
            currentmodule danger data date decorator decoratormethod default-domain default-role
            deprecated describe envvar epigraph error exception figure footer function glossary
            header highlight highlights hint hlist image important include index line-block
            list-table literalinclude math meta method module moduleauthor note object only
            option parsed-literal productionlist program property pull-quote raw replace role
            rst-class rubric section-numbering sectionauthor sectnum seealso sidebar sourcecode
            staticmethod table tabularcolumns target-notes tip title toctree topic type unicode
            version-added version-changed version-deprecated version-removed versionadded
            versionchanged versionremoved warning
        """,
        "myst_parser": "eval-rst figure-md",
        "career_guides": """
            a-z anchor at-a-glance career-finder compare figure-card guides industries next
            occupations search pay-by-state tags
        """,
        "sphinx_design": """
            _all-octicon accordion article-info aside button-link button-ref card card-carousel
            card-footer card-header div dropdown grid grid-item grid-item-card step steps
            tab-item tab-set tab-set-code
        """,
        "sphinx.ext.apidoc": _AUTODOC,
        "sphinx.ext.autodoc": _AUTODOC,
        "sphinx.ext.autosummary": f"autosummary {_AUTODOC}",
        "sphinx.ext.doctest": "doctest testcleanup testcode testoutput testsetup",
        "sphinx.ext.graphviz": _GRAPHVIZ,
        "sphinx.ext.ifconfig": "ifconfig",
        "sphinx.ext.inheritance_diagram": f"inheritance-diagram {_GRAPHVIZ}",
        "sphinx.ext.napoleon": _AUTODOC,
        "sphinx.ext.todo": "todo todolist",
    }.items()
}
#: Extension -> its roles.
ROLES: dict[str, frozenset[str]] = {
    name: frozenset(names.split())
    for name, names in {
        "sphinx": """
            ab abbr abbreviation ac acronym anonymous-reference any attr citation-reference
            class code command confval const cve cwe data deco dfn doc download emphasis envvar
            eq exc file footnote-reference func guilabel i index kbd keyword literal mailheader
            makevar manpage math menuselection meth mimetype mod named-reference newsgroup
            numref obj option pep pep-reference program raw ref regexp rfc rfc-reference samp
            strong sub subscript substitution-reference sup superscript t target term title
            title-reference token type uri uri-reference url
        """,
        "myst_parser": "sub-ref",
        "career_guides": "fact guide",
        "sphinx.ext.autosummary": "autolink",
        "sphinx_design": """
            bdg bdg-black bdg-black-line bdg-danger bdg-danger-line bdg-dark bdg-dark-line
            bdg-info bdg-info-line bdg-light bdg-light-line bdg-link bdg-link-black
            bdg-link-black-line bdg-link-danger bdg-link-danger-line bdg-link-dark
            bdg-link-dark-line bdg-link-info bdg-link-info-line bdg-link-light
            bdg-link-light-line bdg-link-muted bdg-link-muted-line bdg-link-primary
            bdg-link-primary-line bdg-link-secondary bdg-link-secondary-line bdg-link-success
            bdg-link-success-line bdg-link-warning bdg-link-warning-line bdg-link-white
            bdg-link-white-line bdg-muted bdg-muted-line bdg-primary bdg-primary-line bdg-ref
            bdg-ref-black bdg-ref-black-line bdg-ref-danger bdg-ref-danger-line bdg-ref-dark
            bdg-ref-dark-line bdg-ref-info bdg-ref-info-line bdg-ref-light bdg-ref-light-line
            bdg-ref-muted bdg-ref-muted-line bdg-ref-primary bdg-ref-primary-line
            bdg-ref-secondary bdg-ref-secondary-line bdg-ref-success bdg-ref-success-line
            bdg-ref-warning bdg-ref-warning-line bdg-ref-white bdg-ref-white-line bdg-secondary
            bdg-secondary-line bdg-success bdg-success-line bdg-warning bdg-warning-line
            bdg-white bdg-white-line fa fa-brands fa-regular fa-solid fab far fas
            material-outlined material-regular material-round material-sharp material-twotone
            octicon
        """,
    }.items()
}
#: Extensions that add neither directives nor roles.
WITHOUT = frozenset((
    "sphinx_sitemap", "sphinx_speedups", "sphinx_pagefind", "sphinxcontrib.cairosvgconverter",
    "sphinx.ext.autosectionlabel", "sphinx.ext.coverage", "sphinx.ext.duration",
    "sphinx.ext.githubpages", "sphinx.ext.imgconverter", "sphinx.ext.imgmath",
    "sphinx.ext.intersphinx", "sphinx.ext.linkcode", "sphinx.ext.mathjax", "sphinx.ext.viewcode",
))  # fmt: skip


def unknown_directive(name: str, known: Iterable[str] = ()) -> str:
    """Return the message for a directive that does not exist."""
    return f"unknown directive {shorten(name)}{suggest(name, known or names_in(DIRECTIVES))}"


def unknown_role(name: str, known: Iterable[str] = ()) -> str:
    """Return the message for a role that does not exist."""
    return f"unknown role {shorten(name)}{suggest(name, known or names_in(ROLES))}"


def names_in(
    table: dict[str, frozenset[str]], extensions: Collection[str] | None = None
) -> list[str]:
    """Return all names, or those of Sphinx and of these *extensions*, in order."""
    chosen = [
        names
        for extension, names in table.items()
        if extensions is None or extension in {"sphinx", *extensions}
    ]
    return sorted(frozenset().union(*chosen))


def is_complete(extensions: Iterable[str]) -> bool:
    """Return whether all directives and roles of *extensions* are known here."""
    return {*extensions} <= DIRECTIVES.keys() | WITHOUT
