"""``career-guides check-pdf``, on what TeX says about a real book."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from career_guides.cli import main
from tests.sites import Site, guide

LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenherstellerverzeichnisse"
ADDRESS = f"https://example.org/{'abcdefgh' * 18}"
BODY = f"""\
A text on
two lines: {ADDRESS}.

- An item `{LONG}{LONG}`

| a | b |
|---|---|
| 1 | 2 |
| 3 | {LONG}{LONG} |

```text
short
{LONG}{LONG}
```

## Of {LONG}{LONG}

Short.
"""


@pytest.fixture
def book(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A book that TeX has made, in the current folder."""
    if not all(map(shutil.which, ("latexmk", "xelatex"))):
        pytest.skip("no TeX: make tex says how to get it")
    site.conf = 'latex_engine = "xelatex"\nversion = copyright = "1"\n'
    site.write({"index.md": guide("Home"), "baker/index.md": guide("Baker", BODY)})
    monkeypatch.chdir(site.path)
    return site


def make_pdf(site: Site) -> str:
    """Build the book; return the name of its folder."""
    site.build("-n", "-W", builder="latex", out="book")
    run = subprocess.run(
        ["make", "all-pdf", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error"],
        cwd=site.path / "book", capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:]
    return "book"


@pytest.mark.slow
def test_what_sticks_out_is_a_message_at_its_line(
    book: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_pdf(book)
    assert main(["check-pdf", folder]) == 1
    *found, summary = capsys.readouterr().out.splitlines()
    assert summary == "2 guides, 5 problems"
    rows = (book.docs / "baker/index.md").read_text("utf-8").split("\n")
    kinds = {}
    for line in found:
        match = re.fullmatch(
            r"docs/baker/index\.md:(\d+): WARNING: in the PDF, (.+?) is (\d+) mm too wide.*"
            r" '(.+)….* \[guide\.pdf\]",
            line,
        )
        assert match, line
        assert match[4] in rows[int(match[1]) - 1]
        assert 10 < int(match[3]) < 300
        kinds[match[2]] = rows[int(match[1]) - 1][:10]
    assert (
        kinds
        == {
            "a line of this text": "- An item ",  # and the address, below
            "a cell of this table": f"| 3 | {LONG}"[:10],
            "a line of this code": LONG[:10],
            "this heading": f"## Of {LONG}"[:10],
        }
    )
    assert sum(ADDRESS[:50] in line for line in found) == 1
    assert main(["check-pdf", folder, "--format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {each["subtype"] for each in findings} == {"pdf"}
    (book.docs / "conf.py").write_text('suppress_warnings = ["guide.pdf"]\n')
    assert main(["check-pdf", folder]) == 0
    # The same book with what the messages ask for.
    (book.docs / "conf.py").unlink()
    book.write({"baker/index.md": guide("Baker", BODY.replace(LONG, "Rye ").replace(ADDRESS, "x"))})
    make_pdf(book)
    capsys.readouterr()
    assert main(["check-pdf", folder]) == 0
    assert capsys.readouterr().out == "2 guides, 0 problems\n"


def test_a_line_of_nobody_is_reported_at_the_log(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.path)
    site.write({
        "../book/acme.tex": "\\begin{document}\n",
        "../book/acme.log": "(./acme.tex\nOverfull \\hbox (72.27pt too wide) at line 1\n []\n\n)\n",
        "../book/other.log": "no book of ours",
    })  # fmt: skip
    assert main(["check-pdf", "book"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "book/acme.log:1: WARNING: in the PDF, a line is 25 mm too wide; its page is not known:"
        " look for it in the PDF [guide.pdf]",
        "0 guides, 1 problem",
    ]


def test_without_a_pdf_it_says_so(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.path)
    assert main(["check-pdf"]) == 2
    assert "no log of TeX in build/latex; make the PDF first" in capsys.readouterr().err
