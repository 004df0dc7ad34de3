"""What guides have for ``sphinx_pagefind``: facets, pictures, careers, descriptions, a fallback.

With ``guides_search = "sphinx"`` nothing here does anything, and that package may be missing.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from career_guides.catalogue.names import face_of, job_titles, other_names
from career_guides.catalogue.taxonomy import terms_of
from career_guides.diagnostics.log import say
from career_guides.html.sidebar import links
from career_guides.listings.facets import facets, labels, orders
from career_guides.listings.occupations import Occupations
from career_guides.listings.pages import pages_with
from career_guides.output.names import image_uri, is_site
from career_guides.output.record import finishing

from .config import PAGEFIND
from .domain import guides
from .search_terms import (
    GENERAL,
    LISTS,
    RANKING,
    common_words,
    occupations,
    synonyms,
    topics,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from career_guides.catalogue.model import Entry
    from sphinx_pagefind.page_markup import PageData
    from sphinx_pagefind.search_page import SearchPage
    from sphinx_pagefind.terms import Terms

    from .domain import GuideDomain


#: What is on a page but is not its own text: cards of other pages, sources, icons.
_IGNORED = [
    ".guide-grid", ".guide-a-z", ".guide-letters", ".guide-term-list", ".guide-mentions",
    ".guide-provenance", ".at-a-glance-source", ".pay-figure", ".guide-table .extra",
    "figcaption .legend",
]  # fmt: skip


def setup(app: Sphinx) -> None:
    """Load ``sphinx_pagefind``, if it is there, and connect what guides have for it."""
    if find_spec("sphinx_pagefind") is None:
        app.connect("builder-inited", on_builder_inited)
        return
    app.setup_extension("sphinx_pagefind")
    app.connect("config-inited", on_config_inited)  # sphinx_pagefind reads the settings after that
    app.connect("pagefind-page-data", on_page_data)
    app.connect("pagefind-search-page", on_search_page)
    app.connect("pagefind-is-current", on_is_current)
    app.connect("pagefind-failed", on_failed)
    app.connect("pagefind-language", on_language)
    app.connect("pagefind-undivided", on_undivided)
    app.connect("pagefind-terms", on_terms)


def on_builder_inited(app: Sphinx) -> None:
    """Warn where Pagefind is to search the site and the package is missing."""
    if app.config.guides_search == PAGEFIND and is_site(app.builder):
        message = (
            "Sphinx's own search is used: there is no package 'sphinx_pagefind'; put its folder"
            " beside that of 'career_guides', or set guides_search = 'sphinx'"
        )
        say(app.config, message, None, "search")


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Set what ``sphinx_pagefind`` is to do for guides. Their own style sheet has its styles."""
    config.pagefind_enabled = config.guides_search == PAGEFIND
    config.pagefind_ignored_selectors = [*config.pagefind_ignored_selectors, *_IGNORED]
    config.pagefind_stylesheet = False
    config.pagefind_exclude = {**config.pagefind_exclude, **config.guides_search_exclude}


def on_page_data(app: Sphinx, docname: str, data: PageData) -> None:
    """Add what is shown with a guide in results, and its facets."""
    domain = guides(app.env)
    data.fallback = fallback(app, domain)
    if docname not in app.env.all_docs:  # no need to make the catalogue for it
        return
    data.metadata["title"] = domain.title(docname)
    entry = domain.build.catalogue.entries.get(docname)
    if entry is None:
        return
    data.metadata |= found_by(domain, entry)
    data.metadata["description"] = domain.description(docname)
    if entry.image:
        data.filters.append(("image", image_uri(entry.image.path)))
    data.filters += facets(domain, entry)


def found_by(domain: GuideDomain, entry: Entry) -> dict[str, str]:
    """Return what a guide is found by besides its text: its metadata, which name other pages."""
    catalogue = domain.build.catalogue
    if entry.career in domain.build.app.config.guides_not_careers:
        return {"career": catalogue.careers[entry.career].title}
    if entry.career:
        return names_of(domain, entry)
    return {"topic": f"{GENERAL} #{topic_of(entry)}", "alias": ", ".join(entry.guide.also)}


