"""The messages in the documentation are those that are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from career_guides.cli import main
from career_guides.content.page import read_page
from career_guides.diagnostics.problem import SUBTYPES
from tests.project.documentation import MANUAL, PAGES, headings, of_language
from tests.sites import LOGO, Site, guide, without_pagefind
from tests.sites.photos import camera_photo

if TYPE_CHECKING:
    from pathlib import Path


def test_every_subtype_has_its_section() -> None:
    pages = ("messages.md", "text-messages.md", "check-messages.md")
    sections = {name.removeprefix("guide.") for page in pages for name in headings(page)}
    assert sections == SUBTYPES.keys()
    for name in MANUAL:
        assert set(re.findall(r"\bguide\.([a-z_]+)\b", PAGES[name])) <= SUBTYPES.keys(), name


def page(*lines: str, body: str = "Some text.") -> str:
    return "\n".join(["---", *lines, "---", "", body, ""])


#: A site with every fault that the pages show.
FAULTY = {
    "index.md": guide("Home"),
    "logos/workdojos_logo.svg": LOGO,
    "images/oven.svg": LOGO,
    "images/notes.txt": "no image",
    "images/broken.png": "no image either",
    "baker/index.md": page("title: Baker", "next: overview", "description: Bread and how to bake"),
    "baker/overview.md": page("title: What a baker does", "sidebarlgo: workdojos_logo"),
    "baker/figure.md": page("title: A figure", "figure: {image: /images/oven.svg, atl: An oven}"),
    "baker/twice.md": page("title: Twice", "weight: 10", "weight: 20"),
    "baker/bread.md": page("title: Bread: the first loaf"),
    "baker/tools.md": page("title: Tools", "\tsubtitle: Knives"),
    "baker/open.md": "---\ntitle: Open\n\nSome text.\n",
    "baker/old.md": "+++\ntitle = 'Old'\n+++\n\nSome text.\n",
    "baker/described.md": page(
        "title: Described", "description: Ours", "myst:", "  html_meta:", "    description: Another"
    ),
    "baker/mute.md": "Some text.\n",
    "baker/number.md": page("title: 404", "sidebar: 'false'", "tags: bread"),
    "baker/nothing.md": page("description: A page without a title."),
    "baker/noimage.md": page("title: No image", "figure: {alt: An oven}"),
    "baker/dates.md": page(
        "title: Dates", "last_reviewed: 2026-02-30", "review_in: soon", "cascade: {weight: 3}"
    ),
    "baker/logo.md": page("title: Logo", "sidebarlogo: wordojos_logo"),
    "baker/pictures.md": page("title: A", "figure: {image: /images/bread.svg, alt: x}"),
    "baker/outside.md": page("title: B", "figure: {image: ../../oven.svg, alt: x}"),
    "baker/linked.md": page("title: L", "figure: {image: /images/link.svg, alt: x}"),
    "baker/host.md": page("title: C", "figure: {image: 'https://example.org/oven.svg', alt: x}"),
    "baker/notes.md": page("title: D", "figure: {image: /images/notes.txt, alt: x}"),
    "baker/broken.md": page("title: E", "figure: {image: /images/broken.png, alt: x}"),
    "baker/night.md": page(
        "title: Night", "figure: /images/oven.svg", body="```{figure-card} /images/oven.svg\n```"
    ),
    "baker/dough.md": page(
        "title: Dough", "next:", "  - overviw", "  - dough", "  - ftp://example.org/"
    ),
    "baker/links.md": page(
        "title: Links", body="See {guide}`overviw`.\n\n```{guides}\n:career: bakr\n```"
    ),
    "baker/moved.md": page(
        "title: Moved", "aliases:", "  - /baker/overview", "  - /_static/bread",
        "  - /baker/was-here",
    ),
    "baker/twice-moved.md": page("title: Moved too", "aliases:", "  - /baker/was-here"),
    "baker/codes.md": page(
        "title: Codes", "occupation: [51-3000,", "  15-1132]",
        body="{fact}`25-2021 median-hourly-pay`",
    ),
    "baker/shop.md": page(
        "title: Shop", "description: Bread and how to bake",
        body="![](/images/oven.svg)\n\n![image](/images/oven.svg)\n\nWe recieve flour.\n\n"
        "#### Prices",
    ),
    "images/shop/wide.svg": LOGO + " " * (301_000 - len(LOGO)),
    "images/shop/till.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    "images/shop/lost.svg": LOGO,
    "baker/wages.md": page("title: Wages", "occupation: 51-3011", body="Bakers earn $31,000."),
    "baker/code.md": page("title: Code", body="```\nflour: 500 g\n\n## Water"),
    "baker/boxes.md": page(
        "title: Boxes",
        body=":::{tip\nOne\n:::\n\n```{figure-crad} /images/oven.svg\n```\n\n"
        "```{figure-card} /images/oven.svg\n:alt An oven\n```",
    ),
    "baker/roles.md": page("title: Roles", body="{guid}`overview` and {guide}'overview'"),
    "baker/tables.md": page("title: Tables", body="| Bread | Hours |\n| - | - |\n| Rye | 5 | 20 |"),
    "baker/headings.md": page("title: Headings", body="# Another title\n\n##Rye"),
    "baker/websites.md": page(
        "title: Websites", body="[Ovens] (https://example.org/) and [flour](www.example.org)"
    ),
    "baker/parts.md": page("title: Parts", body="[Ovens](shop.md#price)"),
    "baker/paths.md": page("title: Paths", body="![An oven](C:\\Users\\me\\oven.png)"),
    "baker/pasted.md": page("title: Pasted", body='<p class="MsoNormal">Rye</p>\n\n• Wheat'),
    "baker/comment.md": page("title: Comment", body="<!-- to do\n\nRye"),
    "baker/same.md": page("title: Baker"),
    "baker/terms.md": page("title: Terms", "tags: [sourdoughs]"),
    "baker/terms-too.md": page("title: Terms too", "tags: [sourdough]"),
    "baker/terms-three.md": page("title: Terms three", "tags: [sourdough]"),
    "baker/plain.md": "Some text.\n",
    "baker/Night work.md": page("title: Night work"),
    "baker/flour.txt": "Rye and wheat.",
    "baker/outline.md": page("title: Outline", body="## What it is\n\n% In a few sentences"),
    "baker/stranger.md": page(
        "title: Stranger", "myst:", "  url_schemes: [javascript]",
        body="Text.\n```{include} ../../secret.txt\n```\n\n<script>alert(1)</script>",
    ),
    "baker/review.md": page("title: Review", "last_reviewed: 2024-05-01", "review_in: 1 year"),
}  # fmt: skip


def write_book(site: Site) -> None:
    """Write what TeX says about a book with an address that is too long."""
    address = "https://example.org/catalogue/tins-and-baskets/round/proving-basket.html"
    site.write({
        "baker/tins.md": page("title: Tins", body=f"Tins: {address}"),
        "../build/latex/acme.tex": f'% career-guides: ["baker/tins.md", 5, "text", "{address}"]\n',
        "../build/latex/acme.log": "(./acme.tex\n"
        "Overfull \\hbox (277.50833pt too wide) in paragraph at lines 1--2\n []\n\n)\n",
    })  # fmt: skip


def test_every_example_message_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Site(tmp_path / "site", "guides_today = '2026-11-22'")
    site.write(FAULTY)
    (site.docs / "images/link.svg").symlink_to(site.path / "conf.py")
    (site.docs / "baker/latin.md").write_bytes(b"---\ntitle: Latin\n---\n\nCaf\xe9\n")
    without_pagefind(tmp_path, monkeypatch, "No module named pagefind")
    (site.docs / "images/shop/photo.jpg").write_bytes(camera_photo())
    said = site.build().splitlines()
    bare = Site(tmp_path / "bare", 'import sys\nsys.modules["furo"] = None')  # not to be found
    bare.write({"index.md": guide("Home")})
    said += bare.build().splitlines()
    monkeypatch.chdir(site.path)
    main(["check"])
    write_book(site)
    main(["check-pdf"])
    said += capsys.readouterr().out.splitlines()
    examples = "".join(
        of_language("text", "messages.md", "text-messages.md", "check-messages.md")
    ).splitlines()
    assert [line for line in examples if line not in said] == []
    # And each kind has one.
    shown = {match[1] for line in examples if (match := re.search(r"\[guide\.(\w+)\]$", line))}
    assert shown == SUBTYPES.keys()


def test_example_message_of_the_first_page_is_printed() -> None:
    for line in of_language("text", "index.md"):
        name, number, message = re.fullmatch(
            r"docs/(.+)\.md:(\d+): WARNING: (.+) \[guide\.unknown_key\]\n", line
        ).groups()
        text = page("title: x", *["# comment"] * (int(number) - 3), "sidebarlgo: y")
        (problem,) = read_page(text, name).problems
        assert (problem.line, problem.message) == (int(number), message)
