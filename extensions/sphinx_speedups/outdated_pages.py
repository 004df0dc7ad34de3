"""Pages that have changed since they were read or written: each file is asked about once.

After an edit of one page among ten thousand, a quarter of the time before it is read goes into
that. Wherever anything may have changed, Sphinx looks closer, and the answers are Sphinx's.
"""

from __future__ import annotations

import math
import os
import stat
from typing import TYPE_CHECKING, Any, cast

from sphinx import environment
from sphinx.builders import html
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.html._build_info import BuildInfo

from .html_builder import one_file_a_page
from .lazy_paths import texts_of
from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from .patches import Build


class Times(dict[str, float]):
    """Path of a page's file -> when it was changed, until that is asked for again."""


def get_outdated_docs(build: Build, original: Any) -> Any:
    """Return the pages that are older than their files or templates.

    Sphinx makes a path of each page, and asks about the file again when it looks what to read.
    """
    builder, times = cast("Any", build.app.builder), build.of(Times)
    top, suffix = str(builder.outdir), builder.out_suffix
    is_beside = type(builder).get_output_path is StandaloneHTMLBuilder.get_output_path

    def is_up_to_date(docname: str, newest: float) -> bool:
        source = str(builder.env.doc2path(docname))
        try:
            times[source] = time_of_change(source)
            target = f"{top}/{docname}{suffix}" if is_beside else builder.get_output_path(docname)
            return max(times[source], newest) <= time_of_change(target) < math.inf
        except OSError:
            return False

    def get_outdated_docs() -> Iterator[str]:
        env = builder.env
        maybe = env.found_docs
        if has_same_settings(builder):
            # As Sphinx computes it.
            newest = int(
                builder.templates.newest_template_mtime() * 10**6 if builder.templates else 0
            )
            maybe = {
                docname
                for docname in maybe
                if docname not in env.all_docs or not is_up_to_date(docname, newest)
            }
        found = original.__func__(Instead(builder, env=Instead(env, found_docs=maybe)))
        return cast("Iterator[str]", found)

    return get_outdated_docs


class Instead:
    """An object with some attributes of its own in place of another object's.

    :param of: the other object
    """

    def __init__(self, of: Any, **own: Any) -> None:
        vars(self).update(own, _of=of)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of, name)


def has_same_settings(builder: Any) -> bool:
    """Return whether the pages were written with the settings of now; otherwise all are."""
    try:
        return bool(BuildInfo.load(builder.outdir / ".buildinfo") == builder.build_info)
    except (OSError, ValueError):
        return False


def has_doc_changed(build: Build, original: Any) -> Any:
    """Return whether a page is to be read; where anything may have changed, Sphinx looks closer.

    It asks the file system twice about each file, and makes three paths for a page.
    """
    times = build.of(Times)

    def has_doc_changed(
        docname: str,
        *,
        filename: Path,
        doctreedir: Path,
        all_docs: Mapping[str, int],
        dependencies: Mapping[str, AbstractSet[Path]],
        **others: Any,
    ) -> bool:
        time, file = all_docs[docname], str(filename)
        try:
            changed = times.pop(file) if file in times else time_of_change(file)
            is_same = (
                docname not in others["reread_always"]
                and time_of_change(f"{doctreedir}/{docname}.doctree") < math.inf
                and changed <= time
                and all(time_of_change(path) <= time for path in texts_of(dependencies, docname))
            )
        except OSError:
            is_same = False
        return not is_same and bool(
            original(
                docname,
                filename=filename,
                doctreedir=doctreedir,
                all_docs=all_docs,
                dependencies=dependencies,
                **others,
            )
        )

    return has_doc_changed


def time_of_change(path: str | Path) -> float:
    """Return when a file was changed, in microseconds, rounded up as Sphinx does.

    :returns: infinity for what is not a file
    :raises OSError: if there is nothing
    """
    status = os.stat(path)  # noqa: PTH116 - a Path is what takes long
    return -(status.st_mtime_ns // -1000) if stat.S_ISREG(status.st_mode) else math.inf


SPEEDUPS = (
    Patch(
        "outdated_pages.get_outdated_docs", one_file_a_page, "get_outdated_docs",
        get_outdated_docs, defined_in(html), "two paths are made of each page",
    ),
    Patch(
        "outdated_pages.has_doc_changed", always(environment), "_has_doc_changed",
        has_doc_changed, defined_in(environment),
        "the file system is asked twice about each file",
    ),
)  # fmt: skip
