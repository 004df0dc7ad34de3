"""Pages of random words, as Pagefind reads them, and what Pagefind makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_cache.stamps import stamp
from sphinx_pagefind import update as module

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from sphinx_pagefind.update import Site

OPTIONS = ["--keep-index-url"]
WORDS = [
    *("the", "the", "the", "nurse", "nurses", "nursing", "résumé", "resume", "Resumé", "café"),
    *("cafe", "day-in-life", "CamelCase", "shift", "ward", "patient", "patience", "x1", "2027"),
    *("hello_world", "naïve"),
]


def page(random: Random) -> str:
    """Return a page of random words, fields and filters."""
    words = " ".join(random.choices(WORDS, k=random.randint(0, 40)))
    text = f"<html lang=en><title>x</title><main data-pagefind-body><h1>{random.choice(WORDS)}</h1>"
    for field in random.sample(["career", "description"], random.randint(1, 2)):
        text += f'<i data-pagefind-meta="{field}:{random.choice(WORDS)} café"></i>'
    for value in random.sample(["a", "b, c", "image"], random.randint(0, 2)):
        text += f'<i data-pagefind-filter="topic:{value}"></i>'
    return f"{text}<p>{words}</p></main>"


def update(site: Site, names: list[str], store: Path) -> None:
    """Bring an index in line with some of the pages that are there."""
    module.update(site, {name: stamp(site.path / name) for name in names}, store)


def paths(site: Path) -> list[str]:
    """Return the pages of a site, from its folder."""
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
