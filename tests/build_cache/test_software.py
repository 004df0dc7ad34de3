"""Versions of the software that made something."""

from __future__ import annotations

import platform
from importlib import metadata

import pytest

from build_cache.software import made_by, version


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
