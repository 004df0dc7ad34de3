"""Import a whole Hugo site."""

from __future__ import annotations

from contextlib import closing
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from hugo_to_myst.map.assets import Assets
from hugo_to_myst.map.built_pages import add_built_pages, part_redirects
from hugo_to_myst.map.site import index_site
from hugo_to_myst.map.static_redirects import static_redirects
from hugo_to_myst.map.taxonomies import Taxonomies
from hugo_to_myst.read.config import read_config
from hugo_to_myst.read.shortcode_table import load_table
from hugo_to_myst.write.list_pages import add_list_pages
from hugo_to_myst.write.output_folder import OutputFolder
from hugo_to_myst.write.redirects import write_redirects

from .convert_pages import Job, convert_pages
from .findings import Finding, Report, source_name
from .unported import report_unported

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hugo_to_myst.map.site import Page
    from hugo_to_myst.read.config import Config

    from .convert_pages import Result

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
    processes: int = 1,
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
    :param processes: how many processes convert the pages; more than 1 needs a program that can be
        imported, as for :mod:`multiprocessing`.
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
    assets, taxonomies = Assets(index), Taxonomies(index)
    job = Job(index, table, assets, fix=fix_links, shared=not only)
    pages = [page for page in index.pages if _matches(page, only)]
    used: set[Path] = set()
    with closing(convert_pages(job, pages, processes, report.add)) as results:
        for done, (page, result) in enumerate(results):
            if progress:
                progress(done, len(pages), page.docname)
            _write_guide(page, result, config, output)
            if result.guide:
                used |= result.guide.used
                if not result.guide.is_draft:
                    taxonomies.add(page, result.values)
    if not only:
        for docname, text in index.list_pages.items():
            output.write(f"{docname}.md", text.encode(), config.file, "list pages")
            url = index.by_docname[docname].url
            report.add(Finding(config.file, 0, "page-made", url, f"{docname}.md lists its guides"))
        for path, why in assets.unread.items():
            name = source_name(path, config.root)
            report.add(Finding(name, 0, "resource", name, why))
        redirects = taxonomies.redirects()
        for path, redirect in static_redirects(index, assets, redirects).items():
            used.add(path)
            redirects.append(redirect)
            report.add(Finding(source_name(path, config.root), 0, "alias", *redirect))
        report_unported(index, assets, used, output, adapted)
        redirects += part_redirects(index, built, redirects) if built else []
        write_redirects(taxonomies, output, redirects)
    if progress:
        progress(len(pages), len(pages), "")
    return report


def _matches(page: Page, only: str | None) -> bool:
    names = (page.docname, page.file, page.source.logical)
    return only is None or any(fnmatchcase(n, p) for n in names for p in (only, f"{only}/*"))


def _write_guide(page: Page, result: Result, config: Config, output: OutputFolder) -> None:
    """Write the guide of a page and the files that it shows; else put its source aside."""
    guide, report = result.guide, output.report
    if guide is None:
        place = output.aside(page.source.path, page.file)
        report.add(Finding(page.file, 0, "unreadable", result.error, f"copied to {place}"))
        return
    for finding in result.findings:
        report.add(finding)
    for place, path in guide.files:
        if place not in output.copied:
            output.copy(place, path, source_name(path, config.root), "files")
    output.write(f"{page.docname}.md", guide.text.encode(), page.file, "guides")
    report.sources[page.docname] = page.file
