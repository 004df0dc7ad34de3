"""Pages that differ in the style sheets and scripts that they use."""

from __future__ import annotations

from tests.sites import guide

TABS = "::::{tab-set}\n:::{tab-item} One\nFirst\n:::\n:::{tab-item} Two\nSecond\n:::\n::::"
CODE = "```python\nx = 1\n```"
PAGES = {"a/plain.md": guide("Plain"), "a/code.md": guide("C", CODE), "a/tabs.md": guide("T", TABS)}
