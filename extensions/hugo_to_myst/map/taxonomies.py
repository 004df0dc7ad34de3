"""The pages of tags, categories and other terms, which Hugo generated, and what replaces them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from . import urls
from .values import as_list, one_line

if TYPE_CHECKING:
    from hugo_to_myst.read.config import Config, Language

    from .site import Page, Site

#: https://gohugo.io/content-management/taxonomies/#default-taxonomies
_DEFAULT = {"tag": "tags", "category": "categories"}
#: What signs are called in addresses, where that is not their name in Unicode.
_SIGNS = {"#": "sharp", "&": "and", "@": "at", "%": "percent", "*": "star"}
#: The guide that lists all tags.
TAGS = "tags"


def plurals(config: Config) -> list[str]:
    """Return the front-matter keys of a site's taxonomies."""
    table = config.values.get("taxonomies", config.values.get("indexes"))  # its name until 0.9
    table = table if isinstance(table, dict) else _DEFAULT
    return [str(plural).lower() for plural in table.values()]


def is_built(config: Config, kind: str) -> bool:
    """Return whether Hugo writes a kind of page."""
    disabled = {str(name).lower() for name in as_list(config.values.get("disablekinds"))}
    old = {
        "term": "taxonomy",
        "taxonomy": "taxonomyterm",
        "rss": "rss",
    }  # the names before Hugo 0.73
    return not disabled & {kind, old[kind] if "taxonomyterm" in disabled else kind}


def tag_page(name: str) -> str:
    """Return the docname of the page that lists the guides with a tag.

    ``career_guides.catalogue.taxonomy.slug`` says how; a test compares the two.
    """
    words = [""]
    text = re.sub(r"(?<!\S)\.(?=\w)", "dot ", name.casefold())
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        if letter.isalnum() or (kind.startswith("M") and words[-1]):  # marks belong to a letter
            words[-1] += letter
        elif letter in _SIGNS or kind in {"Sm", "Sc", "So"}:
            said = _SIGNS.get(letter) or unicodedata.name(letter).lower().removesuffix(" sign")
            words += [said.replace(" ", "-"), ""]
        else:
            words.append("")
    return "tag/" + (
        "-".join(filter(None, words)) or "-".join(f"u{ord(letter):x}" for letter in name)
    )


def term_text(value: Any) -> str:
    """Return a term as Hugo shows it."""
    return str(value).lower() if isinstance(value, bool) else one_line(value)


class Taxonomies:
    """Collects the terms of published pages."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.plurals = plurals(site.config)
        #: The language prefix, taxonomy and name of each term.
        self.terms: dict[tuple[str, str, str], None] = {}
        self.has_dates = False

    def add(self, page: Page, values: dict[str, Any]) -> None:
        """Add the terms in the front matter of a page that is published."""
        prefix = page.source.language.prefix
        date = str(values.get("date"))
        self.has_dates = self.has_dates or bool(re.match(r"\d{4}-\d\d-\d\d", date))
        for plural in self.plurals:
            for value in as_list(values.get(plural)):
                if term_text(value) and not isinstance(value, dict | list):
                    name = value if isinstance(value, str) else term_text(value)
                    self.terms[prefix, plural, name] = None

    def redirects(self) -> list[tuple[str, str]]:
        """Return the old addresses of terms and of their lists, and what answers now."""
        config = self.site.config
        # Guides have tags alone; another term leads to the tag of its name, or to all.
        tags = {tag_page(term_text(name)) for _, plural, name in self.terms if plural == TAGS}
        found: list[tuple[str, str]] = []
        languages: dict[str, Language] = {lang.prefix: lang for lang in config.languages}
        for prefix, language in languages.items():
            start = f"/{prefix}/" if prefix else "/"
            home = self._list_page(language, "")
            if is_built(config, "taxonomy"):
                found += [(f"{start}{plural}/", TAGS if tags else home)
                          for plural in self.plurals]  # fmt: skip
            if is_built(config, "term"):
                lower = config.lower
                found += [
                    (
                        f"{start}{plural}/{urls.hugo_path(name, lower=lower, composed=False)}/",
                        page
                        if (page := tag_page(term_text(name))) in tags
                        else TAGS
                        if tags
                        else home,
                    )
                    for of, plural, name in self.terms
                    if of == prefix
                ]
            found += [
                (f"{start}{section}/", home)
                for section in self._sections(language)
                if f"{prefix}/{section}/index".lstrip("/") not in self.site.by_docname
            ]
        if len(languages) > 1:  # Hugo leads from one address of the default language to the other
            default = config.languages[0]
            other = "/" if default.prefix else f"/{default.code}/"
            found.append((other, self._list_page(default, "")))
        if self.has_dates and "://" in config.base_url and is_built(config, "rss"):
            found.append(("/index.xml", "feed.xml"))
        # A redirect from a page is a folder; these addresses are files.
        found += [(p.url, p.docname) for p in self.site.pages if p.url.endswith(".htm")]
        taken = {p.url.strip("/") for p in self.site.pages if not p.url.endswith(".htm")}
        return [(old, new) for old, new in found if old.strip("/") not in taken]

    def _list_page(self, language: Language, folder: str) -> str:
        name = "/".join(part for part in (language.prefix, folder, "index") if part)
        return name if name in self.site.by_docname else "index"

    def _sections(self, language: Language) -> list[str]:
        """Return the folders at the top of a language, each of which Hugo gives a list page."""
        pages = (p.source for p in self.site.pages if p.source.language.prefix == language.prefix)
        tops = {file.logical.partition("/")[0] for file in pages if "/" in file.logical}
        return sorted(urls.hugo_path(top, lower=self.site.config.lower) for top in tops)
