"""Translate titles, descriptions and all other front matter into the site's language.

Sphinx translates the body of a page. Front matter is also shown on other pages, and in places that
are not documents, so it is translated at its origin: in the catalogue, before any page is read. Its
messages are in the page's own catalogue (``locale/de/LC_MESSAGES/nurse.po``); names that many pages
share, such as industries, tags and the links of ``conf.py``, are in ``guides.po``.
"""

from __future__ import annotations

import gettext
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from .model import Catalogue, Entry
    from .targets import Target


#: Translates a text of the front matter, given the path of its key.
Translate = Callable[[str, tuple[str | int, ...]], str]

#: Name of the message catalogue for texts that belong to no page.
SITE = "guides"


def message_domain(docname: str, compact: bool | str) -> str:
    """Return the name of a page's message catalogue, according to ``gettext_compact``."""
    if isinstance(compact, str):
        return compact
    return docname.partition("/")[0] if compact else docname


class Translations:
    """The translations in one language; a text without one is returned as it is."""

    def __init__(
        self, folders: Sequence[Path] = (), language: str = "en", compact: bool | str = True
    ) -> None:
        """Check whether there are any translations.

        :param folders: each may have a subfolder for the language
        :param language: as in Sphinx's ``language``
        :param compact: Sphinx's ``gettext_compact``: which pages share a message catalogue
        """
        self.folders, self.language, self.compact = folders, language, compact
        self._found: dict[str, NullTranslations] = {}
        names = {language, language.partition("_")[0]}
        self.exist = any((folder / name).is_dir() for folder in folders for name in names)

    def of_page(self, docname: str, text: str) -> str:
        """Translate *text* from the front matter or a directive of *docname*."""
        return self._translate(message_domain(docname, self.compact), text)

    def of_site(self, text: str) -> str:
        """Translate *text*, which belongs to no page: an industry, a tag, a link of ``conf.py``."""
        return self._translate(SITE, text)

    def _translate(self, domain: str, text: str) -> str:
        if not text or not self.exist:
            return text
        if domain not in self._found:
            found = self._found[domain] = NullTranslations()
            for folder in self.folders:
                with suppress(OSError, ValueError, struct.error):  # no such file, or a broken one
                    found.add_fallback(gettext.translation(domain, folder, [self.language]))
        return self._found[domain].gettext(text)

    def catalogue(self, catalogue: Catalogue) -> Catalogue:
        """Return *catalogue* in the language; careers keep the order they have in the original."""
        if not self.exist:
            return catalogue

        def translated(name: str, entry: Entry) -> Entry:
            return translate(entry, lambda text, _path: self.of_page(name, text))

        entries = {name: translated(name, entry) for name, entry in catalogue.entries.items()}
        careers = {
            folder: replace(career, title=entries[career.index].title)
            if career.index in entries
            else career
            for folder, career in catalogue.careers.items()
        }
        return replace(catalogue, entries=entries, careers=careers)


def translate(entry: Entry, translate_text: Translate) -> Entry:
    """Return *entry* with every text of its guide passed through *translate_text*."""

    def links(key: str, targets: tuple[Target, ...]) -> tuple[Target, ...]:
        return tuple(
            target._replace(label=translate_text(target.label, (key, number, "label")))
            if target.label
            else target
            for number, target in enumerate(targets)
        )

    guide = entry.guide
    new: dict[str, Any] = {
        key: translate_text(text, (key,))
        for key in ("title", "subtitle", "description")
        if (text := getattr(guide, key))
    }
    if figure := guide.figure:
        texts: dict[str, Any] = {
            key: translate_text(text, ("figure", key))
            for key in ("alt", "caption", "credit")
            if (text := getattr(figure, key))
        }
        new["figure"] = replace(figure, **texts)
    new["also"] = [translate_text(name, ("also", number)) for number, name in enumerate(guide.also)]
    new["sources"] = [
        replace(source, title=translate_text(source.title, ("sources", number, "title")))
        if source.title
        else source
        for number, source in enumerate(guide.sources)
    ]
    return entry._replace(
        guide=replace(guide, **new),
        next=links("next", entry.next),
        prev=links("prev", entry.prev),
    )
