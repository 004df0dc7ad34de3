"""Fixtures that import small Hugo sites."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hugo_to_myst.import_site import import_site
from hugo_to_myst.read.config import Config, read_config

from .sites import CONFIG, Body, Imported, Make


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """Return the configuration of a site without pages and settings."""
    site: Path = tmp_path_factory.mktemp("empty")
    (site / "content").mkdir()
    (site / "hugo.toml").write_text("")
    return read_config(site)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write files as a site and import it; pages without front matter get a title."""

    def build(files: dict[str, str | bytes], **options: Any) -> Imported:
        site, out = tmp_path / "site", tmp_path / "out"
        names = " ".join(files)
        if "config" not in names and "hugo." not in names:
            files = {"config.yaml": CONFIG, **files}
        for name, data in files.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            bare = path.suffix == ".md" and isinstance(data, str) and not data.startswith("---")
            start = "---\ntitle: T\n---\n" if bare else ""
            path.write_bytes(data if isinstance(data, bytes) else (start + data).encode())
        (site / "content").mkdir(parents=True, exist_ok=True)
        return Imported(site, out, import_site(site, out, **options))

    return build


@pytest.fixture
def body(make: Make) -> Body:
    """Import one page; return the body of its guide. No word may get lost."""

    def convert(source: str) -> str:
        done = make({"content/page.md": source}, force=True)
        assert not done.of("words"), [str(f) for f in done.of("words")]
        assert not done.of("unreadable")
        return done.body("page")

    return convert


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real Hugo sites beside the repository, if there is one."""
    folder = Path(__file__).parents[2] / ".." / "shared" / "hugo"
    if not folder.is_dir():
        pytest.skip(f"no samples of Hugo sites in {folder}")
    return folder
