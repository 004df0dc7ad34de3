"""Build other people's projects plain and with the extension switched on, and compare the pages.

    python -m tests.projects PROJECT/docs [...]

Each argument is a source folder with a ``conf.py``, in a checkout whose requirements are installed.
It is copied with the repository around it; nothing is changed where it is. Printed for each:
how many pages have another body, date or index, and the CPU time of an edit that adds a heading.
The exit status is 1 if any page differs, or if the edit takes more than 1.2 times as long.
"""

from __future__ import annotations

import compileall
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bs4 import BeautifulSoup

#: Appended to the project's ``conf.py``: no network, so both builds have the same.
OFFLINE = "\nintersphinx_mapping = {}\n"
#: What is switched on; the pages are those of the project, which trusts them.
ENABLED = (
    'extensions = [*extensions, "career_guides"]\n'
    'guides_search = "sphinx"\nguides_trust = "project"\n'
)
MOST = 1.2


def build(conf: Path, out: Path) -> float:
    """Build with one process; return the seconds of CPU that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", ".", str(out)],
        cwd=conf.parent, capture_output=True, text=True,
        env={**os.environ, "NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1700000000"},
    )  # fmt: skip
    if run.returncode:
        sys.exit(run.stderr[-3000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pages(out: Path) -> dict[str, tuple[str, ...]]:
    """Return path -> the body of a page and its date, for all pages."""
    found = {}
    for path in sorted(out.rglob("*.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        body = soup.select_one("article[role=main], [role=main], article, .body")
        date = soup.select_one(".last-updated, .lastupdated")
        texts = (str(part) if part else "" for part in (body, date))
        # Furo 2025.12 names the area of a table; this extension lets it have the focus.
        plain = (re.sub(r' (tabindex|role|aria-label)="[^"]*"', "", text) for text in texts)
        found[path.relative_to(out).as_posix()] = tuple(plain)
    return found


def page_of(file: Path, source: Path, out: Path) -> Path | None:
    """Return the page that is written of a source file, relative to *out*; ``None`` if none is.

    The sources may be in a folder below the one of ``conf.py``, as ``multiproject`` has them.
    """
    parts = file.relative_to(source).with_suffix(".html").parts
    pages = (Path(*parts[start:]) for start in range(len(parts)))
    return next((page for page in pages if (out / page).is_file()), None)


def page_to_edit(source: Path, out: Path) -> Path:
    """Return the source of a page deep in the project."""
    files = [
        file
        for file in sorted(source.rglob("*"))
        if file.suffix in {".md", ".rst"} and file.stem != "index" and page_of(file, source, out)
    ]
    return max(files, key=lambda file: (len(file.parts), file.stat().st_size))


def edited(source: Path, out: Path) -> list[float]:
    """Add headings to a page, one after the other; return the CPU seconds of each build."""
    page = page_to_edit(source, out)
    times = []
    for number in range(3):
        heading = f"A new heading {number}"
        line = f"\n\n## {heading}\n" if page.suffix == ".md" else f"\n\n{heading}\n{'-' * 20}\n"
        page.write_text(page.read_text("utf-8") + line, "utf-8")
        times.append(build(source / "conf.py", out))
    return times


def copied(project: Path, folder: Path) -> Path:
    """Copy the repository around a source folder into *folder*; return the copy of the source."""
    git = subprocess.run(
        ["git", "rev-parse", "--show-toplevel"], cwd=project, capture_output=True, text=True
    )
    top = Path(git.stdout.strip() or project)
    shutil.copytree(top, folder / top.name, symlinks=True)
    return folder / top.name / project.relative_to(top)


def compare(project: Path, folder: Path) -> bool:
    """Build one project both ways; print a row, and return whether all is as it should be."""
    results, times = {}, {}
    for name, more in (("plain", ""), ("with", ENABLED)):
        source = copied(project, folder / name)
        conf = source / "conf.py"
        conf.write_text(conf.read_text("utf-8") + OFFLINE + more, "utf-8")
        out = folder / f"{name}-out"
        first = build(conf, out)
        results[name] = pages(out)
        times[name] = (first, min(edited(source, out)))
    plain, ours = results["plain"], results["with"]
    # Whoever searches finds a heading on the page of that; it is nobody's document.
    others = {name for name, page in plain.items() if ours.get(name) != page} - {"search.html"}
    ratio = times["with"][1] / times["plain"][1]
    top = source.relative_to(folder / name).parts[0]
    print(
        f"{top:24}{len(plain):6}{len(others):8}{times['plain'][0]:9.1f}{times['with'][0]:9.1f}"
        f"{times['plain'][1]:9.1f}{times['with'][1]:9.1f}{ratio:7.2f}",
        *sorted(others)[:5],
    )
    return not others and ratio <= MOST


def main(projects: list[str]) -> int:
    """Compare each project."""
    # As pip does when it installs: otherwise each build would compile the extension's modules.
    compileall.compile_dir(Path(__file__).parent.parent / "extensions", quiet=1)
    print("project                  pages  differ    plain     with     edit     with  ratio")
    is_good = True
    for project in projects:
        with tempfile.TemporaryDirectory() as name:
            is_good &= compare(Path(project).resolve(), Path(name))
    return not is_good


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if sys.argv[1:] else __doc__)
