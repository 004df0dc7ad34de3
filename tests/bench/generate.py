"""Generate sites of career guides that cost as much to build as real ones, from a seed.

Each career has a dozen terms of its own, so that the vocabulary grows with the site. Plain Sphinx
with MyST can read the bodies; only the front matter is specific to the project.
"""

from __future__ import annotations

import json
import shutil
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from .prose import Prose

if TYPE_CHECKING:
    from pathlib import Path

CHAPTERS = (
    "index",
    *("overview", "day-in-the-life", "history", "advice", "start", "learning", "rights"),
    *("branding", "ethics", "social", "startup", "tech"),
    "website",
)
# As on real sites, their number does not grow with the number of careers.
INDUSTRIES, TAGS = 20, 100
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
    'height="{height}"><rect width="100%" height="100%" fill="{fill}"/></svg>\n'
)


class Career(NamedTuple):
    """A folder of guides: the career's name, the folder's name, chapter titles and own terms."""

    name: str
    slug: str
    titles: dict[str, str]
    terms: list[str]


def generate(folder: Path, guides: int, chapters: int = 4, words: int = 600, seed: int = 1) -> Path:
    """Write ``docs/`` to *folder*, replacing an existing one, and return its path.

    :param guides: number of guides, including landing pages of careers but not the home page
    :param chapters: guides of a career, including its ``index.md``; the last may have fewer
    :param words: words in the body of a guide
    :param seed: the same seed gives the same files
    """
    random = Random(seed)
    prose = Prose(random)
    docs = folder / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    for name in ("images", "logos"):
        (docs / name).mkdir(parents=True)
    for name, fill in (("acme", "#222"), ("acme-dark", "#eee")):
        (docs / "logos" / f"{name}.svg").write_text(SVG.format(width=120, height=40, fill=fill))
    careers = make_careers(prose, guides, chapters)
    for number, career in enumerate(careers):
        fill = f"#{random.randrange(0x1000000):06x}"
        (docs / "images" / f"{career.slug}.svg").write_text(
            SVG.format(width=1200, height=630, fill=fill)
        )
        (docs / career.slug).mkdir()
        prose.terms = career.terms
        for chapter in career.titles:
            keys = front_matter(prose, career, chapter, careers[number - 1])
            text = f"---\n{as_yaml(keys)}---\n\n{body(prose, career, chapter, careers, words)}"
            (docs / career.slug / f"{chapter}.md").write_text(text, encoding="utf-8")
    home = {"title": "Guides", "description": "All careers.", "include_footer": True}
    text = f"---\n{as_yaml(home)}---\n\n{prose.paragraph(100)}\n"
    (docs / "index.md").write_text(text, encoding="utf-8")
    return docs


def make_careers(prose: Prose, guides: int, chapters: int) -> list[Career]:
    """Return careers with unique names and *guides* guides in total."""
    careers: dict[str, Career] = {}
    nouns = prose.forms["n"]
    while guides > 0:
        name = f"{prose.random.choice(nouns)} {prose.random.choice(nouns)}"
        slug = name.replace(" ", "-")
        if slug not in careers:
            names = CHAPTERS[: min(chapters, guides)]
            titles = {
                chapter: f"{chapter.replace('-', ' ').capitalize()} of the {prose['a']} {name}"
                for chapter in names
            }
            titles["index"] = name.capitalize()
            terms = [prose.random.choice(nouns) + prose.random.choice(nouns) for _ in range(12)]
            careers[slug] = Career(name, slug, titles, terms)
            guides -= len(names)
    return list(careers.values())


def front_matter(prose: Prose, career: Career, chapter: str, other: Career) -> dict[str, Any]:
    """Return front matter with keys of every kind; the chapters form a ring."""
    random = prose.random
    names = list(career.titles)
    after = names[(names.index(chapter) + 1) % len(names)]
    day = f"2026-{random.randint(1, 9):02d}-{random.randint(1, 28):02d}"
    keys: dict[str, Any] = {
        "title": career.titles[chapter],
        "description": prose.fill("How {a} {N} {v} the {n} and what their {N} {v}."),
        "figure": {
            "image": f"/images/{career.slug}.svg",
            "alt": prose.fill("A {a} {n} beside two {N}."),
            "caption": prose.fill("The {n} that *{vs}* [{N}](https://example.org/{n})."),
            "credit": "Acme",
        },
        "next": after,
        "last_reviewed": day,
        "sources": [
            {"title": prose.fill("{a} {N} of the {n}"), "url": f"https://example.org/{prose['n']}"},
            prose.fill("{n} and {n}, a {a} survey"),
        ],
    }
    if chapter == "index":
        cascade = {"sidebar": True, "include_footer": True, "sidebarlogo": "acme"}
        keys["cascade"] = {**cascade, "authors": "Acme writers", "review_in": "1 year"}
        nouns = prose.forms["n"]
        keys |= {"weight": random.randint(1, 99), "industry": random.choice(nouns[:INDUSTRIES])}
        keys["tags"] = sorted({random.choice(nouns[-TAGS:]) for _ in range(2)})
    if random.random() < 0.3:
        keys["subtitle"] = prose.fill("{vg} {N} and {vg} {N}")
    if random.random() < 0.2:
        keys["next"] = [{"to": after, "label": prose.fill("{v} the {n}")}, "https://example.org/"]
    if random.random() < 0.1:
        keys["aliases"] = [f"/old/{career.slug}/{chapter}"]
    if random.random() < 0.2 and other is not career:
        keys["related"] = [f"{other.slug}/index"]
    return keys


def as_yaml(keys: dict[str, Any], indent: str = "") -> str:
    """Return *keys* as a person would write them, with nested values as JSON."""
    lines = []
    for key, value in keys.items():
        if isinstance(value, dict):
            lines.append(f"{indent}{key}:\n{as_yaml(value, indent + '  ')}")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            rows = "".join(f"{indent}  - {json.dumps(item)}\n" for item in value)
            lines.append(f"{indent}{key}:\n{rows}")
        else:
            plain = isinstance(value, str) and ": " not in value
            lines.append(f"{indent}{key}: {value if plain else json.dumps(value)}\n")
    return "".join(lines)


def body(prose: Prose, career: Career, chapter: str, careers: list[Career], words: int) -> str:
    """Return about *words* words in sections, with lists, links, and an occasional table."""
    random = prose.random
    share = max(words // 11, 12)
    parts = [prose.paragraph(share)]
    for number in range(4):
        parts += [f"## {prose.fill('{vg} {a} {N}')}", prose.paragraph(share)]
        place = random.choice(careers)
        near, far = random.choice(list(career.titles)), random.choice(list(place.titles))
        parts.append(
            prose.paragraph(share // 3)
            + f"\nRead [{career.titles[near]}]({near}.md) first, or"
            + f" [the {prose['n']} there](../{place.slug}/{far}.md)."
        )
        if number % 2:
            parts.append("\n".join(f"- {prose.paragraph(5)}" for _ in range(4)))
        elif random.random() < 0.2:
            rows = "\n".join(prose.fill("| {n} | {a} {N} | {vg} |") for _ in range(4))
            parts.append(f"| Item | Kind | Use |\n| --- | --- | --- |\n{rows}")
        elif random.random() < 0.2:
            parts.append(f":::{{note}}\n{prose.paragraph(15)}\n:::")
    if chapter == "overview":
        parts.append(f"![A picture of the {career.name}](../images/{career.slug}.svg)")
    return "\n\n".join(parts) + "\n"
