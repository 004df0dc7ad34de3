"""Find the files that differ from the main branch, using git."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from career_guides.diagnostics.problem import Problem


class GitError(Exception):
    """Git cannot determine what differs; the message says why."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Files that differ from the main branch, by path from the source folder.

    :param paths: all of them
    :param gone: those that have been deleted
    """

    paths: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def has(self, docname: str) -> bool:
        """Return whether the file of a page differs from the main branch."""
        return f"{docname}.md" in self.paths or f"{docname}.rst" in self.paths

    def names(self) -> frozenset[str]:
        """Return the names of the changed files that messages about other files may contain."""
        names = set()
        for path in self.paths:
            file = PurePosixPath(path)
            stem = file.with_suffix("").as_posix()
            if file.suffix in {".md", ".rst"}:
                names |= {stem, stem.removesuffix("/index")}
            elif path in self.gone:
                names |= {path, f"/{path}", file.name, file.stem}
        return frozenset(names)

    def tails(self, drafts: Container[str]) -> frozenset[str]:
        """Return the last part of each name by which pages link to pages no longer built."""
        files = [PurePosixPath(path) for path in self.paths]
        gone = [
            file
            for file in files
            if file.as_posix() in self.gone or file.with_suffix("").as_posix() in drafts
        ]
        return frozenset(file.parent.name if file.stem == "index" else file.stem for file in gone)

    def concern(self, problem: Problem, names: frozenset[str]) -> bool:
        """Return whether *problem* is in a changed file, or is caused by one.

        :param names: what :meth:`names` returns
        """
        if problem.path in self.paths or (problem.docname and self.has(problem.docname)):
            return True
        return problem.subtype in _ABOUT_OTHERS and not names.isdisjoint(
            re.findall("'([^']*)'", problem.message)
        )


# Subtypes of messages in one file that a change of another file can cause.
_ABOUT_OTHERS = {"target", "image", "logo", "alias", "description"}


def find_changes(source: Path, base: str = "") -> Changes:
    """Return what differs from the commit where this branch left the main branch.

    Uncommitted changes and untracked files count too.

    :param source: the source folder
    :param base: branch to compare with; default: that of the pull request, or the main branch
    :raises GitError: if there is no repository, no such branch, or no common history
    """
    _git(source, "rev-parse", "--git-dir")
    branch = _main_branch(source, base)
    try:
        start = _git(source, "merge-base", "HEAD", branch).strip()
    except GitError:
        message = f"no common history with {base or branch}; fetch it: git fetch --unshallow"
        raise GitError(message) from None
    fields = _git(
        source, "diff", "--name-status", "--no-renames", "--relative", "-z", start, "--", "."
    ).split("\0")
    states = dict(zip(fields[1::2], fields[0::2], strict=False))
    untracked = _git(source, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    gone = frozenset(path for path, state in states.items() if state == "D")
    return Changes(frozenset([*states, *filter(None, untracked)]), gone)


def _main_branch(source: Path, base: str) -> str:
    """Return the commit of the branch to compare with."""
    asked = base or os.environ.get("GITHUB_BASE_REF", "")
    names = [f"origin/{asked}", asked] if asked else ["origin/main", "main"]
    for name in names:
        try:
            return _git(source, "rev-parse", "--verify", "--quiet", "--end-of-options",
                        f"{name}^{{commit}}").strip()  # fmt: skip
        except GitError:
            continue
    message = f"no branch {' or '.join(names)} to compare with; name one with --base"
    raise GitError(message)


def _git(folder: Path, *arguments: str) -> str:
    try:
        run = subprocess.run(  # noqa: S603 - arguments of ours, and names after --end-of-options
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True, encoding="utf-8", errors="surrogateescape", check=False,
        )  # fmt: skip
    except OSError as error:
        raise GitError(f"git cannot be run ({error.strerror})") from error
    if run.returncode:
        raise GitError(run.stderr.strip() or f"git {arguments[0]} failed")
    return run.stdout
