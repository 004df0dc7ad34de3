"""Natural mistakes, made on purpose: the build and the check say what is wrong, alike.

The cases are beside the repository on the machines of those who keep it; elsewhere this is skipped.
The patterns they stand for have tests of their own, beside the modules.
"""

from __future__ import annotations

import re

import pytest
from PIL import Image

from career_guides.cli import main
from career_guides.live.build import Builds, Options
from tests.sites import LOGO, ROOT, Site
from tests.sites.check import described

pytestmark = pytest.mark.slow

CASES = ROOT.parent / "shared/cases/mistakes"

#: File -> for each message, its line, a part of it, and its subtype.
WANTED: dict[str, list[tuple[int, str, str]]] = {
    "m01-indent": [(6, "indented by 1 space more", "syntax")],
    "m01b-indent": [(5, "'image' belongs under 'figure'", "unknown_key")],
    "m02-path": [(5, "did you mean '/images/plumber/overview.svg'?", "image")],
    "m03-key": [
        (4, "did you mean 'description'?", "unknown_key"), (5, "needs 'alt'", "alt"),
        (7, "unknown key 'alttext'", "unknown_key"),
    ],
    "m04-link": [
        (6, "'guide' points at 'nurse/overveiw'", "target"),
        (6, "'guide' points at 'plumber/day-in-life'", "target"),
        (6, "a link leads to 'plumber/day-in-life'", "target"),
    ],
    "m05-title": [(2, "the same title as 'plumber/overview'", "title")],
    "m06-tab": [(5, "indented with a tab; use two spaces", "syntax")],
    "m07-quote": [(2, "the quote that opens here is never closed", "syntax")],
    "m07b-colon": [(2, 'write title: "Plumbing: the first day"', "syntax")],
    "m08-alt": [(4, "'figure' needs 'alt'", "alt"), (8, "needs ':alt:'", "alt")],
    "m09-soc": [
        (4, "did you mean '47-2152' (Plumbers", "value"), (7, "'fact': '47-9999'", "value"),
        (7, "did you mean 'median-pay'?", "value"),
    ],
    "m09b-soc": [(4, "write 47-2152", "type")],
    "m10-date": [(4, "a date of the form 2026-11-22", "value")],
    "m10b-date": [(4, "a date of the form", "value"), (5, "a duration such as", "value")],
    "m11-windows": [
        (5, "write '/images/plumber/overview.svg'", "image"),
        (9, "is on your own computer", "local_path"),
    ],
    "m12-huge": [],
    "m13-heading": [(10, "write '###', not '####'", "heading"), (14, "second title", "heading")],
    "m14-anchor": [
        (6, "'guide' points at 'overview#the-work-itself', but", "anchor"),
        (6, "did you mean 'the-work-it-is'?", "anchor"), (6, "no heading 'nowhere'", "anchor"),
    ],
    "m15-directive": [
        (7, "lacks its second colon", "directive"), (11, "lacks its closing brace", "directive"),
    ],
    "m16-fence": [(8, "the code block that opens here is never closed", "fence")],
    "m16b-colonfence": [(8, "the directive that opens here is never closed", "fence")],
    "m17-misspelt": [
        (6, "did you mean 'figure-card'?", "directive"), (10, "did you mean 'tip'?", "directive"),
        (14, "did you mean 'guide'?", "role"),
    ],
    "m18-word": [(6, "the attribute 'style'", "trust"), (6, "paste it as plain text", "pasted")],
    "m19-table": [
        (7, "this line has 2 cells, the heading above it has 3", "table"),
        (12, "2 cells more than the heading", "table"), (13, "fewer cells", "table"),
    ],
    "m20-relative": [],
    "m21-nofm": [(1, "no front matter, so it is not a guide", "front_matter")],
    "m22-nodash": [(1, "the first line of the file must be '---'", "syntax")],
    "m23-blank": [(1, "remove the empty line above it", "syntax")],
    "m24-smart": [(4, "curly quotes do not work here", "syntax")],
    "m25 space name": [(1, "rename the file to 'm25-space-name.md'", "file_name")],
    "m27-notitle": [(1, "required key 'title' is missing", "missing")],
    "m28-titletwice": [],
    "m29-latin1": [(6, "not UTF-8 text", "syntax")],
    "m30-next": [
        (4, "did you mean 'plumber/overview'?", "target"), (6, "write [craft]", "type"),
        (5, "'Skiled trades' is nearly the same as 'Skilled trades'", "term"),
    ],
}  # fmt: skip

NOTES = {"front_matter", "term", "file_name"}


@pytest.fixture
def plumbers(site: Site) -> Site:
    """A career of plumbers and one of nurses, with every mistake."""
    site.conf = "myst_heading_anchors = 3"
    site.write({
        "images/plumber/overview.svg": LOGO,
        "plumber/index.md": described("Plumber", industry="Skilled trades", next="overview"),
        "plumber/overview.md": described(
            "What a plumber does", "## The work it is\n\nText.", industry="Skilled trades",
        ),
        "plumber/day-in-the-life.md": described("A day"),
        "nurse/overview.md": described("What a nurse does"),
    })  # fmt: skip
    Image.new("RGB", (30, 20)).save(site.docs / "plumber/pipe.png")
    Image.effect_noise((6000, 4000), 99).save(site.docs / "images/plumber/huge.png")
    for file in CASES.glob("m*.md"):
        (site.docs / "plumber" / file.name).write_bytes(file.read_bytes())
    return site


def by_file(lines: list[str]) -> dict[str, set[tuple[int, str, str, str]]]:
    """Return file -> line, level, message and subtype of what is said of it."""
    found: dict[str, set[tuple[int, str, str, str]]] = {}
    for line in lines:
        if match := re.fullmatch(
            r"docs/plumber/(m.+)\.md:(\d+): (\w+): (.+) \[guide\.(\w+)\]", line
        ):
            found.setdefault(match[1], set()).add((int(match[2]), match[3], match[4], match[5]))
    return found


def previewed(site: Site) -> dict[str, set[tuple[int, str, str, str]]]:
    """Return file -> what the box of the preview says of it, in the form of :func:`by_file`."""
    options = Options(
        site.docs, site.path, site.path / "preview", site.path / "preview-doctrees",
        settings={"nitpicky": "1"},
    )  # fmt: skip
    result = Builds(options).build(1)
    assert result.is_built, result.output
    return by_file([f"{m.file}:{m.line}: {m.level}: {m.text}" for m in result.messages])


@pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not on this machine")
def test_natural_mistakes_get_their_message_in_build_check_and_preview(
    plumbers: Site, monkeypatch, capsys
) -> None:
    plumbers.build("-n")
    built = by_file(plumbers.log.splitlines())
    monkeypatch.chdir(plumbers.path)
    assert main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("huge.png:1" in line and "1600 pixels wide" in line for line in lines)
    checked = by_file(lines)
    assert {file.stem for file in CASES.glob("m*.md")} == WANTED.keys()
    for name, wanted in WANTED.items():
        assert built.get(name, set()) == checked.get(name, set()), name
        said = sorted(built.get(name, set()))
        assert len(said) == len(wanted), said
        for line, part, subtype in wanted:
            level = "NOTE" if subtype in NOTES else "WARNING"
            assert any(
                (at, kind, sub) == (line, level, subtype) and part in message
                for at, kind, message, sub in said
            ), (name, part, said)
    assert previewed(plumbers) == built
    page = plumbers.soup("plumber/m22-nodash.html")
    assert page.h1 is not None
    assert page.h1.contents[0] == "Mistake twenty-two"
    assert "description:" not in page.text
