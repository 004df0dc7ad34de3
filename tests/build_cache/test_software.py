"""Versions of the software that made something."""

from __future__ import annotations

import os
import platform
from importlib import metadata

import pytest

from build_cache import software
from build_cache.software import known_made_by, made_by, version


def test_each_version_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = ["Sphinx", "docutils"]
    seen = {made_by(packages), made_by(["Sphinx"]), made_by([*packages, "no-such-package"])}
    assert made_by(packages) in seen
    installed = metadata.version
    for package in packages:
        with monkeypatch.context() as changed:
            other = {package: "0.1"}
            changed.setattr(
                metadata, "version", lambda name, o=other: o.get(name) or installed(name)
            )
            version.cache_clear()
            seen.add(made_by(packages))
    version.cache_clear()
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    seen.add(made_by(packages))
    assert len(seen) == 6


def test_known_versions_are_read_again_after_an_installation(tmp_path, monkeypatch) -> None:
    packages, file = tmp_path / "packages", tmp_path / "software.pickle"
    packages.mkdir()
    monkeypatch.syspath_prepend(str(packages))
    os.utime(packages, (1e9, 1e9))
    before = known_made_by(["mine"], file)
    assert before == made_by(["mine"])
    info = packages / "mine-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n")
    version.cache_clear()  # as in another process
    assert known_made_by(["mine"], file) == made_by(["mine"]) != before


def test_known_versions_are_not_read_again(tmp_path, monkeypatch) -> None:
    file = tmp_path / "software.pickle"
    name = known_made_by(["pytest"], file)
    monkeypatch.setattr(software, "made_by", lambda _packages: "read again")
    assert known_made_by(["pytest"], file) == name
    assert known_made_by(["mypy"], file) == "read again"
