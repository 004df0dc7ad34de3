"""Directives and roles that leave out what a page may not have.

The rules are in :mod:`career_guides.content.trust`.

Each row of :mod:`career_guides.content.markup` with a rule for what is read or written out is put
in front of the directive or role that is registered, under all names that docutils has for it in
the language of the site. Pictures, links and formulas are looked at in the document, by
:mod:`.path_guard`, since there are many ways to write them.
"""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives, languages, roles
from docutils.utils import new_document
from sphinx.util import logging

from career_guides.content.markup import (
    DIRECTIVES,
    PLAIN_DIRECTIVES,
    PLAIN_ROLES,
    ROLES,
    Takes,
)
from career_guides.content.trust import TEXT, message, refusal
from career_guides.diagnostics.log import warn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


logger = logging.getLogger(__name__)


def on_builder_inited(app: Sphinx) -> None:
    """Put the rules in front of what is registered, and name what has none."""
    if app.config.guides_trust != TEXT:
        return
    document = new_document("")
    language: Any = languages.get_language("en")
    for name, takes in DIRECTIVES.items():
        original, _messages = directives.directive(name, language, document)
        if original and _is_ruled(takes) and not hasattr(original, "is_guarded"):
            for alias in (name, *_aliases(app, "directives", name)):
                app.add_directive(alias, guarded_directive(name, original, takes), override=True)
    for name, takes in ROLES.items():
        role, _messages = roles.role(name, language, 0, document.reporter)
        if role and _is_ruled(takes) and not hasattr(role, "is_guarded"):
            for alias in (name, *_aliases(app, "roles", name)):
                app.add_role(alias, guarded_role(name, role, takes), override=True)
    if others := sorted(unknown()):
        logger.info("guides_trust: no rule limits these of other extensions: %s", ", ".join(others))


def registered() -> tuple[set[str], set[str]]:
    """Return the names of all directives and roles that belong to no Sphinx domain."""
    known: Any = directives, roles  # docutils has no public way to ask
    return (
        {*known[0]._directives, *known[0]._directive_registry},
        {*known[1]._roles, *known[1]._role_registry} - {""},
    )


def unknown() -> Iterator[str]:
    """Yield the directives and roles that no table lists."""
    found_directives, found_roles = registered()
    aliases = _all_aliases("directives"), _all_aliases("roles")
    for name in found_directives - DIRECTIVES.keys() - PLAIN_DIRECTIVES - aliases[0]:
        yield f"{{{name}}}"
    for name in found_roles - ROLES.keys() - PLAIN_ROLES - aliases[1]:
        yield f"{{{name}}}`…`"


def _is_ruled(takes: Takes) -> bool:
    return bool(
        takes.files or takes.html or takes.columns or takes.meta or takes.icon or takes.refused
    )


def _aliases(app: Sphinx, kind: str, name: str) -> list[str]:
    """Return the names that docutils has for *name* in the site's language, and in English."""
    found = []
    for code in (app.config.language, "en"):
        module = languages.get_language(str(code), reporter=None)
        names: Mapping[str, str] = getattr(module, kind, {})
        found += [alias for alias, canonical in names.items() if canonical == name != alias]
    return found


def _all_aliases(kind: str) -> set[str]:
    """Return every name that docutils or Sphinx may register besides the canonical ones."""
    english = languages.get_language("en")
    return {alias for alias, canonical in getattr(english, kind).items() if alias != canonical}


def guarded_directive(name: str, original: type[Directive], takes: Takes) -> type[Directive]:
    """Return the directive with a rule in front of it."""

    class Guarded(original):  # type: ignore[valid-type,misc]
        is_guarded = True

        def run(self) -> list[nodes.Node]:
            env: BuildEnvironment = self.state.document.settings.env
            parts = {key: str(value or "") for key, value in self.options.items()}
            parts |= {"argument": " ".join(self.arguments), "content": "\n".join(self.content)}
            if env.config.guides_trust == TEXT and (why := why_refused(env, takes, parts)):
                place = nodes.paragraph()
                place.source, place.line = self.state_machine.get_source_and_line(self.lineno)
                warn(env, place, "trust", message(name, *why))
                return []
            found: list[nodes.Node] = super().run()
            return found

    Guarded.__name__, Guarded.__doc__ = original.__name__, original.__doc__
    return Guarded


def guarded_role(name: str, original: Any, takes: Takes) -> Any:
    """Return the role with a rule in front of it."""

    @wraps(original)
    def role(
        typ: str, rawtext: str, text: str, lineno: int, inliner: Any, *more: Any, **options: Any
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        env: BuildEnvironment = inliner.document.settings.env
        if env.config.guides_trust == TEXT and (why := why_refused(env, takes, {"content": text})):
            place = nodes.paragraph()
            place.source, place.line = inliner.reporter.get_source_and_line(lineno)
            warn(env, place, "trust", message(name, *why))
            return [], []
        found: tuple[list[nodes.Node], list[nodes.system_message]] = original(
            typ, rawtext, text, lineno, inliner, *more, **options
        )
        return found

    vars(role)["is_guarded"] = True
    return role


def why_refused(
    env: BuildEnvironment, takes: Takes, parts: Mapping[str, str]
) -> tuple[str, str] | None:
    """Return the part that the page being read may not have, and why; ``None`` if it may all."""
    folder = env.docname.rpartition("/")[0]
    return refusal(takes, parts, folder, Path(env.srcdir).resolve())
