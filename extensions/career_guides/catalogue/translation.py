"""Titles, descriptions and all else that authors write in front matter, in the site's language.

The body of a page is Sphinx's to translate. What front matter says is shown on other pages too,
and in places that are no document, so it is translated where it comes from: in the catalogue,
before anything is read. The messages are the page's own (``locale/de/LC_MESSAGES/nurse.po``);
names that many pages share, industries, tags and the links of ``conf.py``, are in ``guides.po``.
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


#: Says a text of the front matter, given the path of its key.
Say = Callable[[str, tuple[str | int, ...]], str]

#: Name of the messages that belong to no page.
SITE = "guides"


def message_domain(docname: str, compact: bool | str) -> str:
    """Return the name of a page's message catalogue, by Sphinx's ``gettext_compact``."""
    if isinstance(compact, str):
        return compact
    return docname.partition("/")[0] if compact else docname


class Translations:
    """The messages of one language; each text is its own translation where there is none."""

    def __init__(
        self, folders: Sequence[Path] = (), language: str = "en", compact: bool | str = True
    ) -> None:
        """Look whether there are any.

        :param folders: each may hold a folder of the language
        :param language: as in Sphinx's ``language``
        :param compact: Sphinx's ``gettext_compact``: which pages share their messages
        """
        self.folders, self.language, self.compact = folders, language, compact
        self._found: dict[str, NullTranslations] = {}
        names = {language, language.partition("_")[0]}
        self.exist = any((folder / name).is_dir() for folder in folders for name in names)

    def of_page(self, docname: str, text: str) -> str:
        """Return *text*, which stands in the front matter or a directive of *docname*."""
        return self._say(message_domain(docname, self.compact), text)

    def of_site(self, text: str) -> str:
        """Return *text*, which belongs to no page: an industry, a tag, a link of ``conf.py``."""
        return self._say(SITE, text)

    def _say(self, domain: str, text: str) -> str:
        if not text or not self.exist:
            return text
        if domain not in self._found:
            found = self._found[domain] = NullTranslations()
            for folder in self.folders:
                with suppress(OSError, ValueError, struct.error):  # none there, or a broken file
                    found.add_fallback(gettext.translation(domain, folder, [self.language]))
        return self._found[domain].gettext(text)

    def catalogue(self, catalogue: Catalogue) -> Catalogue:
        """Return *catalogue* as the language has it. The order of careers stays the author's."""
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


def translate(entry: Entry, say: Say) -> Entry:
    """Return *entry* with every text of its guide put through *say*."""

    def links(key: str, targets: tuple[Target, ...]) -> tuple[Target, ...]:
        return tuple(
            target._replace(label=say(target.label, (key, number, "label")))
            if target.label
            else target
            for number, target in enumerate(targets)
        )

    guide = entry.guide
    new: dict[str, Any] = {
        key: say(text, (key,))
        for key in ("title", "subtitle", "description")
        if (text := getattr(guide, key))
    }
    if figure := guide.figure:
        texts = {
            key: say(text, ("figure", key))
            for key in ("alt", "caption", "credit")
            if (text := getattr(figure, key))
        }
        new["figure"] = figure.model_copy(update=texts)
    new["sources"] = [
        source.model_copy(update={"title": say(source.title, ("sources", number, "title"))})
        if source.title
        else source
        for number, source in enumerate(guide.sources)
    ]
    return replace(
        entry,
        guide=guide.model_copy(update=new),
        next=links("next", entry.next),
        prev=links("prev", entry.prev),
    )
