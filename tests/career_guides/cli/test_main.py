"""The command line: missing libraries and wrong usage."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.sites.commands import run


@pytest.mark.parametrize(
    ("command", "missing", "extra"),
    [("check", "defusedxml", "check"), ("import-hugo", "selectolax", "import")],
)
def test_missing_library_is_named_with_the_extra_that_installs_it(
    command: str, missing: str, extra: str
) -> None:
    script = f"import sys; sys.modules['{missing}'] = None; from career_guides import cli; "
    script += f"cli.main(['{command}', 'docs'])"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert ended.returncode == 2
    assert f"install it with: pip install 'career-guides[{extra}]'" in ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chek",),
        ("check", "no/such/folder"),
        ("check", "--today", "x"),
        ("new",),
        ("new", "a b"),
        ("new", "images/x"),
        ("schema", "-c", "no/such"),
    ],
)
def test_wrong_usage_ends_with_status_2(arguments: tuple[str, ...], capsys) -> None:
    assert run(*arguments) == 2
    assert capsys.readouterr().err
