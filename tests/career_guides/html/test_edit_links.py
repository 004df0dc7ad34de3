"""The links "Edit this page" and "Report a problem"."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.sites import Site, guide, snapshot

if TYPE_CHECKING:
    from pathlib import Path


def links(site: Site, page: str) -> dict[str, str]:
    return {link.text: link["href"] for link in site.soup(page).select(".guide-improve a")}


@pytest.fixture
def kept(site: Site) -> Site:
    site.write({"baker/what ? is #1.md": guide("Bread & <butter>"), "plain.md": "# No guide\n"})
    site.conf = 'guides_repository = "https://github.com/acme/careers/"'
    return site


def test_each_guide_links_to_its_file_and_to_a_filled_in_form(kept: Site) -> None:
    kept.build()
    found = links(kept, "baker/what ? is #1.html")
    assert found["Edit this page"] == (
        "https://github.com/acme/careers/edit/main/docs/baker/what%20%3F%20is%20%231.md"
    )
    form = urlsplit(found["Report a problem"])
    assert form.path == "/acme/careers/issues/new"
    assert "+" not in form.query
    assert parse_qs(form.query) == {
        "template": ["problem.yml"],
        "title": ["Bread & <butter>: "],
        "page": ["docs/baker/what ? is #1.md"],
    }
    for other in ("plain.html", "genindex.html", "search.html"):
        assert links(kept, other) == {}


def test_a_fork_may_keep_its_guides_in_another_folder(kept: Site) -> None:
    (kept.path.parent / ".git").write_text("gitdir: elsewhere\n")  # as in a worktree
    kept.conf += '\nguides_branch = "fix/it"'
    kept.build("-b", "dirhtml")
    edit = links(kept, "index.html")["Edit this page"]
    assert edit == "https://github.com/acme/careers/edit/fix/it/site/docs/index.md"


def test_no_links_without_a_repository_or_a_file_in_it(site: Site, tmp_path: Path) -> None:
    site.build()
    assert links(site, "index.html") == {}
    site.conf = 'guides_repository = "https://github.com/acme/careers"'
    elsewhere = Site(tmp_path / "elsewhere")
    elsewhere.write({"index.md": guide("Home")})
    site.build(source=str(elsewhere.docs), out="other")
    assert not site.soup("index.html", "other").select(".guide-improve")


def test_links_follow_the_settings(kept: Site, clean) -> None:
    kept.build()
    kept.conf = kept.conf.replace("acme/", "fork/")
    kept.build()
    assert "/fork/careers/edit/" in links(kept, "index.html")["Edit this page"]
    built = snapshot(kept.out)
    built.pop(".buildinfo.bak", None)  # Sphinx's own
    assert built == clean(kept)
