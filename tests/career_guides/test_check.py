"""``career-guides check``: what each rule says, and what it says nothing of."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from career_guides import cli
from career_guides.check.fixes import fix_front_matter
from career_guides.check.rules.body import read_body
from career_guides.check.rules.image_files import programs
from career_guides.check.rules.texts import says_nothing
from tests.career_guides.test_cli import SENTENCE, described
from tests.conftest import FACTS, LOGO, Site, guide


@pytest.fixture
def docs(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site that nothing is to be said of, in the current folder."""
    site.write({"index.md": described("Home", sidebarlogo="acme")})
    monkeypatch.chdir(site.path)
    return site


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """Return how the command ended, its lines, and the last one."""
    code = cli.main(["check", *arguments])
    *lines, last = capsys.readouterr().out.splitlines()
    return code, lines, last


def photo(**tags: object) -> bytes:
    """Return a JPEG photo with what a camera writes."""
    exif = Image.Exif()
    for name, value in tags.items():
        exif[ExifTags.Base[name]] = value
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (52.0, 31.0, 0.0)})
    stream = io.BytesIO()
    picture = Image.new("RGB", (8, 6), "teal")
    picture.save(stream, "JPEG", exif=exif, comment=b"kept")
    return stream.getvalue()


# -- the rules ----------------------------------------------------------------


def test_links_in_the_text(docs: Site, capsys) -> None:
    body = """\
{guide}`c` and {guide}`text <c>`, {guide}`https://example.org/` and [one](c.md#part)
and [another](https://example.org/x.md), {guide}`b`, {guide}`!c`, `{guide}` and a `[x](y.md)`.

:::{tip} About {guide}`c`
:class: x

- in a list {guide}`d`
:::

```{next} c
:label: Go on
```

```{guides}
:career: aa
```

```{code-block} markdown
{guide}`nothing`
```

% {guide}`nothing`
"""
    site = docs
    site.write({"a/index.md": described("A"), "a/b.md": described("B", body)})
    code, lines, _last = check(capsys)
    assert code == 1
    said = [line.removeprefix("docs/a/b.md:").removesuffix(" [guide.target]") for line in lines]
    assert said == [
        "6: WARNING: 'guide' points at 'a/c', which does not exist",
        "6: WARNING: 'guide' points at an address, 'https://example.org/'; write an ordinary link",
        "6: WARNING: a link leads to 'a/c', which does not exist",
        "9: WARNING: 'guide' points at 'a/c', which does not exist",
        "12: WARNING: 'guide' points at 'a/d', which does not exist",
        "15: WARNING: 'next' points at 'a/c', which does not exist",
        "19: WARNING: 'guides' lists career 'aa', which does not exist",
    ]
    # In the words of the build; the Markdown link is MyST's to report, and Sphinx takes a
    # directive's title for the line below it.
    built = {line for line in site.build().splitlines() if "[guide." in line}
    assert built == {
        f"docs/a/b.md:{line} [guide.target]".replace("md:9:", "md:10:")
        for line in said
        if "a link leads" not in line
    }


def test_headings_that_skip_a_level(docs: Site, capsys) -> None:
    docs.write({
        "a/b.md": described("B", "## One\n\n#### Two\n\n##### Three\n\n## Four\n\n### Five"),
        "a/c.md": described("C", "### One\n\n```{tip}\n#### Not of the page\n```"),
        "a/plain.md": "# No guide\n\n## Two\n",
    })  # fmt: skip
    code, lines, _last = check(capsys)
    assert code == 1
    assert lines == [
        "docs/a/b.md:8: WARNING: the heading 'Two' skips a level: write '###', not '####'"
        " [guide.heading]",
        "docs/a/c.md:6: WARNING: the heading 'One' skips a level: write '##', not '###'"
        " [guide.heading]",
    ]


