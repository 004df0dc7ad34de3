"""Files are written whole or not at all, whatever happens and whenever."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from build_cache.files import restore, write_all, write_whole
from tests.sites import snapshot
from tests.sites.faults import KILLED, with_all_faults, with_largest_file

OLD, NEW = b"old" * 1000, b"new!" * 2000


def files_in(folder: Path) -> dict[str, bytes]:
    """Return name -> content, without temporary files, which a killed process leaves."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".part"
    }


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "new/folder/page.md"
    write_whole(file, OLD)
    os.umask(mask := os.umask(0))
    assert stat.S_IMODE(file.stat().st_mode) == 0o666 & ~mask
    file.chmod(0o640)
    write_whole(file, NEW)
    assert file.read_bytes() == NEW
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["page.md"]


def test_one_file_is_whole_after_a_fault_at_any_operation(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    seen = set()
    faults = with_all_faults(
        lambda: write_whole(file, NEW), tmp_path, lambda: write_whole(file, OLD)
    )
    for fault, at, status in faults:
        assert file.read_bytes() in {OLD, NEW}, (fault, at)
        if status != KILLED:
            assert [path.name for path in tmp_path.iterdir() if path.suffix != ".part"] == [
                "page.md"
            ]
        seen.add((fault, status))
    assert ("kill", KILLED) in seen


@pytest.mark.parametrize("is_deadly", [False, True])
def test_one_file_is_whole_where_it_does_not_fit(tmp_path: Path, is_deadly: bool) -> None:
    file = tmp_path / "page.md"
    write_whole(file, OLD)
    assert with_largest_file(lambda: write_whole(file, NEW), 4096, is_deadly=is_deadly) != 0
    assert file.read_bytes() == OLD


def test_several_files_come_all_or_none(tmp_path: Path) -> None:
    folder = tmp_path / "facts"
    before = {"b.csv": OLD, "release.json": OLD}
    after = {"a/x.csv": NEW, "b.csv": NEW, "c.csv": NEW, "release.json": NEW}

    def prepare() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        for name, data in before.items():
            write_whole(folder / name, data)

    def run() -> None:
        write_all({folder / n: d for n, d in after.items()}, seal=folder / "release.json")

    restored = 0
    for fault, at, status in with_all_faults(run, folder, prepare):
        found = files_in(folder)
        if status == KILLED:  # then the seal says whether all are there
            is_sealed = "release.json" in found
            assert not is_sealed or found in (before, after), (fault, at, found.keys())
            restored += restore(folder / "release.json")
            again = files_in(folder)
            assert again == (found if is_sealed else before), (fault, at, again.keys())
            assert not restore(folder / "release.json")
        else:
            assert found in (before, after), (fault, at, found.keys())
            assert found == after or not (folder / "a").exists()
    assert restored >= len(after)


def test_restoring_can_be_interrupted_too(tmp_path: Path) -> None:
    folder, stopped = tmp_path / "facts", tmp_path / "stopped"
    seal = folder / "release.json"
    names = ("b.csv", "c.csv", "release.json")

    def prepare() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if stopped.exists():
            shutil.copytree(stopped, folder)
            return
        for name in names:
            write_whole(folder / name, OLD)

    def write() -> None:
        write_all({folder / name: NEW for name in names}, seal=seal)

    for _fault, _at, status in with_all_faults(write, folder, prepare):
        if status == KILLED and not seal.exists() and (folder / "b.csv").read_bytes() == NEW:
            shutil.copytree(folder, stopped)
            break
    assert (stopped / ".release.json.part").exists()
    for fault, at, _status in with_all_faults(lambda: restore(seal), folder, prepare):
        restore(seal)
        assert files_in(folder) == dict.fromkeys(names, OLD), (fault, at)


def test_a_new_file_never_overwrites_one(tmp_path: Path) -> None:
    write_whole(tmp_path / "b.md", OLD)
    with pytest.raises(FileExistsError, match=r"b\.md is there already"):
        write_all({tmp_path / "a.md": NEW, tmp_path / "b.md": NEW}, new=[tmp_path / "b.md"])
    assert files_in(tmp_path) == {"b.md": OLD}
    assert len([*tmp_path.iterdir()]) == 1


FULL = """
mount -t tmpfs -o size=64k tmpfs "$1" || exit 77
"$2" -c '
import pathlib, sys
from build_cache.files import write_all
folder = pathlib.Path(sys.argv[1])
write_all({folder / "a.md": b"old", folder / "b.md": b"old"})
try:
    write_all({folder / "a.md": b"new", folder / "b.md": b"x" * 100_000})
except OSError as error:
    print(error)
print(sorted((file.name, file.read_bytes()) for file in folder.iterdir()))
' "$1"
"""


def test_nothing_changes_on_a_full_disk(tmp_path: Path) -> None:
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", FULL, "sh"]
    if not shutil.which("unshare"):
        pytest.skip("no unshare")
    done = subprocess.run(
        [*command, tmp_path, sys.executable], capture_output=True, text=True, env={**os.environ}
    )
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip(f"no file system of our own: {done.stderr}")
    assert done.stdout.splitlines() == [
        f"[Errno 28] No space left on device: '{tmp_path}/b.md'",
        "[('a.md', b'old'), ('b.md', b'old')]",
    ], done.stderr
    assert snapshot(tmp_path) == {}


def test_nothing_changes_in_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    write_whole(tmp_path / "a.md", OLD)
    locked.write_bytes(b"a file, where a folder is needed")
    with pytest.raises(OSError, match="locked"):
        write_all({tmp_path / "a.md": NEW, locked / "b.md": NEW})
    assert files_in(tmp_path)["a.md"] == OLD
    assert len([*tmp_path.iterdir()]) == 2
