"""Generate sites of career guides that cost as much to build as real ones, from a seed.

Pages have as many words, headings, links, list items, tables, pictures and code blocks as real ones
(:mod:`.measured`), and each career has a dozen terms of its own. Plain Sphinx with MyST can read
the bodies; only the front matter is specific to the project.
"""

from __future__ import annotations

import json
import shutil
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from PIL import Image

from .pages import body, numbers
from .prose import NOUNS, Prose

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


def generate(
    folder: Path, guides: int, chapters: int = 4, seed: int = 1, *, photographs: bool = False
) -> Path:
    """Write ``docs/`` to *folder*, replacing an existing one, and return its path.

    :param guides: number of guides, including landing pages of careers but not the home page
    :param chapters: guides of a career, including its ``index.md``; the last may have fewer
    :param seed: the same seed gives the same files
    :param photographs: whether pictures are photographs instead of drawings
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
    number = 0
    for place, career in enumerate(careers):
        (docs / career.slug).mkdir()
        prose.terms = career.terms
        for chapter in career.titles:
            counts = numbers(number, random)
            pictures = [
                draw_picture(docs, f"{career.slug}-{chapter}-{which}", random, photographs)
                for which in range(counts["pictures"])
            ]
            keys = front_matter(prose, career, chapter, careers[place - 1], pictures[:1])
            shown = [f"../{address}" for address in pictures[1:]]
            text = body(prose, counts, partial(link, prose, career, careers), shown)
            (docs / career.slug / f"{chapter}.md").write_text(
                f"---\n{as_yaml(keys)}---\n\n{text}", encoding="utf-8"
            )
            number += 1
    home = {"title": "Guides", "description": "All careers.", "include_footer": True}
    text = f"---\n{as_yaml(home)}---\n\n{prose.paragraph(100)}\n"
    (docs / "index.md").write_text(text, encoding="utf-8")
    return docs


def draw_picture(docs: Path, name: str, random: Random, is_photograph: bool) -> str:
    """Draw a picture with this *name*; return its address relative to *docs*."""
    address = f"images/{name}.{'jpg' if is_photograph else 'svg'}"
    if is_photograph:
        photograph(random).save(docs / address, quality=88)
    else:
        fill = f"#{random.randrange(0x1000000):06x}"
        (docs / address).write_text(SVG.format(width=1200, height=630, fill=fill))
    return address


def photograph(random: Random) -> Image.Image:
    """Return a picture that gives encoders as much work as a photograph: with shapes and grain."""
    size = (1200, 800)
    shapes = Image.frombytes("RGB", (9, 6), random.randbytes(9 * 6 * 3))
    details = Image.frombytes("RGB", (150, 100), random.randbytes(150 * 100 * 3))
    grain = Image.frombytes("L", size, random.randbytes(size[0] * size[1])).convert("RGB")
    smooth = Image.blend(shapes.resize(size), details.resize(size), 0.3)
    return Image.blend(smooth, grain, 0.04)


def make_careers(prose: Prose, guides: int, chapters: int) -> list[Career]:
    """Return careers with unique names and *guides* guides in total."""
    careers: dict[str, Career] = {}
    nouns = NOUNS.split()
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


def front_matter(
    prose: Prose, career: Career, chapter: str, other: Career, figures: list[str]
) -> dict[str, Any]:
    """Return front matter with keys of every kind; the chapters form a ring.

    :param figures: the address of a picture to begin with, or none
    """
    random = prose.random
    names = list(career.titles)
    after = names[(names.index(chapter) + 1) % len(names)]
    day = f"2026-{random.randint(1, 9):02d}-{random.randint(1, 28):02d}"
    keys: dict[str, Any] = {
        "title": career.titles[chapter],
        "description": prose.fill("How {a} {N} {v} the {n} and what their {N} {v}."),
        "next": after,
        "last_reviewed": day,
        "sources": [
            {"title": prose.fill("{a} {N} of the {n}"), "url": f"https://example.org/{prose['n']}"},
            prose.fill("{n} and {n}, a {a} survey"),
        ],
    }
    for address in figures:
        keys["figure"] = {
            "image": f"/{address}",
            "alt": prose.fill("A {a} {n} beside two {N}."),
            "caption": prose.fill("The {n} that *{vs}* [{N}](https://example.org/{n})."),
            "credit": "Acme",
        }
    if chapter == "index":
        cascade = {"sidebar": True, "include_footer": True, "sidebarlogo": "acme"}
        keys["cascade"] = {**cascade, "authors": "Acme writers", "review_in": "1 year"}
        nouns = NOUNS.split()
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


def link(prose: Prose, career: Career, careers: list[Career]) -> str:
    """Return a link to a guide of the *career*, to one of another, or to another site."""
    random = prose.random
    kind = random.randrange(3)
    if kind == 0:
        return f"[{prose.fill('{a} {N}')}](https://example.org/{prose['n']})"
    if kind == 1:
        near = random.choice(list(career.titles))
        return f"[{career.titles[near]}]({near}.md)"
    place = random.choice(careers)
    return f"[the {prose['n']} there](../{place.slug}/{random.choice(list(place.titles))}.md)"
