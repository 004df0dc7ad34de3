"""Make Pagefind's index of the pages that have been written, and keep it right.

Pagefind (https://pagefind.app, 1.5) reads the HTML files of the output folder. Its files go to
``_pagefind/``: only those that the script of ours loads, only where they differ, and none that
is no longer part of the index.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cbor2

from .addresses import language_tag
from .outputs import finishing, is_site
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
_MARK = b"pagefind_dcd"  # Pagefind's sign that a file has been decompressed


class SearchError(Exception):
    """The index cannot be made; says why."""


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


def settle(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that are served, the same for the same pages.

    Pagefind 1.5 writes filters and their values in the order of a hash table, another in every
    run, and names files by their contents. Here they are in the order of their names. The filter
    of pictures goes: a result brings the address of its own. Names of fragments, which no
    compression makes smaller and every first query loads, become shorter.

    :raises SearchError: if the files are of another form than 1.5's
    """
    wanted = {path: files[path] for path in files if path.startswith("index/")}
    try:
        wanted["pagefind.js"] = files["pagefind.js"]
        entry = json.loads(files["pagefind-entry.json"])
        for language in entry["languages"].values():
            wasm = f"wasm.{language['wasm'] or 'unknown'}.pagefind"
            wanted[wasm] = files[wasm]
            prefix = language["hash"].rpartition("_")[0]
            meta = _decode(files[f"pagefind.{language['hash']}.pf_meta"])
            number, pages, chunks, filters, *rest = meta
            short = _short_names([name for name, _words in pages])
            for name in short:
                wanted[f"fragment/{short[name]}.pf_fragment"] = files[
                    f"fragment/{name}.pf_fragment"
                ]
            settled = []
            for name, old in sorted(filters):
                label, values = _decode(files[f"filter/{old}.pf_filter"])
                if name != "image":
                    new = _add(wanted, "filter/{}.pf_filter", prefix, [label, sorted(values)])
                    settled.append([name, new])
            meta = [number, [[short[name], words] for name, words in pages], chunks, settled, *rest]
            language["hash"] = _add(wanted, "pagefind.{}.pf_meta", prefix, meta)
    except (LookupError, ValueError, TypeError, OSError, EOFError, cbor2.CBORDecodeError) as error:
        raise SearchError(f"its index is of an unknown form ({error})") from error
    wanted["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False).encode()
    return wanted


def _short_names(names: list[str]) -> dict[str, str]:
    """Return name -> its beginning, where no other name begins so.

    Four hexadecimal digits after the language: of a page that changes, one reader in 65,000 who
    has its fragment in a cache is shown the old one; 10,000 pages load 16 kB less.
    """
    length = names[0].rindex("_") + 5
    number = Counter(name[:length] for name in set(names))
    return {name: name if number[name[:length]] > 1 else name[:length] for name in names}


def _decode(data: bytes) -> Any:
    return cbor2.loads(gzip.decompress(data).removeprefix(_MARK))


def _add(files: dict[str, bytes], path: str, prefix: str, value: Any) -> str:
    """Add a file of Pagefind's form; return its name, made from its content."""
    data = _MARK + cbor2.dumps(value)
    name = f"{prefix}_{hashlib.blake2b(data, digest_size=5).hexdigest()}"
    files[path.format(name)] = gzip.compress(data, mtime=0)
    return name


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
