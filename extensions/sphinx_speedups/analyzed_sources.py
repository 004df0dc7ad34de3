"""What Sphinx finds in Python's sources, kept from build to build.

For each page, autodoc and ``viewcode`` have the modules analyzed that it documents, also if these
have not changed. What is found depends on nothing but Python, Sphinx and the source.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
import warnings
from inspect import isfunction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sphinx
from sphinx.pycode import parser
from sphinx.pycode.parser import DefinitionFinder, Parser

from . import kept_files
from .patches import Patch, always, defined_in
from .python_sources import LateParser

if TYPE_CHECKING:
    from collections.abc import Callable

    from .patches import Build


#: If there are more files, the older half is deleted: sources change.
MOST = 4_000

_COMMENTS = ("annotations", "comments", "deforders", "finals", "overloads")
_VERSIONS = f"Python {sys.version}, Sphinx {sphinx.__version__}"


def kept(
    kinds: tuple[type, ...], names: tuple[str, ...], source: Callable[[Any], str]
) -> Callable[[Build, Any], Any]:
    """Return what makes the replacement of a method that finds something in a source.

    :param kinds: the classes of the objects that it finds something for
    :param names: the attributes in which it leaves what it has found
    :param source: returns the source from the object
    """

    def replacement(build: Build, original: Any) -> Any:
        folder = Path(build.app.doctreedir, "sphinx_speedups-sources")
        kept_files.forget_oldest(folder, MOST)

        def find(self: Any) -> None:
            if type(self) not in kinds:
                original(self)
                return
            made_from = f"{_VERSIONS}, {names}\n{source(self)}"
            key = hashlib.sha256(made_from.encode("utf-8", "surrogatepass")).hexdigest()
            content = kept_files.load(folder / key, made_from)
            if content is not None:
                vars(self).update(pickle.loads(content))  # noqa: S301 - as it was written
                return
            if not kept_files.is_alone():
                original(self)
                return
            said = kept_files.warned(lambda: original(self))
            for each in said:
                warnings.warn_explicit(each.message, each.category, each.filename, each.lineno)
            if not said:
                found = {name: getattr(self, name) for name in names}
                kept_files.store(folder / key, made_from, pickle.dumps(found))

        return find

    return replacement


def are_sphinxs(*kinds: type) -> Callable[[Any], bool]:
    """Return whether a function, and those of classes that it uses, are as Sphinx has them."""
    is_sphinxs = defined_in(parser)

    def are_all(value: Any) -> bool:
        functions = (each for kind in kinds for each in vars(kind).values() if isfunction(each))
        return is_sphinxs(value) and all(map(is_sphinxs, functions))

    return are_all


SPEEDUPS = (
    Patch(
        "analyzed_sources.comments", always(Parser), "parse_comments",
        kept((Parser, LateParser), _COMMENTS, lambda found: str(found.code)),
        are_sphinxs(
            parser.TokenProcessor, parser.AfterCommentParser, parser.VariableCommentPicker
        ),
        "the modules that a page documents are parsed for comments in every build",
    ),
    Patch(
        "analyzed_sources.definitions", always(DefinitionFinder), "parse",
        kept((DefinitionFinder,), ("definitions",), lambda found: "".join(found.buffers)),
        are_sphinxs(parser.TokenProcessor, DefinitionFinder),
        "the modules that a page documents are divided into tokens in every build",
    ),
)  # fmt: skip