def test_descriptions(docs: Site, capsys) -> None:
    docs.write({
        "a/b.md": described("B"),
        "a/c.md": guide("C", description=f"'{SENTENCE.format('B')}'"),
        "a/d.md": guide("D", description="Too short."),
        "a/e.md": guide("E", description="x" * 156),
        "a/f.md": guide("F"),
        "a/draft.md": guide("G", draft="true"),
        "a/plain.md": "No guide.\n",
    })  # fmt: skip
    code, lines, last = check(capsys)
    assert code == 1
    assert lines == [
        "docs/a/c.md:3: WARNING: 'description' is that of 'a/b' as well; say what is in this guide"
        " [guide.description]",
        "docs/a/d.md:3: NOTE: 'description' has 10 characters; 80 to 155 fit search results"
        " [guide.description]",
        "docs/a/e.md:3: NOTE: 'description' has 156 characters; 80 to 155 fit search results"
        " [guide.description]",
        "docs/a/f.md:1: NOTE: no 'description': search results and cards show one, a sentence of"
        " 80 to 155 characters [guide.description]",
    ]
    assert last == "6 guides, 1 problem, 3 notes"
    (docs.docs / "a/c.md").unlink()
    assert check(capsys)[0] == 0


def test_pictures_in_the_text(docs: Site, capsys) -> None:
    docs.write({
        "images/oven.svg": LOGO,
        "a/b.md": described(
            "B",
            "![](/images/oven.svg) and ![Two loaves](../images/oven.svg)\n"
            "and ![image](/images/none.svg) ![x y](https://example.org/x.png)\n\n"
            "```{figure-card} /images/oven.svg\n:alt: oven.svg\n```\n\n"
            "```{figure-card} /images/oven.svg\n:decorative:\n```\n\n"
            "```{image} /images/oven.svg\n---\nalt: Two loaves in an oven\n---\n```",
            figure="{image: /images/oven.svg, alt: Photo}",
        ),
    })  # fmt: skip
    code, lines, _last = check(capsys)
    assert code == 1
    assert [line.removeprefix("docs/a/b.md:") for line in lines] == [
        "4: WARNING: 'figure.alt' 'Photo' says nothing; say what the picture shows [guide.alt]",
        "7: WARNING: the picture '/images/oven.svg' has no text that says what it shows; if it only"
        " decorates, use 'figure-card' with ':decorative:' [guide.alt]",
        "8: WARNING: no image '/images/none.svg'; did you mean '/images/oven.svg'? [guide.image]",
        "8: WARNING: the alternative text 'image' says nothing; say what the picture shows"
        " [guide.alt]",
        "10: WARNING: 'figure-card': ':alt:' 'oven.svg' says nothing; say what the picture shows"
        " [guide.alt]",
    ]


@pytest.mark.parametrize(
    "alt", ["image", "Photo.", "An image of the", "IMG_2043", "oven", "…", "Figure 3"]
)
def test_texts_that_say_nothing(alt: str) -> None:
    assert says_nothing(alt, "/images/oven.svg" if alt == "oven" else "/images/IMG_2043.jpg")


@pytest.mark.parametrize(
    "alt", ["An oven", "Photo of an oven", "Compass rose", "שלום", "404 error"]
)
def test_texts_that_say_something(alt: str) -> None:
    assert not says_nothing(alt, "/images/compass-rose.svg")


def test_image_files(docs: Site, capsys) -> None:
    docs.write({
        "images/used.svg": LOGO,
        "images/lost.svg": LOGO,
        "images/bad.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script>\n</svg>',
        "images/large.svg": LOGO + " " * 300_000,
        "_static/theme.svg": LOGO,
        "a/b.md": described("B", "![Two loaves](/images/bad.svg) <img src='../images/used.svg'>"
                            "\n![Two](/images/photo.jpg) ![Three](/images/large.svg)"),
    })  # fmt: skip
    (docs.docs / "images/photo.jpg").write_bytes(photo(Make="Acme", DateTime="2026:11:22 10:00:00"))
    (docs.docs / "images/gone.png").symlink_to("nowhere.png")
    code, lines, last = check(capsys)
    assert code == 1
    assert lines == [
        "docs/images/bad.svg:2: WARNING: the SVG has a script; remove the element 'script'"
        " [guide.script]",
        "docs/images/gone.png:1: NOTE: no page shows this image [guide.unused]",
        "docs/images/gone.png:1: WARNING: cannot be read (No such file or directory) [guide.image]",
        "docs/images/large.svg:1: WARNING: the file has 300 KB; at most 300 are good [guide.large]",
        "docs/images/lost.svg:1: NOTE: no page shows this image [guide.unused]",
        "docs/images/photo.jpg:1: WARNING: the photo says where it was taken and with which camera"
        " and when; remove that from the file [guide.metadata]",
    ]
    assert last == "2 guides, 4 problems, 2 notes"


