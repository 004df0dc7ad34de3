"""A build is the same however Python starts processes: forkserver is its default from 3.14."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys

import pytest

from tests.sites import Site, guide, snapshot
from tests.sites.mapped import locations, mapped
from tests.sites.pictures import add_pictures

pytestmark = pytest.mark.slow

#: Builds without `if __name__ == "__main__"`, as scripts of projects do: whatever starts a process
#: by another method than fork runs it once more.
SCRIPT = """\
import multiprocessing.forkserver, sys
multiprocessing.set_start_method(sys.argv[1])
from sphinx.cmd.build import main
status = main(sys.argv[2:])
assert multiprocessing.forkserver._forkserver._forkserver_pid is None, "a process was started"
sys.exit(status)
"""


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_build_does_not_depend_on_how_processes_start(site: Site, clean, method: str) -> None:
    mapped(add_pictures(site))
    # More pages than one process reads and writes
    site.write({f"many/p{number}.md": guide(f"Page {number}") for number in range(25)})
    expected = clean(site)
    (site.path / "conf.py").write_text((site.path.parent / "clean/conf.py").read_text())
    (site.path / "make.py").write_text(SCRIPT)
    arguments = ["-b", "html", "-c", ".", "-d", "out.doctrees", "-j", "2", "docs", "out"]
    done = subprocess.run(
        [sys.executable, "make.py", method, *arguments], cwd=site.path, capture_output=True,
        text=True, timeout=120, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert snapshot(site.out) == expected
    assert "https://example.org/many/p24.html" in locations(site)
