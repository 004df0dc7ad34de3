"""Old addresses that are not those of a guide: the file `redirects.txt`, and the page of tags."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from hugo_to_myst.findings import Finding
from hugo_to_myst.map.taxonomies import TAGS

from .front_matter import write_front_matter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hugo_to_myst.map.taxonomies import Taxonomies

    from .output_folder import OutputFolder

FILE = "redirects.txt"
_HEAD = "# Addresses of the old site, each with the page that answers now.\n"


def write_redirects(
    taxonomies: Taxonomies, output: OutputFolder, redirects: Sequence[tuple[str, str]]
) -> None:
    """Write the redirects of a site; its page of tags too, if a redirect leads there."""
    config = taxonomies.site.config
    redirects = list(redirects)
    if any(page == TAGS for _, page in redirects) and TAGS not in taxonomies.site.by_docname:
        text = write_front_matter({"title": "Tags"}) + "\n```{tags}\n```\n"
        output.write(f"{TAGS}.md", text.encode(), config.file, "list pages")
        output.report.add(Finding(config.file, 0, "page-made", f"/{TAGS}/", f"{TAGS}.md"))
        redirects = [(old, new) for old, new in redirects if old != f"/{TAGS}/"]
    lines = [f"{quote(old)} {quote('/' + page)}\n" for old, page in redirects]
    if config.values.get("uglyurls") is not True:
        lines.append("/*/ /*\n")  # each page with a slash, for the builder html
    output.write(FILE, (_HEAD + "".join(lines)).encode(), config.file, "redirects")
    output.report.redirects += redirects
