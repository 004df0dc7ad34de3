"""TOML, YAML and JSON, also broken and hostile."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from hugo_to_myst.read.config import NotHugoError
from hugo_to_myst.read.data_files import decode

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_latin1_is_read() -> None:
    assert decode("caf\u00e9 \u2013".encode("cp1252")) == "caf\u00e9 \u2013"


@pytest.mark.parametrize("value", ["!!bool foo", "!!int ''", "!!timestamp foo", "!!float x"])
def test_wrong_tags_are_errors_of_their_page(make: Make, value: str) -> None:
    done = make({"content/p.md": f"---\ntitle: T\nsidebar: {value}\n---\nText\n"})
    assert "Text" in done.text("p")
    assert [f.file for f in done.report.findings if f.level == "problem"]


def test_wrong_tags_in_the_configuration_are_not_a_site(make: Make) -> None:
    with pytest.raises(NotHugoError):
        make({"config.yaml": "a: !!bool foo\n"})


@pytest.mark.parametrize("opener", ["[" * 100_000, "{a: " * 20_000], ids=["list", "mapping"])
def test_deep_yaml_does_not_end_the_process(make: Make, opener: str) -> None:
    done = make({"content/p.md": f"---\ntitle: T\na: {opener}\n---\nText\n"})
    assert "Text" in done.text("p")
    assert done.front("p")["title"] == "T"
    with pytest.raises(NotHugoError):
        make({"config.yaml": f"a: {opener}\n"})


def test_aliases_that_explode_are_refused(make: Make) -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8)]
    front = "\n".join(["title: T", "a0: &a0 [x, x]", *levels])
    start = time.monotonic()
    done = make(
        {
            "content/p.md": f"---\n{front}\n---\nText\n",
            "content/q.md": "---\ntitle: T\na: &a [*a]\n---\nText\n",
            "content/r.md": "---\ntitle: &t Twice\ndescription: *t\n---\nText\n",
        }
    )
    assert time.monotonic() - start < 5
    assert "Text" in done.text("p")
    assert "Text" in done.text("q")
    assert done.front("r")["description"] == "Twice"
    assert {f.file for f in done.report.findings if "10000 values" in f.was + f.became} == {
        "content/p.md", "content/q.md",
    }  # fmt: skip


def test_a_list_within_itself_in_the_configuration(make: Make) -> None:
    with pytest.raises(NotHugoError):
        make({"config.yaml": "a: &a [*a]\n", "content/p.md": "a"})
