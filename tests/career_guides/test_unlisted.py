"""`unlisted: true`: a page is built and can be linked to, and is in no list."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot

#: What the page that is not to be listed is called, wherever it would be.
HIDDEN = "Hidden chapter"
#: Lists of every kind.
LISTS = """\
```{guides}
```
```{guides}
:career: nurse
```
```{guides}
:tag: people
```
```{a-z}
```
```{compare}
```
```{career-finder}
```
```{industries}
```
```{tags}
```
"""


def hidden(**keys: str) -> str:
    return guide(
        HIDDEN, "Some words that nothing else has: zanzibar. See {guide}`dentist`.",
        tags="[people, only]", last_reviewed="2026-05-08", also="[Hidden name]", **keys,
    )  # fmt: skip


@pytest.fixture
def with_hidden(export_site: Site) -> Site:
    """A site with a chapter that is unlisted, and one that links to it; not built yet."""
    export_site.write({
        "index.md": guide("Home", LISTS),
        "nurse/secret.md": hidden(unlisted="true", aliases="[/old/secret]"),
        "nurse/shift.md": guide("Shift", "See {guide}`secret`.", related="[secret]"),
    })  # fmt: skip
    return export_site


def pages_with(site: Site, text: str) -> set[str]:
    """Return the files of the output in which a text is."""
    files = (path for path in site.out.rglob("*") if path.suffix not in (".doctree", ".pickle"))
    return {
        path.relative_to(site.out).as_posix()
        for path in files
        if path.is_file() and text.encode() in path.read_bytes()
    }


def test_only_its_own_files_and_links_that_authors_wrote_name_it(with_hidden: Site) -> None:
    assert with_hidden.build("-n", "-W") == ""
    named = pages_with(with_hidden, HIDDEN)
    own = {name for name in named if "secret" in name}
    assert {"nurse/secret.html", "old/secret.html", "old/secret/index.html"} <= own
    # A page links to it, whose text is also for programs.
    assert named - own == {"nurse/shift.html", "nurse/shift.html.md", "llms-full.txt"}
    address = pages_with(with_hidden, "secret")
    for name in ("sitemap.xml", "feed.xml", "careers.json", "llms.txt",
                 "index.html", "dentist/index.html", "tag/people.html",
                 "nurse/index.html", "nurse/day.html"):  # fmt: skip
        assert (with_hidden.out / name).is_file(), name
        assert name not in address, name
    assert "zanzibar" not in (with_hidden.out / "llms-full.txt").read_text()
    assert (with_hidden.out / "tag/only.html").is_file()  # its own page links there


@pytest.mark.parametrize("search", ["sphinx", "pagefind"])
def test_the_search_does_not_find_it(search: str, with_hidden: Site) -> None:
    with_hidden.build("-D", f"guides_search={search}")
    is_there = {
        "sphinx": "zanzibar" in (with_hidden.out / "searchindex.js").read_text()
        if search == "sphinx" else None,
        "pagefind": "data-pagefind-body" in (with_hidden.out / "nurse/secret.html").read_text(),
    }  # fmt: skip
    assert is_there[search] is False
    assert search == "sphinx" or pages_with(with_hidden, "data-pagefind-body")


def test_a_career_whose_landing_page_is_unlisted(export_site: Site) -> None:
    index = guide("Nurse", occupation="29-1141", industry="Health", unlisted="true")
    export_site.write({"index.md": guide("Home", LISTS), "nurse/index.md": index})
    assert export_site.build("-n", "-W") == ""
    home = (export_site.out / "index.html").read_text()
    assert 'href="dentist/index.html"' in home
    assert 'href="nurse/index.html"' not in home
    assert "nurse/day.html" in home  # {guides} of that career lists its chapters
    for name in ("careers.json", "llms.txt"):
        assert "nurse" not in (export_site.out / name).read_text(), name


def test_a_cascade_hides_a_folder(export_site: Site) -> None:
    cascade = "{unlisted: true}"
    export_site.write({"nurse/index.md": guide("Nurse", unlisted="true", cascade=cascade)})
    export_site.write({"dentist/tools.md": guide("Tools", unlisted="false")})
    assert export_site.build("-n", "-W") == ""
    listed = (export_site.out / "sitemap.xml").read_text()
    assert "nurse" not in listed
    assert "dentist/tools" in listed
    assert (export_site.out / "nurse/day.html").is_file()


@pytest.mark.slow
def test_builds_after_edits_equal_clean_ones(with_hidden: Site, clean) -> None:
    with_hidden.build()
    edits = [
        {"nurse/secret.md": hidden()}, {"nurse/secret.md": hidden(unlisted="true")},
        {"nurse/index.md": guide("Nurse", industry="Health", unlisted="true")},
        {"dentist/index.md": guide("Dentist", industry="Health", cascade="{unlisted: true}")},
        {"nurse/index.md": guide("Nurse", industry="Health")},
    ]  # fmt: skip
    for edit in edits:
        with_hidden.write(edit)
        with_hidden.build()
        assert snapshot(with_hidden.out) == clean(with_hidden), edit
