"""The cards that social networks show for pages, and their files.

A card's file is named after what the card shows, so a second build draws none again, and a network
that has cached an old card fetches the new one.
"""

from __future__ import annotations

import functools
import re
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from sphinx.util import logging

from build_cache.digests import digest, digest_of_bytes
from career_guides.domain import guides
from career_guides.output.files import files_in
from career_guides.output.names import is_site
from career_guides.output.record import finishing

from . import cache
from .rasterize import FONT
from .social_drawing import (
    DRAWING,
    LOGO_BOX,
    CardContent,
    LogoImage,
    draw,
    draw_logo,
)
from .social_text import showable
from .workers import start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from career_guides.build import Build
    from career_guides.catalogue.assets import Image
    from career_guides.domain import GuideDomain


logger = logging.getLogger(__name__)

#: Folder of the cards in the output; aliases in it are rejected.
FOLDER = "_images/social"


_BRAND = "#1d5f63"
# Another version may draw a different picture.
_VERSIONS = [version(name) for name in ("pillow", "resvg-py", "zlib-ng")]


class Card(NamedTuple):
    """A page's card.

    :param path: path of its file, relative to the output folder
    :param content: what it shows
    :param logo: the logo on it
    :param font: file of its font
    """

    path: str
    content: CardContent
    logo: Image | None
    font: Path


def career_of(domain: GuideDomain, docname: str) -> str:
    """Return the title of the career that *docname* is a chapter of; ``''`` for other pages."""
    folder = docname.rpartition("/")[0]
    career = domain.build.catalogue.careers.get(folder)
    return career.title if folder and career and docname != career.index else ""


class SocialCards:
    """The cards of this build; logos and fonts, which many cards share, are read only once."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._cards: dict[str, Card | None] = {}
        self._digests: dict[Path, str] = {}
        #: Wait until those that were missing are drawn.
        self.wait: Callable[[], None] = lambda: None

    def of(self, docname: str) -> Card | None:
        """Return the card of a page; ``None`` without cards, or without a font for its title."""
        if docname not in self._cards:
            self._cards[docname] = _card_of(self._build.app, docname)
        return self._cards[docname]

    def digest(self, file: Path) -> str:
        """Return the digest of a file."""
        if file not in self._digests:
            content = file.read_bytes()
            self._digests[file] = digest_of_bytes(content)
        return self._digests[file]


def card_of(app: Sphinx, docname: str) -> Card | None:
    """Return the card of a page; ``None`` without cards, or without a font for its title."""
    return guides(app.env).build.of(SocialCards).of(docname)


def _card_of(app: Sphinx, docname: str) -> Card | None:
    config, domain = app.config, guides(app.env)
    # Social networks need an absolute address.
    if not (config.guides_social_cards and config.html_baseurl and is_site(app.builder)):
        return None
    font = font_of(app)
    entry = domain.build.catalogue.entries.get(docname)
    title = showable(domain.title(docname), font)
    if not title:
        return None
    content = CardContent(
        title,
        showable(career_of(domain, docname), font) or "",
        urlsplit(config.html_baseurl).netloc,
        showable(config.project, font) or "",
        brand(config),
    )
    logo = entry.logo if entry else domain.build.catalogue.logos.get(config.guides_logo)
    image = logo.light if logo else None
    cards = domain.build.of(SocialCards)
    shown = [
        *content,
        cards.digest(Path(app.srcdir, image.path)) if image else "",
        cards.digest(font),
        DRAWING,
        *_VERSIONS,
    ]
    return Card(f"{FOLDER}/{digest(shown)}.png", content, image, font)


def font_of(app: Sphinx) -> Path:
    """Return the file of the cards' font."""
    named = app.config.guides_social_font
    return Path(app.confdir, named) if named else FONT


def brand(config: Config) -> str:
    """Return the theme's brand colour if it is set as in Furo, else a default."""
    variables = config.html_theme_options.get("light_css_variables", {})
    colour = str(variables.get("color-brand-primary", ""))
    return colour if re.fullmatch(r"#[0-9a-fA-F]{6}", colour) else _BRAND


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Draw the missing cards: in the background, while pages are indexed, if the build may."""
    output = finishing(app, exception)
    if output is None or not is_site(app.builder):
        return
    pages = guides(app.env).build.content_pages()
    known = output.before.cards
    for docname in pages:
        if docname in known and output.stays(docname):
            output.cards[docname] = known[docname]
        elif card := card_of(app, docname):
            output.cards[docname] = card.path
    output.extra.update(output.cards.values())
    drawn = files_in(app, FOLDER)
    output.before.files += drawn
    there = {*drawn}
    missing = {path: name for name, path in output.cards.items() if path not in there}
    if missing:
        Path(app.outdir, FOLDER).mkdir(parents=True, exist_ok=True)
        cards = [card for name in missing.values() if (card := card_of(app, name))]
        wait = start(app, partial(draw_all, app), cards, _FEW)
        guides(app.env).build.of(SocialCards).wait = partial(_end, app, wait, len(cards))
    if output.cards and len(output.cards) < len(pages):
        number = len(pages) - len(output.cards)
        logger.info("no social card for %s pages: see guides_social_font", number)


def wait_for_cards(app: Sphinx, exception: Exception | None) -> None:
    """Wait until the missing cards are drawn."""
    if exception is None:
        guides(app.env).build.of(SocialCards).wait()


def _end(app: Sphinx, wait: Callable[[], list[None]], number: int) -> None:
    """Wait until *number* cards are drawn; tidy up the cache, to which they were added."""
    wait()
    if number > _FEW and (kept := cache.folder_of(app)):
        cache.clean(kept)


# Number of cards that are drawn faster than processes start.
_FEW = 50


def draw_all(app: Sphinx, cards: Iterable[Card]) -> None:
    """Write the files of *cards*, from the cache or drawn."""
    logo = functools.cache(partial(_logo, Path(app.srcdir)))  # many cards share one
    kept = cache.folder_of(app)
    for card in cards:
        name = f"{Path(card.path).stem}.card"  # a digest of all that it shows
        content = cache.load(kept, name) if kept else None
        if content is None:
            content = draw(card.content, logo(card.logo), card.font)
            if kept:
                cache.keep(kept, name, content)
        Path(app.outdir, card.path).write_bytes(content)


def _logo(srcdir: Path, image: Image | None) -> LogoImage | None:
    if image is None:
        return None
    wide, high = LOGO_BOX
    if image.width and image.height:
        wide = min(wide, max(1, round(high * image.width / image.height)))
    file = srcdir / image.path
    return draw_logo(file.read_bytes(), is_svg=file.suffix.lower() == ".svg", width=wide)
