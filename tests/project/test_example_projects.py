"""The projects that the documentation shows as whole files build."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.project.documentation import PAGES, captioned, of_language, write_captioned
from tests.sites import LOGO, Site, guide

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def selectors() -> list[str]:
    """Return the CSS selectors that templates.md promises."""
    table = PAGES["templates.md"].partition("| Part | Selector | Notes |\n")[2]
    rows = table.partition("\n\n")[0].splitlines()[1:]
    found = [name for row in rows for name in re.findall(r"`(.+?)`", row)]
    return [name for name in found if re.search(r"[.\[]", name)]


def sphinx(folder: Path, *arguments: str) -> str:
    """Run Sphinx in *folder*, with warnings as errors; return what it says of problems."""
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", *arguments],
        cwd=folder, capture_output=True, text=True, timeout=120,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stderr


def test_the_minimal_project_builds(tmp_path: Path) -> None:
    files = captioned("use-in-your-project.md")
    assert sorted(files) == ["docs/baker/overview.md", "docs/conf.py", "docs/index.md"]
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert sphinx(tmp_path, "docs", "build/html") == ""
    home = (tmp_path / "build/html/index.html").read_text("utf-8")
    assert 'href="baker/overview.html"' in home
    assert (tmp_path / "build/html/baker/overview.html").is_file()


def test_the_new_career_builds(tmp_path: Path) -> None:
    files = captioned("add-a-guide.md", "add-a-career.md")
    assert sorted(files) == [
        "docs/baker/first-day.md", "docs/baker/index.md", "docs/baker/overview.md",
    ]  # fmt: skip
    directives = "\n".join(of_language("markdown", "add-a-picture.md"))
    site = Site(tmp_path / "site", 'guides_repository = "https://github.com/acme/careers"')
    site.write({name.removeprefix("docs/"): text for name, text in files.items()})
    images = re.findall(r"/(images/[\w/-]+\.svg)", "\n".join([*files.values(), directives]))
    site.write({
        "index.md": guide("Home", "```{guides}\n:industry: Food\n```"),
        "baker/dough.md": guide(
            "Dough", directives, figure="/" + images[0], weight="20", related="[/baker/overview]"
        ),
        "logos/workdojos_logo.svg": LOGO,
        "logos/workdojos_logo-dark.svg": LOGO,
        **dict.fromkeys(images, LOGO),
    })  # fmt: skip
    said = [line for line in site.build().splitlines() if "'figure' needs 'alt'" not in line]
    assert "".join(said) == ""
    assert site.soup("index.html").select_one("a.guide-card")["href"] == "baker/index.html"
    drawer = site.soup("baker/dough.html").select("nav.guide-nav a")
    assert [link["href"] for link in drawer] == [
        "index.html", "first-day.html", "overview.html", "#",
    ]  # fmt: skip
    assert site.soup("baker/dough.html").select_one("figure.figure-card img[width='480']")

    assert len(selectors()) > 12
    pages = [site.soup(f"baker/{name}.html") for name in ("index", "overview", "dough")]
    missing = [name for name in selectors() if not any(soup.select(name) for soup in pages)]
    assert missing == []


def test_two_projects_link_to_each_others_guides(tmp_path: Path) -> None:
    write_captioned(tmp_path, "split-a-site.md")
    for project in ("food", "health"):
        assert sphinx(tmp_path / project, "-c", ".", "docs", "build/html") == ""
    page = (tmp_path / "health/build/html/index.html").read_text("utf-8")
    address = "https://acme.example/food/baker/overview.html"
    links = BeautifulSoup(page, "html.parser").select(f'article p a[href="{address}"]')
    assert [link.text for link in links] == ["What a baker does"] * 2
    # A title that has changed there shows here, after the next build of each.
    file = tmp_path / "food/docs/baker/overview.md"
    file.write_text(file.read_text("utf-8").replace("What a baker does", "Bakers"), "utf-8")
    for project in ("food", "health"):
        assert sphinx(tmp_path / project, "-c", ".", "docs", "build/html") == ""
    page = (tmp_path / "health/build/html/index.html").read_text("utf-8")
    links = BeautifulSoup(page, "html.parser").select(f'article p a[href="{address}"]')
    assert [link.text for link in links] == ["Bakers"] * 2
    # One index of all that is side by side on the host.
    for project in ("food", "health"):
        shutil.copytree(tmp_path / project / "build/html", tmp_path / "site" / project)
    run = [sys.executable, "-m", "pagefind", "--site", "site"]
    subprocess.run(run, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    entry = json.loads((tmp_path / "site/pagefind/pagefind-entry.json").read_text("utf-8"))
    pages = [path for path in tmp_path.glob("site/*/**/*.html") if BODY in path.read_text("utf-8")]
    assert {path.relative_to(tmp_path / "site").parts[0] for path in pages} == {"food", "health"}
    assert entry["languages"]["en"]["page_count"] == len(pages)


#: Attribute of a page that Pagefind indexes.
BODY = "data-pagefind-body"
