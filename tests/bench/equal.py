"""Check that a large site is the same however it was built: ``python -m tests.bench.equal``.

It compares serial and parallel builds, and the incremental build after each of several edits with
a clean build. The tests do the same with sites of a dozen pages.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.sites import differing, snapshot

from .generate import generate
from .measure import Builder

if TYPE_CHECKING:
    from collections.abc import Iterator


def edits(docs: Path) -> Iterator[str]:
    """Make one edit after another; yield a description of each."""
    after = "next: overview"  # some lead to several pages
    careers = sorted(
        page.parent for page in docs.glob("*/index.md") if after in page.read_text("utf-8")
    )
    first, second = careers[3], careers[-3]

    def change(page: Path, old: str, new: str) -> None:
        text = page.read_text("utf-8")
        assert old in text, (page, old)
        page.write_text(text.replace(old, new, 1), "utf-8")

    yield "nothing"
    change(first / "overview.md", "\n## ", "\nWords that nobody has written before.\n\n## ")
    yield "words in a body"
    change(second / "index.md", "\n## ", f"\n{{guide}}`{first.name}/history`\n\n## Another ")
    yield "a link and a heading in a body"
    change(first / "history.md", "title: ", "title: New ")
    yield "a title"
    change(first / "index.md", "title: ", "title: Old ")
    yield "the title of a career"
    (second / "added.md").write_text("---\ntitle: Added\n---\n\nText.\n", "utf-8")
    yield "a page more"
    (first / "overview.md").unlink()
    change(first / "index.md", after, "next: history")
    yield "a page less"
    change(min((docs / "images").glob("*.svg")), "630", "640")
    yield "a picture"


def main() -> None:
    """Build, edit and compare; print the differences.

    :raises SystemExit: with status 1 if anything differs
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench.equal", description=__doc__)
    parser.add_argument("--guides", type=int, default=1600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        docs = generate(Path(name), options.guides)
        once, again = Path(name, "once"), Path(name, "again")
        for folder in (once, again):
            folder.mkdir()
            (folder / "docs").symlink_to(docs)
        kept = Builder(once, "project", jobs=2)
        differs = False
        for number, edit in enumerate(edits(docs)):
            # An edit may break links; their warnings do not matter here.
            kept.build(is_strict=False)
            built = snapshot(kept.out)
            clean = Builder(again, "project", jobs=1 + number % 2)
            clean.build(is_strict=False)
            expected = snapshot(clean.out)
            found = sorted(differing(built, expected))
            print(f"{edit}: {', '.join(found) or 'the same'}", flush=True)
            differs |= bool(found)
        raise SystemExit(differs)


if __name__ == "__main__":
    main()
