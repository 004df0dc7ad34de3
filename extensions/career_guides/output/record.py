"""The record that a build leaves for the next: what each page of the output folder shows.

It is a file next to the doctrees, one for each output folder, since several builders may share
an environment.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_cache.digests import digest_of_bytes
from build_cache.files import write_whole
from career_guides.diagnostics.problem import Problem
from career_guides.domain import guides

from .files import are_there

if TYPE_CHECKING:
    import os

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from career_guides.build import Build


def state_file(app: Sphinx, name: str, suffix: str) -> Path:
    """Return the path of a file that keeps data about this output folder between builds."""
    key = digest_of_bytes(str(app.outdir).encode(), 6)
    return Path(app.doctreedir) / f"career_guides-{name}-{key}{suffix}"


def announced_file(app: Sphinx) -> Path:
    """Return the file in which a build announces what it writes."""
    return state_file(app, f"announced-{app.builder.name}", ".txt")


@dataclass
class Recorded:
    """What is known about an output folder.

    :ivar inputs: digest of everything it was built from; ``''`` if that could not be determined
    :ivar catalogue: the catalogue it was built from; ``''`` if that was not saved
    :ivar site: digest of what is shown on every page
    :ivar toctrees: digest of the toctree hierarchy: which page has which below it
    :ivar read: docname -> when the source of the written page was read
    :ivar views: docname -> digest of the view that its page shows
    :ivar generated: docname of a generated page -> digest of what it shows
    :ivar texts: docname of a guide -> number of characters of its part of ``llms-full.txt``
    :ivar cards: docname -> path of the page's card for social networks
    :ivar files: paths in the output folder that the build accounted for
    :ivar left_out: pages that are not built
    :ivar problems: the problems that the build reported
    """

    inputs: str = ""
    catalogue: str = ""
    site: str = ""
    toctrees: str = ""
    read: dict[str, int] = field(default_factory=dict)
    views: dict[str, str] = field(default_factory=dict)
    generated: dict[str, str] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class OutputRecord(Recorded):
    """The record of this build, with that of the last one as :attr:`before`.

    :ivar is_unchanged: whether nothing has changed, so that the last record is still true
    :ivar is_settled: whether, in addition, all files are there; ``None`` until it is needed
    :ivar reading: pages that this build reads, each with those that its text linked to before
    :ivar gone: pages that have been removed, each with those that its text linked to
    :ivar objects: the entries that the inventory had for those pages before
    :ivar changed: guides whose front matter differs from when the output was written, if nothing
        but guides has changed, with those that were added or removed; else ``None``
    :ivar affected: pages that may show something different in that case; else ``None``
    :ivar extra: paths of files that this build has written and that belong to no source page
    :ivar announced: the file with the paths of those that were not there before
    """

    def __init__(self, build: Build) -> None:
        super().__init__()
        app = build.app
        # A page counts as written by this build if its file is no older than this.
        self.start = time.time() - 0.01
        self.is_unchanged = False
        self.is_settled: bool | None = None
        self.reading: dict[str, list[str]] = {}
        self.gone: dict[str, list[str]] = {}
        self.objects: list[str] = []
        self.changed: frozenset[str] | None = None
        self.affected: set[str] | None = None
        self.extra: set[str] = set()
        self.path = state_file(app, app.builder.name, ".json")
        self.announced = announced_file(app)
        try:
            known = json.loads(self.path.read_text(encoding="utf-8"))
            problems = [Problem(*values) for values in known.pop("problems")]
            self.before = Recorded(**known, problems=problems)
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            self.before = Recorded()

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.before.files)

    def announce(self, path: str) -> None:
        """Say that a file is about to be written, so that it goes if this build is interrupted.

        Unless a source accounts for it: then it is known beforehand.

        :param path: relative to the output folder
        """
        if path not in self._known:
            self.announced.parent.mkdir(parents=True, exist_ok=True)
            with self.announced.open("a", encoding="utf-8") as file:
                file.write(f"{path}\n")

    @property
    def has_same_inputs(self) -> bool:
        return bool(self.inputs) and self.inputs == self.before.inputs

    def stays(self, docname: str) -> bool:
        """Return whether a page certainly shows what it did before."""
        return self.affected is not None and docname not in self.affected

    @property
    def is_of_bodies(self) -> bool:
        """Whether nothing but the bodies of guides has changed."""
        return self.affected is not None and not self.changed

    def save(self, builder: Builder) -> None:
        """Save what the output folder now shows, page by page."""
        self.views = {
            docname: view
            for docname, view in self.views.items()
            if self.before.views.get(docname) == view
            or _written_since(builder, docname, self.start)
        }
        known: dict[str, Any] = {
            name: getattr(self, name) for name in Recorded.__dataclass_fields__
        }
        text = json.dumps(known)
        if not self.path.is_file() or self.path.read_text(encoding="utf-8") != text:
            write_whole(self.path, text.encode())


def is_of_build(status: os.stat_result, start: float) -> bool:
    """Return whether a file was written since *start*.

    Sphinx gives a copy the modification time of its original; its status changes when it is copied.
    A time that is yet to come is of a build before, when the clock was ahead.
    """
    latest = time.time() + 1
    return any(start <= when <= latest for when in (status.st_mtime, status.st_ctime))


def _written_since(builder: Builder, docname: str, start: float) -> bool:
    try:
        return is_of_build(builder.get_output_path(docname).stat(), start)  # type: ignore[attr-defined]
    except AttributeError:
        return True  # a builder that writes a single file, always in full
    except OSError:
        return False


def record(env: BuildEnvironment) -> OutputRecord:
    """Return the record of this build's output folder."""
    return guides(env).build.of(OutputRecord)


def finishing(app: Sphinx, exception: Exception | None) -> OutputRecord | None:
    """Return the record of the output folder, for handlers that write into it at the end.

    :returns: ``None`` if there is nothing to write: after a build that failed, which does not tell
        what should be there, and if nothing has changed and no file is missing
    """
    if exception is not None:
        return None
    found = record(app.env)
    if found.is_settled is None:
        found.is_settled = found.is_unchanged and are_there(app, found.before.files)
    return None if found.is_settled else found


def write_file(app: Sphinx, path: str, text: str) -> None:
    """Write a file that belongs to no source page, if its content differs, and account for it.

    :param path: relative to the output folder
    :raises OSError: if the file cannot be written
    """
    file = Path(app.outdir, path)
    record(app.env).announce(path)
    data = text.encode()  # it is faster to compare: one of the files has the text of all guides
    if not file.is_file() or file.read_bytes() != data:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    record(app.env).extra.add(path)
