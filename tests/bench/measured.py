"""What real pages are made of, as ``python -m tests.bench.texts --table`` prints it.

Means of four sources, of equal weight: the imported samples ``workdojos`` (269 pages) and
``kubeflow`` (191) of ``../shared/hugo``, etcd's documentation, imported (727 pages, website of
etcd-io at 82459793), and ``docs/`` of this repository (126).
"""

from __future__ import annotations

#: Percent of the pages -> that many have at most this many, for each of the rows below.
SHARES = (0, 10, 25, 50, 75, 90, 95, 98, 99, 100)
#: Kind of content -> its number on a page; ``lines`` are those of a code block.
NUMBERS = {
    "words": (4, 145.8, 257, 410, 647.8, 936.8, 1296, 1759, 2515.2, 3414.2),
    "headings": (0, 0.8, 1.5, 3.2, 6.2, 10.8, 13.8, 18.8, 35.2, 42.8),
    "links": (0, 0, 0.5, 2, 5.8, 14, 20, 32, 56, 98.5),
    "items": (0, 0, 0, 0.5, 4.8, 11.5, 17, 40, 68.2, 115.2),
    "tables": (0, 0, 0, 0.2, 0.2, 1.5, 2.8, 7, 24.2, 32.2),
    "pictures": (0, 0.2, 0.5, 0.5, 0.5, 1.2, 2.2, 5.2, 6, 7.2),
    "code": (0, 0, 0, 0.2, 2.2, 7.2, 11, 15.8, 18.5, 30.2),
    "lines": (1, 1, 1.3, 3.7, 9, 17, 23.7, 37.7, 49.3, 169),
}
#: Language -> code blocks in it, in percent.
LANGUAGES = {
    "text": 30, "python": 18, "bash": 10, "sh": 10, "yaml": 9, "shell": 6, "markdown": 4,
    "diff": 3, "console": 3, "go": 2, "json": 1, "protobuf": 1,
}  # fmt: skip
#: Means of the sources for a page, and for all words of a source.
MEANS = {
    "headings": 4.8, "links": 5.1, "items": 4.9, "tables": 0.8, "pictures": 0.7, "code": 2.1,
}  # fmt: skip
#: Number of words -> how many are different.
DIFFERENT = {10_000: 2157, 50_000: 4259}
#: Share of the 100 most frequent words, in percent.
MOST_FREQUENT = 49
