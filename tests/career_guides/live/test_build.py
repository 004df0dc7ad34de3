"""The builds of a preview: what they find loaded, and that they end with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sites import Site, guide

CONF = """
import os, pathlib, subprocess, sys, time
extensions = ["myst_parser", "career_guides"]
started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
part = pathlib.Path(__file__).with_name("pids.part")
part.write_text(f"{os.getpid()} {started.pid}")
part.rename(part.with_name("pids"))
time.sleep(60)
"""


# A shell has the commands that it runs in the background ignore Ctrl+C, and so may these tests.
PREVIEW = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from career_guides.cli import main
sys.exit(main())
"""


# Prints the modules that a build after an edit imports, and whether all went well.
LOADED = """
import sys
from importlib import import_module
from pathlib import Path
from career_guides.live.build import PRELOADED, Options, build
for name in PRELOADED:
    import_module(name)
docs, out = Path("docs").resolve(), Path("out").resolve()
options = Options(docs, Path().resolve(), out, out.with_name("doctrees"))
before = {*sys.modules}
result = build(options, 1)
print(result.is_built, result.output, *sorted({*sys.modules} - before))
"""


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until(is_so, seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.05)
    return is_so()


def test_builds_find_loaded_what_they_use(site: Site) -> None:
    site.write({"nurse/day.md": guide("A day", "```bash\nls\n```\n")})
    site.build()  # writes conf.py, too
    site.write({"nurse/day.md": guide("A night", "```bash\nls -l\n```\n")})
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=site.path, capture_output=True, text=True, check=True
    )
    is_built, *imported = done.stdout.split()
    assert is_built == "True"
    ours = ("career_guides", "sphinx", "docutils", "myst_parser", "pygments.lexers", "PIL", "html_")
    assert not [name for name in imported if name.startswith(ours)]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left(site: Site, number: signal.Signals) -> None:
    site.path.mkdir(parents=True, exist_ok=True)
    (site.path / "conf.py").write_text(CONF)
    preview = subprocess.Popen(
        [sys.executable, "-c", PREVIEW, "live", "--port", "0", "--no-browser"],
        cwd=site.path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    pids = site.path / "pids"
    started: list[int] = []
    try:
        assert wait_until(pids.exists, 60)
        started = [int(pid) for pid in pids.read_text().split()]
        assert all(map(is_running, started))
        os.kill(preview.pid, number)
        assert wait_until(lambda: not any(map(is_running, started)))
        assert wait_until(lambda: preview.poll() is not None)
    finally:
        for pid in [*filter(is_running, started), preview.pid]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        preview.wait()
