"""Translate the words of Furo, which has no translations of its own.

Those that its templates mark for translation are in our catalogues: ``templates/guides/words.html``
lists them. Others, such as the names of its icons, are replaced in the finished page, so that none
of its templates has to be copied.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup
from sphinx.locale import _

if TYPE_CHECKING:
    from career_guides.build import Build

_ICON_TITLE = re.compile(r"<title>(.*?)</title>")
_LABEL = re.compile(r'(?<= aria-label=")(Toggle [^"]*|On Read the Docs|On GitHub)(?=")')
#: Before the page in the name of the switch that opens a branch of the navigation.
_BRANCH = "Toggle navigation of "
_SPHINX = r"(?P<sphinx><a [^>]*>Sphinx</a>)"
_AUTHOR = r"(?P<author><a [^>]*>@pradyunsg</a>)"
_FURO = r"(?P<furo><a [^>]*>Furo</a>)"
_CREDITS = (rf"Made with {_SPHINX} and {_AUTHOR}'s\s+{_FURO}", rf"Made with\s+{_FURO}")


def icon_titles() -> dict[str, str]:
    """Return the names of Furo's icons -> their translations."""
    return {
        "Contents": _("Contents"), "Menu": _("Menu"), "Expand": _("Expand"),
        "Light mode": _("Light mode"), "Dark mode": _("Dark mode"),
        "Auto light/dark, in light mode": _("Auto light/dark, in light mode"),
        "Auto light/dark, in dark mode": _("Auto light/dark, in dark mode"),
    }  # fmt: skip


def labels() -> dict[str, str]:
    """Return the names of Furo's controls -> their translations."""
    return {
        "Toggle site navigation sidebar": _("Toggle site navigation sidebar"),
        "Toggle table of contents sidebar": _("Toggle table of contents sidebar"),
        "Toggle Light / Dark / Auto color theme": _("Toggle Light / Dark / Auto color theme"),
        "On Read the Docs": _("On Read the Docs"), "On GitHub": _("On GitHub"),
    }  # fmt: skip


def others() -> dict[str, str]:
    """Return the texts of Furo that have parts -> their translations."""
    return {
        "Toggle navigation of {page}": _("Toggle navigation of {page}"),
        "Made with {sphinx} and {author}'s {furo}": _("Made with {sphinx} and {author}'s {furo}"),
        "Made with {furo}": _("Made with {furo}"),
    }


def is_needed(_build: Build) -> bool:
    """Return whether the site's language has other words than Furo."""
    return any(word != text for word, text in (icon_titles() | labels() | others()).items())


def translate(page: str) -> str:
    """Return the HTML of a page with Furo's words in the language of the site."""
    named = {name: str(Markup.escape(text)) for name, text in labels().items()}
    (_english, of_branch), *lines = others().items()

    def label(found: re.Match[str]) -> str:
        text = found[1]
        if text.startswith(_BRANCH):
            branch = Markup(text.removeprefix(_BRANCH))
            return str(Markup.escape(of_branch).format(page=branch))
        return named.get(text, text)

    # Furo's icons come before anything that an author has written.
    icons, mark, rest = page.partition('<div class="page">')
    titles = icon_titles()
    icons = _ICON_TITLE.sub(
        lambda found: f"<title>{Markup.escape(titles.get(found[1], found[1]))}</title>", icons
    )
    page = _LABEL.sub(label, icons + mark + rest)
    for pattern, (english, text) in zip(_CREDITS, lines, strict=True):
        if text != english:
            page = re.sub(pattern, partial(_filled, text), page)
    return page


def _filled(text: str, found: re.Match[str]) -> str:
    return text.format(**found.groupdict())