def names_of(domain: GuideDomain, entry: Entry) -> dict[str, str]:
    """Return what a guide of a career is found by besides its text.

    A career's names alone lead to its overview, and with a topic to the chapter on it.
    """
    catalogue = domain.build.catalogue
    career = catalogue.careers[entry.career]
    is_face = entry.docname == face_of(catalogue, career)
    others = (*other_names(catalogue, career), *job_titles(catalogue, career))
    names = ", ".join(dict.fromkeys((career.title, *others)))
    terms = domain.build.taxonomy
    groups = ", ".join(terms[page].name for _kind, _name, page in terms_of(entry.guide))
    return {
        "career": career.title,
        "name" if is_face else "also": names,
        "groups": groups if is_face else "",
        "topic": f"_{topic_of(entry)}_",
    }


def topic_of(entry: Entry) -> str:
    """Return the first word of the name of a chapter: ``day`` for ``day-in-the-life``."""
    return entry.docname.rpartition("/")[2].partition("-")[0].lower()


def on_terms(app: Sphinx, terms: Terms) -> None:
    """Set synonyms and ranking; offer names and words of descriptions for misspelled words."""
    from sphinx_pagefind.config import part_of  # noqa: PLC0415 - the package may be missing

    domain = guides(app.env)
    build = domain.build
    names = {career.title for folder, career in build.catalogue.listed_careers() if folder}
    names |= {name for entry in build.catalogue.listed() for name in entry.guide.also}
    terms.synonyms = {
        **synonyms(str(app.config.language), names, terms.ignored),
        **terms.synonyms,
        **app.config.guides_search_synonyms,
    }
    if pages_with(domain, Occupations.kind):
        terms.whole = occupations(str(app.config.language), names)
        # "tech" by itself is technology
        terms.synonyms |= {
            name: name for name in terms.whole if {*name.split()} & {*terms.synonyms}
        }
    terms.ranking = RANKING
    terms.naming = ["name", "also"]
    terms.leading = ["name"]
    terms.grouping = ["groups"]
    terms.general = GENERAL
    terms.lists = {word: f"#{word}" for word in LISTS}
    others = {"", *app.config.guides_not_careers}
    entries = [*build.catalogue.listed()]
    terms.topics = topics(topic_of(entry) for entry in entries if entry.career not in others)
    if "work" not in terms.topics:  # it is on nearly every page
        terms.ignored.append("work")
    names |= {term.name for term in build.taxonomy.values()}
    terms.names = sorted(names)
    shown = (entry.guide for entry in entries if not part_of(app, entry.docname))
    terms.words = common_words((guide.description or "" for guide in shown), terms.ignored)


def fallback(app: Sphinx, domain: GuideDomain) -> tuple[str, str]:
    """Return the page that readers are led to where the search cannot run, and its title."""
    found = links(domain, [{"url": app.config.guides_search_fallback}])
    docname = (found[0].docname if found else "") or str(app.config.root_doc)
    return docname, domain.title(docname)


def on_search_page(app: Sphinx, page: SearchPage) -> None:
    """Offer the facets that some guide has."""
    domain = guides(app.env)
    entries = [*domain.build.catalogue.listed()]
    used = {name for entry in entries for name, _value in facets(domain, entry)}
    order = orders(domain.build.formatter)
    for name, label in labels().items():
        if name in used:
            page.add_facet(name, label, order.get(name, ()))
    page.pages = len(entries)


def on_is_current(app: Sphinx) -> bool:
    """Return whether the output folder is as the last build has left it."""
    return finishing(app, None) is None


def on_language(app: Sphinx, docname: str) -> str | None:
    """Return the language that a guide has in its front matter or that of its folder."""
    entry = guides(app.env).build.catalogue.entries.get(docname)
    return entry.guide.lang if entry else None


def on_undivided(app: Sphinx, names: str) -> bool:
    """Warn as about everything else."""
    message = (
        f"the search finds only whole phrases in {names}, whose words Pagefind does not separate;"
        " install 'career-guides[search-cjk]'"
    )
    say(app.config, message, None, "search")
    return True


def on_failed(app: Sphinx, reason: str) -> bool:
    """Warn as about everything else: the message has a section in the documentation."""
    message = (
        f"the site cannot be searched, Pagefind does not run: {reason}; install 'pagefind[bin]',"
        " or set guides_search = 'sphinx'"
    )
    say(app.config, message, None, "search")
    return True
