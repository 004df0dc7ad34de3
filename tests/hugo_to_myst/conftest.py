"""Small Hugo sites for the tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hugo_to_myst.import_site import import_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from hugo_to_myst.findings import Finding, Report

CONFIG = """\
baseURL: https://old.example
title: Old site
disablePathToLower: true
markup: {goldmark: {renderer: {unsafe: true, hardWraps: true}}}
"""
PIXEL = bytes.fromhex("89504e470d0a1a0a")


@dataclass
class Imported:
    """What an import made of a site."""

    site: Path
    out: Path
    report: Report

    def text(self, docname: str) -> str:
        return (self.out / f"{docname}.md").read_text(encoding="utf-8")

    def front(self, docname: str) -> dict[str, Any]:
        values = yaml.safe_load(self.text(docname).split("---\n")[1])
        assert isinstance(values, dict)
        return values

    def body(self, docname: str) -> str:
        return self.text(docname).split("---\n", 2)[2].strip("\n")

    def of(self, kind: str) -> list[Finding]:
        return [f for f in self.report.findings if f.kind == kind]

    @property
    def guides(self) -> list[str]:
        found = (p.relative_to(self.out).as_posix() for p in self.out.rglob("*.md"))
        return sorted(name.removesuffix(".md") for name in found)


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Imported]:
    """Write files, as a site, and import it; text without front matter gets a title."""

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
def body(make: Callable[..., Imported]) -> Callable[[str], str]:
    """Import one page; give the body of its guide. No word may get lost."""

    def convert(source: str) -> str:
        done = make({"content/page.md": source}, force=True)
        assert not done.of("words"), [str(f) for f in done.of("words")]
        assert not done.of("unreadable")
        return done.body("page")

    return convert


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real Hugo sites beside the repository, where there is one."""
    folder = Path(__file__).parents[2] / ".." / "shared" / "hugo"
    if not folder.is_dir():
        pytest.skip(f"no samples of Hugo sites in {folder}")
    return folder
