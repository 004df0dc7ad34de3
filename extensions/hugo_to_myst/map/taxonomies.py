"""The pages of tags, categories and other terms, which Hugo generated, and what replaces them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import urls
from .values import as_list, one_line

if TYPE_CHECKING:
    from hugo_to_myst.read.config import Config, Language

    from .site import Page, Site

#: https://gohugo.io/content-management/taxonomies/#default-taxonomies
_DEFAULT = {"tag": "tags", "category": "categories"}
#: The guide that lists all tags.
TAGS = "tags"


def plurals(config: Config) -> list[str]:
    """Return the front-matter keys of a site's taxonomies."""
    table = config.values.get("taxonomies")
    table = table if isinstance(table, dict) else _DEFAULT
    return [str(plural).lower() for plural in table.values()]


def is_built(config: Config, kind: str) -> bool:
    """Return whether Hugo writes a kind of page."""
    disabled = {str(name).lower() for name in as_list(config.values.get("disablekinds"))}
    old = {"term": "taxonomy", "taxonomy": "taxonomyterm"}  # the names before Hugo 0.73
    return not disabled & {kind, old[kind] if "taxonomyterm" in disabled else kind}


def tag_page(name: str) -> str:
    """Return the docname of the page that lists the guides with a tag."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.casefold())
    return "tag/" + ("-".join(words.split()) or "other")


def term_text(value: Any) -> str:
    """Return a term as Hugo shows it."""
    return str(value).lower() if isinstance(value, bool) else one_line(value)


class Taxonomies:
    """Collects the terms of published pages."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.plurals = plurals(site.config)
        #: Language prefix, taxonomy and term -> the page that lists the guides with the tag.
        self.terms: dict[tuple[str, str, str], str] = {}

    def add(self, page: Page, values: dict[str, Any]) -> None:
        """Add the terms in the front matter of a page that is published."""
        prefix = page.source.language.prefix
        for plural in self.plurals:
            for value in as_list(values.get(plural)):
                name = term_text(value)
                if name and not isinstance(value, dict | list):
                    is_tag = plural in ("tags", "categories")
                    self.terms[prefix, plural, name] = tag_page(name) if is_tag else ""

    def redirects(self) -> list[tuple[str, str]]:
        """Return the old addresses of terms and of their lists, and what answers now."""
        config = self.site.config
        has_tags = any(self.terms.values())
        found: list[tuple[str, str]] = []
        languages: dict[str, Language] = {lang.prefix: lang for lang in config.languages}
        for prefix, language in languages.items():
            start = f"/{prefix}/" if prefix else "/"
            home = self._list_page(language, "")
            if is_built(config, "taxonomy"):
                found += [(f"{start}{plural}/", TAGS if has_tags else home)
                          for plural in self.plurals]  # fmt: skip
            if is_built(config, "term"):
                found += [
                    (f"{start}{plural}/{urls.hugo_path(name, lower=config.lower)}/", page or home)
                    for (of, plural, name), page in self.terms.items()
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
