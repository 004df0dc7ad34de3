"""The tables of contents of all pages, each unpickled when somebody asks for it.

They are most of Sphinx's environment: at ten thousand pages half a second to load and one to save,
for an edit that needs a few of them.
"""

from __future__ import annotations

import pickle
from collections import UserDict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .patches import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patches import Build


class Tocs(UserDict[str, Any]):
    """Docname -> table of contents; as :attr:`data` its pickle, until it is asked for."""

    #: Once the environment is saved: docnames of those that have been asked for since. Nobody
    #: changes them any more, so that one is kept only if it is asked for again.
    asked: set[str] | None = None

    def __getitem__(self, docname: str) -> Any:
        toc = self.data[docname]
        if isinstance(toc, bytes):
            toc = pickle.loads(toc)  # noqa: S301 - of Sphinx's own pickle
            if self.asked is None or docname in self.asked:
                self.data[docname] = toc
            else:
                self.asked.add(docname)
        return toc

    def __setitem__(self, docname: str, toc: Any) -> None:
        """Pickle it at once: of ten thousand pages, they take 130 MB as nodes."""
        self.data[docname] = _pickled(toc)

    def __getstate__(self) -> dict[str, Any]:
        return {"data": {docname: _pickled(toc) for docname, toc in self.data.items()}}


def _pickled(toc: Any) -> bytes:
    return toc if isinstance(toc, bytes) else pickle.dumps(toc, pickle.HIGHEST_PROTOCOL)


@contextmanager
def kept_pickled(build: Build) -> Iterator[None]:
    """Have the environment keep its tables of contents pickled, from this build on.

    They stay so: it is the environment of this application alone, and one that another saved
    without this extension is never loaded (``env_version``).
    """
    env: Any = build.app.env
    if type(env.tocs) is dict:
        env.tocs = Tocs(env.tocs)

    def on_env_check_consistency(*_arguments: Any) -> None:
        if isinstance(env.tocs, Tocs):
            env.tocs.asked = set()

    # Sphinx emits it when it has saved the environment.
    listener = build.app.connect("env-check-consistency", on_env_check_consistency, priority=999)
    try:
        yield
    finally:
        build.app.disconnect(listener)


def unpickle(env: Any) -> None:
    """Have the environment keep its tables of contents as Sphinx does."""
    if isinstance(env.tocs, Tocs):
        env.tocs = dict(env.tocs)


SPEEDUPS = (
    Step("lazy_tocs", kept_pickled, "all tables of contents are loaded and saved for every edit"),
)
