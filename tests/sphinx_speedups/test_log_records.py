"""A log record is made where a handler takes it."""

from __future__ import annotations

import logging
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sphinx import events
from sphinx.application import Sphinx
from sphinx.util import logging as sphinx_logging
from sphinx.util.logging import VERBOSE

from sphinx_speedups import log_records
from sphinx_speedups.patches import Build
from tests.sites import Site, guide
from tests.sphinx_speedups.rich_site import in_process

if TYPE_CHECKING:
    from pathlib import Path


def test_the_most_verbose_build_still_says_what_events_are_about(site: Site) -> None:
    site.write({"a/b.md": guide("B")})
    site.build("-vv")
    assert re.search(r"emitting event: 'source-read'\('a/b', ", site.log)
    site.build("-E")
    assert "emitting event" not in site.log


def quiet_app(folder: Path, *, is_fast: bool) -> Sphinx:
    """Return an application that prints nothing, with or without speed-ups."""
    return Sphinx(
        folder, None, folder / "out", folder / "doctrees", "html",
        {"extensions": ["sphinx_speedups"], "root_doc": "index", "speedups_enabled": is_fast},
        status=None, warning=None, freshenv=True,
    )  # fmt: skip


def handle(folder: Path) -> None:
    """Build quietly, where an extension has a handler of its own for all that is said."""
    (folder / "index.rst").write_text("Home\n====\n")
    said: list[logging.LogRecord] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record)

    def add_handler(*_arguments: Any) -> None:
        logging.getLogger("sphinx").addHandler(Handler())

    for value in (True, False):
        app = quiet_app(folder, is_fast=value)
        add_handler()
        before = logging.getLogger("sphinx").level
        app.build()
        assert logging.getLogger("sphinx").level == before
        found = {record.getMessage() for record in said}
        assert any("updating environment" in message for message in found)
        assert any("emitting event: 'source-read'('index'" in message for message in found)
        said.clear()


def test_handlers_of_others_get_all_records(tmp_path: Path) -> None:
    in_process(handle, tmp_path)


def handle_quietly(folder: Path) -> None:
    """Build where extensions listen to their own loggers, one of them from the middle on."""
    (folder / "index.rst").write_text("Home\n====\n")
    said: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    def say(*_arguments: Any) -> None:
        logging.getLogger("sphinx.sphinx.environment").addHandler(Handler(VERBOSE))
        for name in ("a", "sphinx.environment"):
            sphinx_logging.getLogger(name).verbose("from %s", name)

    logging.getLogger("sphinx.a").addHandler(Handler(VERBOSE))
    for value in (True, False):
        app = quiet_app(folder, is_fast=value)
        app.connect("env-before-read-docs", say)
        app.build()
        assert {"from a", "from sphinx.environment"} <= {*said}
        said.clear()


def test_handlers_of_one_logger_get_its_records(tmp_path: Path) -> None:
    in_process(handle_quietly, tmp_path)


def test_no_text_is_made_for_a_record_that_is_not() -> None:
    class Unprintable:
        def __repr__(self) -> str:
            raise AssertionError

    shown = log_records.shown(Build(SimpleNamespace()), None)  # type: ignore[arg-type]
    level = events.logger.logger.level
    try:
        events.logger.logger.setLevel(logging.INFO)
        assert shown((Unprintable(),)) == ""
        events.logger.logger.setLevel(logging.DEBUG)
        assert shown(("page",)) == "('page',)"
    finally:
        events.logger.logger.setLevel(level)
