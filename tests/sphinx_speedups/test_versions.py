"""A speed-up is used on the versions that it was proved on."""

from __future__ import annotations

import docutils
import pytest
import sphinx

from sphinx_speedups import versions


@pytest.mark.parametrize(
    ("version", "is_proved"),
    [
        *[("9.0", True), ("9.0.0", True), ("9.2.4", True), ("9.1.1+git", True)],
        *[("9.3.0", False), ("9.01", False), ("9", False), ("19.0.4", False)],
    ],
)
def test_another_version_is_named(
    monkeypatch: pytest.MonkeyPatch, version: str, is_proved: bool
) -> None:
    monkeypatch.setattr(sphinx, "__version__", version)
    assert versions.unproved("lazy_tocs") == ([] if is_proved else [f"sphinx {version}"])


def test_each_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sphinx, "__version__", "9.3.1")
    monkeypatch.setattr(docutils, "__version__", "0.24")
    assert versions.unproved("docutils_nodes.findall") == ["sphinx 9.3.1", "docutils 0.24"]


def test_a_speedup_of_a_package_that_the_project_does_not_use_is_not_used() -> None:
    assert versions.is_used("lazy_tocs", ())
    assert not versions.is_used("myst_parsing.parser", ["furo"])
    assert versions.is_used("myst_parsing.parser", ["furo", "myst_parser"])
    assert versions.is_used("myst_parsing.syntax_tree", ["myst_parser"])
