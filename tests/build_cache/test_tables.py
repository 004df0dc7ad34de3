"""Pickled tables whose changes are kept in a file of their own."""

from __future__ import annotations

from pathlib import Path

from build_cache.tables import Table


def test_changes_are_kept_in_a_small_file_beside_the_table(tmp_path: Path) -> None:
    path, changes = tmp_path / "kept.pickle", tmp_path / "kept.changes.pickle"
    items = {str(number): number for number in range(2_000)}
    Table(path).write("first", items, items)
    whole = path.read_bytes()
    for number, name in enumerate(["7", "1999", "7"]):
        items = {**items, name: -number}
        Table(path).write(f"head {number}", items, [name])
        table = Table(path)
        assert (table.head, table.items) == (f"head {number}", items)
    assert path.read_bytes() == whole
    assert changes.stat().st_size < 200
    old = changes.read_bytes()
    Table(path).write("many", items, [*items][:600])
    assert not changes.exists()
    changes.write_bytes(old)  # of the file that was there before
    assert (Table(path).head, Table(path).items) == ("many", items)
    whole = path.read_bytes()
    items.pop("3")
    Table(path).write("less", items, [])
    items |= {"17 more": 17}
    Table(path).write("more", items, [])
    assert (Table(path).head, [*Table(path).items]) == ("more", sorted(items))
    assert (Table(path).items, path.read_bytes()) == (items, whole)
    path.write_bytes(b"no pickle")
    assert (Table(path).head, Table(path).items) == (None, {})
