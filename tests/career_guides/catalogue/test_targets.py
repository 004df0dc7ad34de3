"""Which page a written target is."""

from __future__ import annotations

import pytest

from career_guides.catalogue.targets import Target, TargetError, find_target

DOCUMENTS = ["index", "liaison/index", "liaison/history", "nurse/index", "nurse/liaison"]


@pytest.mark.parametrize(
    ("written", "docname"),
    [
        ("history", "liaison/history"),
        ("history.md", "liaison/history"),
        ("liaison/history", "liaison/history"),
        ("/liaison/history", "liaison/history"),
        ("/liaison/history/", "liaison/history"),
        ("../nurse/liaison", "nurse/liaison"),
        ("nurse", "nurse/index"),
        ("index", "liaison/index"),
        ("/", "index"),
        ("/index", "index"),
    ],
)
def test_target_is_found_as_written(written: str, docname: str) -> None:
    assert find_target(written, "liaison", DOCUMENTS) == Target(docname)


def test_web_addresses_are_targets_but_scripts_are_not() -> None:
    assert find_target("https://example.org/a?b#c", "", ()) == Target(
        url="https://example.org/a?b#c"
    )
    for wrong in ("javascript:alert(1)", "ftp://example.org", "https://a b", 'https://"x'):
        with pytest.raises(TargetError, match="neither a guide nor"):
            find_target(wrong, "", ())
