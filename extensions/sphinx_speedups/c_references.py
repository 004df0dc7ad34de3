"""References of any kind, in projects that document neither C nor C++.

Sphinx parses the target of each as C and as C++, also where there is nothing that it could be.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from sphinx.domains import c, cpp
from sphinx.domains.c import CDomain
from sphinx.domains.cpp import CPPDomain

from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from .patches import Build


def resolve(build: Build | None, original: Any) -> Any:
    """Find nothing where there is nothing."""

    def resolve_any_xref(
        self: Any, env: Any, fromdocname: str, builder: Any, target: str, node: Any, *rest: Any
    ) -> Any:
        if (
            node.get(f"{self.name}:parent_key")
            or "std" in target  # in C++ nobody warns of a target in ``std::``
            or any(islice(self.data["root_symbol"].get_all_symbols(), 1, None))
        ):
            return original(self, env, fromdocname, builder, target, node, *rest)
        return []

    return resolve_any_xref


SPEEDUPS = tuple(
    Patch(
        f"c_references.{domain.name}", always(domain), "resolve_any_xref", resolve,
        defined_in(module),
        "the target of each reference of any kind is parsed, where it could be nothing",
    )
    for domain, module in ((CDomain, c), (CPPDomain, cpp))
)  # fmt: skip
