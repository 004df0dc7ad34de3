"""The configuration of a Hugo site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst.read.config import NotHugoError, read_config

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.sites import Make


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


def test_a_wrong_address_of_the_site_is_an_error_of_the_site(make: Make) -> None:
    with pytest.raises(NotHugoError, match="foo"):
        make({"config.yaml": "baseURL: 'https://[foo'\n", "content/p.md": "a"})


@pytest.mark.parametrize("languages", ["", "{en: }", "[en]"])
def test_empty_languages_beside_a_file_of_one(make: Make, languages: str) -> None:
    config = f"baseURL: https://old.example\nlanguages: {languages}\n"
    parts = {"config.yaml": config, "config/_default/params.en.toml": "a = 1\n"}
    assert "p" in make({**parts, "content/p.md": "a"}).guides
