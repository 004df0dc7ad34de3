"""``python -m tests.bench.hugo SITE``: measure pages per second and memory of an import.

The content of the site is copied under other names until there are enough pages.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path


def repeat(site: Path, folder: Path, pages: int) -> int:
    """Copy *site* to *folder* and repeat its content up to *pages* pages; return their number."""
    shutil.copytree(site, folder)
    content = folder / "content"
    # Only folders: single files belong to one of them or to the whole site.
    parts = [path for path in sorted(content.iterdir()) if path.is_dir()]
    number = sum(1 for _ in content.rglob("*.md"))
    copy = 0
    while number < pages and parts:
        copy += 1
        for part in parts:
            if number < pages:
                shutil.copytree(part, content / f"{part.name}-{copy}")
                number += sum(1 for _ in part.rglob("*.md"))
    return number


def measure(site: Path, out: Path) -> tuple[float, float, float]:
    """Import once; return seconds of wall and CPU time and peak memory in MB."""
    command = [sys.executable, "-m", "career_guides.cli", "import-hugo", str(site)]
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        with Path(os.devnull).open("w") as null:
            os.dup2(null.fileno(), 1)
            os.dup2(null.fileno(), 2)
        os.execv(sys.executable, [*command, "--out", str(out)])  # noqa: S606
    _pid, _status, used = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.hugo", description=__doc__)
    parser.add_argument("site", type=Path, help="folder of a Hugo site")
    parser.add_argument("--pages", type=int, nargs="+", default=[266, 2509])
    arguments = parser.parse_args()
    print(f"{'pages':>6} {'wall s':>7} {'CPU s':>7} {'pages/s':>8} {'peak MB':>8}")
    for pages in arguments.pages:
        with tempfile.TemporaryDirectory() as name:
            number = repeat(arguments.site, Path(name) / "site", pages)
            wall, cpu, memory = measure(Path(name) / "site", Path(name) / "docs")
        print(f"{number:6} {wall:7.1f} {cpu:7.1f} {number / wall:8.0f} {memory:8.0f}")


if __name__ == "__main__":
    main()
