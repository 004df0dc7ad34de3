"""Each speed-up, by itself and with the others, changes no byte that a build writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sites import Site, snapshot
from tests.sphinx_speedups.rich_site import NAMES, Outcome, build
from tests.sphinx_speedups.varied import VARIED

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Build the site as Sphinx does it."""
    return build(tmp_path_factory.mktemp("plain"), speedups_enabled=False)


def test_the_site_has_what_it_is_for(plain: Outcome) -> None:
    names = {name.partition("/")[0] for name in plain.files}
    assert names == {"html", "before", "dirhtml", "latex", "text", "json"}
    assert len(plain.files) > 300
    assert "html/_modules/rich_sample.html" in plain.files
    assert plain.files["html/sub/deep/page.html"] != plain.files["before/sub/deep/page.html"]
    assert 'Unknown target name: "nowhere"' in plain.said[0]


@pytest.mark.parametrize("name", NAMES)
def test_one_speedup_changes_nothing(tmp_path: Path, plain: Outcome, name: str) -> None:
    others = [other for other in NAMES if other != name]
    fast = build(tmp_path, speedups_disabled=others)
    assert not [said for said in fast.said if "left alone" in said]
    assert fast.files == plain.files
    assert fast.warnings == plain.warnings


def test_all_of_them_change_nothing(tmp_path: Path, plain: Outcome) -> None:
    fast = build(tmp_path)
    assert not [said for said in fast.said if "left alone" in said]
    assert fast.files == plain.files


@pytest.mark.parametrize(
    "builder", ["html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "gettext"]
)
def test_guides_are_the_same(site: Site, builder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    site.write(VARIED)
    outputs = []
    for value in ("1", "0"):
        site.build("-D", f"speedups_enabled={value}", builder=builder, out=value)
        found = snapshot(site.path / value)
        found.pop("AcmeCareers.epub", None)  # with times; what it holds is beside it
        outputs.append(found)
    assert outputs[0] == outputs[1]
