"""The output folder: what is written to it, and what is left alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_cache.files import write_whole
from hugo_to_myst.findings import Finding
from hugo_to_myst.safe_files import OutsideError, digest, inside, safe_path

if TYPE_CHECKING:
    from pathlib import Path

    from hugo_to_myst.findings import Report


#: The folder of sources that cannot be read; their names do not end in `.md`, so that no build
#: reads them.
ASIDE = "_unread"


@dataclass(slots=True)
class OutputFolder:
    """Writes files, each whole or not at all.

    :param force: whether a file that is there already may be replaced.
    :param copied: the places of the files that were copied.
    """

    root: Path
    report: Report
    dry_run: bool = False
    force: bool = False
    copied: set[str] = field(default_factory=set)

    def write(self, relative: str, data: bytes, source: str, what: str) -> None:
        """Write a file, unless one with other content is there already.

        :param relative: its place in the folder.
        :param source: the file that it comes from, as the report names it.
        :param what: what it is counted as.
        """
        try:
            path = inside(self.root, relative)
            if path.exists() or path.is_symlink():
                if path.is_file() and path.read_bytes() == data:
                    self.report.counts[f"{what} unchanged"] += 1
                    return
                if not self.force:
                    self._report_existing(relative, source)
                    return
            if not self.dry_run:
                write_whole(path, data, wait=False)  # it can be imported again
        except (OSError, OutsideError) as error:
            self.report.add(Finding(source, 0, "write", relative, f"not written: {error}"))
            return
        self.report.counts[f"{what} written"] += 1

    def copy(self, relative: str, file: Path, source: str, what: str) -> None:
        """Copy a file, once; the arguments are as for :meth:`write`."""
        if relative in self.copied:
            return
        self.copied.add(relative)
        try:
            path = inside(self.root, relative)
            if (
                path.is_file()
                and path.stat().st_size == file.stat().st_size
                and digest(path) == digest(file)
            ):
                self.report.counts[f"{what} unchanged"] += 1
                return
            data = file.read_bytes()
        except (OSError, OutsideError) as error:
            self.report.add(Finding(source, 0, "write", relative, f"not copied: {error}"))
            return
        self.write(relative, data, source, what)

    def aside(self, file: Path, name: str) -> str:
        """Copy a source that cannot be read to `ASIDE`; return its place."""
        place = f"{ASIDE}/{safe_path(name)}.txt"
        self.copy(place, file, name, "sources put aside")
        return place

    def _report_existing(self, relative: str, source: str) -> None:
        self.report.counts["existing files left alone"] += 1
        what = "left alone: it is there already and differs; --force replaces it"
        self.report.add(Finding(source, 0, "exists", relative, what))
