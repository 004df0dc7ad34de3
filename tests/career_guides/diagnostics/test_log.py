"""Messages end in a link to their explanation."""

from __future__ import annotations

import re

from tests.sites import Site, guide

MESSAGE = re.compile(r"docs/.+?:\d+: WARNING: .+ (https://\S+)#(\S+) \[guide\.(\w+)\]")


def test_each_message_ends_in_its_link(site: Site) -> None:
    site.write({"a/b.md": guide("B", "{guide}`nowhere`", next="c", sidebarlgo="x")})
    plain = site.build()
    site.conf = 'guides_messages_url = "https://example.org/messages.html"'
    said = site.build("-E")
    found = [MESSAGE.fullmatch(line) for line in said.splitlines()]
    assert all(found)
    assert [match[3] for match in found if match] == ["target", "unknown_key", "target"]
    assert {match[1] for match in found if match} == {"https://example.org/messages.html"}
    # Less the link, it is what the build says without.
    assert re.sub(r" https://\S+", "", said) == plain
