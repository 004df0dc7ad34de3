"""Packages of npm for a test."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def install(folder: Path, *packages: str) -> Path:
    """Install packages below a folder; return the folder that has them.

    :param packages: names with versions, such as ``vnu-jar@26.9.27``
    """
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder]
    subprocess.run([*command, *packages], check=True, timeout=300)
    return folder / "node_modules"
