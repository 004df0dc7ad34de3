"""The message of a build whose output cannot be written, instead of a traceback."""

from __future__ import annotations

import errno
import os
from functools import wraps
from typing import TYPE_CHECKING, Any

from sphinx.errors import SphinxParallelError
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)

#: Errors of a disk or folder, whatever file they are about.
_OF_DISK = (errno.ENOSPC, errno.EROFS, errno.EDQUOT)


class OutputFolderError(SystemExit):
    """The output cannot be written. Sphinx prints a traceback for any other exception."""

    #: Exit status of ``sphinx-build`` for errors.
    STATUS = 2


def why_not_written(app: Sphinx, error: BaseException) -> str:
    """Return why the output could not be written, '' if the error is about something else."""
    folders = [os.path.realpath(folder) for folder in (app.outdir, app.doctreedir)]
    for each in _causes(error):
        if isinstance(each, OSError):
            path = os.fsdecode(each.filename) if isinstance(each.filename, str | bytes) else ""
            real = os.path.realpath(path)
            if each.errno in _OF_DISK or any(f"{real}/".startswith(f"{top}/") for top in folders):
                where = path or str(app.outdir)
                return f"cannot write {where}: {(each.strerror or str(each)).lower()}"
        elif isinstance(each, SphinxParallelError):  # it holds the text of another process's
            for number in _OF_DISK:
                if os.strerror(number) in str(each):
                    return f"cannot write {app.outdir}: {os.strerror(number).lower()}"
    return ""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        yield error
        seen.append(error)
        original = getattr(error, "orig_exc", None)  # of Sphinx's ExtensionError
        error = original or error.__cause__ or error.__context__


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Have the build end with one sentence where the output cannot be written."""
    build = app.build

    @wraps(build)
    def checked(*arguments: Any, **options: Any) -> None:
        try:
            build(*arguments, **options)
        except Exception as error:
            if why := why_not_written(app, error):
                logger.error("%s", why)
                raise OutputFolderError(OutputFolderError.STATUS) from None
            raise

    app.build = checked  # type: ignore[method-assign]
