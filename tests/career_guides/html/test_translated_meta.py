"""Descriptions and keywords of a translated page."""

from __future__ import annotations

import pytest

from tests.sites import Site

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_they_have_no_attribute_that_html_does_not_know(site: Site, builder: str) -> None:
    site.conf = 'language = "de"\nlocale_dirs = ["locales"]\nversion = copyright = "1"\n'
    site.write({
        "a.md": "---\nhtml_meta:\n  keywords: pay\n---\n\n# A\n",
        "locales/de/LC_MESSAGES/a.po": f'{PO}msgid "pay"\nmsgstr "Lohn"\n',
    })  # fmt: skip
    page = f"a.{'xhtml' if builder == 'epub' else 'html'}"
    for value, attributes in ((1, {"content", "name"}), (0, {"content", "name", "translated"})):
        site.build("-D", f"guides_upstream={value}", builder=builder, out=f"{builder}{value}")
        node = site.soup(page, f"{builder}{value}").select_one("meta[name=keywords]")
        assert node is not None
        assert (node["content"], node.attrs.keys()) == ("Lohn", attributes)
