"""Pay and employment of occupations: a survey's release as plain data.

A release is a folder of files, which :mod:`.importer` writes:

- ``release.json``: what the release is, who published it and when, and the files it was built from;
- ``occupations.csv``: a row for each occupation and group;
- ``states.csv``: each occupation in each state and territory;
- ``areas.csv``: each occupation in metropolitan and other areas, read only for pages that show it;
- ``history.csv``: a few figures of each occupation and group in earlier releases;
- ``onet.csv``: education, preparation, interests and related occupations, from O*NET.

A value is a number, :data:`~.csv_files.NOT_RELEASED`, or :data:`~.csv_files.TOP` for a number
higher than any that the survey releases. Pay is in US dollars, by the year or by the hour as its
name says.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle
import re
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from career_guides.content.addresses import ADDRESS

from .csv_files import FactsError, lines_by_code, rows
from .history import Year, period
from .occupation import Occupation, Pay
from .onet import NO_ONET, Onet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


#: The release that comes with the extension.
BUNDLED = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Release:
    """Where the figures come from.

    :param survey: name of the survey
    :param publisher: who publishes it
    :param name: the period that the release covers, such as ``May 2025``
    :param published: day of publication, such as ``2026-05-15``
    :param url: public address of the survey
    :param licence: terms on which the figures may be used
    :param onet: version, publisher and licence of the O*NET database, for the credit
    :param onet_url: public address of that database
    :param top_annual: yearly pay above which the survey gives no figure; 0 if it gives all
    :param top_hourly: the same for pay by the hour
    :param onet_levels: the same for the shares of all levels of education, if they are from another
        release of the database
    :param onet_titles: the same for the job titles
    :param files: name -> ``release`` and ``sha256`` of each file that the release was built from
    """

    survey: str = ""
    publisher: str = ""
    name: str = ""
    published: str = ""
    url: str = ""
    licence: str = ""
    onet: str = ""
    onet_url: str = ""
    onet_levels: str = ""
    onet_titles: str = ""
    top_annual: float = 0
    top_hourly: float = 0
    files: Mapping[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Reject values of the wrong type."""
        kinds = {"files": dict, "top_annual": int | float, "top_hourly": int | float}
        for name, given in asdict(self).items():
            if not isinstance(given, kinds.get(name, str)):
                raise TypeError(f"'{name}' is not of the right kind")
        # Releases made by earlier versions have the checksum alone.
        files = {
            name: {"release": "", "sha256": each} if isinstance(each, str) else each
            for name, each in self.files.items()
        }
        object.__setattr__(self, "files", files)
        for name in ("url", "onet_url"):
            address = getattr(self, name)
            if address and not re.fullmatch(ADDRESS, address):
                message = (
                    f"'{name}': expected an address that starts with https://, got {address!r}"
                )
                raise ValueError(message)
        if self.published:
            dt.date.fromisoformat(self.published)


@dataclass(frozen=True)
class Facts:
    """The data of a release; without occupations if there is none.

    :param occupations: code -> occupation or group
    :param folder: the folder that it was read from
    :param earlier: code -> figures in earlier releases, also of occupations that have gone
    """

    release: Release = field(default_factory=Release)
    occupations: Mapping[str, Occupation] = field(default_factory=dict)
    earlier: Mapping[str, Sequence[Year]] = field(default_factory=dict)
    folder: Path | None = None

    @classmethod
    def read(cls, folder: Path, *, is_checked: bool = False) -> Facts:
        """Read the files of a release.

        :param is_checked: whether the largest of them is known to be without errors
        :raises FactsError: if one of them cannot be read
        """
        onet = {code: _onet(cells) for code, *cells in rows(folder / "onet.csv")}
        history: dict[str, list[Year]] = {}
        for release, code, *cells in rows(folder / "history.csv"):
            history.setdefault(code, []).append(Year(release, *cells))
        states = lines_by_code(folder / "states.csv", is_checked=is_checked)
        found = {}
        for code, level, title, jobs, jobs_rse, pay_rse, *pay in rows(folder / "occupations.csv"):
            found[code] = Occupation(
                code, level, title, jobs, jobs_rse, pay_rse, Pay._make(pay[:6]),
                Pay._make(pay[6:]), states.get(code, ""), onet.get(code, NO_ONET),
                tuple(history.get(code, ())),
            )  # fmt: skip
        return cls(read_release(folder), found, history, folder)

    def __bool__(self) -> bool:
        return bool(self.occupations)

    @cached_property
    def detailed(self) -> tuple[Occupation, ...]:
        """All occupations without the groups, ordered by code."""
        return tuple(row for _, row in sorted(self.occupations.items()) if row.level == "detailed")

    @cached_property
    def before(self) -> str:
        """The period of the release before this one; ``''`` if there is none."""
        found = {years[-1].release for years in self.earlier.values()}
        return max(found, key=period, default="")

    def group(self, code: str) -> str:
        """Return the title of the major group that *code* is in."""
        found = self.occupations.get(f"{code[:3]}0000")
        return found.title if found else ""


class Bundled(Facts):  # noqa: PLW1641 - its fields have no hash either
    """The facts that the extension comes with, which are read when they are first asked for.

    A site without occupations never does, and the files take longer than 20 pages.

    :param kept: the facts as a build before has pickled them; ``b""`` for those in the files
    """

    folder = BUNDLED

    def __init__(self, kept: bytes = b"") -> None:
        vars(self)["_kept"] = kept

    def __getattr__(self, name: str) -> Any:
        """Read the facts: nothing has been assigned to their fields yet."""
        if name not in {"release", "occupations", "earlier"}:
            raise AttributeError(name)
        kept = vars(self)["_kept"]
        # Files that are checked by the tests, or what this class has pickled.
        read = pickle.loads(kept) if kept else Facts.read(BUNDLED, is_checked=True)  # noqa: S301
        vars(self).update(release=read.release, occupations=read.occupations, earlier=read.earlier)
        return vars(self)[name]

    def __bool__(self) -> bool:
        return True  # they have occupations, which need not be read for that

    def __reduce__(self) -> tuple[type[Bundled], tuple[bytes]]:
        """Keep the facts only if they have been read; what was kept already stays as it is."""
        kept = vars(self)["_kept"]
        if not kept and "occupations" in vars(self):
            kept = pickle.dumps(Facts(self.release, self.occupations, self.earlier))
        return Bundled, (kept,)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bundled)  # both are those of this version


@cache
def bundled() -> Facts:
    """Return the facts that the extension comes with, which a process reads once at most."""
    return Bundled()


def _onet(cells: Sequence[Any]) -> Onet:
    education, percent, zone, related, interests, levels, date, titles = cells
    return Onet(
        education, percent, zone, tuple(related.split()), interests, levels, date,
        tuple(filter(None, titles.split("; "))),
    )  # fmt: skip


def read_release(folder: Path) -> Release:
    """Read the ``release.json`` of a release.

    :raises FactsError: if it cannot be read
    """
    path = folder / "release.json"
    try:
        return Release(**json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:  # also what an import that was killed leaves
        message = "no such file; import the release again: career-guides facts import"
        raise FactsError(path, 1, message) from None
    except json.JSONDecodeError as error:
        raise FactsError(path, error.lineno, f"invalid JSON: {error.msg}") from None
    except (OSError, ValueError, TypeError) as error:
        raise FactsError(path, 1, f"no release: {error}") from None
