"""Code is highlighted as without us."""

from __future__ import annotations

from typing import Any

import pytest
from pygments.formatters.html import HtmlFormatter
from sphinx.highlighting import PygmentsBridge

from sphinx_speedups.highlighting import formatter

SOURCE = "def a():\n    return '<b>'\n\na()\n"


@pytest.mark.parametrize(
    "options",
    [
        {}, {"linenos": False}, {"linenos": True}, {"linenos": 1, "linenostart": 3},
        {"linenos": False, "hl_lines": [2]}, {"linenos": False, "hl_lines": [1, 2]},
    ],
)  # fmt: skip
@pytest.mark.parametrize("dest", ["html", "latex"])
def test_the_same_markup(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], dest: str
) -> None:
    bridges = [PygmentsBridge(dest, style) for style in ("sphinx", "monokai")]
    before = [bridge.highlight_block(SOURCE, "python", **options) for bridge in bridges]
    styles = [bridge.get_stylesheet() for bridge in bridges]
    get = formatter(None, PygmentsBridge.get_formatter)
    monkeypatch.setattr(PygmentsBridge, "get_formatter", get)
    for _ in range(2):
        for bridge, markup, style in zip(bridges, before, styles, strict=True):
            assert bridge.highlight_block(SOURCE, "python", **options) == markup
            assert bridge.get_stylesheet() == style


def test_numbers_of_lines_in_the_code() -> None:
    bridge = PygmentsBridge()
    get = formatter(None, PygmentsBridge.get_formatter)
    numbered = get(bridge, linenos="inline"), PygmentsBridge.get_formatter(bridge, linenos="inline")
    assert vars(numbered[0]) == vars(numbered[1]) != vars(get(bridge, linenos=True))


def test_one_formatter_for_the_same_options() -> None:
    made = []

    class Own(HtmlFormatter[str]):
        """A formatter of an extension, which may keep something."""

    def original(self: PygmentsBridge, **options: Any) -> Any:
        made.append(options)
        return self.formatter(**options, **self.formatter_args)

    get = formatter(None, original)
    bridge = PygmentsBridge("html")
    assert get(bridge, linenos=False) is get(bridge, linenos=False)
    assert get(bridge, linenos=True) is not get(bridge, linenos=False)
    assert get(bridge, hl_lines=[1]) is not get(bridge, hl_lines=[1])
    bridge.formatter = Own
    assert get(bridge, linenos=False) is not get(bridge, linenos=False)
    assert len(made) == 6
