"""An output folder that cannot be written ends the build with one sentence."""

from __future__ import annotations

import re

import pytest

from tests.sites import Site, guide

#: Raises what a disk does at a file of the output: when a page, a file of ours or a doctree is
#: written.
FAULT = """
import errno, os, sys
def setup(app):
    def hook(event, arguments):
        if event != "open" or not isinstance(arguments[0], (str, os.PathLike)):
            return
        path = os.fspath(arguments[0])
        if path.endswith({name!r}) and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.{error}, os.strerror(errno.{error}), path)
    sys.addaudithook(hook)
"""


@pytest.mark.parametrize(
    ("name", "error", "options"),
    [
        ("environment.pickle", "EROFS", ()), ("llms-full.txt", "EACCES", ()),
        ("a.part.doctree", "ENOSPC", ()),
    ],
)  # fmt: skip
def test_one_sentence(site: Site, name: str, error: str, options: tuple[str, ...]) -> None:
    site.conf = FAULT.format(name=name, error=error)
    site.write({f"{letter}.md": guide(letter.upper(), description="x") for letter in "abcz"})
    said = site.build(*options, code=2)
    assert re.fullmatch(rf"ERROR: cannot write {site.path}\S+: [\w -]+\n", said), said


def test_the_folder_is_removed_while_building(site: Site) -> None:
    site.conf = """
import shutil
def setup(app):
    def remove(app, name, *arguments):
        if name == "b":
            shutil.rmtree(app.outdir)
    app.connect("html-page-context", remove)
"""
    site.write({f"{letter}.md": guide(letter.upper()) for letter in "abcd"})
    said = site.build(code=2)
    assert re.fullmatch(rf"ERROR: cannot write {site.out}\S+: no such file or directory\n", said), (
        said
    )
