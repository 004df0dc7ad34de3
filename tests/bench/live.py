"""Measure how fast ``career-guides live`` shows an edit: ``python -m tests.bench.live``.

The time runs from the moment a file is saved until its page, which is polled, shows the edit.
"""

from __future__ import annotations

import argparse
import re
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from .generate import generate
from .measure import KINDS

_LONGEST = 60.0  # seconds


def wait_for(words: str, address: str) -> float:
    """Return the seconds until the page at *address* contains *words*.

    :raises TimeoutError: if it never does
    """
    start = time.perf_counter()
    while (waited := time.perf_counter() - start) < _LONGEST:
        with suppress(OSError), urlopen(address, timeout=_LONGEST) as page:  # noqa: S310 - our own server
            if words in page.read().decode("utf-8"):
                return waited
        time.sleep(0.01)
    raise TimeoutError(address)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.live", description=__doc__)
    parser.add_argument("--guides", type=int, default=100)
    parser.add_argument("--edits", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
        probe.close()
        docs = generate(Path(name), options.guides)
        Path(name, "conf.py").write_text(KINDS["project"], encoding="utf-8")
        command = [sys.executable, "-m", "career_guides.cli", "live", str(docs), "-c", name]
        preview = subprocess.Popen(
            [*command, "--no-browser", "--port", port],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            page = next(docs.glob("*/overview.md"))
            address = f"http://127.0.0.1:{port}/{page.parent.name}/overview.html"
            wait_for("</html>", address)
            for kind in ("body", "title"):
                found = []
                for number in range(options.edits):
                    time.sleep(1.5)  # authors pause too
                    words, text = f"Zebra {kind} {number}", page.read_text("utf-8")
                    if kind == "body":
                        text += f"\n{words}.\n"
                    else:
                        text = re.sub(r"^title: .*$", f"title: {words}", text, count=1, flags=re.M)
                    page.write_text(text, encoding="utf-8")
                    found.append(wait_for(words, address))
                print(f"{kind}: median {median(found):.2f} s, longest {max(found):.2f} s")
        finally:
            preview.terminate()
            preview.wait()


if __name__ == "__main__":
    main()
