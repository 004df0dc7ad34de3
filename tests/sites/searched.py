"""A site with something of everything that its search index has."""

from __future__ import annotations

import gzip
import json
from typing import Any

from .builder import LOGO, Site, guide
from .facts import FACTS


def write_searched_pages(site: Site) -> None:
    """Add two careers, a plain page and one that is not searched."""
    site.write(
        {
            **FACTS,
            "nurse/index.md": guide(
                "'Nurses & <b>carers</b> [x, y]: a'", "Landing.", occupation='"29-1141"',
                industry="Health",
                cascade='{industry: Health, occupation: "29-1141"}', next="day",
            ),
            "nurse/day.md": guide(
                "A day", "A patient rings. {guide}`/singer/index`.\n\n![](/images/one.svg)",
                description="'Early \"shifts\", mostly.'", tags="[Nights, health care]",
                figure="{image: /images/one.svg, alt: A ward, caption: The ward}",
                sources="[A drowsy almanac]",
            ),
            "singer/index.md": guide("Singer", "Sings.", occupation='"27-2042"'),
            "plain.md": "# Plain *page*\n\nNo guide, yet here.\n",
            "hidden.md": guide("Hidden", "Not to be found.", **{"no-search": "true"}),
            "images/one.svg": LOGO,
        }
    )  # fmt: skip


def index(site: Site, out: str = "out") -> dict[str, dict[str, Any]]:
    """Return what the index holds of each page, by its address."""
    found = {}
    for file in (site.path / out / "_pagefind/fragment").iterdir():
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"]] = page
    return found


def terms(site: Site) -> dict[str, Any]:
    """Return what the script in the browser knows of words."""
    found: dict[str, Any] = json.loads((site.out / "_pagefind/terms.json").read_text("utf-8"))
    return found
