"""Import a whole Hugo site."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from hugo_to_myst.map import front_matter as matter
from hugo_to_myst.map.site import Page, Site, cascade, index, relative
from hugo_to_myst.read.config import read_config
from hugo_to_myst.read.content_files import Found
from hugo_to_myst.read.expand_shortcodes import ADMONITIONS
from hugo_to_myst.read.shortcode_table import KINDS, Rule, load_table
from hugo_to_myst.read.shortcodes import Shortcode, arguments
from hugo_to_myst.write.output_folder import Output

from . import unported as leftovers
from . import verify_text as words
from .convert_page import Converter, Guide
from .findings import Finding, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hugo_to_myst.read.front_matter import Content

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
    progress: Progress | None = None,
) -> Report:
    """Import a Hugo site: write its pages as guides, with the files that they show.

    :param out: the folder of the guides, such as `docs/`.
    :param only: a pattern that the sources or the guides' names must match, such as `liaison/*`.
    :param force: whether files that are there already are replaced.
    :param fix_links: whether broken links are repaired by their suggestions.
    :param shortcodes: a table of shortcodes that adds to the built-in one.
    :param progress: called with the number of pages done, of all, and the page's name.
    :raises NotHugoError: if the folder holds no Hugo site.
    :raises TableError: if the table of shortcodes cannot be read.
    """
    table = load_table(shortcodes)
    config = read_config(site)
    report = Report()
    known = index(config, report.add)
    output = Output(out, report, dry_run=dry_run, force=force)
    made = _list_pages(known, out)
    converter = Converter(known, table, fix=fix_links)
    chosen = [page for page in known.pages if _matches(page, only)]
    for done, page in enumerate(chosen):
        if progress:
            progress(done, len(chosen), page.docname)
        _import_page(page, converter, output, shared=not only)
    for docname, text in made.items() if not only else ():
        output.write(f"{docname}.md", text.encode(), config.file, "list pages")
        what = known.by_docname[docname].url
        report.add(Finding(config.file, 0, "page-made", what, f"{docname}.md lists its guides"))
    for path, said in converter.assets.unread.items() if not only else ():
        name = relative(path, config.root)
        report.add(Finding(name, 0, "resource", name, said))
    if not only:
        leftovers.report(known, converter.assets, output)
    if progress:
        progress(len(chosen), len(chosen), "")
    return report


def _matches(page: Page, only: str | None) -> bool:
    names = (page.docname, page.file, page.found.logical)
    return only is None or any(fnmatchcase(n, p) for n in names for p in (only, f"{only}/*"))


def _import_page(page: Page, converter: Converter, output: Output, *, shared: bool) -> None:
    """Import one page; a fault of its own stops no other."""
    report = output.report
    before = len(report.findings)
    try:
        content = converter.site.read(page)
        guide = converter.guide(page, content, report.add, shared=shared)
        data = guide.text.encode()
    except (OSError, ValueError, RecursionError, ArithmeticError, LookupError, TypeError,
            AttributeError) as error:  # fmt: skip
        del report.findings[before:]
        place = output.aside(page.found.source, page.file)
        reason = f"{type(error).__name__}: {error}"
        report.add(Finding(page.file, 0, "unreadable", reason, f"copied to {place}"))
        return
    if said := _difference(page, content, guide, converter):
        report.add(Finding(page.file, 0, "words", said, "look at both"))
    for place, path in guide.files:
        output.copy(place, path, relative(path, converter.site.config.root), "files")
    output.write(f"{page.docname}.md", data, page.file, "guides")


def _difference(page: Page, content: Content, guide: Guide, converter: Converter) -> str:
    """Compare the words of page and guide."""

    def shows(name: str, args: str) -> Sequence[str] | None:
        rule = converter.table.get(name)
        if rule is None or rule.kind == "literal":
            return None
        positional, named = arguments(args)
        call = Shortcode(name, "", 0, positional, named)
        if rule.kind == "ref":
            return [rule.fill("path", call)]
        if rule.kind == "param":
            value = _param(rule.fill("key", call), content, converter.site)
            return None if value is None else [str(value)]
        shown = [rule.fill(value, call) for value in _seen(rule)]
        if rule.kind == "admonition":  # a box called by its own kind has that title anyway
            kind = ADMONITIONS.get(rule.fill("type", call).lower(), "note")
            shown = [] if shown[0].strip().lower() == kind else shown
        return shown if rule.kind in ("link", "text", "image") else [" ", *shown]

    is_html = page.found.source.suffix.lower() in (".html", ".htm")
    config = converter.site.config
    math = [pair for pairs in config.math for pair in pairs]
    seen = words.of_page(content.body, shows, is_html=is_html, emojis=config.emoji, math=math)
    return words.difference(seen, words.of_guide(guide.text, guide.heading))


def _seen(rule: Rule) -> Sequence[str]:
    """Name the values of a rule that a reader sees and that are arguments, not the inside."""
    return [v for v in KINDS[rule.kind] if "{inner}" not in rule.values.get(v, "")]


def _param(name: str, content: Content, site: Site) -> Any:
    own = content.values.get("params")
    for table in (content.values, own, site.config.params):
        value: Any = table
        for part in name.lower().split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if isinstance(value, str | int | float):
            return value
    return None


def _list_pages(site: Site, out: Path) -> dict[str, str]:
    """Write the list pages that Hugo makes by itself: the home page and each first section's."""
    language = site.config.languages[0]
    folders = {p.docname.partition("/")[0] for p in site.pages if "/" in p.docname}
    names = [("index", ""), *((f"{folder}/index", folder) for folder in sorted(folders))]
    made: dict[str, str] = {}
    for docname, folder in names:
        if docname in site.by_docname:
            continue
        source = site.config.root
        found = Found(source, folder, "section" if folder else "home", language)
        page = Page(found, site.config.file, f"/{folder}/".replace("//", "/"), docname)
        text = _list_page(site, folder)
        path = out / f"{docname}.md"
        try:
            if path.exists() and path.read_bytes() != text.encode():
                continue
        except OSError:
            continue
        made[docname] = text
        site.made[docname] = text
        site.by_docname[docname] = page
        site.by_url.setdefault(folder, page)
        site.by_lower.setdefault(folder.casefold(), page)
    for docname in made:
        page = site.by_docname[docname]
        made[docname] = _list_page(site, page.folder)
    return made


def _list_page(site: Site, folder: str) -> str:
    title = site.config.title if not folder else re.sub(r"[-_]+", " ", folder)
    values: dict[str, Any] = {"title": matter.clip(title[:1].upper() + title[1:]) or "Guides"}
    described = site.config.params.get("description")
    if not folder and isinstance(described, str) and described.strip():
        values["description"] = matter.clip(described, 2_000)
    if folder and (shared := cascade(site, folder)):
        values["cascade"] = shared
    option = f":career: {folder}\n" if folder else ""
    return f"{matter.write(values)}\n```{{guides}}\n{option}```\n"
