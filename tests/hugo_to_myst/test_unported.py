"""Settings, menus and files that no guide has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_one_description_for_all_is_reported(make: Make) -> None:
    page = "---\ntitle: T\ndescription: Same.\n---\nx"
    done = make({f"content/p{n}.md": page for n in range(5)})
    assert [f.was for f in done.of("boilerplate")] == ["5 of 5 pages: Same."]


def test_settings_and_menus_are_reported(make: Make) -> None:
    done = make({
        "hugo.toml": '[menu]\n[[menu.main]]\nname="Docs"\nurl="/docs/"\n[params]\nx="y"\n',
        "content/a.md": "---\ntitle: A\nmenu: main\n---\nb", "layouts/x.html": "",
    })  # fmt: skip
    assert {f.was for f in done.of("menu")} == {"main: Docs /docs/", "menu: main"}
    assert [f.was for f in done.of("config")] == ['params.x: "y"']
    assert [f.file for f in done.of("resource")] == ["layouts"]


def test_settings_of_languages(make: Make) -> None:
    config = (
        "title: A\nignoreFiles: ['\\.x$']\nlanguages:\n  en:\n    title: B\n    weight: 1\n"
        "    params: {motto: Go}\n    menus: {main: [{name: Home, url: /}]}\n"
    )
    done = make({"config.yaml": config, "content/page.md": "Text."})
    assert [f.was.partition(":")[0] for f in done.of("config")] == [
        "ignorefiles", "languages.en.title", "languages.en.params.motto",
    ]  # fmt: skip
    assert [f.was for f in done.of("menu")] == ["main: Home /"]


def test_permalinks_of_lists_are_reported(make: Make) -> None:
    config = "baseURL: https://a.example\npermalinks: {section: {posts: /now/}}\n"
    done = make({"config.yaml": config, "content/b.md": "x"})
    assert [f.was for f in done.of("config")] == ['permalinks.section: {"posts": "/now/"}']


def test_content_adapters_are_named(make: Make) -> None:
    done = make({"content/a.md": "a", "content/made/_content.gotmpl": "{{ range .x }}"})
    assert [f.file for f in done.of("adapter")] == ["content/made/_content.gotmpl"]
