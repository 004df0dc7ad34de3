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

    def __getitem__(self, docname: str) -> Any:
        toc = self.data[docname]
        if isinstance(toc, bytes):
            toc = self.data[docname] = pickle.loads(toc)  # noqa: S301 - of Sphinx's own pickle
        return toc

    def __getstate__(self) -> dict[str, Any]:
        return {
            "data": {
                docname: toc
                if isinstance(toc, bytes)
                else pickle.dumps(toc, pickle.HIGHEST_PROTOCOL)
                for docname, toc in self.data.items()
            }
        }


@contextmanager
def kept_pickled(build: Build) -> Iterator[None]:
    """Have the environment keep its tables of contents pickled, from this build on.

    They stay so: it is the environment of this application alone, and one that another saved
    without this extension is never loaded (``env_version``).
    """
    env: Any = build.app.env
    if type(env.tocs) is dict:
        env.tocs = Tocs(env.tocs)
    yield


def unpickle(env: Any) -> None:
    """Have the environment keep its tables of contents as Sphinx does."""
    if isinstance(env.tocs, Tocs):
        env.tocs = dict(env.tocs)


SPEEDUPS = (
    Step("lazy_tocs", kept_pickled, "all tables of contents are loaded and saved for every edit"),
)
