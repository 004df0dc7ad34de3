"""Sphinx's command, each time in a process of its own, forked from one that has loaded Sphinx.

As ``python -m sphinx`` does it, less the second that loading and compiling templates takes.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache
from sphinx.jinja2glue import BuiltinTemplateLoader

from career_guides.live.build import PRELOADED

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Seconds after which a build hangs.
TIMEOUT = 300


def run(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ``sphinx-build`` with *arguments* in *folder*."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return subprocess.run(
            [sys.executable, "-m", "sphinx", *arguments],
            cwd=folder,
            env={**os.environ, "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
        )
    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "sphinx.cmd.build", *PRELOADED])
    with tempfile.TemporaryDirectory() as name:
        said = [Path(name, stream) for stream in ("stdout", "stderr")]
        environment = {**os.environ, "NO_COLOR": "1"}
        process = context.Process(target=_main, args=(arguments, folder, environment, said))
        process.start()
        process.join(TIMEOUT)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(list(arguments), TIMEOUT)
        texts = [file.read_text(encoding="utf-8") for file in said]
    return subprocess.CompletedProcess(list(arguments), process.exitcode, *texts)


def keep_templates(folder: Path) -> None:
    """Let Jinja reuse the templates that another build has compiled, if they are unchanged."""
    folder.mkdir(parents=True, exist_ok=True)
    init = BuiltinTemplateLoader.init

    def with_cache(self: BuiltinTemplateLoader, *args: Any, **more: Any) -> None:
        init(self, *args, **more)
        self.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))

    BuiltinTemplateLoader.init = with_cache  # type: ignore[method-assign]


def _main(
    arguments: Sequence[str], folder: Path, environment: dict[str, str], said: Sequence[Path]
) -> None:
    from sphinx.cmd.build import main  # noqa: PLC0415 - loaded before

    for number, file in enumerate(said, 1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[:0] = filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))
    os.chdir(folder)
    if cache := environment.get("XDG_CACHE_HOME"):  # that of the tests
        keep_templates(Path(cache, "templates"))
    # Otherwise extensions that start processes, as sphinx-sitemap 2.9 does, load Sphinx again.
    multiprocessing.set_start_method("fork", force=True)
    sys.exit(main(list(arguments)))
