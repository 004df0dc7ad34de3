"""Convert the pages of a site, in this process or in several at once.

What depends on the order of pages, such as the owner of an address, is in the index of the site
before the first page is converted; the rest is done with the results, which come in the order of
the pages. So the number of processes changes nothing but the time.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hugo_to_myst.verify_text.compare import text_difference

from .convert_page import PageConverter
from .findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from multiprocessing.connection import Connection

    from hugo_to_myst.map.assets import Assets
    from hugo_to_myst.map.site import Page, Site
    from hugo_to_myst.read.shortcode_table import Rule

    from .convert_page import Guide


#: A page takes some milliseconds; to start a process takes as long as a hundred of them.
_LEAST_PAGES = 200
#: Child processes begin empty, since a copy of this one could inherit the locks of its threads.
_PROCESSES = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all pages of an import.

    :param fix: whether broken links are repaired by their suggestions.
    :param shared: whether values that all guides of a folder share move to its index.
    """

    site: Site
    table: dict[str, Rule]
    assets: Assets
    fix: bool
    shared: bool

    def converter(self) -> Callable[[Page], Result]:
        """Return a function that converts one page."""
        converter = PageConverter(self.site, self.table, self.assets, fix=self.fix)
        return lambda page: _convert(page, converter, shared=self.shared)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a page.

    :param guide: its guide; None if the page cannot be read.
    :param values: its front matter, with what it inherits.
    :param error: why it cannot be read.
    """

    guide: Guide | None = None
    findings: list[Finding] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    error: str = ""


def convert_pages(
    job: Job, pages: Sequence[Page], processes: int, sink: Callable[[Finding], None]
) -> Generator[tuple[Page, Result]]:
    """Convert pages; they come with their results, in the same order.

    :param processes: how many convert pages, of which this is one, if there are enough pages.
    :param sink: takes a finding if a process ends early.
    """
    convert = job.converter()
    number = max(1, min(processes, len(pages) // (_LEAST_PAGES // 2)))
    # This process has the first of each `number` pages, and another process each of the others.
    workers = [_Worker(job, pages[first::number]) for first in range(1, number)]
    try:
        for at, page in enumerate(pages):
            worker = workers[at % number - 1] if at % number else None
            result = worker.next_result() if worker else None
            if worker and worker.error:
                sink(Finding(job.site.config.file, 0, "process", worker.error, "went on without"))
                worker.error = ""
            yield page, result or convert(page)
    finally:
        for worker in workers:
            worker.stop()


class _Worker:
    """A process that converts some of the pages, one after the other.

    The pipe holds a few results, so that a process which is ahead waits and needs no memory.

    :ivar error: how it ended, if it did so before its last page.
    """

    def __init__(self, job: Job, pages: Sequence[Page]) -> None:
        self.error = ""
        self.receiver, sender = _PROCESSES.Pipe(duplex=False)
        with sender:
            self.process = _PROCESSES.Process(target=_work, args=(job, pages, sender), daemon=True)
            self.process.start()

    def next_result(self) -> Result | None:
        """Wait for the next result; return None if the process has ended."""
        if self.receiver.closed:
            return None
        try:
            result = self.receiver.recv()
        except (EOFError, OSError):
            self.stop()
            self.error = f"a process ended with status {self.process.exitcode}"
            return None
        assert isinstance(result, Result)
        return result

    def stop(self) -> None:
        """End the process."""
        self.receiver.close()
        self.process.terminate()
        self.process.join()


def _work(job: Job, pages: Sequence[Page], sender: Connection) -> None:
    """Convert pages in a process of their own, and send each result."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started it ends it
    gc.disable()  # as in the command
    with suppress(BrokenPipeError):  # the process that started it was killed
        for result in map(job.converter(), pages):
            sender.send(result)


def _convert(page: Page, converter: PageConverter, *, shared: bool) -> Result:
    """Convert one page; its errors do not stop other pages."""
    findings: list[Finding] = []
    try:
        content = converter.site.read(page)
        guide = converter.convert(page, content, findings.append, shared=shared)
        guide.text.encode()
    except (OSError, ValueError, RecursionError, ArithmeticError, LookupError, TypeError,
            AttributeError) as error:  # fmt: skip
        return Result(error=f"{type(error).__name__}: {error}")
    if difference := text_difference(
        content, guide.text, guide.heading, converter.table, converter.site.config,
        is_html=page.source.is_html,
    ):  # fmt: skip
        findings.append(Finding(page.file, 0, "words", difference, "compare them"))
    return Result(guide, findings, content.values)
