"""The tests of others are compared one by one."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from tests.peers.results import compare, read, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

REPORT = """<testsuites><testsuite>
<testcase classname="tests.a" name="one[x]"/>
<testcase classname="tests.a" name="two"><failure message="no"/></testcase>
<testcase classname="tests.a" name="three"><skipped/></testcase>
<testcase classname="tests.a" name="four"/>
<testcase classname="tests.a" name="four"><error message="in its end"/></testcase>
</testsuite></testsuites>"""


def test_a_report_is_read_test_by_test() -> None:
    assert read(REPORT) == {
        "tests.a::one[x]": True, "tests.a::two": False, "tests.a::three": None,
        "tests.a::four": False,
    }  # fmt: skip


def test_what_passes_plain_has_to_pass_unless_it_is_allowed() -> None:
    plain = {"a::good": True, "a::worse": True, "a::gone": True, "a::bad": False, "a::known": True}
    result = {"a::good": True, "a::worse": False, "a::bad": False, "a::known": None}
    found = compare(plain, result, ["a::know*", "a::good", "another::x"])
    assert found.broken == ["a::worse", "a::gone"]
    assert found.known == ["a::known"]
    assert found.unneeded == ["a::good"]
    assert (found.passed, found.failed) == (1, 2)
    assert compare(plain, plain, []).broken == []


TESTS = """\
from sphinx.testing.util import SphinxTestApp

def test_plain(tmp_path):
    (tmp_path / "conf.py").touch()
    app = SphinxTestApp("html", srcdir=tmp_path)
    assert ("sphinx_speedups" in app.extensions) is {expected}
    app.cleanup()
"""


def test_every_application_has_the_extensions(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/__init__.py").touch()
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    for expected, extensions in ((False, ()), (True, ("sphinx_speedups",))):
        (tmp_path / "tests/test_a.py").write_text(textwrap.dedent(TESTS.format(expected=expected)))
        assert run(tmp_path, extensions, ["tests"]) == {"tests.test_a::test_plain": True}
