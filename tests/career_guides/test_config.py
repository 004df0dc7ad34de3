"""Wrong values in ``conf.py``."""

from __future__ import annotations

import pytest

from tests.sites import Site


@pytest.mark.parametrize(
    ("conf", "message"),
    [
        (
            'guides_footer = {"columns": [{"link": []}]}',
            "guides_footer.columns.0.link: unknown key",
        ),
        ('guides_navbar = [{"title": "x"}]', "guides_navbar.0.url: missing"),
        ('guides_navbar = "/index"', "guides_navbar: expected a list, got '/index'"),
        ('guides_footer = {"text": 1}', "guides_footer.text: expected text, got 1"),
        ('guides_footer = {"columns": ["x"]}', "guides_footer.columns.0: expected a mapping"),
        ('guides_not_careers = ("a", 2)', "guides_not_careers.1: expected text, got 2"),
        ('guides_search_synonyms = {"np": 1}', "guides_search_synonyms.np: expected text, got 1"),
        ('guides_search_exclude = {1: "x"}', "guides_search_exclude: expected text, got 1"),
        *(
            (text, f"{text.partition(' ')[0]}{where}.url: expected a page or an address")
            for address in ("javascript:alert(1)", "//evil.example", 'https://x.example/"><b>')
            for text, where in (
                (f"guides_navbar = [{{'url': {address!r}}}]", ".0"),
                (f"guides_footer = {{'social': [{{'url': {address!r}}}]}}", ".social.0"),
            )
        ),
        ('guides_trust = "all"', "guides_trust: expected 'text' or 'project', got 'all'"),
        ('guides_today = "soon"', "guides_today: expected a date of the form 2026-11-22"),
    ],
)
def test_wrong_setting_is_named(site: Site, conf: str, message: str) -> None:
    site.conf = conf
    assert message in site.build(code=2)


@pytest.mark.parametrize("name", ["guides_repository", "guides_messages_url"])
def test_setting_that_must_be_an_address(site: Site, name: str) -> None:
    site.conf = f'{name} = "javascript:alert(1)"'
    assert f"{name}: expected an address" in site.build(code=2)
