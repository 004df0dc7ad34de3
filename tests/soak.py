"""Edit a site at random and build it, for as long as wanted: ``python -m tests.soak STEPS SEED``.

Each step makes one to three edits. Every third build is interrupted at a random event of Sphinx, by
Ctrl+C, an error or a kill, and half of the time its edits are undone then, with the times of the
files. After each step an ordinary build must write, byte for byte, what a clean one does. No build,
interrupted or not, may change a source.
"""

from __future__ import annotations

import argparse
import copy
import shutil
import sys
import tempfile
from pathlib import Path

from tests.sites import LOGO, Site, guide, snapshot
from tests.sites.author import AUTHOR_CONF, Author
from tests.sites.interrupted import CONF, KINDS, interrupted_build, number_of_events


def clean(site: Site, folder: Path) -> dict[str, str]:
    """Build the sources of *site* from scratch; return the output."""
    fresh = Site(folder, site.conf, site.more)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site.docs, fresh.docs, symlinks=True)
    fresh.build()
    return snapshot(fresh.out)


def interrupt(author: Author, events: int) -> str:
    """Edit, build, and be interrupted; undo the edits or not; return what was done."""
    site, random = author.site, author.random
    kept = site.path / "kept"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(site.docs, kept)
    before = copy.deepcopy((author.pages, author.bodies, author.facts, author.plain))
    done = author.edit()
    sources = snapshot(site.docs)
    kind, at = random.choice(KINDS), random.randint(1, max(2, events))
    name = interrupted_build(site, kind, at, *random.choice([[], ["-j2"]]))
    if snapshot(site.docs) != sources:
        raise SystemExit(f"{kind} at {name} changed the sources")
    is_undone = random.random() < 0.5
    if is_undone:
        author.pages, author.bodies, author.facts, author.plain = before
        shutil.rmtree(site.docs)
        shutil.copytree(kept, site.docs)
    return f"{done}, {kind} at {name or 'no event'}{', undone' if is_undone else ''}"


def main() -> None:
    """Run the steps; print each.

    :raises SystemExit: with status 1 at the first difference
    """
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("steps", type=int)
    parser.add_argument("seed", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder, "site"), AUTHOR_CONF + CONF, ', "sphinx_sitemap"')
        site.write({"index.md": guide("Home"), "logos/acme.svg": LOGO})
        author = Author(site, options.seed)
        site.build()
        interruptions = 0
        for step in range(1, options.steps + 1):
            events = number_of_events(site)
            history = []
            if step % 3 == 0:
                history.append(interrupt(author, events))
                interruptions += "no event" not in history[-1]
            else:
                history += [author.edit() for _ in range(author.random.randint(1, 3))]
            site.build(*(["-j2"] if step % 2 else []))
            built, expected = snapshot(site.out), clean(site, Path(folder, "clean"))
            found = {p for p in built.keys() | expected if built.get(p) != expected.get(p)}
            print(f"{step}: {'; '.join(history)}{': ' if found else ''}{sorted(found) or ''}",
                  flush=True)  # fmt: skip
            if found:
                sys.exit(1)
        print(f"{options.steps} steps, {interruptions} interruptions, no difference")


if __name__ == "__main__":
    main()
