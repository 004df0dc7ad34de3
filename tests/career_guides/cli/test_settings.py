"""The settings in ``conf.py``, read without running it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from career_guides.cli.settings import read_settings

if TYPE_CHECKING:
    from pathlib import Path

#: How real projects write a list, and what it is; ``None`` if only running it would tell.
LISTS = {
    "x = ['a', 'b']": ["a", "b"],
    "x: list[str] = ['a']": ["a"],
    "x = ['a']\nx = [*x, 'b']": ["a", "b"],
    "x = ['a']\nx += ['b']": ["a", "b"],
    "x = ['a']\nx.append('b')\nx.extend(['c', 'd'])": ["a", "b", "c", "d"],
    "own = ['a']\nx = own + ['b'] + own": ["a", "b", "a"],
    "own = ['a']\nx = own": ["a"],
    "x = ['a']\nx += more()": None,
    "x = ['a']\nx.append(name)": None,
    "x = [*more(), 'b']": None,
    "x = ['a', name]": None,
    "x = {[]: 1}": None,
    "x = ['a']\nx += x" + "\nx += x" * 60: None,
    "y += ['a']": None,
}


@pytest.mark.parametrize("conf", LISTS)
def test_lists_may_be_made_of_others_and_extended(tmp_path: Path, conf: str) -> None:
    (tmp_path / "conf.py").write_text(conf)
    assert read_settings(tmp_path).values.get("x") == LISTS[conf]
