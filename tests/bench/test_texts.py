"""Generated guides have as much of everything as real pages have."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .generate import generate
from .measure import KINDS
from .measured import DIFFERENT, LANGUAGES, MEANS, MOST_FREQUENT, NUMBERS, SHARES
from .pages import _LINES
from .texts import COLUMNS, Page, figures, lines_of, pages_of, parser, table

PAGE = """\
---
title: A title
figure:
  image: /a.png
---

A text, [a link](b.md) and {guide}`c`; it's *one* text.

## A heading

- one
- two

| a | b |
| - | - |
| c | d |

![Words of a picture](a.png)

:::{list-table}
:header-rows: 1

* - cell
:::

::::{note}
:class: wide

With <https://example.org>:

```python
code = 1
more = 2
```
::::

```{code-block} yaml
a: 1
```

```{figure} b.png
Words of a caption
```
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return pages_of(generate(tmp_path_factory.mktemp("generated"), 400))


def test_a_page_is_counted() -> None:
    page = Page()
    page.read(parser().parse(PAGE))
    assert dict(+page.counts) == {
        "headings": 1, "links": 3, "items": 2, "tables": 2, "pictures": 3, "code": 2,
    }  # fmt: skip
    assert page.lines == {"python": [2], "yaml": [1]}
    assert page.words["text"] == 2
    assert page.words.keys() >= {"it's", "cell", "with", "d"}
    assert not page.words.keys() & {"title", "code", "wide", "header-rows"}


def test_generated_pages_are_as_real_ones(generated: list[Page]) -> None:
    found = dict(zip(COLUMNS[1:], figures(generated), strict=True))
    assert found["pages"] == 401
    # On purpose there is a heading and a sentence on each page, as edits need one.
    middle = SHARES.index(50)
    assert found["words, median"] == pytest.approx(NUMBERS["words"][middle], rel=0.05)
    assert found["90 %"] == pytest.approx(NUMBERS["words"][SHARES.index(90)], rel=0.1)
    for kind, number in MEANS.items():
        # Straight lines between the shares of a table make the longest pages somewhat longer.
        assert found[kind] == pytest.approx(number, rel=0.2), kind
    assert found["different in 10,000"] == pytest.approx(DIFFERENT[10_000], rel=0.05)
    assert found["in 50,000"] == pytest.approx(DIFFERENT[50_000], rel=0.1)
    assert found["most frequent, %"] == pytest.approx(MOST_FREQUENT, rel=0.1)


def test_a_small_site_is_as_a_large_one(generated: list[Page], tmp_path: Path) -> None:
    small, large = (figures(pages) for pages in (pages_of(generate(tmp_path, 100)), generated))
    for name, one, other in zip(COLUMNS[2:], small[1:], large[1:], strict=True):
        if name == "in 50,000":  # more words than a small site has
            continue
        # One block in a hundred is longer than fifty lines.
        assert one == pytest.approx(other, rel=0.4 if name == "lines of code" else 0.25), name


def test_code_blocks_have_the_languages_of_real_ones(generated: list[Page]) -> None:
    assert _LINES.keys() == LANGUAGES.keys()
    total = len(lines_of(generated))
    for language, share in LANGUAGES.items():
        blocks = sum(len(page.lines.get(language, ())) for page in generated)
        assert 100 * blocks / total == pytest.approx(share, abs=4), language


def test_the_table_of_the_generator_is_printed(generated: list[Page]) -> None:
    lines = table([generated])
    assert [line.partition(":")[0].strip('"') for line in lines[: len(NUMBERS)]] == [*NUMBERS]
    assert lines[0].count(",") == len(SHARES)


def test_the_check_of_guides_finds_nothing(tmp_path: Path) -> None:
    generate(tmp_path, 100)
    (tmp_path / "conf.py").write_text(KINDS["project"])
    command = [sys.executable, "-m", "career_guides.cli", "check", "docs"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_pictures_may_be_photographs(tmp_path: Path) -> None:
    docs = generate(tmp_path, 12, photographs=True)
    assert not [*(docs / "images").glob("*.svg")]
    assert min(file.stat().st_size for file in (docs / "images").glob("*.jpg")) > 100_000
