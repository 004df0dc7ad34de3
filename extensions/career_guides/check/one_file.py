"""``career-guides check --stdin``: the findings of one file while it is edited.

The text comes from the editor; all other pages come from the cache of the last run. What needs the
whole site (equal descriptions, similar tags, unused images) or another program (spelling) is left
to a full check, so that the answer is there while the author types.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from build_cache.digests import digest_of_bytes
from build_cache.stamps import stamp
from build_cache.tables import dump
from build_cache.tables import load as load_pickle
from build_cache.user_cache import user_cache
from career_guides.catalogue.assets import find_logos
from career_guides.catalogue.load import load_facts
from career_guides.catalogue.model import SiteInputs
from career_guides.catalogue.part import assemble_folder
from career_guides.cli.arguments import UsageError
from career_guides.content.page import read_page
from career_guides.content.trust import TEXT
from career_guides.facts.release import BUNDLED, Facts

from .kept_pages import PAGES, KeptPages, keep_pages
from .page_rules import Content, Finding, check_one, options_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.catalogue.assets import Sizes
    from career_guides.cli.settings import Settings


def cache_folder(source: Path) -> Path:
    """Return the folder that keeps what is known of the pages of *source* between two checks.

    It is in the user's own cache, not in the repository: a pull request must not be able to bring
    a pickle with it.
    """
    name = digest_of_bytes(str(source.resolve()).encode(), 8)
    return Path(user_cache(), "career-guides", name)


def cache_file(source: Path) -> Path | None:
    """Return the file that keeps the pages of *source*; ``None`` if it cannot be written."""
    folder = cache_folder(source)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / PAGES if os.access(folder, os.W_OK) else None


#: Name of the file with the sizes of images.
SIZES = "images.pickle"


def docname_of(name: Path, source: Path) -> str:
    """Return the name of the page in a file.

    :param name: path of the file, relative to the current folder or to the source folder
    :raises UsageError: if it is no Markdown file of the source folder
    """
    for path in (name, source / name):
        full = Path(os.path.abspath(path))  # noqa: PTH100 - a link's own place counts
        top = Path(os.path.abspath(source))  # noqa: PTH100
        if full.is_relative_to(top) and full.suffix == ".md":
            return full.relative_to(top).with_suffix("").as_posix()
    raise UsageError(f"{name} is no Markdown file in {source}")


def check_text(
    text: str, docname: str, source: Path, files: Mapping[str, Path], settings: Settings
) -> list[Finding]:
    """Return the findings of a page whose text is not saved yet.

    :param text: the whole source of the page
    :param files: docname -> file of all pages
    """
    folder = cache_folder(source)
    extra_keys = settings.texts("guides_extra_keys")
    edited = read_page(text.removeprefix("\ufeff"), docname, extra_keys)
    pages = KeptPages(keep_pages(folder, files, docname, extra_keys), edited)
    is_draft = pages.guides()
    srcdir = source.resolve()
    known = load_pickle(folder / SIZES)
    sizes: Sizes = dict(known) if isinstance(known, dict) else {}
    follows_links = settings.get("guides_trust", TEXT) != TEXT
    site = SiteInputs(
        srcdir,
        settings.get("root_doc", "index"),
        frozenset({*files, docname}),
        find_logos(srcdir, follows_links=follows_links, sizes=sizes),
        settings.get("guides_logo", ""),
        # A draft is checked like any other guide: its author is writing it.
        drafts=is_draft.get(docname, False),
        facts=facts_for(text, folder, srcdir, settings),
        sizes=sizes,
        follows_links=follows_links,
    )
    catalogue = assemble_folder(pages, is_draft, site, docname.rpartition("/")[0])
    documents = {name: file for name, file in files.items() if name not in catalogue.drafts}
    content = Content(
        srcdir, catalogue, {docname: text}, documents | {docname: source / f"{docname}.md"},
        sizes=sizes, **options_of(settings),
    )  # fmt: skip
    findings = check_one(docname, content)
    if sizes != known:
        with suppress(OSError):  # a folder that cannot be written costs time, not the answer
            dump(folder / SIZES, sizes)
    return findings


def facts_for(text: str, folder: Path, srcdir: Path, settings: Settings) -> Facts:
    """Return the facts that *text* may refer to; none if it refers to none."""
    if not any(sign in text for sign in ("occupation", "{fact}", "at-a-glance")):
        return Facts()
    name = settings.get("guides_facts", "facts")
    path = srcdir / name if (srcdir / name).is_dir() else BUNDLED
    key = [(file.name, *stamp(file)) for file in sorted(path.glob("*.*"))]
    match load_pickle(folder / "facts.pickle"):
        case (known, Facts() as facts) if known == key:
            return facts
    facts = load_facts(srcdir, name)[0]
    with suppress(OSError):
        len(facts.occupations)  # only what has been read is kept
        dump(folder / "facts.pickle", (key, facts))
    return facts