def test_images_that_only_conf_py_names_are_used(docs: Site, capsys) -> None:
    docs.write({"logos/brand.svg": LOGO, "logos/brand-dark.svg": LOGO, "images/icon.png": ""})
    (docs.path / "conf.py").write_text(
        "guides_logo = 'brand'\nhtml_favicon = 'docs/images/icon.png'\n"
    )
    assert check(capsys)[1] == []


def test_photo_that_tells_in_xmp(docs: Site, capsys) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (8, 6)).save(stream, "PNG")
    docs.write({"a/b.md": described("B", "![Two](/images/p.jpg) ![Three](<../images/my pic.png>)")})
    (docs.docs / "images").mkdir()
    (docs.docs / "images/my pic.png").write_bytes(stream.getvalue())
    picture = Image.new("RGB", (8, 6))
    picture.save(docs.docs / "images/p.jpg", xmp=b"<x:xmpmeta exif:GPSLatitude='1'/>")
    before = (docs.docs / "images/p.jpg").read_bytes()
    for _ in range(2):  # a packet that may hold rights is not taken out
        assert check(capsys, "--fix")[1] == [
            "docs/images/p.jpg:1: WARNING: the photo says where it was taken; remove that from the"
            " file [guide.metadata]"
        ]
    assert (docs.docs / "images/p.jpg").read_bytes() == before


@pytest.mark.parametrize("size", [0, 3, 20, 200])
def test_damaged_photos_harm_nothing(docs: Site, capsys, size: int) -> None:
    docs.write({"a/b.md": described("B", "[x](/images/p.jpg)")})
    (docs.docs / "images").mkdir()
    damaged = photo(Make="Acme")[:size]
    (docs.docs / "images/p.jpg").write_bytes(damaged)
    check(capsys, "--fix")
    assert (docs.docs / "images/p.jpg").read_bytes() == damaged


@pytest.mark.parametrize(
    "inside",
    [
        "<g onload='x()'/>", "<a xlink:href='java&#10;script:x' href=' JavaScript:x()'/>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
        "<set attributeName='href' to='javascript:x()'/>",
        "<image href='data:text/html,x'/>",
    ],
)  # fmt: skip
def test_svg_that_could_run_a_program(inside: str) -> None:
    svg = f"<svg xmlns:xlink='http://www.w3.org/1999/xlink'>\n{inside}</svg>"
    assert [line for line, _ in programs(svg.encode())] == [2]


def test_svg_that_is_harmless_or_broken() -> None:
    fine = b"<svg><a href='https://example.org/'><title>on</title></a><style>a{}</style></svg>"
    assert programs(fine) == []
    assert programs(b"<svg><g>") == []
    assert programs(b"") == []
    bomb = b"<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\n<svg>&b;</svg>"
    assert len(programs(bomb)) == 1


def test_spelling_of_what_people_read(docs: Site, capsys) -> None:
    body = (
        "I recieve it, `recieve` it\nand abandonned [it](https://example.org/recieve).\n\n"
        "```python\nrecieve = 1\n```\n\n:::{tip} Recieve\nIt is teh end.\n:::"
    )
    docs.write({
        "a/recieve.md": described("Recieve", body, sources="[Recieve Ltd]", aliases="[/recieve]"),
        "spelling.txt": "abandonned\n",
    })  # fmt: skip
    code, lines, _last = check(capsys)
    assert code == 1
    assert lines == [
        f"docs/a/recieve.md:{line}: WARNING: '{wrong}' looks misspelt; did you mean '{right}'?"
        " [guide.spelling]"
        for line, wrong, right in (
            (2, "Recieve", "Receive"), (3, "Recieve", "Receive"), (8, "recieve", "receive"),
            (15, "Recieve", "Receive"), (16, "teh", "the"),
        )
    ]  # fmt: skip
    (docs.path / "conf.py").write_text("language = 'de'\n")
    assert check(capsys)[1] == []


