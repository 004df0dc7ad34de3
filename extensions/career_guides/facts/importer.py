"""Build a compact release from the publishers' files, for ``career-guides facts import``.

What is in the folder already stays unless the files have something newer. A release of the survey
that is no longer the latest becomes part of the history; figures of states and areas go with the
release that they belong to.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from build_cache.files import write_all

from .csv_files import COLUMNS, FactsError, as_text, raw_rows
from .history import period
from .importing.oews import all_rows, history_rows
from .importing.onet_files import merge
from .importing.take import take_files
from .release import Facts, Release, read_release

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .importing.take import Taken


SURVEY = Release(
    survey="Occupational Employment and Wage Statistics",
    publisher="U.S. Bureau of Labor Statistics",
    url="https://www.bls.gov/oes/",
    licence="public domain",
    onet_url="https://www.onetcenter.org/database.html",
)

#: File of the release -> its rows.
Tables = dict[str, "Sequence[Sequence[str]]"]
#: Files with figures of parts of the country, of the latest release alone.
_LOCAL = ("states.csv", "areas.csv")


def import_release(files: Sequence[Path], folder: Path, about: Release) -> list[str]:
    """Write into *folder* the files of a release for which *files* has data.

    :param files: the survey's and O*NET's files, as published or as CSV, in any order
    :param folder: the release that is there, if any, is brought up to date
    :param about: what the files do not say themselves: ``name`` and ``published`` of the survey's
        release, the highest pay that it releases, and ``onet``
    :returns: a line about each table that was read, and each file that was written
    :raises FactsError: if a file is not one of these, or has an invalid value; nothing is written
        in that case
    """
    is_there = (folder / "release.json").is_file()
    before = read_release(folder) if is_there else SURVEY
    defaults = {key: getattr(about, key) or getattr(before, key) for key in ("name", "onet")}
    taken = take_files(files, replace(about, **defaults))
    tables: Tables = {
        name: [row for number, row in raw_rows(folder / name) if number > 1] if is_there else []
        for name in COLUMNS
    }
    release = replace(before, published=about.published or before.published)
    release = _merge_survey(folder, taken, tables, release, is_dated=bool(about.published))
    if taken.onet:
        rows, credit = merge([*taken.onet.values()])
        columns = COLUMNS["onet.csv"][1:]
        tables["onet.csv"] = [
            (code, *(row.get(name, "") for name in columns)) for code, row in sorted(rows.items())
        ]
        release = replace(
            release,
            onet=credit.newest,
            onet_levels=credit.levels,
            onet_titles=credit.titles,
        )
    release = replace(release, files=_sources(files, taken, tables, release, before))
    _write(folder, tables, release)
    written = [f"{folder / name}: {len(rows)} rows" for name, rows in sorted(tables.items())]
    return [*taken.lines(), *written]


def _merge_survey(
    folder: Path, taken: Taken, tables: Tables, release: Release, *, is_dated: bool
) -> Release:
    """Merge the releases of the survey in *taken* into *tables*; return the latest of them.

    :param release: the one that is in the folder, with the date of publication that was given
    :param is_dated: whether one was given
    """
    before = release.name
    national = {
        name: list(all_rows(found["occupations.csv"]))
        for name, found in taken.survey.items()
        if "occupations.csv" in found
    }
    if before and before not in national and tables["occupations.csv"]:
        national[before] = [(*row,) for row in tables["occupations.csv"]]
    latest = max({*national, *taken.survey, *filter(None, [before])}, key=period, default="")
    if not latest:
        raise FactsError(folder, 1, "say which release this is: --release and --published")
    if not release.published or (latest != before and not is_dated):
        raise FactsError(folder, 1, f"say when {latest} was published: --published")
    history = {(row[0], row[1]): tuple(row) for row in tables["history.csv"]}
    for name, rows in national.items():
        if name != latest:
            history |= {(row[0], row[1]): row for row in history_rows(name, rows)}
    kept = (row for row in history.values() if row[0] != latest)
    tables["history.csv"] = sorted(kept, key=lambda row: (period(row[0]), row[1]))
    tables["occupations.csv"] = national.get(latest, [])
    of_latest = taken.survey.get(latest, {})
    for name in _LOCAL:
        if name in of_latest:
            tables[name] = list(all_rows(of_latest[name]))
        elif latest != before:
            tables[name] = []
    tops = taken.tops.get(latest, (0, 0))
    if latest != before or any(tops):
        release = replace(release, top_annual=tops[0], top_hourly=tops[1])
    return replace(release, name=latest)


def _sources(
    files: Sequence[Path], taken: Taken, tables: Tables, release: Release, before: Release
) -> dict[str, dict[str, str]]:
    """Return the name of each file that the release is made from, with its release and SHA-256.

    Those of an earlier import stay while something of their release is left.
    """
    names = {release.name, *(row[0] for row in tables["history.csv"])}
    if not taken.onet:
        names |= {source["release"] for source in before.files.values() if _is_onet(source)}
    kept = {name: each for name, each in before.files.items() if each.get("release") in names}
    sources = taken.sources
    new = {
        path.name: {
            "release": sources[path.name],
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in files
        if path.name in sources
    }
    return {**kept, **new}


def _is_onet(source: dict[str, str]) -> bool:
    return str(source.get("release")).startswith("O*NET")


def _write(folder: Path, tables: Tables, release: Release) -> None:
    """Write the files of a release, after checking that they can be read."""
    about = json.dumps(asdict(release), indent=2, ensure_ascii=False, sort_keys=True)
    texts = {name: as_text(name, rows) for name, rows in tables.items()}
    texts["release.json"] = about + "\n"
    with tempfile.TemporaryDirectory() as trial:
        for name, text in texts.items():
            Path(trial, name).write_text(text, encoding="utf-8")
        Facts.read(Path(trial))
    # The tables before the file that says which release they are.
    contents = {folder / name: text.encode() for name, text in texts.items()}
    write_all(contents, seal=folder / "release.json")
