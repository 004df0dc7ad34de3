"""Messages for translators from front matter and ``conf.py``, for the ``gettext`` builder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.gettext import MsgOrigin

from career_guides.catalogue.taxonomy import terms_of
from career_guides.catalogue.translation import SITE, message_domain, translate
from career_guides.content.frontmatter import line_of
from career_guides.content.page import title_from_name
from career_guides.domain import guides
from career_guides.listings.next_card import targets_by_hand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Add the texts of front matter and ``conf.py`` to the message catalogues."""
    if app.builder.name == "gettext":
        for domain, text, source, line in messages(app):
            app.builder.catalogs[domain].add(text, MsgOrigin(source, line))  # type: ignore[attr-defined]
    return []


def messages(app: Sphinx) -> Iterator[tuple[str, str, str, int]]:
    """Yield the message catalogue, text, file and line of every text to translate."""
    domain = guides(app.env)
    catalogue = domain.build.catalogue
    for docname, entry in catalogue.entries.items():
        own = message_domain(docname, app.config.gettext_compact)
        source, lines = str(app.env.doc2path(docname)), catalogue.pages[docname].lines
        found: list[tuple[str, tuple[str | int, ...]]] = []

        def note(text: str, path: tuple[str | int, ...], found: Any = found) -> str:
            found.append((text, path))
            return text

        translate(entry, note)
        for text, path in found:
            yield own, text, source, line_of(lines, path)
        for label in (to.label for some in targets_by_hand(domain, docname) for to in some):
            if label:
                yield own, label, source, 1
        if entry.career and not docname.endswith("/index"):
            yield SITE, title_from_name(docname), source, 1
        for kind, name, _page in terms_of(entry.guide):
            yield SITE, name, source, line_of(lines, ("tags" if kind == "tag" else kind,))
    for text in texts_of_conf(app.config):
        yield SITE, text, str(Path(app.confdir) / "conf.py"), 1


def texts_of_conf(config: Config) -> Iterator[str]:
    """Yield the texts of the navbar and the footer that ``conf.py`` sets."""
    footer = config.guides_footer
    columns = footer.get("columns", ())
    lists = [config.guides_navbar, footer.get("social", ())]
    lists += [column.get("links", ()) for column in columns]
    yield from filter(None, (footer.get("text"), *(column.get("title") for column in columns)))
    yield from (link["title"] for links in lists for link in links if link.get("title"))
