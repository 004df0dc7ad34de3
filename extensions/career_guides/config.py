"""The settings in ``conf.py``: their defaults and types, checked before anything is built."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.errors import ConfigError

from career_guides.catalogue.load import FACTS
from career_guides.content.addresses import ADDRESS
from career_guides.content.kinds import Fault, Items, Text
from career_guides.content.models import Model, Nested, key
from career_guides.content.trust import PROJECT, TEXT
from career_guides.diagnostics import untrue

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from career_guides.content.kinds import Kind
    from career_guides.content.kinds import Path as Keys


HERE = Path(__file__).parent

#: Values of ``guides_search``: the search engine of the site.
PAGEFIND, SPHINX = "pagefind", "sphinx"


class _Texts(NamedTuple):
    """A mapping of texts."""

    def read(self, value: Any, path: Keys, faults: list[Fault]) -> Any:
        if not isinstance(value, dict):
            faults.append(Fault(path, "mapping", value))
            return None
        for name, text in value.items():
            _ANY.read(name, path, faults)
            _ANY.read(text, (*path, name), faults)
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": _ANY.schema()}


_ANY = Text(0)
_PLACE = Text(
    0,
    rf"(?![\w+.-]*:|//)[\s\S]*|{ADDRESS}",
    "a page or an address that starts with https://",
)
_ADDRESS = Text(
    0, r'(https?://[^\s?#<>"]+)?', "an address that starts with https://, without ? and #"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLink(Model):
    """A link of the navbar or the footer; the default title is that of its page."""

    url: str = key(_PLACE, "A page (`/liaison/index`) or an address (`https://…`)")
    title: str = key(_ANY, "Its text; by default the title of the page", "")


_LINKS = Items(Nested(SiteLink))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Model):
    """A column of links in the footer."""

    title: str = key(_ANY, "Its heading", "")
    links: list[SiteLink] = key(_LINKS, "Its links", new=list)


_COLUMNS = Items(Nested(Column))


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer(Model):
    """The site footer."""

    logo: str = key(_ANY, "Name of its logo; by default that of the site", "")
    text: str = key(_ANY, "A line below the logo", "")
    columns: list[Column] = key(_COLUMNS, "Columns of links", new=list)
    social: list[SiteLink] = key(_LINKS, "Links to profiles elsewhere (`rel=me`)", new=list)


#: Setting -> the kind that its value must have; another than the default is checked.
_KINDS: dict[str, Kind] = {
    "guides_footer": Nested(Footer),
    "guides_navbar": _LINKS,
    "guides_extra_keys": Items(_ANY),
    "guides_not_careers": Items(_ANY),
    "guides_book_exclude": Items(_ANY),
    "guides_repository": _ADDRESS,
    "guides_search_exclude": _Texts(),
    "guides_search_synonyms": _Texts(),
    "guides_messages_url": _ADDRESS,
}

#: Kind of a fault -> what is not right with a setting, if the fault does not say so itself.
_FAULTS = {
    "text": "expected text",
    "list": "expected a list",
    "mapping": "expected a mapping",
    "missing": "missing",
    "unknown": "unknown key",
}

#: Setting -> what it does. ``make reference`` copies it to the documentation.
ABOUT: dict[str, str] = {
    "guides_logo": "The default logo, for the site and for pages without `sidebarlogo`: the name of"
    " a file in `logos/`, without folder and extension.",
    "guides_navbar": "Links above the drawer on every page.",
    "guides_footer": "Content of the footer on pages with `include_footer: true`.",
    "guides_drafts": "Also build guides with `draft: true`.",
    "guides_today": "The day for which reviews are checked. If empty, they are not checked.",
    "guides_facts": "A folder in the source folder that contains the site's own pay and employment"
    " figures.",
    "guides_extra_keys": "Front-matter keys of other extensions that are accepted without a"
    " warning; their values are not checked.",
    "guides_not_careers": "Folders of guides that are not careers, such as these pages.",
    "guides_social_cards": "Draw a picture of each page for social networks.",
    "guides_social_font": "The TrueType or OpenType font file for these pictures, relative to the"
    " folder of `conf.py`.",
    "guides_image_variants": "Offer photographs as AVIF and WebP, in several widths.",
    "guides_image_cache": "The folder that keeps smaller pictures and social cards between builds,"
    " relative to the folder of `conf.py`. If empty, it is `career-guides/pictures` in the user's"
    " cache folder. See {guide}`hosting`.",
    "guides_trust": "What pages may do: `text`, for pages that anybody may have written, or"
    " `project`, for pages that are trusted like `conf.py`. See {guide}`trust`.",
    "guides_search": "What searches the site: `pagefind`, or `sphinx` for Sphinx's own search.",
    "guides_search_fallback": "The page that readers are sent to if the search cannot run, for"
    " example without JavaScript, and if it finds nothing.",
    "guides_search_exclude": "Folders or pages that the search leaves out unless readers ask for"
    " them, each with the name that readers see.",
    "guides_search_synonyms": "Words and phrases that people type, each with the words that are"
    " searched for instead. They are added to the built-in list.",
    "guides_book_exclude": "Folders or pages that books, EPUB and PDF, leave out.",
    "guides_reading_time": "Show above the title of a chapter how long it takes to read.",
    "guides_upstream": "Work around faults of Sphinx, MyST, Furo and sphinx-sitemap in what they"
    " write.",
    "guides_repository": "Address of the repository that contains the guides. If it is set, each"
    ' guide ends with the links "Edit this page" and "Report a problem".',
    "guides_branch": "The branch of the repository that edits start from.",
    "guides_messages_url": "Address of a page that explains the messages. If it is set, each"
    " message of the build ends with a link to its section there.",
}


def add_config_values(app: Sphinx) -> None:
    """Register the settings of ``conf.py`` with their defaults."""
    app.add_config_value("guides_logo", "", "html", str)
    app.add_config_value("guides_footer", {}, "html", dict)
    app.add_config_value("guides_navbar", [], "html", list)
    app.add_config_value("guides_drafts", False, "html", bool)
    app.add_config_value("guides_today", "", "", str)
    app.add_config_value("guides_facts", FACTS, "", str)
    app.add_config_value("guides_extra_keys", [], "html", list)
    app.add_config_value("guides_not_careers", [], "html", list)
    app.add_config_value("guides_social_cards", True, "html", bool)
    app.add_config_value("guides_social_font", "", "html", str)
    app.add_config_value("guides_image_variants", True, "html", bool)
    app.add_config_value("guides_image_cache", "", "", str)
    app.add_config_value("guides_trust", TEXT, "env", str)
    app.add_config_value("guides_search", PAGEFIND, "html", str)
    app.add_config_value("guides_search_fallback", "/a-z", "html", str)
    app.add_config_value("guides_search_exclude", {}, "html", dict)
    app.add_config_value("guides_search_synonyms", {}, "html", dict)
    app.add_config_value("guides_book_exclude", [], "", list)
    app.add_config_value("guides_reading_time", False, "html", bool)
    app.add_config_value("guides_upstream", True, "html", bool)
    app.add_config_value("guides_repository", "", "html", str)
    app.add_config_value("guides_branch", "main", "html", str)
    app.add_config_value("guides_messages_url", "", "", str)


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Check our settings; add our templates and static files after the project's own.

    :raises ConfigError: if a value is invalid; the message names the setting
    """
    for name, expected in _KINDS.items():
        value = config[name]
        faults: list[Fault] = []
        if value != config.values[name].default:
            # In conf.py, a tuple or a set serves as a list.
            given = [*value] if isinstance(value, (tuple, set, frozenset)) else value
            expected.read(given, (name,), faults)
        if faults:
            first = faults[0]
            where = ".".join(map(str, first.path))
            message = f"{where}: {first.message or _FAULTS[first.kind]}, got {first.given!r}"
            raise ConfigError(message)
    if config.guides_search not in {PAGEFIND, SPHINX}:
        message = (
            f"guides_search: expected '{PAGEFIND}' or '{SPHINX}', got {config.guides_search!r}"
        )
        raise ConfigError(message)
    if config.guides_trust not in {TEXT, PROJECT}:
        message = f"guides_trust: expected '{TEXT}' or '{PROJECT}', got {config.guides_trust!r}"
        raise ConfigError(message)
    today(config)
    if (font := config.guides_social_font) and not Path(app.confdir, font).is_file():
        raise ConfigError(f"guides_social_font: no file {font!r} beside conf.py")
    # New lists: changing the configured ones would make Sphinx rebuild everything every time.
    config.templates_path = [*config.templates_path, str(HERE / "templates")]
    config.html_static_path = [*config.html_static_path, str(HERE / "static")]


def today(config: Config) -> dt.date | None:
    """Return the day on which reviews are judged; ``None`` if ``guides_today`` is not set.

    :raises ConfigError: if ``guides_today`` is not a date
    """
    if not config.guides_today:
        return None
    try:
        return dt.date.fromisoformat(str(config.guides_today))
    except ValueError as error:
        message = f"guides_today: expected a date of the form 2026-11-22, {error}"
        raise ConfigError(message) from error


def setup(app: Sphinx) -> None:
    """Register the settings, their check, and the translated messages."""
    # In Sphinx's own message catalogue, so that ours also fill gaps in the theme's templates.
    app.add_message_catalog("sphinx", str(HERE / "locale"))
    add_config_values(app)
    app.connect("config-inited", on_config_inited)
    app.connect("config-inited", untrue.on_config_inited)
