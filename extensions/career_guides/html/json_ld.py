"""Metadata of a page: JSON-LD with the vocabulary of https://schema.org/.

Every value is one that the page shows; what it does not show (when a guide was first
published) is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.locale import _

from career_guides.content.credit import credit
from career_guides.domain import guides
from career_guides.facts.names import education_level
from career_guides.facts.soc import ALL, CLASSIFICATION, CLASSIFICATION_URL
from career_guides.facts.wording import preparation
from career_guides.nodes.fact import CARD
from career_guides.output.names import image_uri, is_site
from career_guides.output.urls import absolute, home, language_tag, of_page

from .breadcrumbs import trail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from career_guides.catalogue.model import Entry
    from career_guides.content.schema import Source
    from career_guides.domain import GuideDomain
    from career_guides.facts.formatting import FactFormatter


Data = dict[str, Any]


def present(data: Mapping[str, Any]) -> Data:
    """Return *data* without empty values."""
    return {key: value for key, value in data.items() if value}


def structured(app: Sphinx, docname: str, description: str, image: str) -> Data:
    """Return the structured data of a page.

    :param docname: a page of the site
    :param description: the description in its head
    :param image: address of the image in its head; '' if it has none
    """
    domain, config = guides(app.env), app.config
    entry = domain.build.catalogue.entries.get(docname)
    if docname == config.root_doc:
        data = website(app, description)
    elif entry:
        data = article(app, entry, image)
    else:
        data = {
            "@type": "CollectionPage" if domain.build.is_generated(docname) else "WebPage",
            "name": domain.title(docname),
            "description": description,
            "inLanguage": language_tag(config),
            "url": of_page(app, docname),
            "breadcrumb": breadcrumbs(app, docname),
            "isPartOf": site(app),
        }
    return present({"@context": "https://schema.org", **data})


def site(app: Sphinx) -> Data:
    """Return the site that a page is part of."""
    return present({"@type": "WebSite", "name": app.config.project, "url": home(app)})


def website(app: Sphinx, description: str) -> Data:
    """Return the site and its search: https://schema.org/SearchAction."""
    data = {**site(app), "description": description, "inLanguage": language_tag(app.config)}
    if (found := of_page(app, "search")) and is_site(app.builder):
        data["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": found + "?q={search_term_string}",
            },
            # The term is required: https://schema.org/docs/actions.html
            "query-input": "required name=search_term_string",
        }
    return data


def breadcrumbs(app: Sphinx, docname: str) -> Data:
    """Return the breadcrumbs from the home page; empty without ``html_baseurl``."""
    if not absolute(app.config):
        return {}
    home = (app.config.root_doc, app.config.project)
    steps = [home, *trail(guides(app.env), docname)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": title,
                "item": {"@type": "WebPage", "@id": of_page(app, name)},
            }
            for number, (name, title) in enumerate(steps, start=1)
        ],
    }


def article(app: Sphinx, entry: Entry, image: str) -> Data:
    """Return a guide: https://schema.org/Article."""
    guide, config = entry.guide, app.config
    translate = guides(app.env).build.translations.of_site
    reviewed = guide.last_reviewed.isoformat() if guide.last_reviewed else ""
    if not image and entry.image:
        image = absolute(config, image_uri(entry.image.path))
    page = present(
        {
            "@type": "WebPage",
            "url": of_page(app, entry.docname),
            "lastReviewed": reviewed,
            "breadcrumb": breadcrumbs(app, entry.docname),
        }
    )
    return {
        "@type": "Article",
        "headline": entry.title,
        "alternativeHeadline": guide.subtitle,
        "alternateName": guide.also,
        "description": guide.description,
        "inLanguage": guide.lang or language_tag(config),
        "url": of_page(app, entry.docname),
        "image": image,
        "author": [author(name, config) for name in guide.authors],
        "creditText": credit(guide, _) if guide.generated_by else "",
        # The last day on which somebody vouched for the whole text.
        "dateModified": reviewed,
        "citation": [citation(source) for source in guide.sources],
        "articleSection": translate(guide.industry or ""),
        "keywords": [translate(tag) for tag in guide.tags],
        "about": occupations(guides(app.env), entry),
        "publisher": present({"@type": "Organization", "name": config.project, "url": home(app)}),
        "mainEntityOfPage": page if len(page) > 1 else {},
        "isPartOf": site(app),
    }


def author(name: str, config: Config) -> Data:
    """Return a person, or the organisation that ``conf.py`` names."""
    is_ours = name in {config.author, config.project}
    return {"@type": "Organization" if is_ours else "Person", "name": name}


def citation(source: Source) -> Data:
    """Return a source of the guide's facts."""
    return present({"@type": "CreativeWork", "name": source.title or source.url, "url": source.url})


def occupations(domain: GuideDomain, entry: Entry) -> list[Data]:
    """Return the occupations whose cards are on a career's overview.

    The overview is the page that names the occupations itself, or the chapter ``overview``; on
    other pages, which show the card at their end, the data would only be repeated.
    """
    if not entry.is_summary and entry.docname.rpartition("/")[2] != "overview":
        return []
    shown = domain.figures.get(entry.docname)
    if not shown:
        return []
    known = domain.build.catalogue.facts.occupations
    codes = [*entry.occupations, *sorted(known.keys() - {ALL, *entry.occupations})]
    return [occupation(domain.build.formatter, code) for code in codes if f"{code} {CARD}" in shown]


def occupation(formatter: FactFormatter, code: str) -> Data:
    """Return the data of the at-a-glance card: https://schema.org/Occupation."""
    row, release = formatter.facts.occupations[code], formatter.facts.release
    survey = present(
        {
            "@type": "Dataset",
            "name": f"{release.survey}, {release.name}",
            "url": release.url,
            "datePublished": release.published,
            "publisher": {"@type": "Organization", "name": release.publisher},
        }
    )
    # Figures above the highest pay that the survey releases are not numbers.
    pay = {
        "median" if key == "median" else f"percentile{key[1:]}": value
        for key in row.pay.shown
        if isinstance(value := getattr(row.pay, key), float)
    }
    salary = {
        "@type": "MonetaryAmountDistribution",
        "name": "Pay",
        "currency": "USD",
        "duration": "PT1H" if row.is_hourly else "P1Y",
        **pay,
        "subjectOf": survey,
    }
    return present(
        {
            "@type": "Occupation",
            "name": row.title,
            "occupationalCategory": {
                "@type": "CategoryCode",
                "codeValue": code,
                "name": row.title,
                "inCodeSet": {
                    "@type": "CategoryCodeSet",
                    "name": CLASSIFICATION,
                    "url": CLASSIFICATION_URL,
                },
            },
            "occupationLocation": {"@type": "Country", "name": "United States"},
            "estimatedSalary": [salary] if pay else [],
            "alternateName": list(row.onet.titles),
            "educationRequirements": education_level(_, row.onet.education),
            "qualifications": preparation(formatter, row),
        }
    )