def test_what_conf_py_says_counts(docs: Site, capsys) -> None:
    docs.write({
        "a/b.md": described("B", mine="x", sidebarlogo="gone"),
        "old/c.md": described("C", next="gone"),
        "a/r.md": described("R", last_reviewed="2020-01-01", review_in="1 year"),
    })  # fmt: skip
    (docs.path / "conf.py").write_text(
        "import os\nexclude_patterns = ['old']\nguides_extra_keys = ['mine']\n"
        "suppress_warnings = ['guide.logo', 'guide.stale']\nproject = os.getcwd()\n"
    )
    code, lines, last = check(capsys)
    assert code == 0
    assert lines == [
        "docs/a/r.md:4: NOTE: the review of 2020-01-01 ran out after 1 year [guide.stale]"
    ]
    assert last == "3 guides, 0 problems, 1 note"
    (docs.path / "conf.py").write_text("exclude_patterns = [")  # the build says so
    assert check(capsys)[0] == 1


def test_figures_typed_by_hand(docs: Site, capsys) -> None:
    docs.write({**FACTS, "a/b.md": described("B", "It pays $31,000.", occupation="27-3091")})
    assert "looks like a figure typed by hand" in check(capsys)[1][0]


@given(st.text(st.sampled_from("`{}:-#[]()!<>|\n $%\\aé\t\x00\x0c=~")))
def test_no_text_breaks_the_reader(text: str) -> None:
    body = read_body(text, 0, ("colon_fence", "deflist", "attrs_inline", "no_such"))
    last = text.count("\n") + text.count("\x0c") + 1
    assert all(line.line <= last for line in body.prose)


# -- formats ------------------------------------------------------------------


def test_annotations_of_a_pull_request(docs: Site, capsys) -> None:
    docs.write({"a, b/c.md": described("C", next="'100%'"), "a, b/d.md": guide("D")})
    code, lines, last = check(capsys, "--format", "github")
    assert code == 1
    assert lines == [
        "::error file=docs/a%2C b/c.md,line=4,title=guide.target::'next' points at 'a, b/100%25',"
        " which does not exist",
        "::notice file=docs/a%2C b/d.md,line=1,title=guide.description::no 'description': search"
        " results and cards show one, a sentence of 80 to 155 characters",
    ]
    assert last == "3 guides, 1 problem, 1 note"


