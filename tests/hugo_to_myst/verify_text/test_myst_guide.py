"""The words of a guide."""

from __future__ import annotations

from hugo_to_myst.verify_text.myst_guide import words_of_guide

GUIDE = """\
---
title: Not counted
figure: {image: /a.png, caption: A *caption*}
next: {to: b, label: More}
---
% no comment

:::{admonition} Title
:class: tip

{abbr}`HTML (language)` [here](b.md)
:::

```{raw} html
<p>raw</p>
```
"""


def test_words_of_a_guide() -> None:
    assert words_of_guide(GUIDE, "A heading") == (
        ["a", "heading", "a", "caption", "title", "html", "here", "raw", "next", "more"]
    )
