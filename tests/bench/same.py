"""Check that the code writes what another commit wrote: ``python -m tests.bench.same COMMIT``.

The sources are that commit's ``docs/`` and a generated site with photographs. Both versions build
them with every builder, with one process and with two, and after each of several edits; the files
must be identical. The contents of a book are compared instead of its archive. ``.buildinfo``, a
hash of the settings, and pictures converted to PDF are left out.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from tests.sites import ROOT, differing, snapshot

from .equal import edits
from .generate import generate
from .measure import COMMON, PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

BUILDERS = ("html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "gettext")
#: The key in file names of derived pictures, which changes with the drawing code.
_KEY = re.compile(rb"(variants|social)/[0-9a-f]{12,}")
_TEXTS = {".html", ".md", ".txt", ".json", ".xml", ".js"}


def main() -> None:
    """Build with both, compare, and print the differences.

    :raises SystemExit: with status 1 if anything differs
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench.same", description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("--builders", nargs="*", default=BUILDERS, help="only these builders")
    parser.add_argument("--no-edits", action="store_true", help="only clean builds")
    parser.add_argument(
        "--any-keys", action="store_true", help="ignore the names of derived pictures"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        before = top / "before"
        subprocess.run(["git", "worktree", "add", "--detach", before, options.commit], cwd=ROOT,
                       check=True, capture_output=True)  # fmt: skip
        try:
            different = compare(top, before, options)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", before], cwd=ROOT, check=True)
    raise SystemExit(different)


def compare(top: Path, before: Path, options: argparse.Namespace) -> bool:
    """Print a line for each build; return whether any differs."""
    different = False
    for label, source, arguments in builds(top, before, options):
        found = []
        for name, code in (("old", before), ("new", ROOT)):
            if source.parent.name == "project":  # each version has its own settings there
                shutil.copy(code / "conf.py", source.parent)
            run(code, source, top / "out" / name, [*arguments, "-c", str(source.parent)])
            found.append(files(top / "out" / name, any_keys=options.any_keys))
        paths = sorted(differing(*found))
        print(f"{label}: {', '.join(paths[:9]) or 'the same'} ({len(found[0])} files)", flush=True)
        different |= bool(paths)
    return different


def builds(
    top: Path, before: Path, options: argparse.Namespace
) -> Iterator[tuple[str, Path, list[str]]]:
    """Yield label, source folder and arguments of each build; make the edits in between."""
    docs = shutil.copytree(before / "docs", top / "project" / "docs")
    for builder in options.builders:
        shutil.rmtree(top / "out", ignore_errors=True)
        yield f"docs, {builder}", docs, ["-b", builder]
    shutil.rmtree(top / "out", ignore_errors=True)
    yield "docs, html, two processes", docs, ["-b", "html", "-j", "2"]
    site = generate(top / "site", 40)
    photo = Image.linear_gradient("L").resize((900, 600)).convert("RGB")
    photo.save(site / "images" / "photo.jpg")
    with (site / "index.md").open("a") as page:
        page.write("\n![A gradient](/images/photo.jpg)\n")
    (top / "site" / "conf.py").write_text(COMMON + PROJECT)
    for builder in options.builders:
        shutil.rmtree(top / "out", ignore_errors=True)
        yield f"generated, {builder}", site, ["-b", builder, "-j", "2"]
    if options.no_edits:
        return
    for jobs in ("1", "2"):
        shutil.rmtree(top / "out", ignore_errors=True)
        yield f"generated, before edits, {jobs} processes", site, ["-b", "html", "-j", jobs]
        for edit in edits(site):
            yield f"generated, after {edit}", site, ["-b", "html", "-j", jobs]
        site = generate(top / "site", 40)


def run(code: Path, source: Path, out: Path, arguments: list[str]) -> None:
    """Build *source* with the packages in the checkout *code*."""
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", *arguments, "-d", f"{out}.doctrees", source, out],
        cwd=source.parent,
        env={
            **os.environ,
            "PYTHONPATH": str(code / "extensions"),
            "SOURCE_DATE_EPOCH": "1700000000",  # books and message catalogues contain a date
        },
        check=True,
        stderr=subprocess.DEVNULL,
    )


def files(folder: Path, *, any_keys: bool) -> dict[str, str]:
    """Return path -> digest; *any_keys* ignores the names of derived pictures."""
    if any_keys:
        for file in folder.rglob("*"):
            if file.suffix in _TEXTS:
                file.write_bytes(_KEY.sub(rb"\1/KEY", file.read_bytes()))
    for file in folder.rglob("*.pot"):
        # Neither the location of a template nor its place among others is part of a message.
        text = re.sub(r"^#: .*\n", "", file.read_text("utf-8"), flags=re.M)
        file.write_text("\n\n".join(sorted(text.strip().split("\n\n"))), "utf-8")
    found = snapshot(folder)
    # A hash of the settings; and files that contain the time of the build.
    for path in [p for p in found if p == ".buildinfo" or p.endswith((".pdf", ".epub"))]:
        del found[path]
    if any_keys:
        derived = {
            path for path in found if path.startswith(("_images/variants/", "_images/social/"))
        }
        for path in derived:
            del found[path]
    return found


if __name__ == "__main__":
    main()
