"""``python -m tests.bench.editor``: what an editor's check of one file costs.

The command runs as an editor runs it, in a process of its own with compiled modules, after a full
check has filled the cache. CPU time counts, user and system, which other programs affect least.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from build_cache.stamps import MOMENT

from .generate import generate
from .measure import KINDS

#: What is changed in the file before it is checked -> the text that is replaced, and with what.
EDITS = {
    "nothing": ("", ""),
    "a word of the text": ("\n\n## ", "\n\nOne more {guide}`sentence`.\n\n## "),
    "a key": ("description: ", "descripton: "),
    "broken front matter": ("title: ", "title: A: "),
}


def cpu_time(command: list[str], text: str, folder: Path, environment: dict[str, str]) -> float:
    """Return the seconds of CPU time of a command that reads *text*.

    :raises RuntimeError: if it did not check the file
    """
    before = getrusage(RUSAGE_CHILDREN)
    run = subprocess.run(
        command, input=text.encode(), cwd=folder, env=environment, capture_output=True
    )
    after = getrusage(RUSAGE_CHILDREN)
    if not run.stdout.splitlines()[-1:] or run.returncode not in {0, 1}:
        raise RuntimeError(run.stderr.decode())
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def costs(folder: Path, guides: int, rounds: int) -> dict[str, list[float]]:
    """Return edit -> seconds of CPU time of each round."""
    docs = generate(folder, guides)
    (folder / "conf.py").write_text(KINDS["project"], encoding="utf-8")
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    check = [sys.executable, "-m", "career_guides.cli", "check", "docs"]
    file = sorted(docs.glob("*/overview.md"))[guides // 8]
    for _ in range(2):  # what is only moments old is read again in any case
        time.sleep(MOMENT)
        subprocess.run(check, cwd=folder, env=environment, capture_output=True)
    one = [*check, "--stdin", str(file.relative_to(folder))]
    text = file.read_text(encoding="utf-8")
    texts = {edit: text.replace(*words, 1) if words[0] else text for edit, words in EDITS.items()}
    for edited in texts.values():
        cpu_time(one, edited, folder, environment)
    return {
        edit: [cpu_time(one, edited, folder, environment) for _ in range(rounds)]
        for edit, edited in texts.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.editor", description=__doc__)
    parser.add_argument("--guides", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=7, help="rounds of each edit")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for edit, seconds in costs(Path(name), options.guides, options.repeat).items():
            low, middle = min(seconds) * 1000, statistics.median(seconds) * 1000
            print(f"{edit:24} {low:4.0f} ms at least, {middle:4.0f} ms median of CPU time")


if __name__ == "__main__":
    main()