def test_json_for_programs(docs: Site, capsys) -> None:
    docs.write({"a/c.md": described("Ç", next="d")})
    assert cli.main(["check", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "guides": 2,
        "findings": [
            {
                "file": "docs/a/c.md",
                "line": 4,
                "level": "problem",
                "subtype": "target",
                "message": "'next' points at 'a/d', which does not exist",
            }
        ],
    }


# -- --changed ----------------------------------------------------------------


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def branch(docs: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A branch of a repository whose main branch has faults of its own."""
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    docs.write({
        "a/index.md": described("A", next="b"),
        "a/b.md": described("B", "See {guide}`c`.", next="c"),
        "a/c.md": described("C", sidebarlogo="acme"),
        "a/faulty.md": described("F", "{guide}`nope`", next="nowhere", aliases="[/a/new]"),
        "a/wide.md": described("W"),
    })  # fmt: skip
    git(docs.path, "init", "-b", "main")
    git(docs.path, "add", ".")
    git(docs.path, "commit", "-m", "start")
    git(docs.path, "checkout", "-b", "topic")
    return docs


def test_only_what_differs(branch: Site, capsys) -> None:
    assert check(capsys)[0] == 1
    assert check(capsys, "--changed") == (0, [], "6 guides, 0 problems")
    branch.write({"a/wide.md": described("W", "{guide}`nope`")})
    git(branch.path, "commit", "-am", "a fault")
    branch.write({"a/é x.md": described("X", "## A\n\n#### B")})
    code, lines, _last = check(capsys, "--changed")
    assert code == 1
    assert [line.split(":")[0] for line in lines] == ["docs/a/wide.md", "docs/a/é x.md"]


def test_what_main_has_done_since_is_not_mine(branch: Site, capsys) -> None:
    git(branch.path, "checkout", "main")
    branch.write({"a/faulty.md": described("F")})
    git(branch.path, "commit", "-am", "mended on main, not here")
    git(branch.path, "checkout", "topic")
    branch.write({"a/c.md": described("C", "## A\n\n#### B", sidebarlogo="acme")})
    assert [line.split(":")[0] for line in check(capsys, "--changed")[1]] == ["docs/a/c.md"]


def test_what_a_change_breaks_elsewhere(branch: Site, capsys) -> None:
    git(branch.path, "mv", "docs/a/c.md", "docs/a/renamed.md")
    (branch.docs / "logos/acme.svg").unlink()
    (branch.docs / "a/renamed.md").write_text(described("C"))
    branch.write({"a/new.md": described("N"), "a/wide.md": guide("W", draft="true")})
    _code, lines, _last = check(capsys, "--changed")
    assert [line.rpartition(" WARNING: ")[::2] for line in lines] == [
        ("docs/a/b.md:4:", "'next' points at 'a/c', which does not exist [guide.target]"),
        ("docs/a/b.md:7:", "'guide' points at 'a/c', which does not exist [guide.target]"),
        ("docs/a/faulty.md:5:",
         "'aliases': '/a/new' is the address of the page 'a/new' [guide.alias]"),
        ("docs/index.md:4:",
         "no logo 'acme' (logos: none; put one into docs/logos) [guide.logo]"),
    ]  # fmt: skip


def test_the_base_of_a_pull_request(branch: Site, capsys, monkeypatch) -> None:
    git(branch.path, "branch", "-m", "main", "trunk")
    assert cli.main(["check", "--changed"]) == 2
    assert "no branch origin/main or main to compare with" in capsys.readouterr().err
    assert check(capsys, "--changed", "--base", "trunk")[0] == 0
    monkeypatch.setenv("GITHUB_BASE_REF", "trunk")
    assert check(capsys, "--changed")[0] == 0
    git(branch.path, "checkout", "--orphan", "other")
    git(branch.path, "commit", "-m", "no history")
    assert cli.main(["check", "--changed"]) == 2
    assert "no common history" in capsys.readouterr().err


def test_without_a_repository(docs: Site, capsys, monkeypatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(docs.path.parent))
    assert cli.main(["check", "--changed"]) == 2
    assert "not a git repository" in capsys.readouterr().err


# -- --fix --------------------------------------------------------------------

MESS = """\
---
title: 404   # stays
description: "{sentence}"
sidebar: 'false'
weight: 10
weight: 10
tags: bread, butter
# The way on.
next: {{to: c, label: 7}}
sidebarlgo: x
figure:
  image: /images/photo.jpg
  alt: Teh oven, `teh`
---

Teh [teh](https://example.org/teh) `teh` end. So fo.
"""


def test_what_is_safe_is_mended(docs: Site, capsys) -> None:
    sentence = SENTENCE.format("x")
    docs.write({"a/b.md": MESS.format(sentence=sentence), "a/c.md": described("C")})
    photo_file = docs.docs / "images" / "photo.jpg"
    photo_file.parent.mkdir()
    photo_file.write_bytes(photo(Make="Acme", Orientation=6, Copyright="Ada, CC BY 4.0"))
    before = Image.open(io.BytesIO(photo_file.read_bytes()))

    code, lines, last = check(capsys, "--fix")
    assert code == 1
    assert (
        (docs.docs / "a/b.md").read_text()
        == f"""\
---
title: "404"   # stays
description: "{sentence}"
sidebar: false
weight: 10
tags: ["bread, butter"]
# The way on.
next: {{to: c, label: "7"}}
sidebarlgo: x
figure:
  image: /images/photo.jpg
  alt: The oven, `teh`
---

The [the](https://example.org/teh) `teh` end. So fo.
"""
    )
    assert [line for line in lines if "FIXED" not in line] == [
        "docs/a/b.md:9: WARNING: unknown front-matter key 'sidebarlgo'; did you mean 'sidebarlogo'?"
        " [guide.unknown_key]",
        "docs/a/b.md:15: WARNING: 'fo' looks misspelt; did you mean 'of' or 'for' or 'to' or 'do'"
        " or 'go'? [guide.spelling]",
    ]
    assert (
        "docs/images/photo.jpg:1: FIXED: the photo said where it was taken and with which"
        " camera [guide.metadata]" in lines
    )
    assert last == "3 guides, 2 problems, 9 mended"

    after = Image.open(photo_file)
    assert dict(after.getexif()) == {
        ExifTags.Base.Orientation: 6, ExifTags.Base.Copyright: "Ada, CC BY 4.0",
    }  # fmt: skip
    assert after.tobytes() == before.tobytes()
    assert after.info["comment"] == b"kept"

    snapshot = {file: file.stat().st_mtime_ns for file in docs.docs.rglob("*")}
    _code, lines, _last = check(capsys, "--fix")
    assert not [line for line in lines if "FIXED" in line]
    assert {file: file.stat().st_mtime_ns for file in docs.docs.rglob("*")} == snapshot


def test_line_ends_and_links_out_stay(docs: Site, capsys, tmp_path: Path) -> None:
    text = "\ufeff---\r\ntitle: 404\r\n---\r\n\r\nTeh end.\r\n"
    (docs.docs / "w.md").write_bytes(text.encode())
    outside = tmp_path / "outside.md"
    outside.write_text("---\ntitle: 404\n---\n")
    (docs.docs / "out.md").symlink_to(outside)
    check(capsys, "--fix")
    mended = text.replace("404", '"404"').replace("Teh", "The")
    assert (docs.docs / "w.md").read_bytes() == mended.encode()
    assert "title: 404" in outside.read_text()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: true", 'title: "true"'),
        ("title: 2026-11-22", 'title: "2026-11-22"'),
        ("title: A\ntags: night work", "title: A\ntags: [night work]"),
        ("title: A\naliases: /old", "title: A\naliases: [/old]"),
        ("title: A\nsources: https://example.org/", 'title: A\nsources: ["https://example.org/"]'),
        ('title: A\ntags:\n  - "a"\n  - 7 # x', 'title: A\ntags:\n  - "a"\n  - "7" # x'),
        ("title: A\nfigure:\n\timage: 7", 'title: A\nfigure:\n  image: "7"'),
        ("title: A\ncascade: {draft: 'True'}", "title: A\ncascade: {draft: true}"),
        ("title: A\ntitle: A", "title: A"),
        # A guess would be needed.
        ("title: A\ntitle: B", "title: A\ntitle: B"),
        ("title: A\nsidebar: 'no thanks'", "title: A\nsidebar: 'no thanks'"),
        ("title: A\nweight: '10'", "title: A\nweight: '10'"),
        ("title: [A]", "title: [A]"),
        ("title: [A", "title: [A"),
        ("title: A\nreview_in: soon", "title: A\nreview_in: soon"),
    ],
)
def test_mended_front_matter(before: str, after: str) -> None:
    page = "---\n{}\n---\n\nText\n"
    mended, _problems = fix_front_matter(page.format(before), "a/index")
    assert mended == page.format(after)


def test_only_what_differs_is_mended(branch: Site, capsys) -> None:
    branch.write({"a/wide.md": described("W", "Teh end.")})
    git(branch.path, "commit", "-am", "on main")
    git(branch.path, "branch", "-f", "main")
    branch.write({"a/c.md": described("C", "Teh end.")})
    check(capsys, "--changed", "--fix")
    assert "The end." in (branch.docs / "a/c.md").read_text()
    assert "Teh end." in (branch.docs / "a/wide.md").read_text()
