"""Make Pagefind's index of the pages that have been written, and keep it right.

Pagefind (https://pagefind.app, 1.5) reads the HTML files of the output folder. Its files go to
``_pagefind/``: those of :func:`~.pagefind_files.settle`, only where they differ, and none that is
no longer part of the index.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .addresses import language_tag
from .outputs import finishing, is_site
from .pagefind_files import SearchError, settle
from .report import say
from .search import is_searched, uses_pagefind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx

FOLDER = "_pagefind"
#: Holds the digest of all that the index was made from.
_DIGEST = "digest.txt"

#: What is on a page but is not its own text: navigation, cards of other pages, sources, signs.
_IGNORED = (
    "nav, form, .headerlink, .toctree-wrapper, .guide-grid, .guide-a-z, .guide-letters,"
    " .guide-term-list, .guide-mentions, .guide-provenance, .at-a-glance-source, .pay-figure,"
    " figcaption .legend"
)


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Bring the index in line with the pages. After those that have gone are removed."""
    if exception is not None or not is_site(app.builder):
        return
    builder: Any = app.builder
    site = Path(app.outdir)
    folder = site / FOLDER
    if finishing(app, exception) is None and (folder / _DIGEST).is_file():
        return  # no page has changed
    names = sorted(filter(lambda name: is_searched(app.env, name), app.env.all_docs))
    if not uses_pagefind(app) or not names:
        if (folder / _DIGEST).is_file():
            shutil.rmtree(folder)
        return
    language = language_tag(app.config).lower() or "en"
    # In "dirhtml" the address of a page is its folder's.
    options = ["--exclude-selectors", _IGNORED, "--force-language", language]
    options += ["--keep-index-url"] if builder.name == "html" else []
    pages = [Path(builder.get_output_path(name)) for name in names]
    digest = _digest(site, pages, options)
    if (folder / _DIGEST).is_file() and (folder / _DIGEST).read_text("utf-8") == digest:
        return
    try:
        files = settle(make(site, options))
    except SearchError as error:
        message = (
            f"the site cannot be searched, Pagefind does not run: {error}; install 'pagefind[bin]',"
            " or set guides_search = 'sphinx'"
        )
        say(app.config, message, None, "search")
        shutil.rmtree(folder, ignore_errors=True)
        return
    write(folder, {**files, _DIGEST: digest.encode()})


def _digest(site: Path, pages: Iterable[Path], options: list[str]) -> str:
    """Return a digest of the pages, of how they are indexed and by what."""
    found = hashlib.blake2b("\0".join(options).encode(), digest_size=16)
    for package in ("pagefind", "pagefind-bin", "career-guides"):
        try:
            found.update(version(package).encode() + b"\0")
        except PackageNotFoundError:  # such as a binary that the system has
            found.update(b"\0")
    for page in pages:
        found.update(page.relative_to(site).as_posix().encode() + b"\0" + page.read_bytes())
    return found.hexdigest()


def make(site: Path, options: list[str]) -> dict[str, bytes]:
    """Run Pagefind over a folder; return its files, path -> content.

    :raises SearchError: if it does not run, or fails
    """
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / FOLDER
        command = [sys.executable, "-m", "pagefind", "--quiet", *options]
        # In an empty folder and without its variables: Pagefind takes settings from both.
        done = subprocess.run(  # noqa: S603 - no word of the command is an author's
            [*command, "--site", str(site.resolve()), "--output-path", str(out)],
            cwd=name,
            env={key: value for key, value in os.environ.items() if key[:9] != "PAGEFIND_"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode or not (out / "pagefind-entry.json").is_file():
            lines = (done.stderr or done.stdout).strip().splitlines() or ["it says nothing"]
            raise SearchError(lines[-1].strip().removeprefix(f"{sys.executable}: "))
        files = [file for file in out.rglob("*") if file.is_file()]
        return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make *folder* hold *files* and nothing else, and leave alone those that it holds."""
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_file() and file.relative_to(folder).as_posix() not in files:
            file.unlink()
    for path, data in files.items():
        file = folder / path
        if not file.is_file() or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
