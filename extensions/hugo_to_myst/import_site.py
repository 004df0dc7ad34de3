"""Import a whole Hugo site."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from hugo_to_myst.map.built_pages import add_built_pages, part_redirects
from hugo_to_myst.map.site import index_site
from hugo_to_myst.read.config import read_config
from hugo_to_myst.read.shortcode_table import load_table
from hugo_to_myst.verify_text.compare import text_difference
from hugo_to_myst.write.list_pages import add_list_pages
from hugo_to_myst.write.output_folder import OutputFolder
from hugo_to_myst.write.redirects import write_redirects

from .convert_page import PageConverter
from .findings import Finding, Report, source_name
from .unported import report_unported

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hugo_to_myst.map.site import Page

    Progress = Callable[[int, int, str], None]


def import_site(
    site: Path,
    out: Path,
    *,
    dry_run: bool = False,
    only: str | None = None,
    force: bool = False,
    fix_links: bool = False,
    shortcodes: Path | None = None,
    built: Path | None = None,
    selector: str = "",
    progress: Progress | None = None,
) -> Report:
    """Import a Hugo site: write its pages as guides, with the files that they show.

    :param site: the folder of the site; it is only read.
    :param out: the folder of the guides, such as `docs/`.
    :param dry_run: whether nothing is written.
    :param only: a pattern that sources or names of guides must match, such as `liaison/*`.
    :param force: whether files that are there already are replaced.
    :param fix_links: whether broken links are repaired by their suggestions.
    :param shortcodes: a table of shortcodes whose rules are added to the built-in ones.
    :param built: the site as Hugo built it, which has the pages that content adapters make.
    :param selector: the CSS selector of the content on the pages of *built*.
    :param progress: called with the number of pages done, that of all pages, and a page's name.
    :raises NotHugoError: if the folder does not hold a Hugo site.
    :raises TableError: if the table of shortcodes cannot be read.
    """
    table = load_table(shortcodes)
    config = read_config(site)
    report = Report()
    index = index_site(config, report.add)
    adapted = add_built_pages(index, built, selector) if built else {}
    output = OutputFolder(out, report, dry_run=dry_run, force=force)
    add_list_pages(index, out)
    converter = PageConverter(index, table, fix=fix_links)
    pages = [page for page in index.pages if _matches(page, only)]
    for done, page in enumerate(pages):
        if progress:
            progress(done, len(pages), page.docname)
        _import_page(page, converter, output, shared=not only)
    if not only:
        for docname, text in index.list_pages.items():
            output.write(f"{docname}.md", text.encode(), config.file, "list pages")
            url = index.by_docname[docname].url
            report.add(Finding(config.file, 0, "page-made", url, f"{docname}.md lists its guides"))
        for path, why in converter.assets.unread.items():
            name = source_name(path, config.root)
            report.add(Finding(name, 0, "resource", name, why))
        report_unported(index, converter.assets, output, adapted)
        redirects = converter.taxonomies.redirects()
        redirects += part_redirects(index, built, redirects) if built else []
        write_redirects(converter.taxonomies, output, redirects)
    if progress:
        progress(len(pages), len(pages), "")
    return report


def _matches(page: Page, only: str | None) -> bool:
    names = (page.docname, page.file, page.source.logical)
    return only is None or any(fnmatchcase(n, p) for n in names for p in (only, f"{only}/*"))


def _import_page(
    page: Page, converter: PageConverter, output: OutputFolder, *, shared: bool
) -> None:
    """Import one page; its errors do not stop other pages."""
    report = output.report
    before = len(report.findings)
    try:
        content = converter.site.read(page)
        guide = converter.convert(page, content, report.add, shared=shared)
        data = guide.text.encode()
    except (OSError, ValueError, RecursionError, ArithmeticError, LookupError, TypeError,
            AttributeError) as error:  # fmt: skip
        del report.findings[before:]
        place = output.aside(page.source.path, page.file)
        reason = f"{type(error).__name__}: {error}"
        report.add(Finding(page.file, 0, "unreadable", reason, f"copied to {place}"))
        return
    is_html = page.source.is_html
    if difference := text_difference(
        content, guide.text, guide.heading, converter.table, converter.site.config, is_html=is_html
    ):
        report.add(Finding(page.file, 0, "words", difference, "compare them"))
    for place, path in guide.files:
        output.copy(place, path, source_name(path, converter.site.config.root), "files")
    output.write(f"{page.docname}.md", data, page.file, "guides")
    report.sources[page.docname] = page.file
    if not guide.is_draft:
        converter.taxonomies.add(page, content.values)
