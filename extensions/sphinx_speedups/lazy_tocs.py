"""The tables of contents of all pages, each unpickled when somebody asks for it.

They are most of Sphinx's environment (9.0): at ten thousand pages half a second to load and one to
save, for an edit that needs a few of them.
"""

from __future__ import annotations

import pickle
from collections import UserDict
from typing import Any


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
