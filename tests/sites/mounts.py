"""Commands that see a folder on another disk: a full one, or one that is read-only.

Mounts are made in a name space of their own, which ends with the command.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def can_mount() -> bool:
    """Return whether this user may mount; only ``root`` on Linux, and not in every container."""
    command = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def sphinx_on(
    mount: list[str], folder: Path, arguments: list[str]
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m sphinx`` in *folder*, below which ``mount`` has mounted something.

    :param mount: arguments of ``mount``, which runs in *folder*
    """
    script = 'python=$1; shift; mount "$@" && exec "$python" -m sphinx $SPHINX_ARGUMENTS'
    return subprocess.run(
        ["unshare", "-m", "sh", "-c", script, "sh", sys.executable, *mount],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "SPHINX_ARGUMENTS": " ".join(arguments)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
