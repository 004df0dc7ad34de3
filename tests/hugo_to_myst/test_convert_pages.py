"""Pages are converted in one process or in several; the result is the same."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

import pytest

from hugo_to_myst import convert_pages
from tests.hugo_to_myst.sites import PNG, snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.sites import Imported, Make

#: Pages whose results depend on others: one alias and one image name for two, one content twice.
SITE = {
    "hugo.toml": 'baseURL = "https://old.example/"\nstaticDir = ["static", "more"]\n',
    "static/img/a.png": PNG, "static/images/a.png": PNG + b"2", "static/b.png": PNG,
    "assets/x/c.png": PNG + b"3", "assets/y/c.png": PNG + b"4",
    "static/images/logos/l.svg": b"<svg/>",
    **{
        f"content/p{n}.md": f"---\ntitle: P{n}\naliases: [/old, /was/{n}]\nsidebarlogo: l\n"
        f"tags: [t{n}]\n---\n![a](/images/a.png) ![b](/img/a.png) ![c](/b.png)\n"
        f"[d](/p{n + 1}) [e](/no{n}) ![x](x/c.png) ![y](y/c.png) ![l](/images/logos/l.svg)\n"
        for n in range(8)
    },
}  # fmt: skip


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes for few pages, too."""
    monkeypatch.setattr(convert_pages, "_LEAST_PAGES", 2)


def compare(one: Imported, two: Imported) -> None:
    """Fail unless two imports have the same files and findings."""
    assert contents(one.out) == contents(two.out)
    assert one.report.to_json() == two.report.to_json()
    assert one.report.redirects == two.report.redirects


def contents(folder: Path) -> dict[str, bytes]:
    files = snapshot(folder).items()
    return {name.removeprefix(str(folder)): data for name, (_, data) in files}


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("processes", [2, 3])
def test_the_number_of_processes_changes_nothing(
    processes: int, make: Make, tmp_path: Path
) -> None:
    one = make(SITE)
    one.out.rename(tmp_path / "one")
    two = make(SITE, processes=processes)
    one.out = tmp_path / "one"
    assert len(two.guides) == 10
    compare(one, two)


def test_names_and_aliases_do_not_depend_on_what_is_imported(make: Make, tmp_path: Path) -> None:
    """The second of two pages with one alias does not have it, even if it is imported alone."""
    whole = make(SITE)
    text, body = whole.front("p1")["aliases"], whole.body("p1")
    whole.out.rename(tmp_path / "whole")
    alone = make(SITE, only="p1")
    assert (alone.front("p1")["aliases"], alone.body("p1")) == (text, body)
    assert text == ["/was/1"]


@pytest.mark.usefixtures("few")
def test_a_process_that_is_killed_loses_no_page(
    make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = make(SITE)
    one.out.rename(tmp_path / "one")
    real = convert_pages._Worker.next_result
    killed: list[int] = []

    def kills(self: Any) -> Any:
        if self.process.pid not in killed and len(killed) < 2:
            killed.append(self.process.pid)
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.join()
        return real(self)

    monkeypatch.setattr(convert_pages._Worker, "next_result", kills)
    two = make(SITE, processes=3)
    assert contents(tmp_path / "one") == contents(two.out)
    found = two.of("process")
    assert found
    assert all(f.was == "a process ended with status -9" for f in found)
    assert {f.kind for f in two.report.findings} - {f.kind for f in one.report.findings} == {
        "process"
    }


@pytest.mark.usefixtures("few")
def test_processes_end_when_the_import_is_stopped(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Any] = []
    real = convert_pages._Worker.__init__

    def notes(self: Any, *args: Any) -> None:
        real(self, *args)
        started.append(self.process)

    def stops(done: int, *_: object) -> None:
        if done == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(convert_pages._Worker, "__init__", notes)
    with pytest.raises(KeyboardInterrupt):
        make(SITE, processes=3, progress=stops)
    assert len(started) == 2
    assert not any(process.is_alive() for process in started)
