"""The other tools of the benchmark: what they get, and what they make of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from . import tools
from .__main__ import available
from .convert import for_hugo, for_mkdocs, for_myst, for_starlight, split
from .generate import generate
from .measure import Cost
from .tools import TOOLS, ToolBuilder, installed, is_set_up, set_up

GUIDE = """\
---
title: "C: the *language*"
description: What it is.
figure:
  image: /images/c.svg
  alt: A letter.
  caption: The *third*.
next: index
---

Read [this](index.md) or [that](../d/overview.md).

:::{note}
Two
lines.
:::

![A picture](../images/c.svg)
"""


def test_a_guide_for_mkdocs() -> None:
    text, name = for_mkdocs(GUIDE, "overview.md")
    keys, body = split(text)
    assert name == "overview.md"
    assert keys == {"title": "C: the *language*", "description": "What it is."}
    assert '![A letter.](../images/c.svg)\n<figcaption markdown="span">The *third*.' in body
    assert "\n!!! note\n\n    Two\n    lines.\n\n![A picture](../images/c.svg)" in body
    assert "[this](index.md) or [that](../d/overview.md)" in body


def test_a_guide_for_hugo() -> None:
    text, name = for_hugo(GUIDE, "index.md")
    keys, body = split(text)
    assert name == "_index.md"
    assert list(keys) == ["title", "description", "figure"]
    assert "\n> [!NOTE]\n> Two\n> lines.\n\n![A picture](/images/c.svg)" in body
    assert "[this](_index.md) or [that](../d/overview.md)" in body


@pytest.mark.parametrize(
    ("name", "links"),
    [("overview.md", ("../", "../../d/overview/")), ("index.md", ("./", "../d/overview/"))],
)
def test_a_guide_for_starlight(name: str, links: tuple[str, str]) -> None:
    text, kept = for_starlight(GUIDE, name)
    keys, body = split(text)
    assert kept == name
    assert list(keys) == ["title", "description"]
    assert "[this]({}) or [that]({})".format(*links) in body
    assert "\n![A letter.](../images/c.svg)\n\n<figcaption>\n\nThe *third*." in body
    assert "\n:::note\nTwo\nlines.\n:::\n" in body


def test_a_guide_for_mystmd() -> None:
    text, name = for_myst(GUIDE, "overview.md")
    keys, body = split(text)
    assert (name, list(keys)) == ("overview.md", ["title", "description"])
    assert "\n:::{figure} ../images/c.svg\n:alt: A letter.\n\nThe *third*.\n:::" in body


def broken(builder: ToolBuilder, pages: list[Path]) -> set[str]:
    """Return the links of *pages* that do not lead to a file."""
    found = set()
    for page in pages:
        for link in BeautifulSoup(page.read_text("utf-8"), "html.parser").select("a[href]"):
            target = str(link["href"]).partition("#")[0]
            if target and "://" not in target:
                top = builder.out if target.startswith("/") else page.parent
                if not (top / target.lstrip("/") / "index.html").is_file():
                    found.add(target)
    return found


@pytest.mark.parametrize("site", [site for site in TOOLS if site != "mystmd"])
def test_a_tool_builds_equivalent_pages(site: str, tmp_path: Path) -> None:
    if not is_set_up(TOOLS[site]):
        pytest.skip(f"{TOOLS[site].pins[0]} is not installed; make bench installs it")
    docs = generate(tmp_path, 40)
    builder = ToolBuilder(tmp_path, site)
    builder.clean()  # a warning is an error
    pages = builder.pages()
    assert len(pages) == 40
    assert builder.size().index > 100 or site == "hugo"
    assert broken(builder, pages) == set()
    soups = [BeautifulSoup(page.read_text("utf-8"), "html.parser") for page in pages]
    guides = [file.read_text("utf-8") for file in sorted(docs.glob("*/*.md"))]
    for guide, soup in zip(guides, soups, strict=True):
        keys, body = split(guide)
        assert keys["title"] in soup.h1.text
        assert soup.select_one("meta[name=description]")["content"] == keys["description"]
        if figure := keys.get("figure"):
            assert soup.select_one("figure img")["alt"] == figure["alt"]
            assert soup.select_one("figcaption em")
        assert len(soup.select("nav li")) > 3
        assert len(soup.select(".admonition, .starlight-aside")) == body.count(":::{note}")
        assert len(soup.select("table")) == body.count("| --- | --- | --- |")
        assert re.sub("[*`]", "", body.split("\n")[1]) in soup.text
        # Each of them colours code.
        assert ("```python" in body) <= bool(soup.select("pre span"))


def test_mystmd_makes_the_content_of_pages(tmp_path: Path) -> None:
    if not is_set_up(TOOLS["mystmd"]):
        pytest.skip("mystmd is not installed; make bench installs it")
    generate(tmp_path, 12)
    builder = ToolBuilder(tmp_path, "mystmd")
    builder.clean()  # a warning is an error
    assert len(builder.pages()) == 12
    assert builder.size().index > 10


def test_an_older_version_is_installed_if_the_newest_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str]) -> Cost:
        if "zensical==0.1.3" in command:
            raise RuntimeError("no zensical-ui")
        (tmp_path / "zensical/bin").mkdir(parents=True, exist_ok=True)
        (tmp_path / "zensical/bin/zensical").touch()
        return Cost(1, 1, 1)

    monkeypatch.setattr(tools, "ENVIRONMENTS", tmp_path)
    monkeypatch.setattr(tools, "run", run)
    tool = TOOLS["zensical"]
    assert not is_set_up(tool)
    assert set_up(tool)[1:] == ["build", "--strict"]
    assert is_set_up(tool)
    assert installed(tool)[0] == "zensical==0.0.73"


def test_a_tool_that_cannot_be_set_up_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str]) -> Cost:
        raise RuntimeError("no network")

    monkeypatch.setattr(tools, "ENVIRONMENTS", tmp_path)
    monkeypatch.setattr(tools, "run", run)
    assert available(["floor", "material", "material-prune"]) == ["floor"]
    assert capsys.readouterr().err.count("no network") == 1
