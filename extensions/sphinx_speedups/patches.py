"""What others do is replaced by ours for a site that wants that, and put back for the next."""

from __future__ import annotations

import builtins
from typing import Any

_plain: dict[tuple[Any, str], Any] = {}


def patch(owner: Any, *, wanted: bool, **ours: Any) -> None:
    """Give *owner*, a module or class, *ours* in place of what it has, or takes from Python's own.

    :param wanted: if not, it gets back what it had at first: the process may build several sites
    """
    for name, our in ours.items():
        plain = _plain.setdefault((owner, name), getattr(owner, name, None) or vars(builtins)[name])
        setattr(owner, name, our if wanted else plain)
