"""Edit a site at random and build it, for as long as wanted: ``python -m tests.soak STEPS SEED``.

Each step makes one to three edits. Every third build is interrupted at a random event of Sphinx, by
Ctrl+C, an error or a kill, or is killed when it changes some file, and half of the time its edits
are undone then, with the times of the files. After each step an ordinary build must write, byte for
byte, what a clean one does; every fifth, another builder has used the same doctrees before, and its
output is compared, too. No build, interrupted or not, may change a source.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.sites import LOGO, Site, differing, guide, snapshot
from tests.sites.author import AUTHOR_CONF, Author
from tests.sites.interrupted import CONF, KINDS, interrupted_build, number_of_events

BUILDERS = (("html", "out"), ("dirhtml", "out.dirhtml"))


def clean(site: Site, folder: Path, builder: str) -> dict[str, str]:
    """Build the sources of *site* from scratch; return the output."""
    fresh = Site(folder, site.conf, site.more)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site.docs, fresh.docs, symlinks=True)
    fresh.build(builder=builder)
    return snapshot(fresh.out)


def interrupt(author: Author) -> tuple[str, str]:
    """Edit, build, and be interrupted; undo the edits or not.

    :returns: what was done, and how the build ended
    """
    site, random = author.site, author.random
    kept = site.path / "kept"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(site.docs, kept)
    before = author.state()
    kind = random.choice(KINDS)
    at = random.randint(1, max(2, number_of_events(site, kind)))
    done = author.edit()
    sources = snapshot(site.docs)
    site.write_conf()
    name = interrupted_build(site, kind, at, *random.choice([[], ["-j2"]]))
    if snapshot(site.docs) != sources:
        raise SystemExit(f"{kind} at {name} changed the sources")
    is_undone = random.random() < 0.5
    if is_undone:
        author.go_back(before)
        shutil.rmtree(site.docs)
        shutil.copytree(kept, site.docs)
    how = f"{done}, {kind} at {name or 'no event'}{', undone' if is_undone else ''}"
    return how, kind if name else ""


def main() -> None:
    """Run the steps; print each.

    :raises SystemExit: with status 1 at the first difference
    """
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("steps", type=int)
    parser.add_argument("seed", type=int)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="soak-")
    site = Site(Path(folder, "site"), AUTHOR_CONF + CONF, ', "sphinx_sitemap"')
    site.write({"index.md": guide("Home"), "logos/acme.svg": LOGO})
    author = Author(site, options.seed)
    site.build()
    ended: Counter[str] = Counter()
    for step in range(1, options.steps + 1):
        history = []
        if step % 3 == 0:
            how, kind = interrupt(author)
            history.append(how)
            ended[kind] += 1
        else:
            history += [author.edit() for _ in range(author.random.randint(1, 3))]
        found = set()
        for builder, out in BUILDERS[: 2 if step % 5 == 0 else 1][::-1]:
            site.build(
                "-d", "out.doctrees", *(["-j2"] if step % 2 else []), builder=builder, out=out
            )
            expected = clean(site, Path(folder, "clean"), builder)
            found |= differing(snapshot(site.path / out), expected)
        print(f"{step}: {'; '.join(history)}{': ' if found else ''}{sorted(found) or ''}",
              flush=True)  # fmt: skip
        if found:
            print(f"the site is in {folder}")
            sys.exit(1)
    del ended[""]
    shutil.rmtree(folder)
    print(f"{options.steps} steps, {ended.total()} interruptions {dict(ended)}, no difference")


if __name__ == "__main__":
    main()
