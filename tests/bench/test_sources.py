"""Real sources in the benchmark, and the similarity of pictures."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from tests.sites.photos import content, noise_photo

from . import sources as bench_sources
from .__main__ import folder_of, options_of
from .measure import Cost
from .picture_quality import rows, similarities
from .sources import HUGO, SITES, Sources, build, copied, imported
from .ssim import ssim

GUIDE = "---\ntitle: A pilot\ndescription: What it is.\n---\n\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a folder with a home page, a career and a photograph."""
    folder = tmp_path / "own"
    (folder / "pilot").mkdir(parents=True)
    (folder / "README.md").write_text("# For contributors\n")
    (folder / "index.md").write_text("---\ntitle: Home\n---\n\n```{guides}\n```\n")
    (folder / "pilot/index.md").write_text(f"{GUIDE}![A ward](/photo.png)\n")
    (folder / "pilot/day.rst").write_text("Day\n===\n\nIt's a text.\n")
    (folder / "photo.png").write_bytes(content(noise_photo()))
    return folder


@pytest.mark.slow
def test_a_folder_is_built_four_ways(source: Path, tmp_path: Path) -> None:
    place = tmp_path / "sites/own"
    for site in SITES:
        assert build(source, place, site).cpu > 0
        out = place / "html"
        assert "It's a text." in (out / "pilot/day.html").read_text("utf-8")
        assert not (out / "README.html").exists()
        assert (out / "_images/variants").exists() == site.startswith(("project", "pictures"))


def test_the_table_has_the_best_round_and_ratios_to_the_floor() -> None:
    found = Sources()
    for site, seconds in (("floor", (5, 4)), ("project", (6, 7))):
        found.costs["own", site] = [Cost(cpu, 2 * cpu, 100) for cpu in seconds]
        found.output["own", site] = 2.5
    assert found.rows()[2] == ["own", "project", "6.0", "1.50", "12.0", "1.50", "100", "2.5"]


def test_copies_have_names_of_their_own(source: Path, tmp_path: Path) -> None:
    same = tmp_path / "other/own"
    same.mkdir(parents=True)
    found = copied([source, same], tmp_path / "copies")
    assert [*found] == ["own", "other/own"]
    assert (found["own"] / "pilot/day.rst").is_file()


def test_sources_need_a_first_page(source: Path, tmp_path: Path) -> None:
    assert options_of(["--source", str(source), "--source", str(source)]).source == [source] * 2
    with pytest.raises(argparse.ArgumentTypeError, match="is no folder with an index"):
        folder_of(str(tmp_path))


def test_samples_that_are_not_there_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench_sources, "HUGO", tmp_path)
    assert imported(tmp_path / "out") == {}
    assert "left out because it is not there" in capsys.readouterr().err


@pytest.mark.slow
def test_a_sample_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not HUGO.is_dir():
        pytest.skip("needs the samples in ../shared/hugo")
    monkeypatch.setattr(bench_sources, "SAMPLES", ("foosn",))
    found = imported(tmp_path)
    assert (found["foosn"] / "index.md").is_file()


def test_similarity_falls_with_every_loss() -> None:
    photo = noise_photo()
    blurred = [photo.filter(ImageFilter.GaussianBlur(radius)) for radius in (1, 4)]
    found = [ssim(photo, other) for other in (photo, *blurred)]
    assert found[0] == pytest.approx(1)
    assert 1 > found[1] > found[2] > 0
    assert ssim(Image.new("L", (64, 64), 0), Image.new("L", (64, 64), 255)) < 0.01


def test_the_quality_of_variants(source: Path) -> None:
    seconds, found = similarities([source / "photo.png"])
    assert seconds > 0
    table = rows(found, found)
    assert table[-1][:4] == ["other", "webp", "own", "1"]
    assert 0.9 < float(table[-1][6]) < 1
    # What only one of them has made is in no sum.
    alone = {("photo.jpg", "webp", 736): (5.0, 0.9)}
    assert rows(found | alone, found) == rows(found, found | alone) == table
