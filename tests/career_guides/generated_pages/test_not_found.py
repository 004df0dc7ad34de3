"""404.html"""

from __future__ import annotations

import pytest

from career_guides.generated_pages.not_found import rooted
from tests.sites import Site, guide, snapshot
from tests.sites.exports import text


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/kb/"])
def test_404_works_at_any_depth(export_site: Site, builder: str, base: str) -> None:
    export_site.conf += f'html_baseurl = "{base}"\nguides_navbar = [{{"url": "/nurse"}}]\n'
    export_site.build("-n", "-W", builder=builder)
    root = "/" + base.removeprefix("https://example.org/")
    page = export_site.soup("404.html")
    assert page.h1.get_text().startswith("Page not found")
    assert not (export_site.out / "404/index.html").exists()
    assert not page.select("link[rel=canonical], meta[property='og:url']")
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    links = [tag.get("href") or tag.get("src") or tag.get("action") for tag in page.select(
        "[href], [src], [action]"
    )]  # fmt: skip
    inside = [link for link in links if link[0] != "#" and "://" not in link]
    assert len(inside) > 8
    for link in inside:
        assert link.startswith(root), link
        file = export_site.out / link.removeprefix(root).split("?")[0]
        assert (file / "index.html" if file.is_dir() else file).is_file(), link
    assert page.html["data-content_root"] == root
    ways = [link.get_text() for link in page.select("article li a")]
    assert ways == ["Home", "Search"]


def test_page_404_of_the_project_replaces_ours(export_site: Site, clean) -> None:
    own = guide("Lost", "Go [home](index.md).\n\n![](images/one.svg)")
    export_site.write({"404.md": own, "help/list.md": guide("List", "```{a-z}\n```")})
    export_site.build("-n", "-W")
    page = export_site.soup("404.html")
    assert page.select_one("article p a")["href"] == "/index.html"
    assert page.select_one("article img")["src"] == "/_images/images.one.svg"
    assert "404" not in text(export_site, "sitemap.xml") + text(export_site, "llms.txt")
    export_site.build()
    assert snapshot(export_site.out) == clean(export_site)
    (export_site.docs / "404.md").unlink()
    export_site.build()
    assert [link.get_text() for link in export_site.soup("404.html").select("article li a")] == [
        "Home", "List", "Search",
    ]  # fmt: skip
    assert snapshot(export_site.out) == clean(export_site)


def test_only_relative_links_are_made_absolute() -> None:
    html = (
        '<a href="https://x.example/"> <a href="#top"> <img src="data:,"> <a href="../b?a&amp;c">'
    )
    assert rooted(html, "/kb/404/") == html.replace("../b", "/kb/b")


def test_an_authors_own_page_goes_from_folders(site: Site, clean) -> None:
    site.write({"404.md": guide("Lost", description="Nothing here")})
    site.build(builder="dirhtml")
    (site.docs / "404.md").unlink()
    site.build(builder="dirhtml")
    assert snapshot(site.out) == clean(site, builder="dirhtml")
