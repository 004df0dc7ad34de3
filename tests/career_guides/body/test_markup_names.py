"""The known names are those that Sphinx and the extensions register."""

from __future__ import annotations

from docutils.parsers.rst import directives, roles
from docutils.parsers.rst.languages import en
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from career_guides.body.markup_names import DIRECTIVES, ROLES, WITHOUT, is_complete, names_in


@docutils_namespace()
def test_names_are_those_that_are_registered(tmp_path) -> None:
    extensions = [name for name in (*DIRECTIVES, *WITHOUT) if name != "sphinx"]
    (tmp_path / "conf.py").write_text(f"extensions = {extensions}\n")
    app = Sphinx(tmp_path, tmp_path, tmp_path / "o", tmp_path / "d", "html", status=None)
    domains = [app.env.domains[name] for name in ("std", app.config.primary_domain)]
    registered = {*directives._directive_registry, *directives._directives, *en.directives}
    registered |= {name for domain in domains for name in domain.directives}
    missing = {name for name in registered if ":" not in name} - {*names_in(DIRECTIVES)}
    assert missing <= {"restructuredtext-test-directive"}
    known = {*roles._role_registry, *roles._roles, *en.roles}
    known |= {name for domain in domains for name in domain.roles}
    missing = {name for name in known if ":" not in name} - {*names_in(ROLES)}
    assert missing <= {"restructuredtext-unimplemented-role", ""}
    assert {*names_in(DIRECTIVES)} - registered == {"eval-rst"}  # which MyST handles itself
    assert {*names_in(ROLES)} <= known


def test_names_of_other_extensions_are_not_known() -> None:
    assert is_complete(["myst_parser", "sphinx_sitemap"])
    assert not is_complete(["myst_parser", "sphinx_needs"])
    assert "card" not in names_in(DIRECTIVES, ["myst_parser"])
