"""Findings: one for everything on a page or in a site that was not simply carried over."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


Level = Literal["problem", "note"]

#: Every kind of finding and its meaning. A *problem* is for a person to decide; a *note* says what
#: was changed on the way. The documentation has the same table.
KINDS: dict[str, tuple[Level, str]] = {
    "adapter": (
        "problem",
        "a content adapter: its pages are not imported, or are taken from the built site",
    ),
    "alias": ("note", "the page's address changes; the old one redirects"),
    "alias-lost": ("problem", "an old address that cannot be kept"),
    "alt": ("problem", "an image without alternative text"),
    "attribute": ("note", "a doubled or broken attribute was fixed"),
    "boilerplate": ("problem", "all or nearly all pages share one description"),
    "cascade": ("note", "Hugo's own cascade was applied to the pages below"),
    "code": ("note", "the language or a setting of a code block was dropped"),
    "comment": ("note", "an HTML comment is now a MyST comment, or was inside a sentence"),
    "config": ("problem", "a setting or menu of the site that guides do not have"),
    "element": ("note", "an HTML element that MyST does not have; its content is kept"),
    "element-unknown": ("problem", "a tag that HTML does not know; readers never saw it"),
    "empty": ("note", "a page or a box without text"),
    "exists": ("problem", "the file is there already and differs; it was left alone"),
    "footnote": ("problem", "a footnote without a reference, or the other way round"),
    "format": ("problem", "a content format that cannot be read; copied aside"),
    "front-matter": ("note", "a key that guides do not have, kept under hugo:"),
    "front-matter-value": ("problem", "a value that cannot be used as it is"),
    "handler": ("problem", "an event handler or javascript: address was dropped"),
    "heading": ("note", "heading levels were closed up, or an id was dropped"),
    "html-hidden": ("note", "Hugo hid raw HTML here (unsafe: false); it is shown now"),
    "html-swallowed": ("problem", "text inside a tag that is never closed: readers never saw it"),
    "image": ("problem", "an image that is not there"),
    "image-copied": ("note", "two images with the same content became one"),
    "link": ("problem", "a link to a page that does not exist"),
    "link-case": ("note", "a link in the wrong letter case was corrected"),
    "link-fixed": ("note", "a broken link was repaired by its suggestion"),
    "link-fragment": ("problem", "a link to a heading that the page does not have"),
    "logo": ("problem", "a sidebarlogo that is not there"),
    "menu": ("problem", "a menu entry; guides are found by their folders"),
    "name": ("note", "a file name was changed to be safe on every platform"),
    "next-elsewhere": ("problem", "the next link leads to another career"),
    "page-made": ("note", "a list page that Hugo generates itself was written"),
    "process": ("note", "a process ended early; the import went on without it"),
    "raw": ("note", "kept as sanitised HTML in a raw block"),
    "raw-dropped": ("problem", "HTML, or an attribute of it, that is not safe to keep"),
    "raw-link": ("problem", "an address inside raw HTML, which the build cannot check"),
    "resource": ("problem", "a file of the site that no page uses"),
    "script": ("problem", "a script was dropped"),
    "shortcode": ("problem", "a shortcode without a rule, kept in a literal block"),
    "shortcode-argument": ("problem", "an argument of a shortcode that its rule does not use"),
    "shortcode-code": ("note", "a live shortcode inside code, left as it is"),
    "shortcode-dropped": ("note", "a shortcode that the table says to drop"),
    "style": ("note", "a style or class that only sets the look was dropped"),
    "summary": ("note", "the summary divider <!--more--> was dropped"),
    "table": ("note", "a table used for layout, or with spanning cells, was rewritten"),
    "unreadable": ("problem", "the page cannot be read; copied aside"),
    "words": ("problem", "the words of the guide differ from those of the page"),
    "write": ("problem", "the file cannot be written"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should know about.

    :param file: the source file, relative to the site's folder.
    :param line: its line there, counted from 1; 0 for the whole file.
    :param kind: a key of `KINDS`.
    :param was: what was there.
    :param became: what it is now.
    :param suggestion: what was probably meant, if anything comes near.
    """

    file: str
    line: int
    kind: str
    was: str
    became: str
    suggestion: str = ""

    @property
    def level(self) -> Level:
        """Return whether somebody has to act on it."""
        return KINDS[self.kind][0]

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        hint = f"; did you mean '{self.suggestion}'?" if self.suggestion else ""
        was = " ".join(self.was.split())
        return f"{place}: {self.kind}: {was[:160]} -> {self.became}{hint}"


@dataclass(slots=True)
class Report:
    """Everything that an import did.

    :param counts: the number of files, by what was done with them.
    :param sources: the source file of each guide, relative to the site, by docname.
    :param redirects: old addresses that are not those of a guide, with what they lead to.
    """

    findings: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    sources: dict[str, str] = field(default_factory=dict)
    redirects: list[tuple[str, str]] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        """Add a finding."""
        self.findings.append(finding)

    @property
    def kinds(self) -> Counter[str]:
        """Count the findings by kind."""
        return Counter(finding.kind for finding in self.findings)

    @property
    def problems(self) -> list[Finding]:
        """Return the findings that somebody has to act on."""
        return [finding for finding in self.findings if finding.level == "problem"]

    def to_json(self) -> str:
        """Return the whole report as JSON; its keys are public."""
        return json.dumps(
            {
                "counts": dict(sorted(self.counts.items())),
                "kinds": dict(sorted(self.kinds.items())),
                "findings": [{**asdict(f), "level": f.level} for f in self.findings],
            },
            indent=1,
            ensure_ascii=False,
        )

    def summary(self) -> str:
        """Return the counts as lines of text, problems first."""
        done = ", ".join(f"{n} {what}" for what, n in sorted(self.counts.items()))
        lines = [done or "nothing to do"]
        for level in ("problem", "note"):
            kinds = [(k, n) for k, n in self.kinds.most_common() if KINDS[k][0] == level]
            lines += [f"  {n:6} {level:7} {k}: {KINDS[k][1]}" for k, n in kinds]
        return "\n".join(lines)


class PageLog:
    """Adds the file of one page to its findings.

    :param file: the page's source, as the report names it.
    :param sink: takes the findings.
    """

    def __init__(self, file: str, sink: Callable[[Finding], None]) -> None:
        self.file = file
        self.sink = sink

    def __call__(self, kind: str, line: int, was: str, became: str, suggestion: str = "") -> None:
        """Report something about this page."""
        self.sink(Finding(self.file, line, kind, was, became, suggestion))


def source_name(path: Path, root: Path) -> str:
    """Return a file's name in the report: relative to the site's folder, with `/`."""
    name = path
    with suppress(ValueError):  # it is elsewhere
        name = path.relative_to(root)
    # A name that is not UTF-8 is a surrogate in Python, which no file of the output can hold.
    return name.as_posix().encode("utf-8", "backslashreplace").decode()
