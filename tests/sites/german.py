"""A career in a site of another language, and a made-up translation of all its texts."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.sites import FACTS, LOGO, Site, guide

if TYPE_CHECKING:
    from collections.abc import Callable

#: Put before each text in the made-up translation.
MARK = "Ü "

CONF = """
language = "de"
copyright = version = "1"
suppress_warnings = ["epub.unknown_project_files"]
guides_navbar = [{"title": "Comparison", "url": "/compare"}]
guides_footer = {
    "text": "Footer text",
    "columns": [{"title": "Column", "links": [{"title": "Footer link", "url": "/index"}]}],
}
"""

CAREER = {
    **FACTS,
    "images/a.svg": LOGO,
    "index.md": guide("Homepage", "```{guides}\n```\n\n```{a-z}\n```\n\n```{industries}\n```"),
    "compare.md": guide("Two careers", "```{compare}\n```"),
    "nurse/index.md": guide(
        "Nursing", "```{guides}\n:career: nurse\n```", occupation="29-1141",
        description="Nurses care for the sick", next="{to: overview, label: Begin here}",
        cascade="{sidebar: true, include_footer: true, industry: Healthcare, tags: [Nightwork]}",
    ),
    "nurse/overview.md": guide(
        "What a *nurse* does",
        "Body *of* it, {guide}`nurse/day` and {guide}`nurse`.\n\n## A heading\n\n"
        "```{next} day\n:label: Onwards\n```\n\n"
        "```{figure-card} /images/a.svg\n:alt: Second picture\n:caption: Second *caption*\n"
        ":credit: Somebody\n:license: MIT\n```",
        subtitle="Leading line", description="All of it in short",
        figure="{image: /images/a.svg, alt: First picture, caption: 'First *caption* {guide}`nurse`"
        "', credit: Photographer, license: CC BY 4.0}",
        sources="[{title: Textbook, url: 'https://example.org/s'}]",
        related="[/cook/index]", aliases="[/old/path]",
    ),
    "nurse/day.md": guide("Working day", "Text of the day.", description="From eight to four"),
    "cook/index.md": guide("Cooking", "[](/nurse/overview.md)", industry="Healthcare"),
}  # fmt: skip


def marked(text: str) -> str:
    """Return a text in the made-up language."""
    return MARK + text


def translate(site: Site, say: Callable[[str], str] = marked) -> dict[str, list[str]]:
    """Make a translation of all that the site's own build hands to translators.

    :returns: message catalogue -> its messages
    """
    assert site.build("-n", "-W", builder="gettext", out="pot") == ""
    found = {}
    folder = site.docs / "locales/de/LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    for pot in sorted((site.path / "pot").glob("*.pot")):
        if pot.stem == "sphinx":  # words of templates
            continue
        text = pot.read_text("utf-8")
        assert text.count('msgid ""\nmsgstr') == 1, text  # that of its head
        catalogue = Catalog(locale="de")
        names = [str(message.id) for message in read_po(BytesIO(text.encode())) if message.id]
        for name in names:
            catalogue.add(name, say(name))
        with (folder / f"{pot.stem}.po").open("wb") as file:
            write_po(file, catalogue)
        found[pot.stem] = names
    return found
