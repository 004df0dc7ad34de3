"""Take what a release needs from the publishers' files, which are recognised by their columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from career_guides.facts.csv_files import FactsError
from career_guides.facts.history import period

from . import older_csv
from .files import find_tables
from .oews import MARKS, Survey, is_of_survey, read_survey
from .onet_files import (
    OnetFiles,
    credit_from_name,
    credit_from_notes,
    is_of_onet,
    reader_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from career_guides.facts.release import Release

    from .oews import Rows
    from .table import Table


#: File of the release -> what its rows are called in messages.
_KINDS = {
    "occupations.csv": "occupations and groups", "states.csv": "figures of states",
    "areas.csv": "figures of areas",
}  # fmt: skip


@dataclass
class Taken:
    """What the files have.

    :ivar survey: period of a release of the survey -> file of our release -> its rows
    :ivar tops: period -> the highest pay that it releases, by the year and by the hour
    :ivar onet: zip file, folder or file -> the release of O*NET's database that is in it
    :ivar notes: for each table that was used, its path, the name of its file, its release or key in
        ``onet``, and what it has
    :ivar not_needed: files in which nothing is used
    """

    survey: dict[str, dict[str, Rows]] = field(default_factory=dict)
    tops: dict[str, tuple[float, float]] = field(default_factory=dict)
    onet: dict[str, OnetFiles] = field(default_factory=dict)
    notes: list[tuple[Path, str, str, str]] = field(default_factory=list)
    not_needed: list[Path] = field(default_factory=list)

    def release(self, key: str) -> str:
        """Return the name of a release, such as ``May 2024`` or ``O*NET 29.3``."""
        return " ".join(self.onet[key].credit.split()[:2]) if key in self.onet else key

    @property
    def sources(self) -> dict[str, str]:
        """Name of each file that is used -> the release that it is of."""
        return {name: self.release(key) for _path, name, key, _what in self.notes}

    def lines(self) -> list[str]:
        """Return a line about each table."""
        used = [f"{path}: {self.release(key)}, {what}" for path, _, key, what in self.notes]
        return [*used, *(f"{path}: not needed" for path in self.not_needed)]


def take_files(files: Iterable[Path], about: Release) -> Taken:
    """Read all tables of the files.

    :param about: what files do not say themselves: ``name`` of the survey's release, the highest
        pay that it releases, and ``onet``
    :raises FactsError: if a file has nothing that is known, or an invalid value
    """
    taken = Taken()
    for path in files:
        _take_file(path, about, taken)
    for key, found in taken.onet.items():
        found.credit = found.credit or credit_from_name(key) or about.onet
        if not found.credit:
            path = next(path for path, _, of_note, _ in taken.notes if of_note == key)
            message = "does not say which release of O*NET it is; add its 'Read Me.txt', or --onet"
            raise FactsError(path, 1, message)
    return taken


def _take_file(path: Path, about: Release, taken: Taken) -> None:
    number = len(taken.notes)
    not_used = [table for table in find_tables(path) if not _take_table(path, table, about, taken)]
    if len(taken.notes) > number:
        return
    if not all(is_of_onet(table) for table in not_used):
        raise not_used[0].error(1, _what_is_missing(not_used[0]))
    taken.not_needed.append(path)


def _take_table(path: Path, table: Table, about: Release, taken: Taken) -> bool:
    """Take a table; return whether it is one that is used."""
    name = older_csv.kind_of(table)
    if is_of_survey(table):
        _take_survey(path, read_survey(table), about, taken)
    elif name == "onet.csv":
        key = str(table.path)
        rows = older_csv.read_onet(table, taken.onet.setdefault(key, OnetFiles(about.onet)))
        taken.notes.append((table.path, path.name, key, f"{rows} occupations"))
    elif name:
        found_rows = older_csv.survey_rows(table, name)
        _take_survey(path, Survey(table, about.name, {name: found_rows}), about, taken)
    elif credit := credit_from_notes(table.notes):
        taken.onet.setdefault(table.container, OnetFiles()).credit = credit
        taken.notes.append((table.path, path.name, table.container, "its name"))
    else:
        return _take_onet(path, table, taken)
    return True


def _take_survey(path: Path, found: Survey, about: Release, taken: Taken) -> None:
    table, release = found.table, found.release or about.name
    if not period(release)[0]:
        message = "does not say which release it is of; say it with --release 'May 2026'"
        raise table.error(1, message)
    tops = (found.tops[0] or about.top_annual, found.tops[1] or about.top_hourly)
    if found.top_at and not all(tops):
        line, column = found.top_at
        message = "'#' is pay of at least the highest that is released, which the file does not"
        raise table.error(line, f"{message} say; say it with --top-annual and --top-hourly", column)
    if not found.rows:
        raise table.error(1, "has no row of all industries and owners together")
    taken.tops[release] = tops if any(tops) else taken.tops.get(release, tops)
    for name, rows in found.rows.items():
        known = taken.survey.setdefault(release, {}).setdefault(name, {})
        for code, new in rows.items():
            if name == "occupations.csv" and known.get(code, new) != new:
                raise table.error(1, f"'{code}' has other figures than in another file")
            known[code] = sorted({*known.get(code, ()), *new})
        number = sum(len(each) for each in rows.values())
        what = f"{number} {_KINDS[name]}"
        if name == "occupations.csv" and found.twice:
            what += f", {found.twice} of them listed twice"
        taken.notes.append((table.path, path.name, release, what))


def _take_onet(path: Path, table: Table, taken: Taken) -> bool:
    read = reader_of(table)
    found = OnetFiles()
    number = read(table, found) if read else 0
    if not number:  # work values have the same columns as interests
        return False
    known = taken.onet.setdefault(table.container, OnetFiles())
    for code, cells in found.rows.items():
        known.rows[code] |= cells
    taken.notes.append((table.path, path.name, table.container, f"{number} occupations"))
    return True


def _what_is_missing(table: Table) -> str:
    columns = {*table.columns}
    wanted = [*older_csv.SOURCES.values(), MARKS]
    closest = max(wanted, key=lambda each: len(each & columns) / len(each))
    if "OCC_TITLE" in columns:
        closest = MARKS
    missing = sorted(closest - columns)[0]
    return f"is no file of the survey or of O*NET: it lacks the column '{missing}'"
