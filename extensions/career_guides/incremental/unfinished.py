"""What a build that is interrupted has begun, so that the next one does it again.

Sphinx writes documents before the environment that knows them, and pages after it. If a build is
stopped in between and the change that it was about is undone, nothing tells the next build that
some files are of a state that is no more. So each build says first what it is about to read and to
write, and takes that back when it has ended well.
"""

from __future__ import annotations

import json
import os
import pickle
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders import Builder

from build_cache.files import write_whole
from career_guides.domain import guides
from career_guides.exports.markdown import text_path
from career_guides.exports.redirects import ENDINGS
from career_guides.output.names import is_site
from career_guides.output.record import announced_file, state_file

from .cleanup import accounted_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx

    from career_guides.output.record import OutputRecord


@dataclass
class Unfinished:
    """What builds before this one have begun and not ended.

    :ivar read: pages whose documents were read, for any output folder
    :ivar written: pages that were to be written to this output folder; ``None`` if none were
    :ivar files: files that were to be in it and had not been there before
    """

    read: set[str] = field(default_factory=set)
    written: set[str] | None = None
    files: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.read) or self.written is not None


def _of_documents(app: Sphinx) -> Path:
    return Path(app.doctreedir, "career_guides-unfinished.json")


def _of_output(app: Sphinx) -> Path:
    return state_file(app, f"unfinished-{app.builder.name}", ".json")


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def unfinished(app: Sphinx) -> Unfinished:
    """Return what earlier builds have not ended."""
    found = Unfinished(set(_load(_of_documents(app)) or ()))
    if output := _load(_of_output(app)):
        found.written, found.files = set(output["written"]), list(output["files"])
    with suppress(OSError):
        found.files += announced_file(app).read_text(encoding="utf-8").splitlines()
    return found


def forget(output: OutputRecord, left: Unfinished) -> None:
    """Have nothing count as known of the output that an unfinished build may have changed."""
    before = output.before
    before.inputs = before.catalogue = ""
    before.generated, before.texts = {}, {}
    for docname in left.written or ():
        before.views.pop(docname, None)
    before.files = sorted({*before.files, *left.files})


def is_unfinished(app: Sphinx) -> bool:
    """Return whether a build that wrote into this output folder has not ended."""
    return _of_output(app).exists()


def begin_reading(app: Sphinx, docnames: Iterable[str]) -> None:
    """Note that these pages are going to be read."""
    _note(_of_documents(app), sorted({*docnames, *unfinished(app).read}))


def begin_writing(app: Sphinx, output: OutputRecord, docnames: Iterable[str]) -> None:
    """Note that these pages, and those that are read, are going to be written."""
    left = unfinished(app)
    files = planned_files(app) - {*output.before.files} if is_site(app.builder) else ()
    written = {*docnames, *output.reading, *(left.written or ())}
    _note(_of_output(app), {"written": sorted(written), "files": sorted({*files, *left.files})})


def planned_files(app: Sphinx) -> set[str]:
    """Return the paths of the files that belong to pages, as they will be in the output folder."""
    catalogue = guides(app.env).build.catalogue
    files = accounted_for(app)
    files.update(text_path(app, docname) for docname in catalogue.entries)
    files.update(f"{alias}{ending}" for alias in catalogue.aliases for ending in ENDINGS)
    return files


def cut_documents(app: Sphinx) -> set[str]:
    """Return the pages whose documents are cut off: a pickle ends with a full stop.

    A disk can lose the end of a file that was written just before the power failed.
    """
    found = set()
    for docname in app.env.all_docs:
        try:
            is_whole = _last_byte(f"{app.doctreedir}/{docname}.doctree") == pickle.STOP
        except OSError:
            is_whole = False
        if not is_whole:
            found.add(docname)
    return found


def _last_byte(path: str) -> bytes:
    """Return the last byte of a file, in half of the time of ``open``: there are ten thousand."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        os.lseek(file, -1, os.SEEK_END)
        return os.read(file, 1)
    finally:
        os.close(file)


def _note(path: Path, value: Any) -> None:
    write_whole(path, json.dumps(value).encode())


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Take it back, when all else has been done."""
    if exception is None:
        announced_file(app).unlink(missing_ok=True)
        _of_output(app).unlink(missing_ok=True)
        _of_documents(app).unlink(missing_ok=True)


def on_builder_inited(app: Sphinx) -> None:
    """Have documents written whole or not at all: other builders read them.

    A builder that keeps them in its own way goes on doing so.
    """
    builder: Any = app.builder
    if type(builder).write_doctree is not Builder.write_doctree:
        return
    write_doctree = builder.write_doctree

    def write(docname: str, doctree: nodes.document, *, _cache: bool = True) -> None:
        part = f"{docname}.part"
        write_doctree(part, doctree, _cache=False)
        folder = Path(builder.doctreedir)
        (folder / f"{part}.doctree").replace(folder / f"{docname}.doctree")
        if _cache:
            builder.env._write_doc_doctree_cache[docname] = doctree

    builder.write_doctree = write
