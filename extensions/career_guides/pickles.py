"""What one build keeps for the next, as a pickle beside the doctrees: our own, as Sphinx's are."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> Any:
    """Return what was kept; ``None`` if there is nothing yet, or it is of another version."""
    try:
        return pickle.loads(path.read_bytes())  # noqa: S301 - see above
    except Exception:  # noqa: BLE001 - whatever an old or a broken file makes it raise
        return None


def write(path: Path, value: Any) -> None:
    """Keep *value*, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    temporary.write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    temporary.replace(path)
