"""Build a compact release from a survey's own files, for ``career-guides facts import``.

The survey's files are recognised by their columns.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
from collections import defaultdict
from dataclasses import asdict, replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from build_cache.files import write_all

from .csv_files import COLUMNS, FactsError, value
from .release import Facts, Release, read_release

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


Row = dict[str, str]

#: File of the release -> the columns that identify the survey's file it is built from.
SOURCES: dict[str, set[str]] = {
    "occupations.csv": set(COLUMNS["occupations.csv"]),
    "states.csv": set(COLUMNS["states.csv"]),
    "onet.csv": {
        "onet_soc", "job_zone", "required_education_mode", "required_education_percent",
        "related_onet_soc",
    },
}  # fmt: skip

SURVEY = Release(
    survey="Occupational Employment and Wage Statistics",
    publisher="U.S. Bureau of Labor Statistics",
    url="https://www.bls.gov/oes/",
    licence="public domain",
    onet_url="https://www.onetcenter.org/database.html",
)

#: How many states for each ranking of an occupation, and how many related occupations, are kept.
STATES, RELATED = 5, 10


def import_release(files: Sequence[Path], folder: Path, about: Release) -> list[str]:
    """Write into *folder* the files of a release for which *files* has data.

    :param files: any of the survey's national file, its file of states, and O*NET's file
    :param about: the release; empty fields are taken from the one that is already in *folder*
    :returns: a line about each file that was written
    :raises FactsError: if a file is not one of these, or has an invalid value
    :raises OSError: if a file cannot be written; in both cases, none has been
    """
    before = read_release(folder) if (folder / "release.json").is_file() else SURVEY
    made: dict[str, list[tuple[str, ...]]] = {}
    digests = dict(before.files)
    for path in files:
        name, source_rows = _read(path)
        made[name] = MAKERS[name](path, source_rows)
        digests[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    given = {key: text for key, text in asdict(about).items() if text}
    release = replace(before, **{**given, "files": digests})
    if not release.published or not release.name:
        raise FactsError(folder, 1, "say which release this is: --release and --published")
    texts = {name: _as_csv(COLUMNS[name], rows) for name, rows in made.items()}
    for name in COLUMNS.keys() - made.keys():  # a release may be imported in parts
        if not (folder / name).is_file():
            texts[name] = _as_csv(COLUMNS[name], [])
    text = json.dumps(asdict(release), indent=2, ensure_ascii=False, sort_keys=True)
    texts["release.json"] = text + "\n"
    _check_readable(texts, folder)
    # The tables before the file that says which release they are.
    contents = {folder / name: text.encode() for name, text in texts.items()}
    write_all(contents, seal=folder / "release.json")
    return [f"{folder / name}: {len(rows)} rows" for name, rows in sorted(made.items())]


def _read(path: Path) -> tuple[str, list[Row]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            columns = set(reader.fieldnames or ())
            rows = list(reader)
    except (OSError, ValueError, csv.Error) as error:
        raise FactsError(path, 1, f"cannot be read: {error}") from None
    for name, wanted in SOURCES.items():
        if wanted <= columns:
            return name, rows
    needed = " or ".join(sorted(f"'{sorted(wanted - columns)[0]}'" for wanted in SOURCES.values()))
    raise FactsError(path, 1, f"is no file of the survey: it lacks the column {needed}")


def occupations(path: Path, rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """Return the rows of ``occupations.csv``."""
    columns = COLUMNS["occupations.csv"]
    seen: dict[str, int] = {}
    made = []
    for line, row in enumerate(rows, 2):
        code = _code(path, line, row["soc"])
        if code in seen:
            raise FactsError(path, line, f"'{code}' is there twice, first in line {seen[code]}")
        seen[code] = line
        for name in columns[3:]:
            _check(path, line, name, row[name])
        made.append(tuple(row[name] for name in columns))
    return sorted(made)


def states(path: Path, rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """Return the rows of ``states.csv``: the top states of each occupation, by pay and by jobs."""
    columns = COLUMNS["states.csv"]
    by_code: dict[str, list[Row]] = defaultdict(list)
    for line, row in enumerate(rows, 2):
        for name in columns[2:]:
            _check(path, line, name, row[name])
        by_code[_code(path, line, row["soc"])].append(row)
    made: set[tuple[str, ...]] = set()
    for found in by_code.values():
        for key in ("annual_median", "employment"):
            known = [row for row in found if isinstance(value(row[key]), float)]
            known.sort(key=lambda row: (-float(row[key]), row["state"]))
            made.update(tuple(row[name] for name in columns) for row in known[:STATES])
    return sorted(made)


def onet(path: Path, rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """Return the rows of ``onet.csv``, for the occupations that have a SOC code of their own."""
    made = []
    for line, row in enumerate(rows, 2):
        code, _, detail = row["onet_soc"].partition(".")
        _code(path, line, code)
        if detail != "00":  # only a part of a SOC occupation
            continue
        related = [name.partition(".")[0] for name in row["related_onet_soc"].split(";")]
        unique = [name for name in dict.fromkeys(related) if name and name != code]
        education, percent = row["required_education_mode"], row["required_education_percent"]
        if not re.search(r"\w", education):
            education = percent = ""
        made.append((code, education, percent, row["job_zone"], " ".join(unique[:RELATED])))
    return sorted(made)


MAKERS = {"occupations.csv": occupations, "states.csv": states, "onet.csv": onet}


def _code(path: Path, line: int, text: str) -> str:
    if not re.fullmatch(r"\d\d-\d{4}", text or ""):
        raise FactsError(path, line, f"expected a SOC code such as 27-3091, got '{text}'")
    return text


def _check(path: Path, line: int, name: str, text: str | None) -> None:
    try:
        value(text)
    except ValueError as error:
        raise FactsError(path, line, f"'{name}': {error}") from None


def _as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerows([columns, *rows])
    return stream.getvalue()


def _check_readable(texts: Mapping[str, str], folder: Path) -> None:
    """Read the release as it will be in *folder*, before anything is written there."""
    with TemporaryDirectory() as name:
        trial = Path(name)
        for table in COLUMNS.keys() - texts.keys():
            shutil.copyfile(folder / table, trial / table)
        for file, text in texts.items():
            (trial / file).write_text(text, encoding="utf-8", newline="")
        try:
            Facts.read(trial)
        except FactsError as error:
            raise FactsError(folder / error.path.name, error.line, str(error)) from None
