"""The command ``career-guides new``: write a new guide, and link it into its career."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from build_cache.files import write_all
from career_guides.cli.arguments import UsageError, today
from career_guides.cli.exit_status import INTERRUPTED, OK, PROBLEMS, USAGE
from career_guides.cli.settings import read_settings
from career_guides.content.page import read_page
from career_guides.diagnostics.place import shown

from .place import Place, chain_link, find_place, lead_to
from .questions import (
    RefusedError,
    Site,
    ask,
    career_title,
    choose_chapter,
    find_after,
    near_miss,
    read_name,
    refuse_to_overwrite,
)
from .templates import Asked

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "guide", nargs="?", default="", help="its career and name: nurse/overview; asked if absent"
    )
    parser.add_argument(
        "--docs", type=Path, default=Path("docs"), metavar="FOLDER", help="default: docs"
    )
    parser.add_argument(
        "-c", "--conf", type=Path, metavar="FOLDER",
        help="folder of conf.py; default: the folder of the guides, or the one around it",
    )  # fmt: skip
    parser.add_argument("--title", default="", help="without it, the template's")
    parser.add_argument("--description", default="", help="without it, the template's")
    parser.add_argument(
        "--after", default="", metavar="GUIDE", help="guide of the career that is to lead to it"
    )
    parser.add_argument(
        "--new-career", action="store_true", help="start a career whose name is like another's"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the guide and the links to it; print what to do next."""
    try:
        return _run(arguments)
    except (KeyboardInterrupt, EOFError):
        print("\ncareer-guides new: stopped; nothing has been written", file=sys.stderr)
        return INTERRUPTED
    except (RefusedError, OSError, TemplateError) as error:
        print(f"career-guides new: {error}", file=sys.stderr)
        return PROBLEMS
    except UsageError as error:
        print(f"career-guides new: {error}", file=sys.stderr)
        return USAGE


def _run(arguments: argparse.Namespace) -> int:
    source: Path = arguments.docs
    if not source.is_dir():
        raise UsageError(f"no folder {source}")
    site = Site(source, read_settings(source, arguments.conf))
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    written = arguments.guide or (asks and input("Guide (career/name, such as nurse/overview): "))
    if not written:
        raise UsageError("name a guide: career-guides new nurse/overview")
    docname = read_name(str(written), source)
    folder = docname.rpartition("/")[0]
    if folder not in site.catalogue.careers and not arguments.new_career:
        docname = near_miss(docname, site.catalogue, asks=asks)
    docname = choose_chapter(docname, site, asks=asks)
    refuse_to_overwrite(docname, site)
    after = find_after(arguments.after, docname, site.catalogue)
    asked = Asked(arguments.title, arguments.description)
    if asks:
        asked = ask(docname, site, asked)
    return write(docname, site, asked, after)


def write(docname: str, site: Site, asked: Asked, after: str) -> int:
    """Write the guide, its career if that is new, and ``next`` in the guides before it."""
    folder, _, chapter = docname.rpartition("/")
    catalogue, title = site.catalogue, career_title(folder, site)
    index = f"{folder}/index"
    others = catalogue.careers[folder].guides if folder in catalogue.careers else ()
    starts: dict[str, tuple[str, Place, Asked]] = {}
    if chapter == "index":
        where = Place(next(iter(others), ""))
        title = asked.title or title
    else:
        where = find_place(
            docname, catalogue.careers.get(folder), catalogue.entries, site.files, after
        )
        if folder not in catalogue.careers and index not in site.files:
            starts[index] = title, Place(docname), Asked()
    starts[docname] = title, where, asked
    # Render all before writing any: a site's own template may have errors.
    texts = {
        name: site.templates.start(name, career, spot, today(), given)[0]
        for name, (career, spot, given) in starts.items()
    }
    started = {site.source / f"{name}.md": text for name, text in texts.items()}
    done = [f"{shown(file)}: new" for file in started]
    linked: dict[Path, str] = {}
    for name in where.before:
        text, what = _link(name, chapter, site)
        done.append(what)
        if text:
            linked[site.files[name]] = text
    # The new guide first: a link to it must never lead nowhere.
    files = {file: text.encode() for file, text in {**started, **linked}.items()}
    write_all(files, new=started)
    print("\n".join(done))
    print(_next_steps(docname, site))
    return OK


def _link(docname: str, chapter: str, site: Site) -> tuple[str, str]:
    """Have ``next`` of a guide lead to the new one.

    :returns: the new text of the guide, '' if it cannot be edited; and what is done
    """
    file, entry = site.files[docname], site.catalogue.entries[docname]
    by_hand = f"{shown(file)}: add 'next: {chapter}' by hand"
    own = "next" in site.catalogue.pages[docname].values
    link = chain_link(entry, site.files) if own else None
    text = file.read_bytes().decode("utf-8-sig")
    if site.catalogue.pages[docname].problems or file.is_symlink() or "\r" in text:
        return "", by_hand  # a file that was not read correctly cannot be edited
    new = lead_to(text, chapter, link[0] if link else None)
    page = read_page(new, docname)
    if page.problems or chapter not in str(page.values.get("next")):
        return "", by_hand
    return new, f"{shown(file)}: 'next' leads to '{chapter}' now"


def _next_steps(docname: str, site: Site) -> str:
    file = site.source / f"{docname}.md"
    picture = site.source / "images" / f"{docname}.svg"
    has_makefile = Path("Makefile").is_file()
    look = "make live" if has_makefile else f"sphinx-build {shown(site.source)} build/html"
    check = "make check" if has_makefile else f"career-guides check {shown(site.source)}"
    return f"""
What to do next:
  1. Write: put your text below each heading of {shown(file)}
  2. Look at it: {look}
  3. Check it: {check}
  4. Add a picture: {shown(picture)}, then the lines of 'figure' in the guide"""
