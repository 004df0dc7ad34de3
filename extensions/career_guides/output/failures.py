"""The message of a build whose output cannot be written, instead of a traceback."""

from __future__ import annotations

import errno
import logging as python_logging
import os
import re
import sys
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import SphinxParallelError
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)

#: Errors of a disk or folder, whatever file they are about.
_OF_DISK = (errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EFBIG)

#: The same of SQLite, in which the search keeps its index: https://www.sqlite.org/rescode.html
_OF_SQLITE = {8: "read-only", 10: "disk i/o error", 13: "no space left", 14: "cannot be opened"}

#: An error of the operating system in the text of a traceback.
_IN_TEXT = re.compile(
    r"""\[Errno (\d+)\] ([^:\n]+)(?:: (['"])(.*?)\3(?: -> (['"])(.*?)\5)?)?$""", re.M
)

#: What Sphinx does, in this order, once it has read the settings.
_STEPS = ("_init_env", "create_builder", "_init_builder", "build")


class OutputFolderError(SystemExit):
    """The output cannot be written. Sphinx prints a traceback for any other exception.

    :param why: the sentence that has been printed
    """

    #: Exit status of ``sphinx-build`` for errors.
    STATUS = 2

    def __init__(self, why: str) -> None:
        super().__init__(self.STATUS)
        self.why = why

    def __str__(self) -> str:
        return self.why


def why_not_written(app: Sphinx, error: BaseException) -> str:
    """Return why the output could not be written, '' if the error is about something else."""
    folders = [os.path.realpath(folder) for folder in (app.outdir, app.doctreedir)]
    for each in _causes(error):
        if isinstance(each, OSError):
            path = _path(each.filename2) or _path(each.filename)
            real = os.path.realpath(path)
            if each.errno in _OF_DISK or any(f"{real}/".startswith(f"{top}/") for top in folders):
                where = path or str(app.outdir)
                return f"cannot write {where}: {(each.strerror or str(each)).lower()}"
        elif reason := _OF_SQLITE.get(getattr(each, "sqlite_errorcode", 0) & 0xFF):
            return f"cannot write {app.doctreedir}: {reason}"
    return ""


def _path(name: Any) -> str:
    """Return the file that an error is about, '' if it is not known by its name."""
    return os.fsdecode(name) if isinstance(name, str | bytes | os.PathLike) else ""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        yield error
        seen.append(error)
        if isinstance(error, SphinxParallelError):  # it holds the text of another process's
            for number, reason, _quote, name, _again, target in _IN_TEXT.findall(
                f"{error.message}\n{error.traceback}"
            ):
                yield OSError(int(number), reason, name or None, None, target or None)
        original = getattr(error, "orig_exc", None)  # of Sphinx's ExtensionError
        error = original or error.__cause__ or error.__context__


class _Unwritten(python_logging.Filter):
    """Raises the errors of which Sphinx makes warnings: a page or picture that is not written."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self.app = app

    def filter(self, record: python_logging.LogRecord) -> bool:
        error = sys.exception()
        is_bad = record.levelno >= python_logging.WARNING and isinstance(error, OSError)
        if error and is_bad and not _is_missing(error) and why_not_written(self.app, error):
            raise error
        return True


def _is_missing(error: BaseException) -> bool:
    """Return whether the error is that a file is not there which was to be read."""
    path = _path(getattr(error, "filename", None))
    return isinstance(error, FileNotFoundError) and Path(path).parent.is_dir()


@contextmanager
def raised(app: Sphinx) -> Iterator[None]:
    """Have an error of the output end the build also where Sphinx would go on with a warning."""
    unwritten = _Unwritten(app)
    loggers = [
        each
        for name, each in python_logging.root.manager.loggerDict.items()
        if name.startswith("sphinx.sphinx.") and isinstance(each, python_logging.Logger)
    ]
    for each in loggers:
        each.addFilter(unwritten)
    try:
        yield
    finally:
        for each in loggers:
            each.removeFilter(unwritten)


def guarded(app: Sphinx, step: Callable[..., Any]) -> Callable[..., Any]:
    """Return *step*, which ends with one sentence where the output cannot be written."""

    @wraps(step)
    def checked(*arguments: Any, **options: Any) -> Any:
        try:
            with raised(app):
                return step(*arguments, **options)
        except Exception as error:
            if why := why_not_written(app, error):
                logger.error("%s", why)
                raise OutputFolderError(why) from None
            raise

    return checked


def make_folder(app: Sphinx) -> None:
    """Create the output folder, as Sphinx does right after this."""
    with logging.prefixed_warnings(""):  # it has nothing to do with this extension
        guarded(app, Path(app.outdir).mkdir)(parents=True, exist_ok=True)


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Have the build end with one sentence where the output cannot be written."""
    for name in _STEPS:
        setattr(app, name, guarded(app, getattr(app, name)))
