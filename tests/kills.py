"""Kill builds and commands at random points: ``python -m tests.kills COUNT SEED``.

Of three kills, two end a build after a random edit, at an event of Sphinx or when it changes a file
of its output or doctrees; the next build must write what a clean one does. The third ends a command
that writes authors' files at one of its changes: each file is then the old or the new one, and
where the command can be given again, it writes what it would have written.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from hugo_to_myst.command import main as import_hugo
from tests.hugo_to_myst.sites import CAREER, CONFIG, PAGES
from tests.sites import LOGO, Site, differing, guide, snapshot
from tests.sites.author import AUTHOR_CONF, Author
from tests.sites.commands import run
from tests.sites.faults import KILLED, kill, with_fault
from tests.sites.interrupted import CONF, interrupted_build, number_of_events
from tests.sites.survey_csv import ABOUT, NATIONAL, ONET, STATES
from tests.soak import clean

#: The last change of a command that is killed. Of one that makes fewer, the number is found out.
CHANGES = 25
LONG = "Some text, and more of it.\n\n" * 200


class Builds:
    """A site that is edited and built."""

    def __init__(self, folder: Path, random: Random) -> None:
        self.random, self.fresh = random, folder / "clean"
        self.site = Site(folder / "site", AUTHOR_CONF + CONF, ', "sphinx_sitemap"')
        self.site.write({"index.md": guide("Home"), "logos/acme.svg": LOGO})
        self.author = Author(self.site, random.randrange(10**6))
        self.site.build()

    def kill(self) -> tuple[str, set[str]]:
        """Kill a build; return what was done, and the files that the next build writes wrong."""
        kind, jobs = self.random.choice(("kill", "kill-file")), self.random.choice(("-j1", "-j2"))
        done = self.author.edit()
        self.site.write_conf()
        sources = snapshot(self.site.docs)
        at = self.random.randint(1, max(2, number_of_events(self.site, kind)))
        name = interrupted_build(self.site, kind, at, jobs)
        self.site.build(jobs)
        wrong = differing(snapshot(self.site.out), clean(self.site, self.fresh, "html"))
        if snapshot(self.site.docs) != sources:
            wrong.add("a source")
        return f"{done}, {kind} at {name}" if name else "", wrong


class Command:
    """A command, and the folder that it writes.

    :param is_repeatable: whether it can be given again, whatever it has written
    """

    def __init__(self, folder: Path, *arguments: str, is_repeatable: bool = True) -> None:
        self.folder, self.arguments, self.is_repeatable = folder, arguments, is_repeatable
        folder.mkdir(exist_ok=True)
        self.copy = folder.with_name(f"{folder.name}.{'-'.join(arguments[:2]).replace('/', '_')}")
        shutil.copytree(folder, self.copy)
        self.before = contents(folder)
        self.run()
        self.after = contents(folder)
        assert self.after != self.before, arguments
        self.restore()
        self.changes = CHANGES

    def restore(self) -> None:
        shutil.rmtree(self.folder)
        shutil.copytree(self.copy, self.folder)

    def run(self) -> int:
        with (
            contextlib.chdir(self.folder.parent),
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
        ):
            if self.arguments[0] == "import-hugo":
                import_hugo(list(self.arguments[1:]))
            else:
                run(*self.arguments)
        return 0

    def kill(self, random: Random) -> tuple[str, set[str]]:
        """Kill the command; return what was done, and the files that are cut or lost."""
        at = random.randint(1, self.changes)
        if with_fault(self.run, self.folder, kill, at) != KILLED:
            self.restore()
            self.changes = at - 1
            return "", set()
        found = contents(self.folder)
        either = (self.before, self.after)
        wrong = {
            name
            for name in found.keys() | self.before
            if all(found.get(name) != each.get(name) for each in either)
        } - {"release.json"}  # it is not there while the others change
        if self.is_repeatable and found not in either:
            self.run()
            wrong |= differing(contents(self.folder), self.after)
        self.restore()
        return f"{' '.join(self.arguments[:2])} at change {at}", wrong


def contents(folder: Path) -> dict[str, str]:
    """Return path -> digest of the files of a folder, without temporary ones."""
    return {path: digest for path, digest in snapshot(folder).items() if path[-5:] != ".part"}


def commands(folder: Path) -> list[Command]:
    """Write what commands need; return the commands."""
    career = Site(folder / "career")
    career.write_conf()
    career.write({
        "a/index.md": guide("A", next="overview"), "a/overview.md": guide("O", LONG, next="/a/pay"),
        "a/pay.md": guide("P", LONG, sidebar="'true'"), "b.md": guide("404", LONG, draft="'false'"),
    })  # fmt: skip
    hugo = folder / "hugo"
    for path, text in {"config.yaml": CONFIG, **PAGES, **CAREER}.items():
        (hugo / path).parent.mkdir(parents=True, exist_ok=True)
        (hugo / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    tables = {"national": NATIONAL, "states": STATES, "onet": ONET}
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text)
    survey = [str(folder / f"{name}.csv") for name in tables]
    out = folder / "facts"
    assert run("facts", "import", *survey, "--out", str(out), *ABOUT) == 0
    (folder / "national.csv").write_text(NATIONAL.replace("230", "460"))
    later = [*ABOUT[4:], "--release", "May 2027", "--published", "2028-05-12"]
    return [
        Command(career.docs, "check", "--fix"),
        Command(career.docs, "new", "a/challenges", "--after", "overview", is_repeatable=False),
        Command(out, "facts", "import", *survey, "--out", str(out), *later),
        Command(folder / "imported", "import-hugo", str(hugo), "--out", str(folder / "imported")),
    ]  # fmt: skip


def main() -> None:
    """Kill, and print each kill.

    :raises SystemExit: with status 1 at the first difference
    """
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    options = parser.parse_args()
    random = Random(options.seed)
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    with contextlib.redirect_stdout(io.StringIO()):
        given = commands(folder)
    builds = Builds(folder, random)
    killed: Counter[str] = Counter()
    while killed.total() < options.count:
        is_build = killed.total() % 3 != 2
        command = random.choice(given)
        how, wrong = builds.kill() if is_build else command.kill(random)
        if not how:  # it came to its end before
            continue
        killed["builds" if is_build else command.arguments[0]] += 1
        print(f"{killed.total()}: {how} {sorted(wrong) or ''}", flush=True)
        if wrong:
            print(f"the files are in {folder}")
            raise SystemExit(1)
    shutil.rmtree(folder)
    print(f"{killed.total()} kills {dict(killed)}, no difference and no lost byte")


if __name__ == "__main__":
    main()
