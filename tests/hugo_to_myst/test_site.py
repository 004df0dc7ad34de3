"""Configuration, content folders and addresses, as Hugo has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst.map.urls import hugo_path, permalink
from hugo_to_myst.read.config import NotHugoError, read_config
from hugo_to_myst.read.front_matter import decode, read
from hugo_to_myst.safe_files import OutsideError, inside, safe_part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Imported


@pytest.mark.parametrize(("source", "title", "line"), [
    ("---\ntitle: A\n---\nx", "A", 4),
    ("\ufeff\n\n---\ntitle: A\n---\nx", "A", 6),
    ("c---\ntitle: A\n---\nx", "A", 4),
    (" ---\r\ntitle: A\r\n---\r\nx", "A", 4),
    ("title: A\nb: c\n---\nx", "A", 4),
    ("+++\ntitle = 'A'\n[menu.main]\nx = 1\n+++\nx", "A", 6),
    ('{\n "title": "A"\n}\nx', "A", 3),
    ("---\ntitle: 7\n---\nx", 7, 4),
    ("---\ntitle: A\nbad: [\n---\nx", "A", 5),
    ("x\n\n---\ny", None, 1),
    ("---\n\nx\n", None, 1),
])  # fmt: skip
def test_front_matter(source: str, title: object, line: int) -> None:
    content = read(decode(source.encode()))
    assert content.values.get("title") == title
    assert content.body_line == line
    assert content.body.strip().endswith(("x", "y"))
    assert bool(content.error) == ("[\n" in source)


def test_dates_stay_as_they_were_written(make: Callable[..., Imported]) -> None:
    done = make({"content/a.md": "---\ntitle: A\ndate: 2020-01-02T03:04:05Z\nlayout: x\n---\nb"})
    assert done.front("a")["hugo"] == {"date": "2020-01-02T03:04:05Z", "layout": "x"}
    assert [(f.line, f.was) for f in done.of("front-matter")] == [
        (3, "date: 2020-01-02T03:04:05Z"), (4, "layout: x"),
    ]  # fmt: skip


def test_latin1_is_read() -> None:
    assert decode("caf\u00e9 \u2013".encode("cp1252")) == "caf\u00e9 \u2013"


@pytest.mark.parametrize(("name", "text"), [
    ("hugo.toml", 'baseURL = "https://a.example"\n[params]\nColour = "red"\n'),
    ("config.yaml", "baseURL: https://a.example\nparams: {colour: red}\n"),
    ("config.json", '{"baseURL": "https://a.example", "params": {"COLOUR": "red"}}'),
    ("config/_default/hugo.yml", "baseurl: https://a.example\nParams: {colour: red}\n"),
])  # fmt: skip
def test_configuration(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text)
    (tmp_path / "content").mkdir()
    config = read_config(tmp_path)
    assert config.base_url == "https://a.example"
    assert config.params == {"colour": "red"}


def test_configuration_in_parts(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "_default"
    folder.mkdir(parents=True)
    (folder / "hugo.toml").write_text('title = "S"\n')
    (folder / "params.toml").write_text('colour = "red"\n')
    (folder / "menus.en.toml").write_text('[[main]]\nname = "Home"\n')
    (tmp_path / "content").mkdir()
    config = read_config(tmp_path)
    assert (config.title, config.params) == ("S", {"colour": "red"})


@pytest.mark.parametrize("files", [{}, {"config.toml": "x = ["}, {"hugo.yaml": "- a"}])
def test_no_site(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(NotHugoError):
        read_config(tmp_path)


def test_pages_and_folders_of_one_name_are_careers(make: Callable[..., Imported]) -> None:
    done = make({
        "content/_index.md": "home", "content/liaison.md": "landing", "content/liaison/a.md": "a",
        "content/post/index.md": "leaf", "content/post/pic.png": b"1",
        "content/docs/_index.md": "s",
        "content/docs/deep/x.md": "x", "content/list/y.md": "y",
    })  # fmt: skip
    assert done.guides == [
        "docs/deep/x", "docs/index", "index", "liaison/a", "liaison/index", "list/index", "list/y",
        "post",
    ]  # fmt: skip
    assert done.body("list/index") == "```{guides}\n:career: list\n```"
    assert [f.became for f in done.of("page-made")] == ["list/index.md lists its guides"]


def test_names_are_hugos_and_safe(make: Callable[..., Imported]) -> None:
    done = make({
        "content/New Town.md": "a", "content/Été.md": "b", "content/con.md": "c",
        "content/Same.md": "d", "content/same.md": "e", "content/search.md": "f",
    })  # fmt: skip
    assert done.guides == ["New-Town", "Same", "con_", "index", "same-2", "search-page", "Été"]
    assert done.front("con_")["aliases"] == ["/con"]
    assert len({name.casefold() for name in done.guides}) == len(done.guides)


@pytest.mark.parametrize(("name", "expected"), [
    ("A  b--c.md", "A-b--c.md"), ("C# & co", "C#-co"), ("tab\there", "tab-here"), ("x ", "x"),
])  # fmt: skip
def test_hugo_path(name: str, expected: str) -> None:
    assert hugo_path(name, lower=False) == expected


@pytest.mark.parametrize("name", ["nul", "a" * 300, "x:y?", "trail. ", "COM1.txt"])
def test_safe_part(name: str) -> None:
    made = safe_part(name)
    assert safe_part(made) == made
    assert len(made.encode()) < 230
    assert not set(made) & set(':?"<>|*\\')
    assert made.split(".")[0].lower() not in ("nul", "com1")


def test_outside(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "link").symlink_to(tmp_path)
    for path in ("../x", "link/x", "a/../../x"):
        with pytest.raises(OutsideError):
            inside(tmp_path / "out", path)


def test_permalinks_slugs_and_urls_become_aliases(make: Callable[..., Imported]) -> None:
    done = make({
        "config.toml": 'baseURL = "/"\n[permalinks]\nposts = "/:year/:slug/"\n',
        "content/posts/One.md": "---\ntitle: First Post\ndate: 2020-05-01\n---\na",
        "content/b.md": "---\ntitle: B\nslug: Other Name\n---\nb",
        "content/c.md": (
            "---\ntitle: C\nurl: /old/c.html\naliases: [/older, ../x/y/]\n---\n"
            "[p](/2020/first-post/)"),
    })  # fmt: skip
    assert done.front("posts/one")["aliases"] == ["/2020/first-post"]
    assert "other-name" in done.guides
    assert "aliases" not in done.front("other-name")
    assert done.front("c")["aliases"][:2] == ["/old/c", "/older"]
    assert done.body("c") == "[p](/posts/one.md)"


def test_permalink_tokens() -> None:
    values = {"title": "A b", "date": "2021-03-04"}
    made = permalink(
        "/:section/:year/:month/:day/:title/", sections=["x", "y"], stem="s", values=values
    )
    assert made == "/x/2021/03/04/a-b/"


def test_languages(make: Callable[..., Imported]) -> None:
    done = make({
        "hugo.yaml": "defaultContentLanguage: en\nlanguages: {en: {}, fr: {}}\n",
        "content/a.md": "one", "content/a.fr.md": "un",
    })  # fmt: skip
    assert done.guides == ["a", "fr/a", "fr/index", "index"]


def test_other_formats_and_bundled_pages_are_put_aside(make: Callable[..., Imported]) -> None:
    done = make({
        "content/a.rst": "A\n=", "content/b/index.md": "b", "content/b/extra.md": "x",
        "content/b/data.csv": "1",
    })  # fmt: skip
    assert [f.file for f in done.of("format")] == ["content/a.rst"]
    assert (done.out / "_unread/content/a.rst.txt").read_text() == "A\n="
    assert {f.file for f in done.of("resource")} == {"content/b/extra.md", "content/b/data.csv"}


def test_a_leaf_of_the_site_keeps_what_guides_share_in_its_cascade(
    make: Callable[..., Imported],
) -> None:
    page = "---\ntitle: {}\nsidebar: true\nsidebarlogo: wd\ninclude_footer: {}\n---\nx"
    done = make({
        "content/w.md": page.format("W", "true"), "content/w/a.md": page.format("A", "true"),
        "content/w/b.md": page.format("B", "false"), "static/images/logos/wd.svg": "<svg/>",
    })  # fmt: skip
    assert done.front("w/index")["cascade"] == {"sidebar": True, "sidebarlogo": "wd"}
    assert done.front("w/a") == {"title": "A", "include_footer": True}
    assert done.front("w/b") == {"title": "B", "include_footer": False}
    assert (done.out / "logos/wd.svg").is_file()


def test_front_matter_is_mapped_in_order(make: Callable[..., Imported]) -> None:
    done = make({"content/a.md": (
        "---\ntags: one, two\nauthor: {name: Jo}\nWeight: '5'\ndraft: true\nTitle: 3\n"
        "description: A <b>c</b>\ncategories: [x]\n---\nb"
    )})  # fmt: skip
    assert list(done.front("a")) == [
        "title",
        "description",
        "weight",
        "draft",
        "tags",
        "authors",
        "hugo",
    ]
    assert done.front("a") == {
        "title": "3", "description": "A c", "weight": 5, "draft": True, "tags": ["one", "two"],
        "authors": ["Jo"], "hugo": {"categories": ["x"]},
    }  # fmt: skip


def test_one_description_for_all_is_told(make: Callable[..., Imported]) -> None:
    page = "---\ntitle: T\ndescription: Same.\n---\nx"
    done = make({f"content/p{n}.md": page for n in range(5)})
    assert [f.was for f in done.of("boilerplate")] == ["5 of 5 pages: Same."]


def test_settings_and_menus_are_told(make: Callable[..., Imported]) -> None:
    done = make({
        "hugo.toml": '[menu]\n[[menu.main]]\nname="Docs"\nurl="/docs/"\n[params]\nx="y"\n',
        "content/a.md": "---\ntitle: A\nmenu: main\n---\nb", "layouts/x.html": "",
    })  # fmt: skip
    assert {f.was for f in done.of("menu")} == {"main: Docs /docs/", "menu: main"}
    assert [f.was for f in done.of("config")] == ['params.x: "y"']
    assert [f.file for f in done.of("resource")] == ["layouts"]


def test_a_page_without_title_is_called_by_its_heading(make: Callable[..., Imported]) -> None:
    done = make({
        "content/a.md": "---\nx: y\n---\n# The *first* one\n\n## More\n\ntext",
        "content/my-page.md": "---\nx: y\n---\ntext\n\n# Late",
    })  # fmt: skip
    assert done.front("a")["title"] == "The first one"
    assert done.body("a") == "## More\n\ntext"
    assert done.front("my-page")["title"] == "My page"
    assert not done.of("words")
